"""The Library in use, and how another takes its place: loaded and checked in another process, then swapped whole."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import structlog

import knowledge
from knowledge import Difference, KnowledgeError, Library
from knowledge.editing.edit import Edit
from knowledge.editing.edit_process import EditRequest, EditResult, Files
from knowledge.files.folder import list_files
from knowledge.loading import load_process

log = structlog.get_logger(__name__)

_PATIENCE = 120  # seconds for a process; it takes one or two


Listener = Callable[[tuple[Difference, ...], Library], None]


class LoadTimeoutError(Exception):
    """The other process came to no end; nothing has changed."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What the owners' folder looks like, cheap to ask for: name, size, time and number of every file."""

    files: tuple[tuple[str, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What a reload made different, and the owners' files that it came from, before and after."""

    changes: tuple[Difference, ...] = ()
    files: Files = field(default_factory=dict)


class LiveLibrary:
    """`packaged` is the folder of the program's own figures, `owners` the one laid over it, which need not exist yet.

    `cache` is where the other process leaves what it has checked; a temporary folder where none is given.
    `texts` are the owners' files that the library was made from, as `texts_in` gave them before it was loaded.
    """

    def __init__(
        self,
        library: Library,
        packaged: Path,
        owners: Path,
        texts: Mapping[str, str],
        cache: Path | None = None,
    ) -> None:
        self.library = library
        self.owners = owners
        self._packaged = packaged
        self._temporary = None if cache else tempfile.TemporaryDirectory(prefix="addsup-")
        self._cache = cache or Path(self._temporary.name if self._temporary else "")
        self._turn = asyncio.Lock()
        self._texts = texts
        self._heeding: list[Listener] = []

    @property
    def folders(self) -> tuple[Path, ...]:
        return (self._packaged, self.owners) if self.owners.is_dir() else (self._packaged,)

    def heed(self, listener: Listener) -> None:
        """Tells of every change of the figures in use, whoever made it, once it is made; and what they were before."""
        self._heeding.append(listener)

    async def reload(self) -> Taken:
        """Takes in what has changed in the folders, and gives that. Raises KnowledgeError, and keeps the old."""
        async with self._turn:
            said = await run_process(load_process.command(self._cache, self.folders))
            if found := load_process.problems(said):
                raise KnowledgeError(found)
            return await self._swap()

    async def stage(self, edit: Edit, today: date) -> EditResult:
        """What a change would make different, or what is wrong with it; changes nothing."""
        async with self._turn:
            return await self._send(EditRequest(edit, (self._packaged, self.owners), self._cache, today))

    async def apply(self, edit: Edit, today: date, shown: tuple[str, ...]) -> EditResult:
        """Makes a change and takes it in, if it still makes the difference that was shown."""
        async with self._turn:
            outcome = await self._send(EditRequest(edit, (self._packaged, self.owners), self._cache, today, shown))
            if outcome.made:
                await self._swap()
            return outcome

    def glance(self) -> Glance:
        """How the owners' folder looks now."""
        found = []
        for folder in (self.owners, self.owners / "entities", self.owners / "figures"):
            with suppress(OSError):
                for path in sorted(folder.glob("[!.]*.y*ml")):
                    about = path.stat()
                    found.append((str(path), about.st_size, about.st_mtime_ns, about.st_ino))
        return Glance(tuple(found))

    async def differs(self) -> bool:
        """Whether the owners' folder holds anything else than what was taken in."""
        return await asyncio.to_thread(texts_in, self.owners) != self._texts

    def close(self) -> None:
        if self._temporary is not None:
            self._temporary.cleanup()

    async def _swap(self) -> Taken:
        library, texts, changes = await asyncio.to_thread(self._load)
        replaced = self.library
        before, self._texts, self.library = self._texts, texts, library
        for listener in self._heeding:
            listener(changes, replaced)
        places = sorted(place for place in {*before, *texts} if before.get(place) != texts.get(place))
        return Taken(changes, {place: (before.get(place), texts.get(place)) for place in places})

    def _load(self) -> tuple[Library, dict[str, str], tuple[Difference, ...]]:
        texts = texts_in(self.owners)
        library = load_process.load_quietly(*self.folders, cache=self._cache)
        return library, texts, knowledge.diff(self.library, library)

    async def _send(self, errand: EditRequest) -> EditResult:
        said = await run_process([sys.executable, "-m", "knowledge.editing.edit_process"], errand.dump())
        try:
            return EditResult.load(said)
        except ValueError:
            raise LoadTimeoutError from None


def texts_in(folder: Path) -> dict[str, str]:
    """The files of the owners' folder, whatever else lies there marked by its name alone."""
    if not folder.is_dir():
        return {}
    found, problems = list_files(folder)
    texts = {leaf.file: leaf.content.decode(errors="replace") for leaf in found}
    return texts | {problem.file: problem.message for problem in problems}


async def run_process(command: list[str], given: bytes = b"") -> bytes:
    """What it says, given this. Raises Unfinished."""
    child = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=load_process.environment(),
    )
    try:
        said, complaint = await asyncio.wait_for(child.communicate(given), _PATIENCE)
    except TimeoutError:
        raise LoadTimeoutError from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if complaint:
        last = complaint.decode(errors="replace").strip().splitlines()[-1:]
        log.error("a process for the knowledge failed", process=command[2], reason="".join(last)[:300])
    return said
