"""The library in use, and how another takes its place: loaded and checked in another process, then swapped whole."""

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
from handlers.state.knowledge_process import LoadTimeoutError, run_knowledge_process
from knowledge import Difference, KnowledgeError, Library
from knowledge.editing.edit import Edit
from knowledge.editing.edit_process import ChangedFiles, EditRequest, EditResult
from knowledge.files.folder import list_files
from knowledge.loading import load_process
from knowledge.loading.loader import is_checked

log = structlog.get_logger(__name__)

_EDIT_COMMAND = [sys.executable, "-m", "knowledge.editing.edit_process"]

Listener = Callable[[tuple[Difference, ...], Library], None]


@dataclass(frozen=True, slots=True)
class FolderSnapshot:
    """What shows at little cost that the owners' folder has changed: path, size, mtime (ns) and inode of each file."""

    files: tuple[tuple[str, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ReloadResult:
    """What a reload changed in the figures, and the owners' files that changed, each with its text before and after."""

    changes: tuple[Difference, ...] = ()
    files: ChangedFiles = field(default_factory=dict)


class LiveLibrary:
    """Holds the library in use; `library` is always whole, and is replaced by another at one stroke.

    `packaged_folder` has the program's own figures, `owners_folder` those laid over them; it need not exist yet.
    The other process leaves what it has checked in `cache_folder`, or in a temporary folder if none is given.
    `owner_files` are the texts that the library was made from, as `read_owner_files` gave them before it was loaded.
    """

    def __init__(
        self,
        library: Library,
        packaged_folder: Path,
        owners_folder: Path,
        owner_files: Mapping[str, str],
        cache_folder: Path | None = None,
    ) -> None:
        self.library = library
        self.owners_folder = owners_folder
        self._packaged_folder = packaged_folder
        self._temporary = None if cache_folder else tempfile.TemporaryDirectory(prefix="addsup-")
        self._cache_folder = cache_folder or Path(self._temporary.name if self._temporary else "")
        self._lock = asyncio.Lock()
        self._owner_files = owner_files
        self._listeners: list[Listener] = []

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that there are, each laid over the one before."""
        both = (self._packaged_folder, self.owners_folder)
        return both if self.owners_folder.is_dir() else both[:1]

    def add_listener(self, listener: Listener) -> None:
        """Has the listener called after every change of the figures, with what changed and the library before."""
        self._listeners.append(listener)

    async def reload(self) -> ReloadResult:
        """Takes in what has changed in the folders. Raises KnowledgeError or LoadTimeoutError, and keeps the old."""
        async with self._lock:
            output = await run_knowledge_process(load_process.load_command(self._cache_folder, self.folders))
            if problems := load_process.parse_problems(output):
                raise KnowledgeError(problems)
            return await self._swap_library()

    async def stage(self, edit: Edit, today: date) -> EditResult:
        """Returns what an edit would change, or what is wrong with it; changes nothing. Raises LoadTimeoutError."""
        async with self._lock:
            return await self._run_edit(edit, today)

    async def apply(self, edit: Edit, today: date, shown: tuple[str, ...]) -> EditResult:
        """Makes an edit if it still changes what was `shown`, and takes it in. Raises LoadTimeoutError."""
        async with self._lock:
            result = await self._run_edit(edit, today, shown)
            if result.made:
                await self._swap_library()
            return result

    def scan_folder(self) -> FolderSnapshot:
        """Returns how the owners' folder looks now."""
        found = []
        for folder in (self.owners_folder, self.owners_folder / "entities", self.owners_folder / "figures"):
            with suppress(OSError):
                for path in sorted(folder.glob("[!.]*.y*ml")):
                    stat = path.stat()
                    found.append((str(path), stat.st_size, stat.st_mtime_ns, stat.st_ino))
        return FolderSnapshot(tuple(found))

    async def has_unloaded_changes(self) -> bool:
        """Whether the owners' files differ from those that the library was made from."""
        return await asyncio.to_thread(read_owner_files, self.owners_folder) != self._owner_files

    def close(self) -> None:
        """Deletes the temporary folder, if there is one."""
        if self._temporary is not None:
            self._temporary.cleanup()

    async def _swap_library(self) -> ReloadResult:
        library, files, changes = await asyncio.to_thread(self._load_library)
        replaced, before = self.library, self._owner_files
        self.library, self._owner_files = library, files
        for listener in self._listeners:
            listener(changes, replaced)
        changed = sorted(place for place in {*before, *files} if before.get(place) != files.get(place))
        return ReloadResult(changes, {place: (before.get(place), files.get(place)) for place in changed})

    def _load_library(self) -> tuple[Library, dict[str, str], tuple[Difference, ...]]:
        files = read_owner_files(self.owners_folder)
        library = load_process.load_without_collector(*self.folders, cache=self._cache_folder)
        return library, files, knowledge.diff(self.library, library)

    async def _run_edit(self, edit: Edit, today: date, shown: tuple[str, ...] | None = None) -> EditResult:
        folders = (self._packaged_folder, self.owners_folder)
        request = EditRequest(edit, folders, self._cache_folder, today, shown)
        output = await run_knowledge_process(_EDIT_COMMAND, request.dump())
        try:
            return EditResult.load(output)
        except ValueError:
            raise LoadTimeoutError from None


async def open_live_library(packaged_folder: Path, owners_folder: Path, cache_folder: Path | None) -> LiveLibrary:
    """Loads the figures as the bot starts: without the owners' if those have a mistake, which must not keep it back.

    Raises KnowledgeError for a mistake in the packaged figures.
    """
    files = await asyncio.to_thread(read_owner_files, owners_folder)
    if files:
        try:
            library = await _load_checked(packaged_folder, owners_folder, cache_folder=cache_folder)
            return LiveLibrary(library, packaged_folder, owners_folder, files, cache_folder)
        except KnowledgeError as error:
            for problem in error.problems:
                log.error("the owners' figures are left out", problem=str(problem))  # noqa: TRY400
    library = await _load_checked(packaged_folder, cache_folder=cache_folder)
    return LiveLibrary(library, packaged_folder, owners_folder, {}, cache_folder)


async def _load_checked(*folders: Path, cache_folder: Path | None) -> Library:
    # Checking takes memory that this process would keep for as long as it runs, so another one does it.
    if cache_folder is not None and not await asyncio.to_thread(is_checked, *folders, cache=cache_folder):
        try:
            await run_knowledge_process(load_process.load_command(cache_folder, folders))
        except LoadTimeoutError:
            log.warning("checking the figures in another process came to no end")
    return await asyncio.to_thread(knowledge.load, *folders, cache=cache_folder)


def read_owner_files(folder: Path) -> dict[str, str]:
    """Returns the text of each file in the owners' folder; for a file that can't be one of figures, what is wrong."""
    if not folder.is_dir():
        return {}
    files, problems = list_files(folder)
    texts = {one.file: one.content.decode(errors="replace") for one in files}
    return texts | {problem.file: problem.message for problem in problems}
