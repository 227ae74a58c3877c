"""Commands that ask about the bot itself."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from telegram import Update
from telegram.ext import CommandHandler, filters

from handlers import owner, post, sentence
from handlers.address import is_person
from handlers.markup import LIMIT
from handlers.service import App, Context, Services, of


def register(application: App) -> None:
    application.add_handler(CommandHandler(list(_REPLIES), tell, filters.UpdateType.MESSAGE))


async def tell(update: Update, context: Context) -> None:
    message = update.message
    if message is None or message.text is None or not is_person(message):
        return
    name = message.text.split()[0].partition("@")[0].lstrip("/").lower()
    services = of(context)
    told = _REPLIES[name](services)
    if name in ("start", "help") and owner.is_owner(message, services):
        await owner.introduce(context.bot, message.chat.id)
        told += f"\n\n{owner.guide()}" if name == "help" else ""
    await post.reply(context.bot, message, told)


def sources(services: Services) -> str:
    """Who publishes the figures, those with the most tables first; those that don't fit are counted."""
    titles: dict[str, list[str]] = {}
    for source in services.shelf.library.sources.values():
        titles.setdefault("estimates, not checked" if source.estimate else source.producer, []).append(source.title)
    lines = [sentence.SOURCES]
    room = LIMIT - 200
    order = sorted(titles, key=lambda producer: (-len(titles[producer]), producer.casefold()))
    for shown, producer in enumerate(order):
        line = f"• {escape(producer, quote=False)}: {sentence.count(len(titles[producer]), 'table', 'tables')}"
        room -= len(line) + 1
        if room < 0:
            lines.append(sentence.MORE_SOURCES.format(count=len(titles) - shown))
            break
        lines.append(line)
    return "\n".join(lines)


_REPLIES: dict[str, Callable[[Services], str]] = {
    "start": lambda _: sentence.START,
    "help": lambda _: sentence.HELP,
    "privacy": lambda _: sentence.PRIVACY,
    "sources": sources,
}
