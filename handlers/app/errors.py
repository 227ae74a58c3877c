"""What goes wrong in a handler: a line in the log, a sentence to the person, and the bot goes on."""

from __future__ import annotations

import traceback
from pathlib import Path

import structlog
from telegram import Message, Update
from telegram.constants import ChatType
from telegram.error import Forbidden, NetworkError, TelegramError

from handlers.incoming import addressing
from handlers.outgoing import sender, texts
from handlers.outgoing.circuit_breaker import ChatUnreachableError
from handlers.outgoing.sender import Bot
from handlers.services import App, Context
from i18n.language import say

log = structlog.get_logger(__name__)


def register(application: App) -> None:
    application.add_error_handler(failed)


async def failed(update: object, context: Context) -> None:
    """Says so once, where the person waits for an answer. The message itself stays out of the log."""
    error = context.error
    if isinstance(error, ChatUnreachableError):
        return
    number = update.update_id if isinstance(update, Update) else None
    if isinstance(error, TelegramError):
        log.warning("Telegram failed", update=number, kind=type(error).__name__, reason=error.message)
    else:
        log.error("a handler failed", update=number, kind=type(error).__name__, trace=_trace(error))
    if not isinstance(update, Update) or isinstance(error, Forbidden):
        return
    told = say(texts.UNSURE) if isinstance(error, NetworkError) else say(texts.FAILED)
    try:
        await _tell(update, told, context.bot)
    except TelegramError as again:
        log.warning("the failure could not be told", update=number, kind=type(again).__name__)


def _trace(error: Exception | None) -> str:
    # Where it happened, without the error's own words: those may hold some of the message.
    frames = traceback.extract_tb(error.__traceback__)[-6:] if error is not None else []
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)


async def _tell(update: Update, told: str, bot: Bot) -> None:
    if update.callback_query is not None:
        await sender.acknowledge(update.callback_query, told)
    elif update.message is not None and _waits(update.message, bot):
        await sender.reply(bot, update.message, told)


def _waits(message: Message, bot: Bot) -> bool:
    return message.chat.type == ChatType.PRIVATE or addressing.request(message, bot.bot) is not None
