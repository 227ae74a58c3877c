"""Corrected figures: the replies of the last 30 days that used one are worked out again, and mended; /corrections.

A reply whose verdict changes is edited where it stands, with the day of the correction above it; slowly, so that
Telegram's limits leave room for those who ask meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram import CallbackQuery, Message
from telegram.error import TelegramError

from handlers.checks import deep_links, reply_view
from handlers.checks.reply_view import Page
from handlers.outgoing import sender
from handlers.outgoing.pagination import Buttons, code, keyboard, leaf
from handlers.outgoing.sender import Bot
from handlers.services import Context, Services, of
from i18n import dates
from i18n.language import current, say, say_many, speaking
from knowledge import Difference, Figure, Library
from reckoning.answer import Answer
from reckoning.number import measured
from reckoning.redoing.renewal import Reckoned, renew
from storage import KEPT, Check, Correction

log = structlog.get_logger(__name__)

TURN = "c"  # the action of a button that leads to another leaf of the list
_ON_A_LEAF = 12
PAUSES = (1.0, 4.0)  # seconds between two edits: in a private chat, in a group
_MOST = 200  # series of one change; of a file with more, the first


@dataclass
class Rechecker:
    """What has been corrected and not yet followed up."""

    _waiting: asyncio.Queue[tuple[tuple[Difference, ...], Library]] = field(default_factory=asyncio.Queue)

    def take(self, changes: Sequence[Difference], before: Library) -> None:
        """Figures that were there and are different now; `before` has them as they were."""
        corrected = tuple(one for one in changes if one.old is not None and one.new is not None and _differs(one))
        if corrected:
            self._waiting.put_nowait((corrected, before))

    async def run(self, services: Services, bot: Bot) -> None:
        """Goes on until it is cancelled."""
        while True:  # in a frame of its own: waiting for the next, this one would hold on to the replaced library
            await self._follow_all(*await self._waiting.get(), services, bot)

    async def _follow_all(self, changes: tuple[Difference, ...], before: Library, services: Services, bot: Bot) -> None:
        for series, of_it in _by_series(changes):
            try:
                await self._follow_up(series, of_it, before, services, bot)
            except (SQLAlchemyError, TelegramError, ValueError) as error:
                log.warning("a correction could not be followed up", series=series, kind=type(error).__name__)

    async def _follow_up(
        self, series: str, changes: tuple[Difference, ...], before: Library, services: Services, bot: Bot
    ) -> None:
        used = await services.storage.checks.using(series, services.clock() - KEPT)
        if not used:
            return
        chats: dict[int, list[Check]] = {}
        for check in used:
            chats.setdefault(check.chat_id, []).append(check)
        mended = sum(
            await asyncio.gather(*(self._mend_all(checks, before, services, bot) for checks in chats.values()))
        )
        log.info("replies corrected", series=series, used=len(used), changed=mended)
        for change in changes:
            await services.storage.corrections.keep(_entry(change, mended, services))

    async def _mend_all(self, checks: list[Check], before: Library, services: Services, bot: Bot) -> int:
        """Those of one chat, one after another."""
        mended = 0
        for check in checks:
            mended += (changed := await mend(check, before, services, bot))
            if changed:
                await asyncio.sleep(PAUSES[check.chat_id < 0])
            else:
                await asyncio.sleep(0)  # who asks meanwhile comes first
        return mended


async def mend(check: Check, before: Library, services: Services, bot: Bot) -> bool:
    """Works a check out again; whether its verdict changed, and the reply with it."""
    try:
        old = Answer.load(check.answer)
    except ValueError:
        return False
    with speaking(check.language):
        after = services.shelf.library
        new = renew(old, _by(before, services), _by(after, services), after)
        if _verdicts(new) == _verdicts(old):
            return False
        said = say("Corrected on {day}", day=dates.day(services.today))
        mended = replace(
            check,
            origin=_above(check.origin, said),
            answer=new.dump(),
            library_version=new.library_version,
            claim="",  # who says it again gets a reply of its own
        )
        html, buttons = reply_view.turn(
            reply_view.FRONT, new, check.id, services.wording, mended.origin, link=deep_links.link(check, bot)
        )
        edited = await sender.revise(
            bot, check.chat_id, check.reply_message_id, html, buttons, inline_id=check.inline_id
        )
    if edited:
        await services.storage.checks.correct(mended)
    return edited


def _by(library: Library, services: Services) -> Reckoned:
    return lambda text, as_of: services.answer(text, library, as_of, locale=current())


async def turn(number: int, services: Services) -> Page:
    """A leaf of /corrections, the newest first."""
    count = await services.storage.corrections.count()
    if not count:
        return say("No figure that my replies used has been corrected."), None
    places, number, leaves = leaf(range(count), number, _ON_A_LEAF)
    shown = await services.storage.corrections.latest(_ON_A_LEAF, places[0])
    lines = [say("<b>Corrected figures</b>"), *map(_told, shown)]
    return "\n".join(lines), keyboard(_turning(number, leaves))


async def show(message: Message, context: Context) -> None:
    """In a group the first leaf alone, lest one turn it away from another."""
    html, buttons = await turn(0, of(context))
    await sender.reply(context.bot, message, html, buttons if message.chat.type == "private" else None)


async def pressed(query: CallbackQuery, number: str, context: Context) -> None:
    await sender.acknowledge(query)
    if query.message is not None and number.isdecimal() and len(number) < 6:
        leaf_of_it = await turn(int(number), of(context))
        await sender.revise(context.bot, query.message.chat.id, query.message.message_id, *leaf_of_it)


def _turning(number: int, leaves: int) -> Buttons:
    row = [reply_view.button(say("« Newer"), TURN, str(number - 1))] if number else []
    row += [reply_view.button(say("Older »"), TURN, str(number + 1))] if number < leaves - 1 else []
    return [row] if row else []


def _told(one: Correction) -> str:
    replies = say_many("{number} reply changed", "{number} replies changed", one.replies)
    return f"• {dates.short(one.day)}, {code(one.figure)}: {code(one.before)} → {code(one.after)}; {replies}"


def _above(origin: str, said: str) -> str:
    """A correction takes the place of the one before."""
    first = origin.partition("\n")[0] if origin.startswith("<i>") else ""
    return f"{first}\n<b>{said}</b>".strip()


def _verdicts(answer: Answer) -> list[str]:
    return [finding.verdict.value for finding in answer.findings]


def _entry(change: Difference, replies: int, services: Services) -> Correction:
    assert change.old is not None
    assert change.new is not None
    today: date = services.today
    figure = _named(change.new, services.shelf.library)
    return Correction(figure[:200], _amount(change.old)[:200], _amount(change.new)[:200], replies, today)


def _named(reference: Figure, library: Library) -> str:
    entity, measure = library.entities[reference.entity].name, library.measures[reference.measure].name
    return f"{entity}, {measure}, {reference.dated}"


def _amount(reference: Figure) -> str:
    return measured(reference.value, reference.unit, 4)


def _differs(change: Difference) -> bool:
    old, new = change.old, change.new
    assert old is not None
    assert new is not None
    return (old.value, old.low, old.high) != (new.value, new.low, new.high)


def _by_series(changes: Sequence[Difference]) -> list[tuple[str, tuple[Difference, ...]]]:
    """Each series, such as "US.population", with its changes."""
    found: dict[str, list[Difference]] = {}
    for one in changes:
        found.setdefault(one.id.rpartition(".")[0], []).append(one)
    if len(found) > _MOST:
        log.warning("more series corrected than are followed up", series=len(found), followed=_MOST)
    return [(series, tuple(of_it)) for series, of_it in list(found.items())[:_MOST]]
