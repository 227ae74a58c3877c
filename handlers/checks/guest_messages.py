"""Guest mode: answers, once, a mention in a chat that the bot is not a member of."""

from __future__ import annotations

from dataclasses import replace

import structlog
from telegram import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    Message,
    SentGuestMessage,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import MessageHandler, filters

from handlers.checks import deep_links, rate_limit_reply, reply_view
from handlers.checks.check_flow import check_message
from handlers.checks.check_record import build_record, count_what_lacks
from handlers.checks.check_request import CheckRequest
from handlers.incoming import addressing
from handlers.incoming.addressing import find_asker_id, find_replied_message, is_from_bot, is_from_person, read_text
from handlers.outgoing import texts
from handlers.outgoing.telegram_html import fit_html
from handlers.services import App, Context, Services, get_services
from handlers.state.rate_limit import Allowance
from i18n.language import say
from reasoning.model.answer import Answer

log = structlog.get_logger(__name__)


def register(application: App) -> None:
    application.add_handler(MessageHandler(filters.UpdateType.GUEST_MESSAGE, handle_guest_message))


async def handle_guest_message(update: Update, context: Context) -> None:
    """Checks the text beside the mention; if there is no claim in it, the message that it replies to."""
    message = update.guest_message
    if message is None or message.guest_query_id is None or not is_from_person(message):
        return
    services = get_services(context)
    room = rate_limit_reply.count_request(message, services)
    if room is Allowance.NOTHING:
        return
    answer = await _check_guest_message(message, services, context) if room is Allowance.ANSWER else None
    if answer is not None and _is_told(answer):
        await _reply_with_answer(message, answer, context)
    elif room is Allowance.WARNING:
        await _answer_query(
            message, "addsup", _build_content(rate_limit_reply.format_slow_down(services)), None, context
        )
    elif not _is_small_talk(message, context):
        if answer is not None:
            await count_what_lacks(answer, services)
        told = say(texts.NOTHING_ASKED) if answer is None else reply_view.format_silent(answer)
        await _answer_query(message, "addsup", _build_content(told), None, context)


def _is_told(answer: Answer) -> bool:
    """Whether an answer has something that the buttons under it are for."""
    return bool(answer.findings or answer.readings)


async def _reply_with_answer(message: Message, answer: Answer, context: Context) -> None:
    """Replies with buttons, and stores the check for them."""
    services = get_services(context)
    check = build_record(CheckRequest(0, "", message, find_asker_id(message)), answer, services)
    link = deep_links.build_link(check.id, context.bot)
    html, buttons = reply_view.render_reply(
        reply_view.FRONT, answer, check.id, services.wording, check.origin, link=link
    )
    async with services.storage.checks.sending(check.id):
        title = "addsup" if answer.is_silent else services.wording.title(answer)
        sent = await _answer_query(message, title, _build_content(html), buttons, context)
        if sent is not None:
            here = replace(check, chat_id=0, message_id=0, inline_id=sent.inline_message_id, claim="")
            await services.storage.checks.add(here)
    await count_what_lacks(answer, services)


async def _answer_query(
    message: Message,
    title: str,
    content: InputTextMessageContent,
    buttons: InlineKeyboardMarkup | None,
    context: Context,
) -> SentGuestMessage | None:
    card = InlineQueryResultArticle("0", title, content, reply_markup=buttons)
    try:
        return await context.bot.answer_guest_query(message.guest_query_id or "", card)
    except BadRequest as error:
        log.info("a guest query is answered too late", reason=error.message)
        return None


def _build_content(html: str) -> InputTextMessageContent:
    return InputTextMessageContent(
        fit_html(html), parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )


def _is_small_talk(message: Message, context: Context) -> bool:
    """Whether it is a reply to the bot that does not mention it, such as "thanks"."""
    target = find_replied_message(message)
    to_bot = target is not None and is_from_bot(target, context.bot.bot)
    return to_bot and addressing.extract_request(message, context.bot.bot) is None


async def _check_guest_message(message: Message, services: Services, context: Context) -> Answer | None:
    """Returns the answer to the message or the one it replies to; None where neither has a text."""
    text = addressing.extract_request(message, context.bot.bot)
    text = read_text(message)[0] if text is None else text
    answer = await check_message(text, message, services) if text else None
    target = find_replied_message(message)
    if target is None or is_from_bot(target, context.bot.bot) or (answer is not None and _is_told(answer)):
        return answer
    quote = message.quote
    claim = quote.text if quote is not None and quote.is_manual else read_text(target)[0]
    return await check_message(claim, target, services) if claim else answer
