"""The claims of late, in memory: most are new, and to know that takes no question to the database."""

from __future__ import annotations

import asyncio
from datetime import datetime

from sqlalchemy import select

from storage.reader import Reader
from storage.tables import checks

_MOST = 100_000  # about 10 MB; of more, every claim is looked up


class RecentClaims:
    """Digests of all chats. Those that were since deleted or changed may still be among them."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: set[str] = set()
        self._is_read = False
        self._reading = asyncio.Lock()

    def add(self, claim: str) -> None:
        if claim and len(self._known) < _MOST:
            self._known.add(claim)

    async def may_have(self, claim: str, since: datetime) -> bool:
        """False where it is surely not among the checks since then."""
        if not self._is_read:
            await self._read(since)
        return claim in self._known or len(self._known) >= _MOST

    def forget(self) -> None:
        """They are read anew when one is next asked for: the old ones are gone by then."""
        self._known = set()
        self._is_read = False

    async def _read(self, since: datetime) -> None:
        async with self._reading:
            if self._is_read:
                return
            query = select(checks.c.claim).where(checks.c.created >= since, checks.c.claim != "").limit(_MOST)
            found = await self._reader.rows(query)
            self._known.update(row["claim"] for row in found)
            self._is_read = True
