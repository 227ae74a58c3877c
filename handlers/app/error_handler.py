"""Handles what goes wrong in a handler: a line in the log, a sentence to the person, and the bot goes on."""

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
    application.add_error_handler(handle_error)


async def handle_error(update: object, context: Context) -> None:
    """Logs an error without the message's words, and tells the person once if they expect an answer."""
    error = context.error
    if isinstance(error, ChatUnreachableError):
        return
    number = update.update_id if isinstance(update, Update) else None
    if isinstance(error, TelegramError):
        log.warning("Telegram failed", update=number, kind=type(error).__name__, reason=error.message)
    else:
        log.error("a handler failed", update=number, kind=type(error).__name__, trace=_format_trace(error))
    if not isinstance(update, Update) or isinstance(error, Forbidden):
        return
    told = say(texts.UNSURE) if isinstance(error, NetworkError) else say(texts.FAILED)
    try:
        await _tell_person(update, told, context.bot)
    except TelegramError as again:
        log.warning("the failure could not be told", update=number, kind=type(again).__name__)


def _format_trace(error: Exception | None) -> str:
    # The places only, without the text of the error, which may hold words of the message.
    frames = traceback.extract_tb(error.__traceback__)[-6:] if error is not None else []
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)


async def _tell_person(update: Update, told: str, bot: Bot) -> None:
    if update.callback_query is not None:
        await sender.answer_press(update.callback_query, told)
    elif update.message is not None and _expects_answer(update.message, bot):
        await sender.reply_to(bot, update.message, told)


def _expects_answer(message: Message, bot: Bot) -> bool:
    return message.chat.type == ChatType.PRIVATE or addressing.extract_request(message, bot.bot) is not None
