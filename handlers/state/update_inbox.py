"""A durable inbox: each update is stored before it is handled, handled once, and deleted when that is done."""

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
    """Holds the updates that are not handled yet.

    `replayed_ids` are of updates that were being handled when the program last ended, and may be half done.
    """

    def __init__(self, inbox: PendingUpdates, clock: Callable[[], datetime]) -> None:
        self.replayed_ids: set[int] = set()
        self._inbox = inbox
        self._clock = clock
        self._held: set[int] = set()
        self.is_closed = False

    def close(self) -> None:
        """Has no more updates begun: those that wait stay stored for the next start."""
        self.is_closed = True

    async def accept(self, updates: Sequence[Update]) -> list[Update]:
        """Stores updates and returns the new ones. Once it returns, none is lost if the process is killed."""
        bodies = {update.update_id: update.to_json() for update in updates}
        fresh = await self._inbox.add(bodies, self._clock())
        if len(fresh) < len(bodies):
            log.info("repeated updates left out", count=len(bodies) - len(fresh))
        return [update for update in updates if update.update_id in fresh]

    async def load_unfinished(self, bot: Bot) -> list[Update]:
        """Returns the updates that were not handled when the program last ended."""
        waiting = [Update.de_json(json.loads(body), bot) for body in await self._inbox.unfinished(self._clock())]
        self.replayed_ids |= {update.update_id for update in waiting}
        if waiting:
            log.info("taking up updates left over", count=len(waiting))
        return waiting

    def hold(self, number: int) -> None:
        """Keeps an update stored when its handler is done, as it waits for another one."""
        self._held.add(number)

    async def finish(self, numbers: Iterable[int]) -> None:
        """Deletes updates, held ones too."""
        for number in numbers:
            self._held.discard(number)
            self.replayed_ids.discard(number)
            await self._inbox.finish(number)

    async def release(self, numbers: Iterable[int]) -> None:
        """Deletes those of the updates that were held."""
        await self.finish([number for number in numbers if number in self._held])

    async def mark_handled(self, number: int) -> None:
        """Deletes an update whose handler is done, unless it is held."""
        if number not in self._held:
            await self.finish([number])
