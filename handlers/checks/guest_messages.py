"""Guest mode: the bot is mentioned in a chat that it never joined, and may answer once."""

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
from handlers.checks.check_record import build_record, note_missing_figures
from handlers.checks.check_request import CheckRequest
from handlers.incoming import addressing
from handlers.incoming.addressing import asker, is_own, is_person, replied_to, spoken
from handlers.outgoing import texts
from handlers.outgoing.telegram_html import fit
from handlers.services import App, Context, Services, of
from handlers.state.rate_limit import RemainingBudget
from i18n.language import say
from reckoning.answer import Answer

log = structlog.get_logger(__name__)


def register(application: App) -> None:
    application.add_handler(MessageHandler(filters.UpdateType.GUEST_MESSAGE, asked))


async def asked(update: Update, context: Context) -> None:
    """Judges what stands beside the mention; where that says nothing to check, the message it replies to."""
    message = update.guest_message
    if message is None or message.guest_query_id is None or not is_person(message):
        return
    services = of(context)
    room = rate_limit_reply.room(message, services)
    if room is RemainingBudget.NOTHING:
        return
    answer = await _answer(message, services, context) if room is RemainingBudget.ANSWER else None
    if answer is not None and not answer.is_silent:
        await _judged(message, answer, context)
    elif room is RemainingBudget.WARNING:
        await _send(message, "addsup", _content(rate_limit_reply.slow_down(services)), None, context)
    elif not _is_chat(message, context):
        told = say(texts.NOTHING_ASKED) if answer is None else say(texts.NOTHING_TO_CHECK)
        await _send(message, "addsup", _content(told), None, context)


async def _judged(message: Message, answer: Answer, context: Context) -> None:
    """The reply with its buttons, kept so that they work."""
    services = of(context)
    check = build_record(CheckRequest(0, "", message, asker(message)), answer, services)
    link = deep_links.address(check.id, context.bot)
    html, buttons = reply_view.turn(reply_view.FRONT, answer, check.id, services.wording, check.origin, link=link)
    async with services.storage.checks.coming(check.id):
        sent = await _send(message, services.wording.title(answer), _content(html), buttons, context)
        if sent is not None:
            here = replace(check, chat_id=0, message_id=0, inline_id=sent.inline_message_id, claim="")
            await services.storage.checks.keep(here)
    await note_missing_figures(answer, services)


async def _send(
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


def _content(html: str) -> InputTextMessageContent:
    return InputTextMessageContent(
        fit(html), parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )


def _is_chat(message: Message, context: Context) -> bool:
    """A reply to the bot that neither names it nor claims anything, such as "thanks"."""
    target = replied_to(message)
    to_bot = target is not None and is_own(target, context.bot.bot)
    return to_bot and addressing.request(message, context.bot.bot) is None


async def _answer(message: Message, services: Services, context: Context) -> Answer | None:
    """None where nothing was asked."""
    text = addressing.request(message, context.bot.bot)
    text = spoken(message)[0] if text is None else text
    answer = await check_message(text, message, services) if text else None
    target = replied_to(message)
    if target is None or is_own(target, context.bot.bot) or (answer is not None and not answer.is_silent):
        return answer
    quote = message.quote
    claim = quote.text if quote is not None and quote.is_manual else spoken(target)[0]
    return await check_message(claim, target, services) if claim else answer
