"""Sends the chart of a reply as a photo under it, once."""

from __future__ import annotations

import asyncio
from html import escape

import structlog
from telegram import CallbackQuery, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError

from handlers.checks import reply_view
from handlers.outgoing import sender
from handlers.outgoing.sender import Bot
from handlers.outgoing.telegram_html import fit_html
from handlers.services import Context, get_services
from handlers.state.chart_worker import ChartError
from i18n.language import say
from reasoning.model.answer import Answer
from reasoning.presenting.chart import Chart, chart
from storage import Check

log = structlog.get_logger(__name__)

CAPTION_LIMIT = 1024
PRESS_WAIT = 5.0  # seconds that a press waits for its photo


async def send_chart(query: CallbackQuery, check: Check, answer: Answer, number: int, context: Context) -> None:
    """Draws and sends the chart of a page of claims; the caption says in words what it shows.

    The press is answered once it is known whether the photo was sent, or after `PRESS_WAIT`.
    """
    services = get_services(context)
    drawn = chart(reply_view.select_page(answer, number), services.live_library.library)
    if drawn is None:
        await sender.answer_press(query, say("There is nothing in this answer that a picture would show."))
        return
    token = f"{check.id}.{number}"
    if not services.sent_charts.add(token):
        await sender.answer_press(query, say("The picture is already here, below the reply."))
        return
    sending = asyncio.create_task(_draw_and_send(drawn, check, query.message, context))
    if not (await asyncio.wait({sending}, timeout=PRESS_WAIT))[0]:
        await sender.answer_press(
            query
        )  # Telegram's limits may delay the photo, but it takes an answer to a press for some seconds only
        await sending
    elif sending.result():
        await sender.answer_press(query)
    else:
        await sender.answer_press(query, say("I can't send a picture here. In words: {alt}", alt=drawn.alt))
    if not sending.result():
        services.sent_charts.remove(token)


async def _draw_and_send(drawn: Chart, check: Check, reply: object, context: Context) -> bool:
    try:
        picture = await get_services(context).chart_worker.draw(drawn)
        caption = fit_html(escape(drawn.alt, quote=False), CAPTION_LIMIT)
        return await _send_photo(context.bot, check, picture, caption, reply) is not None
    except (ChartError, TelegramError) as error:
        log.warning("a picture could not be sent", chat=check.chat_id, kind=type(error).__name__)
        return False


async def _send_photo(bot: Bot, check: Check, picture: bytes, caption: str, reply: object) -> Message | None:
    topic = reply.message_thread_id if isinstance(reply, Message) and reply.is_topic_message else None
    try:
        return await bot.send_photo(
            check.chat_id,
            picture,
            caption=caption,
            parse_mode=ParseMode.HTML,
            message_thread_id=topic,
            reply_parameters=ReplyParameters(check.reply_message_id, allow_sending_without_reply=True),
        )
    except (BadRequest, Forbidden) as error:
        log.info("a picture was refused", chat=check.chat_id, reason=error.message)
        return None
