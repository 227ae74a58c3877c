"""Commands that ask about the bot itself, and the links that open it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from html import escape

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import CommandHandler, filters

from handlers.chats import data_deletion
from handlers.checks import corrected_replies, feedback
from handlers.incoming.addressing import is_person
from handlers.outgoing import sender, texts
from handlers.owners import commands
from handlers.services import App, Context, Services, of
from i18n.language import say

_PRODUCERS = 15  # named by /sources: most of the others have a single table
Opened = Callable[[Message, str, Context], Awaitable[None]]


def register(application: App) -> None:
    application.add_handler(CommandHandler("start", start, filters.UpdateType.MESSAGE))
    application.add_handler(CommandHandler(list(_REPLIES), tell, filters.UpdateType.MESSAGE))
    application.add_handler(CommandHandler("corrections", corrections, filters.UpdateType.MESSAGE))


async def start(update: Update, context: Context) -> None:
    """By itself or by a link, whose "check_<id>" or "wrong_<id>" comes along."""
    message = update.message
    if message is None or message.text is None or not is_person(message):
        return
    if not await data_deletion.start_again(message, context):
        return
    given = message.text.partition(" ")[2].strip()
    for prefix, opened in _LINKS.items():
        if given.startswith(prefix) and message.chat.type == ChatType.PRIVATE:
            await opened(message, given.removeprefix(prefix), context)
            return
    if commands.is_owner(message, of(context)):
        await commands.introduce(context.bot, message.chat.id)
    await sender.reply(context.bot, message, say(texts.START))


async def tell(update: Update, context: Context) -> None:
    message = update.message
    if message is None or message.text is None or not is_person(message):
        return
    name = message.text.split()[0].partition("@")[0].lstrip("/").lower()
    services = of(context)
    told = _REPLIES[name](services)
    if name == "help" and commands.is_owner(message, services):
        await commands.introduce(context.bot, message.chat.id)
        told += f"\n\n{commands.guide()}"
    await sender.reply(context.bot, message, told)


async def corrections(update: Update, context: Context) -> None:
    message = update.message
    if message is not None and is_person(message):
        await corrected_replies.show(message, context)


def sources(services: Services) -> str:
    """Who publishes the figures, those with the most tables first; the others are counted."""
    titles: dict[str, list[str]] = {}
    for source in services.shelf.library.sources.values():
        titles.setdefault(say(texts.ESTIMATES) if source.estimate else source.producer, []).append(source.title)
    order = sorted(titles, key=lambda producer: (-len(titles[producer]), producer.casefold()))
    lines = [say(texts.SOURCES)]
    lines += [f"• {escape(one, quote=False)}: {texts.tables(len(titles[one]))}" for one in order[:_PRODUCERS]]
    if len(order) > _PRODUCERS:
        lines.append(say(texts.MORE_SOURCES, count=len(order) - _PRODUCERS))
    return "\n".join(lines)


_REPLIES: dict[str, Callable[[Services], str]] = {
    "help": lambda _: say(texts.HELP),
    "privacy": lambda _: say(texts.PRIVACY),
    "sources": sources,
}
_LINKS: dict[str, Opened] = {feedback.START: feedback.begin}
