"""Sending and changing the bot's own messages, and surviving what Telegram says to that."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

import httpx
import structlog
from telegram import CallbackQuery, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TelegramError
from telegram.ext import ExtBot

from handlers.outgoing.circuit_breaker import ChatUnreachableError
from handlers.outgoing.telegram_html import fit, strip

log = structlog.get_logger(__name__)
T = TypeVar("T")
Bot = ExtBot[Any]

TYPING_AFTER = 1.0  # seconds
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_ALERT = 200  # characters of the window after a press
_PAUSES = (0.5, 1.0, 2.0)
# The request was not sent, or only its connection was tried: sending it again can't say anything twice.
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


async def reply(
    bot: Bot, target: Message, html: str, buttons: InlineKeyboardMarkup | None = None, *, to: int | None = None
) -> Message | None:
    """Replies to a message, in its topic. None if the chat does not let the bot speak.

    With `to` it hangs on that message of the chat instead; None too if that is gone.
    Raises NetworkError where it is unknown whether the reply arrived: it is not sent again, lest it be said twice.
    """
    html = fit(html)
    # Threads of replies in ordinary groups have a number too, but only a topic may be written to by it.
    topic = target.message_thread_id if target.is_topic_message else None

    async def send(chat_id: int, text: str, mode: ParseMode | None) -> Message:
        return await bot.send_message(
            chat_id,
            text,
            parse_mode=mode,
            link_preview_options=_NO_PREVIEW,
            message_thread_id=topic,
            reply_parameters=ReplyParameters(to or target.message_id, allow_sending_without_reply=to is None),
            reply_markup=buttons,
        )

    try:
        return await _insist(lambda: send(target.chat.id, html, ParseMode.HTML), _is_unsent)
    except ChatMigrated as moved:
        chat_id = moved.new_chat_id
        return await _insist(lambda: send(chat_id, html, ParseMode.HTML), _is_unsent)
    except ChatUnreachableError:  # said in the log when it was closed
        pass
    except Forbidden as error:
        log.info("not allowed to reply", chat=target.chat.id, reason=error.message)
    except BadRequest as error:
        if "parse entities" in error.message:
            log.error("a reply is not valid HTML", reason=error.message)  # noqa: TRY400 a trace adds nothing
            return await _insist(lambda: send(target.chat.id, strip(html), None), _is_unsent)
        log.warning("reply refused", chat=target.chat.id, reason=error.message)
    return None


async def tell(bot: Bot, chat_id: int, html: str) -> bool:
    """A message to a chat that asked nothing. False where it may not be sent: to who never wrote to the bot."""
    try:
        await _insist(
            lambda: bot.send_message(chat_id, fit(html), parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW),
            _is_unsent,
        )
    except TelegramError as error:
        log.info("somebody can't be told", chat=chat_id, reason=error.message)
        return False
    return True


async def revise(
    bot: Bot,
    chat_id: int,
    message_id: int,
    html: str,
    buttons: InlineKeyboardMarkup | None = None,
    *,
    inline_id: str = "",
) -> bool:
    """Changes a message of the bot's. False if it can't be changed any more: deleted, too old, or the chat is gone.

    One that was sent where the bot is not has only an `inline_id`.
    """

    async def edit() -> Message | bool:
        return await bot.edit_message_text(
            fit(html),
            None if inline_id else chat_id,
            None if inline_id else message_id,
            inline_id or None,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=buttons,
        )

    try:
        # To say the same twice in an edit changes nothing, so any failure of the network is tried again.
        await _insist(edit, lambda _: True)
    except (BadRequest, Forbidden, ChatMigrated) as error:
        if "not modified" in error.message:
            return True
        if isinstance(error, ChatUnreachableError):
            return False
        log.info("a reply can't be changed", chat=chat_id, reason=error.message)
        return False
    return True


@asynccontextmanager
async def typing(message: Message) -> AsyncIterator[None]:
    """Shows in the chat that an answer is under way, as soon as it takes more than a second."""
    task = asyncio.create_task(_type(message))
    try:
        yield
    finally:
        task.cancel()


async def _type(message: Message) -> None:
    await asyncio.sleep(TYPING_AFTER)
    topic = message.message_thread_id if message.is_topic_message else None
    with suppress(TelegramError):
        while True:  # Telegram shows it for five seconds
            await message.get_bot().send_chat_action(message.chat.id, ChatAction.TYPING, message_thread_id=topic)
            await asyncio.sleep(4.5)


async def acknowledge(query: CallbackQuery, alert: str = "") -> None:
    """Ends the turning of a pressed button, with a window if there is something to say."""
    try:
        await query.answer(_short(alert) or None, show_alert=bool(alert))
    except BadRequest as error:  # too old: the person has long stopped waiting
        log.info("a press is answered too late", reason=error.message)


def _short(alert: str) -> str:
    return alert if len(alert) <= _ALERT else alert[: _ALERT - 1].rstrip() + "…"


async def _insist(call: Callable[[], Awaitable[T]], may_repeat: Callable[[NetworkError], bool]) -> T:
    for pause in _PAUSES:
        try:
            return await call()
        except BadRequest:  # a NetworkError to the library, but a refusal is final
            raise
        except NetworkError as error:
            if not may_repeat(error):
                raise
            await asyncio.sleep(pause)
    return await call()


def _is_unsent(error: NetworkError) -> bool:
    """Whether the request surely did nothing: never sent, or refused by a server that answered."""
    cause = error.__cause__
    return isinstance(cause, _UNSENT) or not isinstance(cause, httpx.HTTPError)
