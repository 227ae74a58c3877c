"""The Library in use, and how another takes its place: loaded and checked beside it, then swapped whole."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path

import knowledge
from knowledge import Library
from knowledge.memory import settle
from knowledge.overlay import Staged, stage


class Shelf:
    """`packaged` is the folder of the program's own figures, `owners` the one laid over it, which need not exist yet.

    Loading happens in a thread, so the bot goes on answering meanwhile from the library it has.
    """

    def __init__(
        self,
        library: Library,
        packaged: Path,
        owners: Path,
        *,
        load: Callable[..., Library] = knowledge.load,
    ) -> None:
        self.library = library
        self.owners = owners
        self._packaged = packaged
        self._load = load
        self._turn = asyncio.Lock()

    @property
    def folders(self) -> tuple[Path, ...]:
        return (self._packaged, self.owners) if self.owners.is_dir() else (self._packaged,)

    async def reload(self) -> bool:
        """Takes in what has changed in the folders; False if nothing has. Raises KnowledgeError, and keeps the old."""
        async with self._turn:
            library = await asyncio.to_thread(self._load, *self.folders)
            changed = library.version != self.library.version
            self.library = library
            settle()
            return changed

    async def stage(self, document: bytes, name: str, today: date) -> Staged:
        """Checks a file of figures against the rest. Raises KnowledgeError; changes nothing."""
        async with self._turn:
            return await self._lay(document, name, today)

    async def apply(self, document: bytes, name: str, today: date) -> Staged:
        """Writes a file of figures to the owners' folder and takes it in.

        It is laid over the folders once more, as they may have changed since it was shown. Raises KnowledgeError or
        OSError, and then nothing has changed.
        """
        async with self._turn:
            staged = await self._lay(document, name, today)
            await asyncio.to_thread(staged.commit, self.owners)
            self.library = staged.library
            settle()
            return staged

    async def _lay(self, document: bytes, name: str, today: date) -> Staged:
        return await asyncio.to_thread(stage, document, name, (self._packaged, self.owners), today)
