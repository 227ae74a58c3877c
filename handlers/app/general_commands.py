"""Commands that ask about the bot itself, and links that open it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from html import escape

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import CommandHandler, filters

from handlers.chats import silence_filter
from handlers.checks import corrections_page, feedback
from handlers.incoming.addressing import is_from_person
from handlers.outgoing import sender, texts
from handlers.owners import commands
from handlers.services import App, Context, Services, get_services
from i18n.language import say

_NAMED_PRODUCERS = 15  # by /sources; most others have one table only
LinkHandler = Callable[[Message, str, Context], Awaitable[None]]


def register(application: App) -> None:
    application.add_handler(CommandHandler("start", handle_start, filters.UpdateType.MESSAGE))
    application.add_handler(CommandHandler(list(_TEXTS), handle_text_command, filters.UpdateType.MESSAGE))
    application.add_handler(CommandHandler("corrections", handle_corrections, filters.UpdateType.MESSAGE))


async def handle_start(update: Update, context: Context) -> None:
    """Greets, or opens what a link names: Telegram sends the "wrong_<check id>" of the link after /start."""
    message = update.message
    if message is None or message.text is None or not is_from_person(message):
        return
    if not await silence_filter.end_silence(message, context):
        return
    given = message.text.partition(" ")[2].strip()
    for prefix, opened in _LINK_HANDLERS.items():
        if given.startswith(prefix) and message.chat.type == ChatType.PRIVATE:
            await opened(message, given.removeprefix(prefix), context)
            return
    if commands.is_owner(message, get_services(context)):
        await commands.publish_commands(context.bot, message.chat.id)
    await sender.reply_to(context.bot, message, say(texts.START))


async def handle_text_command(update: Update, context: Context) -> None:
    """Replies to /help, /privacy and /sources, and tells owners their own commands too."""
    message = update.message
    if message is None or message.text is None or not is_from_person(message):
        return
    name = message.text.split()[0].partition("@")[0].lstrip("/").lower()
    services = get_services(context)
    told = _TEXTS[name](services)
    if name == "help" and commands.is_owner(message, services):
        await commands.publish_commands(context.bot, message.chat.id)
        told += f"\n\n{commands.format_guide()}"
    await sender.reply_to(context.bot, message, told)


async def handle_corrections(update: Update, context: Context) -> None:
    """Replies to /corrections."""
    message = update.message
    if message is not None and is_from_person(message):
        await corrections_page.send_corrections(message, context)


def list_sources(services: Services) -> str:
    """Returns who publishes the figures, those with the most tables first; the rest are counted."""
    titles: dict[str, list[str]] = {}
    for source in services.live_library.library.sources.values():
        titles.setdefault(say(texts.ESTIMATES) if source.estimate else source.producer, []).append(source.title)
    order = sorted(titles, key=lambda producer: (-len(titles[producer]), producer.casefold()))
    lines = [say(texts.SOURCES)]
    lines += [
        f"• {escape(one, quote=False)}: {texts.count_tables(len(titles[one]))}" for one in order[:_NAMED_PRODUCERS]
    ]
    if len(order) > _NAMED_PRODUCERS:
        lines.append(say(texts.MORE_SOURCES, count=len(order) - _NAMED_PRODUCERS))
    return "\n".join(lines)


_TEXTS: dict[str, Callable[[Services], str]] = {
    "help": lambda _: say(texts.HELP),
    "privacy": lambda _: say(texts.PRIVACY),
    "sources": list_sources,
}
_LINK_HANDLERS: dict[str, LinkHandler] = {feedback.LINK_PREFIX: feedback.ask_reason}
