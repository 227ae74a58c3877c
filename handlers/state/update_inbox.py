"""Updates on their way in: written down first, each let through once, and crossed off when handled."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import structlog
from telegram import Update

from handlers.outgoing.sender import Bot
from storage import PendingUpdates

log = structlog.get_logger(__name__)


class UpdateInbox:
    """`replayed` holds the numbers of updates that were in hand when the program last ended: they may be half done."""

    def __init__(self, inbox: PendingUpdates, clock: Callable[[], datetime]) -> None:
        self.replayed: set[int] = set()
        self._inbox = inbox
        self._clock = clock
        self._held: set[int] = set()
        self.closed = False

    def close(self) -> None:
        """From now on nothing more is begun: what waits for its turn stays written down for the next start."""
        self.closed = True

    async def accept(self, updates: Sequence[Update]) -> list[Update]:
        """Writes updates down and gives those that had not come before. Once it returns, a kill loses none of them."""
        bodies = {update.update_id: update.to_json() for update in updates}
        fresh = await self._inbox.receive(bodies, self._clock())
        if len(fresh) < len(bodies):
            log.info("repeated updates left out", count=len(bodies) - len(fresh))
        return [update for update in updates if update.update_id in fresh]

    async def left_over(self, bot: Bot) -> list[Update]:
        """What was in hand when the program last ended."""
        waiting = [Update.de_json(json.loads(body), bot) for body in await self._inbox.waiting(self._clock())]
        self.replayed |= {update.update_id for update in waiting}
        if waiting:
            log.info("taking up updates left over", count=len(waiting))
        return waiting

    def hold(self, number: int) -> None:
        """The update's handler is done, and the update is not: it waits for another."""
        self._held.add(number)

    async def finish(self, numbers: Iterable[int]) -> None:
        """Crosses off updates, held ones too."""
        for number in numbers:
            self._held.discard(number)
            self.replayed.discard(number)
            await self._inbox.finish(number)

    async def release(self, numbers: Iterable[int]) -> None:
        """Crosses off those of the updates that were held."""
        await self.finish([number for number in numbers if number in self._held])

    async def handled(self, number: int) -> None:
        """The update's handler is done; so is the update, unless it is held."""
        if number not in self._held:
            await self.finish([number])
