"""Inline mode: answers "@bot claim", typed in any chat, with a card for each claim; a card sends the full reply."""

from __future__ import annotations

from dataclasses import replace

import structlog
from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import InlineQueryHandler

from handlers.checks.check_flow import check_text
from handlers.outgoing.telegram_html import fit_html
from handlers.services import App, Context, Services, get_services
from handlers.state.rate_limit import Allowance
from i18n.language import say
from reasoning.model.answer import Answer

log = structlog.get_logger(__name__)

MOST_CARDS = 3
HELP_PARAMETER = "inline"  # given to /start by the button above the cards


def register(application: App) -> None:
    application.add_handler(InlineQueryHandler(handle_inline_query))


async def handle_inline_query(update: Update, context: Context) -> None:
    """Answers while somebody types, with cards that Telegram is told not to cache."""
    query = update.inline_query
    if query is None:
        return
    services = get_services(context)
    text, person = query.query.strip(), query.from_user.id
    if (
        person not in services.owners
        and services.inline_rate_limit.count_request(person, person) is not Allowance.ANSWER
    ):
        text = ""
    answer = await check_text(text, services.today, services) if text else None
    found = build_cards(answer, services) if answer is not None else []
    button = None if found else InlineQueryResultsButton(_format_hint(query.query), start_parameter=HELP_PARAMETER)
    try:
        await query.answer(found, cache_time=0, is_personal=False, button=button)
    except BadRequest as error:  # the person typed on, and Telegram asks for that no more
        log.info("an inline query is answered too late", reason=error.message)


def build_cards(answer: Answer, services: Services) -> list[InlineQueryResultArticle]:
    """Returns a card for each of the first claims, the weightiest first; none without a claim."""
    return [
        InlineQueryResultArticle(
            id=str(number),
            title=services.wording.title(first),
            description=first.findings[0].reading,
            input_message_content=build_content(first, services),
        )
        for number, first in enumerate(_list_answers_by_claim(answer))
    ]


def build_content(answer: Answer, services: Services) -> InputTextMessageContent:
    """Returns the reply with its working folded up beneath it, as the message will have no buttons."""
    html = services.wording.reply(answer)
    folded = f"{html}\n<blockquote expandable>{services.wording.working(answer)}</blockquote>"
    return InputTextMessageContent(
        folded if fit_html(folded) == folded else fit_html(html),
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )


def _list_answers_by_claim(answer: Answer) -> list[Answer]:
    """Returns the answer once for each of its first claims, with that claim in front, or each reading that is meant."""
    if answer.is_silent:
        return [replace(answer.choose(number), readings=()) for number in range(len(answer.readings))]
    findings = answer.findings
    return [
        replace(answer, findings=(finding, *(other for other in findings if other is not finding)))
        for finding in findings[:MOST_CARDS]
    ]


def _format_hint(text: str) -> str:
    # Telegram shows up to 64 characters.
    return (
        say("Nothing to check yet: write a claim with a number") if text else say("Write a claim with a number in it")
    )
