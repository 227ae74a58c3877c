"""Digests of recent claims, in memory: most claims are new, and to know that must cost no query."""

from __future__ import annotations

import asyncio
from datetime import datetime

from sqlalchemy import select

from storage.database_schema import checks
from storage.query_runner import QueryRunner

_CAPACITY = 100_000  # about 10 MB; of more, every claim is looked up


class RecentClaims:
    """A set of the digests of all chats. Digests deleted or changed since may still be in it."""

    def __init__(self, reader: QueryRunner) -> None:
        self._reader = reader
        self._known: set[str] = set()
        self._is_loaded = False
        self._loading = asyncio.Lock()

    def add(self, claim: str) -> None:
        """Adds the digest of a claim; "" is none."""
        if claim and len(self._known) < _CAPACITY:
            self._known.add(claim)

    async def may_have(self, claim: str, since: datetime) -> bool:
        """Returns False where no check since `since` has this digest, True where one may."""
        if not self._is_loaded:
            await self._load(since)
        return claim in self._known or len(self._known) >= _CAPACITY

    def clear(self) -> None:
        """Empties the set; it is read from the database again at the next question."""
        self._known = set()
        self._is_loaded = False

    async def _load(self, since: datetime) -> None:
        async with self._loading:
            if self._is_loaded:
                return
            query = select(checks.c.claim).where(checks.c.created >= since, checks.c.claim != "").limit(_CAPACITY)
            found = await self._reader.rows(query)
            self._known.update(row["claim"] for row in found)
            self._is_loaded = True
