"""From what somebody asks to the reply in the chat, and its record."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import date
from time import perf_counter

import structlog
from telegram import Message

from handlers.chats import language_menu
from handlers.checks import duplicate_claims, reply_view
from handlers.incoming import forward_origin
from handlers.outgoing import sender
from handlers.outgoing.telegram_html import brief
from handlers.services import Context, Services, of
from i18n.language import current, speaking
from reckoning.answer import Answer
from reckoning.reading.tongue import is_unread
from storage import Check, new_id

log = structlog.get_logger(__name__)

_LONG = 20_000  # beyond this, reckoning takes long enough to keep others waiting


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """`target` is the message judged, on which the reply hangs; `parts` the number of messages its text came in.

    `is_again` says that it has been answered before, and that reply is gone.
    """

    update_id: int
    text: str
    target: Message
    asker_id: int
    parts: int = 1
    is_again: bool = False


async def respond(ask: CheckRequest, context: Context, answer: Answer | None = None) -> None:
    """Replies with the answer, reckoned unless it is given, and keeps it for buttons and edits."""
    services = of(context)
    if ask.update_id in services.intake.replayed and await services.storage.checks.of_message(
        ask.target.chat.id, ask.target.message_id
    ):
        return  # answered just before the program ended
    await _reply(ask, answer or await reckon(ask.text, ask.target, services), context)


async def _reply(ask: CheckRequest, answer: Answer, context: Context) -> None:
    services = of(context)
    if wanted := pairs(answer):
        await services.storage.missing_figures.note(wanted, services.today)
    check = record(ask, answer, services)
    async with services.storage.checks.coming(check.id):
        await _send(check, ask, answer, context)


async def _send(check: Check, ask: CheckRequest, answer: Answer, context: Context) -> None:
    services = of(context)
    sent = None if ask.is_again else await duplicate_claims.point(check, answer, ask.target, context)
    if sent is not None:
        check = replace(check, claim="")  # the first reply stays the one to point at
        if sent.reply_markup is None:
            return
    else:
        html, buttons = reply_view.turn(reply_view.FRONT, answer, check.id, services.wording, check.origin)
        if services.choices.of(ask.target.chat.id).is_short:
            html = brief(html)
        sent = await sender.reply(context.bot, ask.target, html, buttons)
    if sent is not None:
        await services.storage.checks.keep(replace(check, chat_id=sent.chat.id, reply_message_id=sent.message_id))


def record(ask: CheckRequest, answer: Answer, services: Services) -> Check:
    """What is kept of an answer, but for the reply's place."""
    written = forward_origin.of(ask.target)
    return Check(
        id=new_id(),
        chat_id=ask.target.chat.id,
        message_id=ask.target.message_id,
        reply_message_id=0,
        asker_id=ask.asker_id,
        library_version=answer.library_version,
        answer=answer.dump(),
        created=services.clock(),
        origin=written.line() if written else "",
        parts=ask.parts,
        claim=duplicate_claims.digest(answer, ask.target),
        language=current(),
    )


def pairs(answer: Answer) -> tuple[tuple[str, str], ...]:
    """The entities and measures whose figures would have settled what was asked."""
    wanted = dict.fromkeys(one for finding in answer.findings for one in finding.wanted)
    return tuple((entity, measure) for entity, _, measure in (one.partition(".") for one in wanted))


async def revise(check: Check, answer: Answer, ask: CheckRequest, context: Context) -> None:
    """Puts the answer to the edited text in the place of the old reply, or below it if that is gone."""
    services = of(context)
    stored = answer.dump()
    if stored == check.answer:
        return
    with speaking(check.language):
        html, buttons = reply_view.turn(reply_view.FRONT, answer, check.id, services.wording, check.origin)
        if await sender.revise(context.bot, check.chat_id, check.reply_message_id, html, buttons):
            claim = duplicate_claims.digest(answer, ask.target)
            await services.storage.checks.revise(check.id, stored, answer.library_version, claim)
        else:
            await _reply(replace(ask, is_again=True), answer, context)


async def reckon(text: str, target: Message, services: Services) -> Answer:
    """The answer as of the day a forwarded post was written, else of today."""
    written = forward_origin.of(target)
    day = written.day if written else services.today
    if len(text) <= _LONG:
        return await judge(text, day, services)
    async with sender.typing(target):
        return await judge(text, day, services)


async def judge(text: str, as_of: date, services: Services) -> Answer:
    """The answer as of a day, by the figures there are now."""
    library, started = services.shelf.library, perf_counter()
    if len(text) > _LONG:
        answer = await asyncio.to_thread(services.answer, text, library, as_of, locale=current())
    else:
        answer = services.answer(text, library, as_of, locale=current())
    if answer.is_silent and is_unread(text):
        answer = replace(answer, note=language_menu.unread(text))
    log.debug(
        "reckoned",
        verdict=answer.verdict.value,
        claims=len(answer.findings),
        characters=len(text),
        milliseconds=round(1000 * (perf_counter() - started), 1),
    )
    return answer
