"""A change of the figures on its way: tried, shown as a difference, and made when its owner presses Apply."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import structlog
from telegram import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.checks import reply_view
from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import faults, listed
from handlers.services import Context, Services, of
from handlers.state.live_library import LoadTimeoutError
from handlers.state.pending_changes import PendingChange
from i18n.language import say, say_many
from knowledge.editing.edit_process import EditResult
from storage import KnowledgeChange, new_id

log = structlog.get_logger(__name__)

DICTATED = "/set"  # the name of a document that nobody sent
_LOGGED = 1000
Page = tuple[str, InlineKeyboardMarkup | None]


async def propose(change: PendingChange, message: Message, context: Context) -> None:
    """Replies with what the change would make different, or what is wrong with it."""
    await sender.reply(context.bot, message, *await prepare(change, of(context)))


async def prepare(change: PendingChange, services: Services) -> Page:
    """The same as a page. Where there is something to decide, the change waits in the tray."""
    try:
        outcome = await services.shelf.stage(change.edit, services.today)
    except LoadTimeoutError:
        return _unfinished(), None
    return _shown(change, outcome, services, say(texts.DIFFERENCE))


async def decide(query: CallbackQuery, *, apply: bool, token: str, context: Context) -> None:
    """Apply or Discard. An owner who is none any more decides nothing."""
    services = of(context)
    person = query.from_user.id
    change = services.tray.take(token, person, services.clock()) if person in services.owners else None
    message = query.message
    if change is None or message is None:
        await sender.acknowledge(query, say(texts.NOT_WAITING))
        return
    await sender.acknowledge(query)
    told: Page = (say(texts.DISCARDED, name=_named(change)), None)
    if apply:
        told = await _apply(change, services)
    await sender.revise(context.bot, message.chat.id, message.message_id, *told)


async def _apply(change: PendingChange, services: Services) -> Page:
    try:
        outcome = await services.shelf.apply(change.edit, services.today, change.rows)
    except LoadTimeoutError:
        return _unfinished(), None
    if outcome.unwritten:
        log.error("the owners' folder can't be written", reason=outcome.unwritten)
        return say(texts.NOT_KEPT), None
    if not outcome.made:
        meanwhile = say("The figures have changed meanwhile, so I have not applied this. Here is the new difference.")
        return _shown(change, outcome, services, f"{meanwhile}\n\n{say(texts.DIFFERENCE)}")
    version = services.shelf.library.version
    kept = KnowledgeChange(
        user_id=change.owner_id,
        file=change.name[:200],
        summary="\n".join(outcome.rows[:_LOGGED]),
        created=services.clock(),
        before={place: before for place, (before, _) in outcome.files.items()},
        after={place: after for place, (_, after) in outcome.files.items()},
        version=version,
        undoes=change.undoes,
    )
    number = await services.storage.changes.keep(kept)
    log.info("figures changed", rows=len(outcome.rows), version=version)
    count = texts.changes(len(outcome.rows))
    applied = say(texts.APPLIED, name=_named(change), count=count, version=version[:8])
    return f"{applied} " + say("Take it back: /undo {number}", number=number), None


def _shown(change: PendingChange, outcome: EditResult, services: Services, head: str) -> Page:
    if outcome.problems:
        entity, _, dated = change.name.split(".") if _is_dictated(change) else ("", "", "")
        dictated = f"{entity}.{dated}" if entity else ""
        refused = say("I can't take this, and nothing has changed.") + " {count}:" if dictated else say(texts.REFUSED)
        return faults(refused, outcome.problems, dictated), None
    if not outcome.rows:
        note = f"\n{escape(change.note, quote=False)}" if change.note else ""
        return say(texts.NO_DIFFERENCE, name=_named(change)) + note, None
    token = new_id()
    services.tray.lay(token, replace(change, rows=outcome.rows, since=services.clock()))
    count = texts.changes(len(outcome.rows))
    head = head.format(name=_named(change), count=count)
    if change.note:
        head = f"{head}\n{escape(change.note, quote=False)}"
    text = listed(head, outcome.rows, outcome.doubtful)
    if outcome.doubtful:
        text += "\n" + say_many(
            "⚠ {number} looks like a slip: three times, or a third of, what it was or what the year beside it is.",
            "⚠ {number} look like slips: three times, or a third of, what they were or what the year beside them is.",
            len(outcome.doubtful),
        )
    return text, reply_view.proposal(token)


def _is_dictated(change: PendingChange) -> bool:
    return bool(change.edit.documents) and change.edit.documents[-1][0] == DICTATED


def _unfinished() -> str:
    return say("I couldn't finish that. /log shows whether anything has changed; please try again.")


def _named(change: PendingChange) -> str:
    return escape(change.name[:100], quote=False)
