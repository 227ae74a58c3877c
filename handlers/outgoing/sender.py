"""Sends, edits and answers on the bot's behalf; tries again where that is safe, and logs what Telegram refuses."""

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
from handlers.outgoing.telegram_html import fit_html, strip_tags

log = structlog.get_logger(__name__)
T = TypeVar("T")
Bot = ExtBot[Any]
MessageContent = tuple[str, InlineKeyboardMarkup | None]  # HTML, and the buttons beneath it

TYPING_AFTER = 1.0  # seconds
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_ALERT_LIMIT = 200  # characters of the window after a press
_PAUSES = (0.5, 1.0, 2.0)
# No part of the request was sent when these are raised, so that a message can't come twice if it is tried again.
_UNSENT_ERRORS = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


async def reply_to(
    bot: Bot, target: Message, html: str, buttons: InlineKeyboardMarkup | None = None, *, to: int | None = None
) -> Message | None:
    """Replies to a message, in its topic, and returns the reply; None if the chat does not let the bot send.

    With `to`, the reply is to that message of the chat instead; None too if that is gone.
    Raises NetworkError where it is unknown whether the reply arrived: sent again, it might come twice.
    """
    html = fit_html(html)
    # A thread of replies in an ordinary group has a number too, but Telegram refuses it as the place of a message.
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
        return await _retry(lambda: send(target.chat.id, html, ParseMode.HTML), _is_unsent)
    except ChatMigrated as moved:
        chat_id = moved.new_chat_id
        return await _retry(lambda: send(chat_id, html, ParseMode.HTML), _is_unsent)
    except ChatUnreachableError:  # logged when the chat was blocked
        pass
    except Forbidden as error:
        log.info("not allowed to reply", chat=target.chat.id, reason=error.message)
    except BadRequest as error:
        if "parse entities" in error.message:
            log.error("a reply is not valid HTML", reason=error.message)  # noqa: TRY400 a trace adds nothing
            return await _retry(lambda: send(target.chat.id, strip_tags(html), None), _is_unsent)
        log.warning("reply refused", chat=target.chat.id, reason=error.message)
    return None


async def send_message(bot: Bot, chat_id: int, html: str) -> bool:
    """Sends a message that nobody asked for. Returns False if that fails, as with people who never wrote to the bot."""
    try:
        await _retry(
            lambda: bot.send_message(
                chat_id, fit_html(html), parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW
            ),
            _is_unsent,
        )
    except TelegramError as error:
        log.info("somebody can't be told", chat=chat_id, reason=error.message)
        return False
    return True


async def edit_message(
    bot: Bot,
    chat_id: int,
    message_id: int,
    html: str,
    buttons: InlineKeyboardMarkup | None = None,
    *,
    inline_id: str = "",
) -> bool:
    """Edits a message of the bot's. Returns False if that is no longer possible: deleted, too old, or the chat is gone.

    A message in a chat that the bot is not in has an `inline_id` only, and `chat_id` and `message_id` are not used.
    """

    async def edit() -> Message | bool:
        return await bot.edit_message_text(
            fit_html(html),
            None if inline_id else chat_id,
            None if inline_id else message_id,
            inline_id or None,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=buttons,
        )

    try:
        # The same edit twice changes nothing more, so it is tried again after any failure of the network.
        await _retry(edit, lambda _: True)
    except (BadRequest, Forbidden, ChatMigrated) as error:
        if "not modified" in error.message:
            return True
        if isinstance(error, ChatUnreachableError):
            return False
        log.info("a reply can't be changed", chat=chat_id, reason=error.message)
        return False
    return True


@asynccontextmanager
async def show_typing(message: Message) -> AsyncIterator[None]:
    """Shows "typing" in the chat while the block runs, if that takes more than a second."""
    task = asyncio.create_task(_repeat_typing(message))
    try:
        yield
    finally:
        task.cancel()


async def _repeat_typing(message: Message) -> None:
    await asyncio.sleep(TYPING_AFTER)
    topic = message.message_thread_id if message.is_topic_message else None
    with suppress(TelegramError):
        while True:  # Telegram shows it for five seconds
            await message.get_bot().send_chat_action(message.chat.id, ChatAction.TYPING, message_thread_id=topic)
            await asyncio.sleep(4.5)


async def answer_press(query: CallbackQuery, alert: str = "") -> None:
    """Answers the press of a button, which stops its spinner; shows the alert in a window if there is one."""
    try:
        await query.answer(_shorten_alert(alert) or None, show_alert=bool(alert))
    except BadRequest as error:  # Telegram takes an answer for some seconds only
        log.info("a press is answered too late", reason=error.message)


def _shorten_alert(alert: str) -> str:
    return alert if len(alert) <= _ALERT_LIMIT else alert[: _ALERT_LIMIT - 1].rstrip() + "…"


async def _retry(call: Callable[[], Awaitable[T]], may_repeat: Callable[[NetworkError], bool]) -> T:
    for pause in _PAUSES:
        try:
            return await call()
        except BadRequest:  # a subclass of NetworkError in the library, but a refusal is final
            raise
        except NetworkError as error:
            if not may_repeat(error):
                raise
            await asyncio.sleep(pause)
    return await call()


def _is_unsent(error: NetworkError) -> bool:
    """Whether the request certainly had no effect: it was never sent, or the server answered with a refusal."""
    cause = error.__cause__
    return isinstance(cause, _UNSENT_ERRORS) or not isinstance(cause, httpx.HTTPError)
