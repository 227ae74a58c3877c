"""The way of a check: from what somebody asks to the answer, and on to the reply."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from time import perf_counter

import structlog
from telegram import Message

from handlers.checks.check_reply import send_reply
from handlers.checks.check_request import CheckRequest
from handlers.incoming import forward_origin
from handlers.outgoing import sender
from handlers.services import Context, Services, get_services
from i18n.language import SOURCE_LANGUAGE, current_language, say, use_language
from i18n.language_detection import detect_language, is_unread
from reasoning.model.answer import Answer, Obstacle

log = structlog.get_logger(__name__)

LONG_TEXT = 5000  # characters; a longer text may take long enough to keep other chats waiting


async def answer_request(request: CheckRequest, context: Context, answer: Answer | None = None) -> None:
    """Replies with the answer, worked out unless it is given, and stores the check."""
    services = get_services(context)
    if request.update_id in services.update_inbox.replayed_ids and await services.storage.checks.find_by_message(
        request.target.chat.id, request.target.message_id
    ):
        return  # answered just before the program ended
    await send_reply(request, answer or await check_message(request.text, request.target, services), context)


async def check_message(text: str, message: Message, services: Services) -> Answer:
    """Returns the answer to a text as of the day when its message was written, if it was forwarded, else of today.

    While a long one is worked out, the chat shows that the bot is typing.
    """
    origin = forward_origin.find_forward_origin(message)
    day = origin.day if origin else services.today
    if len(text) <= LONG_TEXT:
        return await check_text(text, day, services)
    async with sender.show_typing(message):
        return await check_text(text, day, services)


async def check_text(text: str, as_of: date, services: Services) -> Answer:
    """Returns the answer to a text as of a day, from the figures in use now; a long one is worked out elsewhere."""
    library, started = services.live_library.library, perf_counter()
    if len(text) > LONG_TEXT:
        answer = await services.answer_worker.answer(services.answer, text, library, as_of, locale=current_language())
    else:
        answer = services.answer(text, library, as_of, locale=current_language())
    if answer.is_silent and is_unread(text):
        answer = replace(answer, note=_explain_unread_language(text), left_open=Obstacle.LANGUAGE)
    log.debug(
        "answered",
        verdict=answer.verdict.value,
        claims=len(answer.findings),
        characters=len(text),
        milliseconds=round(1000 * (perf_counter() - started), 1),
    )
    return answer


def _explain_unread_language(text: str) -> str:
    """Returns, in the language of the text if the bot speaks it, that claims are read in English only."""
    with use_language(detect_language(text) or SOURCE_LANGUAGE):
        return say(
            "I read claims in English only so far. Send me this one in English, "
            "such as “Mexico has 700 million people”, and I'll work it out."
        )
