"""Re-checks the replies that used a figure which has been corrected since.

Those of the last 30 days are worked out again. A reply whose verdict changes is edited in its place, with the day of
the correction above it; with pauses, so that Telegram's limits leave room for those who ask meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import TelegramError

from handlers.checks import deep_links, reply_view
from handlers.checks.stored_answer import load_answer, serialize_answer
from handlers.outgoing import sender
from handlers.outgoing.sender import Bot
from handlers.services import Services
from i18n import date_format
from i18n.language import say, use_language
from knowledge import Difference, Figure, Library
from reasoning.model.answer import Answer
from reasoning.redoing.renewal import renew
from reasoning.wording.numbers import measured
from storage import RETENTION, Check, Correction

log = structlog.get_logger(__name__)

EDIT_PAUSES = (1.0, 4.0)  # seconds between two edits: in a private chat, in a group
_MOST_SERIES = 200  # of a change with more, the first are followed up


@dataclass
class Rechecker:
    """Holds the corrections that have not been followed up yet, and follows them up one after another."""

    _waiting: asyncio.Queue[tuple[tuple[Difference, ...], Library]] = field(default_factory=asyncio.Queue)

    def queue_corrections(self, changes: Sequence[Difference], before: Library) -> None:
        """Takes on the figures that have another value now than in `before`, the library that has been replaced."""
        corrected = tuple(
            one for one in changes if one.old is not None and one.new is not None and _has_other_value(one)
        )
        if corrected:
            self._waiting.put_nowait((corrected, before))

    async def run(self, services: Services, bot: Bot) -> None:
        """Follows up corrections as they come, until it is cancelled."""
        while True:
            # In a frame of its own: this one, as it waits for the next, would keep the replaced library in memory.
            await self._recheck_all(*await self._waiting.get(), services, bot)

    async def _recheck_all(
        self, changes: tuple[Difference, ...], before: Library, services: Services, bot: Bot
    ) -> None:
        for series, of_it in _group_by_series(changes):
            try:
                await self._recheck_series(series, of_it, before, services, bot)
            except (SQLAlchemyError, TelegramError, ValueError) as error:
                log.warning("a correction could not be followed up", series=series, kind=type(error).__name__)

    async def _recheck_series(
        self, series: str, changes: tuple[Difference, ...], before: Library, services: Services, bot: Bot
    ) -> None:
        used = await services.storage.checks.find_using_series(series, services.clock() - RETENTION)
        if not used:
            return
        chats: dict[int, list[Check]] = {}
        for check in used:
            chats.setdefault(check.chat_id, []).append(check)
        changed = sum(
            await asyncio.gather(*(self._recheck_chat(checks, before, services, bot) for checks in chats.values()))
        )
        log.info("replies corrected", series=series, used=len(used), changed=changed)
        for change in changes:
            await services.storage.corrections.add(_build_correction(change, changed, services))

    async def _recheck_chat(self, checks: list[Check], before: Library, services: Services, bot: Bot) -> int:
        """Re-checks the replies of one chat, one after another; returns how many verdicts changed."""
        changed = 0
        for check in checks:
            if await recheck_reply(check, before, services, bot):
                changed += 1
                await asyncio.sleep(EDIT_PAUSES[check.chat_id < 0])
            else:
                await asyncio.sleep(0)  # who asks meanwhile comes first
        return changed


async def recheck_reply(check: Check, before: Library, services: Services, bot: Bot) -> bool:
    """Works a check out again, and edits its reply if a verdict changes. Returns whether the reply was edited."""
    try:
        with use_language(check.language):
            old = load_answer(check.answer, before)
    except ValueError:
        return False
    with use_language(check.language):
        after = services.live_library.library
        new = renew(old, after)
        if _list_verdicts(new) == _list_verdicts(old):
            return False
        header = say("Corrected on {day}", day=date_format.long_date(services.today))
        corrected = replace(
            check,
            origin=_replace_header(check.origin, header),
            answer=serialize_answer(new, after),
            library_version=new.library_version,
            claim="",  # who says it again gets a reply of its own
        )
        html, buttons = reply_view.render_reply(
            reply_view.FRONT,
            new,
            check.id,
            services.wording,
            corrected.origin,
            link=deep_links.build_link_from_inline(check, bot),
        )
        edited = await sender.edit_message(
            bot, check.chat_id, check.reply_message_id, html, buttons, inline_id=check.inline_id
        )
    if edited:
        await services.storage.checks.replace_reply(corrected)
    return edited


def _replace_header(origin: str, header: str) -> str:
    """Returns the lines above a reply, with the header in the place of that of an earlier correction."""
    forwarded = origin.partition("\n")[0] if origin.startswith("<i>") else ""
    return f"{forwarded}\n<b>{header}</b>".strip()


def _list_verdicts(answer: Answer) -> list[str]:
    return [finding.verdict.value for finding in answer.findings]


def _build_correction(change: Difference, replies: int, services: Services) -> Correction:
    assert change.old is not None
    assert change.new is not None
    name = _name_figure(change.new, services.live_library.library)
    return Correction(
        name[:200], _format_value(change.old)[:200], _format_value(change.new)[:200], replies, services.today
    )


def _name_figure(figure: Figure, library: Library) -> str:
    entity, measure = library.entities[figure.entity].name, library.measures[figure.measure].name
    return f"{entity}, {measure}, {figure.dated}"


def _format_value(figure: Figure) -> str:
    return measured(figure.value, figure.unit, 4)


def _has_other_value(change: Difference) -> bool:
    old, new = change.old, change.new
    assert old is not None
    assert new is not None
    return (old.value, old.low, old.high) != (new.value, new.low, new.high)


def _group_by_series(changes: Sequence[Difference]) -> list[tuple[str, tuple[Difference, ...]]]:
    """Returns each series, such as "US.population", with its changes."""
    found: dict[str, list[Difference]] = {}
    for one in changes:
        found.setdefault(one.id.rpartition(".")[0], []).append(one)
    if len(found) > _MOST_SERIES:
        log.warning("more series corrected than are followed up", series=len(found), followed=_MOST_SERIES)
    return [(series, tuple(of_it)) for series, of_it in list(found.items())[:_MOST_SERIES]]
