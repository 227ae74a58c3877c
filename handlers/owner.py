"""Owners keep the figures: /reload, and files of figures sent as documents, in private chats only."""

from __future__ import annotations

from html import escape

import structlog
from telegram import CallbackQuery, Message, Update
from telegram.ext import CommandHandler, MessageHandler, filters

from handlers import page, post, sentence
from handlers.material import Unreadable, fetch
from handlers.service import App, Context, Services, of
from handlers.tray import Waiting
from knowledge import KnowledgeError
from knowledge.overlay import Staged
from storage import Change, new_id

log = structlog.get_logger(__name__)

HERE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
_LINES = 20  # of a difference or of mistakes, in a reply
_LOGGED = 1000


def register(application: App, owners: frozenset[int]) -> None:
    own = HERE & filters.User(owners)
    yaml = filters.Document.FileExtension("yaml") | filters.Document.FileExtension("yml")
    application.add_handler(CommandHandler("reload", reload, own))
    application.add_handler(MessageHandler(own & yaml, propose))
    application.add_handler(CommandHandler("reload", refuse, HERE))
    application.add_handler(MessageHandler(HERE & yaml, refuse))


async def refuse(update: Update, context: Context) -> None:
    """What everybody else hears."""
    if update.message is not None:
        await post.reply(context.bot, update.message, sentence.FIGURES_NOT_YOURS)


async def reload(update: Update, context: Context) -> None:
    """Takes in what has changed in the folders. The chat's turn goes on meanwhile; the others never wait for it."""
    message = update.message
    if message is None:
        return
    shelf = of(context).shelf
    try:
        changed = await shelf.reload()
    except KnowledgeError as error:
        await post.reply(context.bot, message, _problems(sentence.NOT_RELOADED, error))
        return
    log.info("reloaded", version=shelf.library.version, changed=changed)
    told = sentence.RELOADED if changed else sentence.UNCHANGED
    await post.reply(context.bot, message, told.format(version=_short(shelf.library.version)))


async def propose(update: Update, context: Context) -> None:
    """Shows what a file of figures would change, with the buttons that decide. A file with mistakes is refused."""
    message = update.message
    if message is None or message.document is None:
        return
    services = of(context)
    name = message.document.file_name or "figures.yaml"
    try:
        content = await fetch(message.document, sentence.YAML_TOO_LARGE)
        staged = await services.shelf.stage(content, name, services.today)
    except Unreadable as outcome:
        await post.reply(context.bot, message, outcome.sentence)
    except KnowledgeError as error:
        await post.reply(context.bot, message, _problems(sentence.REFUSED, error))
    else:
        await _show(staged, Waiting(_person(message), name, content, services.clock()), message, context)


async def decide(query: CallbackQuery, *, apply: bool, token: str, context: Context) -> None:
    """Apply or Discard. An owner who is none any more decides nothing."""
    services = of(context)
    person = query.from_user.id
    file = services.tray.take(token, person, services.clock()) if person in services.owners else None
    message = query.message
    if file is None or message is None:
        await post.acknowledge(query, sentence.NOT_WAITING)
        return
    await post.acknowledge(query)
    told = await _apply(file, services) if apply else sentence.DISCARDED.format(name=_named(file.name))
    await post.revise(context.bot, message.chat.id, message.message_id, told)


async def _show(staged: Staged, file: Waiting, message: Message, context: Context) -> None:
    rows = [str(row) for row in staged.changes]
    if not rows:
        await post.reply(context.bot, message, sentence.NO_DIFFERENCE.format(name=_named(file.name)))
        return
    token = new_id()
    of(context).tray.lay(token, file)
    head = sentence.DIFFERENCE.format(name=_named(file.name), count=sentence.count(len(rows), "change", "changes"))
    await post.reply(context.bot, message, _listed(head, rows), page.proposal(token))


async def _apply(file: Waiting, services: Services) -> str:
    try:
        staged = await services.shelf.apply(file.document, file.name, services.today)
    except KnowledgeError as error:
        return _problems(sentence.REFUSED, error)
    except OSError as error:
        log.error("the owners' folder can't be written", reason=error.strerror)  # noqa: TRY400 the reason says it all
        return sentence.NOT_KEPT
    rows = [str(row) for row in staged.changes]
    change = Change(file.owner_id, file.name[:200], "\n".join(rows[:_LOGGED]), services.clock())
    await services.storage.changes.keep(change)
    log.info("figures changed", rows=len(rows), version=staged.library.version)
    count = sentence.count(len(rows), "change", "changes")
    return sentence.APPLIED.format(name=_named(file.name), count=count, version=_short(staged.library.version))


def _problems(head: str, error: KnowledgeError) -> str:
    count = sentence.count(len(error.problems), "mistake", "mistakes")
    return _listed(head.format(count=count), [str(problem) for problem in error.problems])


def _listed(head: str, lines: list[str]) -> str:
    """Up to twenty lines as they are, and the number of the rest."""
    shown = [f"• <code>{escape(line[:300], quote=False)}</code>" for line in lines[:_LINES]]
    if len(lines) > _LINES:
        shown.append(sentence.MORE.format(count=len(lines) - _LINES))
    return "\n".join([head, *shown])


def _named(name: str) -> str:
    return escape(name[:100], quote=False)


def _short(version: str) -> str:
    return version[:8]


def _person(message: Message) -> int:
    return message.from_user.id if message.from_user is not None else 0
