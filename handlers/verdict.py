"""From what somebody asks to the reply in the chat, and its record."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from time import perf_counter

import structlog
from telegram import Message

from handlers import origin, page, post
from handlers.service import Context, Services, of
from reckoning.answer import Answer
from storage import Check, new_id

log = structlog.get_logger(__name__)

_LONG = 20_000  # beyond this, reckoning takes long enough to keep others waiting


@dataclass(frozen=True, slots=True)
class Ask:
    """`target` is the message judged, on which the reply hangs; `parts` the number of messages its text came in."""

    update_id: int
    text: str
    target: Message
    asker_id: int
    parts: int = 1


async def respond(ask: Ask, context: Context, answer: Answer | None = None) -> None:
    """Replies with the answer, reckoned unless it is given, and keeps it for buttons and edits."""
    services = of(context)
    if ask.update_id in services.intake.replayed and await services.storage.checks.of_message(
        ask.target.chat.id, ask.target.message_id
    ):
        return  # answered just before the program ended
    await _reply(ask, answer or await reckon(ask.text, ask.target, services), context)


async def _reply(ask: Ask, answer: Answer, context: Context) -> None:
    services = of(context)
    written = origin.of(ask.target)
    line = written.line() if written else ""
    check_id = new_id()
    html, buttons = page.turn(page.FRONT, answer, check_id, services.wording, line)
    if wanted := pairs(answer):
        await services.storage.wanted.note(wanted, services.today)
    sent = await post.reply(context.bot, ask.target, html, buttons)
    if sent is None:
        return
    await services.storage.checks.keep(
        Check(
            id=check_id,
            chat_id=sent.chat.id,
            message_id=ask.target.message_id,
            reply_message_id=sent.message_id,
            asker_id=ask.asker_id,
            library_version=answer.library_version,
            answer=answer.dump(),
            created=services.clock(),
            origin=line,
            parts=ask.parts,
        )
    )


def pairs(answer: Answer) -> tuple[tuple[str, str], ...]:
    """The entities and measures whose figures would have settled what was asked."""
    wanted = dict.fromkeys(one for finding in answer.findings for one in finding.wanted)
    return tuple((entity, measure) for entity, _, measure in (one.partition(".") for one in wanted))


async def revise(check: Check, text: str, target: Message, context: Context) -> None:
    """Answers the edited text in the place of the old reply, if that says anything else."""
    services = of(context)
    answer = await reckon(text, target, services)
    stored = answer.dump()
    if stored == check.answer:
        return
    html, buttons = page.turn(page.FRONT, answer, check.id, services.wording, check.origin)
    if await post.revise(context.bot, check.chat_id, check.reply_message_id, html, buttons):
        await services.storage.checks.revise(check.id, stored, answer.library_version)


async def reckon(text: str, target: Message, services: Services) -> Answer:
    """The answer as of the day a forwarded post was written, else of today."""
    written = origin.of(target)
    as_of = written.day if written else services.today
    library, started = services.shelf.library, perf_counter()
    if len(text) > _LONG:
        answer = await asyncio.to_thread(services.answer, text, library, as_of)
    else:
        answer = services.answer(text, library, as_of)
    log.debug(
        "reckoned",
        verdict=answer.verdict.value,
        claims=len(answer.findings),
        characters=len(text),
        milliseconds=round(1000 * (perf_counter() - started), 1),
    )
    return answer
