"""Tries owners' changes beside the current library, shows the difference, and writes them into the owners' folder.

    staged = stage(document, "figures.yaml", (packaged_folder(), own), today)  # changes nothing
    staged.changes, staged.library
    staged.commit(own)

Where a document is written is decided by what it holds, never by its name; the packaged folder is never written to.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.editing.diff import Difference, diff
from knowledge.editing.edit import Edit
from knowledge.editing.file_placement import NewFiles, kind_of, kind_of_file, place_entries, place_figures
from knowledge.editing.folder_lock import lock_folder
from knowledge.files import schema
from knowledge.files.cache import read_cache
from knowledge.files.folder import EntryTree, SourceFile, content_version, list_files, packaged_folder
from knowledge.files.yaml_document import Document, read_document
from knowledge.library import Library
from knowledge.loading.incremental_check import check_overlay
from knowledge.loading.loader import assemble
from knowledge.problem import EditConflictError, KnowledgeError, Problem
from knowledge.validation.schema_errors import check_shape


@dataclass(frozen=True, slots=True)
class Staged:
    """A checked change that is not made yet; `library` is what it leads to, `changes` how that differs from now."""

    library: Library
    changes: tuple[Difference, ...]
    files: Mapping[str, bytes]
    _before: str  # version of the owners' folder it was tried on

    def commit(self, folder: Path) -> tuple[Path, ...]:
        """Writes the change into the owners' folder, each file whole or not at all, and returns the paths.

        Raises KnowledgeError where the folder is the packaged one or has changed since, OSError where writing fails.
        """
        if folder.resolve() == packaged_folder():
            raise KnowledgeError([Problem(str(folder), 0, "", "is the packaged folder, which is never written to")])
        with lock_folder(folder):
            if _version(_own(folder)) != self._before:
                raise EditConflictError([Problem(str(folder), 0, "", "has changed meanwhile: send the change again")])
            _write_schemas(folder, self.files)
            return tuple(_put(folder / place, content) for place, content in self.files.items())


def stage(
    document: bytes,
    name: str,
    folders: Iterable[Path],
    today: date,
    *,
    current: Library | None = None,
    cache: Path | None = None,
) -> Staged:
    """Tries a YAML document over the current folders. Raises KnowledgeError with everything that is wrong with it.

    `current` is the library of these folders where it is at hand already, to save loading it for the difference.
    With a `cache` (see knowledge.files.cache) as well, only what is touched is checked, where that is enough.
    """
    shown = re.sub(r"[^\w.-]+", "_", Path(name).name)[:60] or "document.yaml"
    given = read_document(shown, document)
    kind = kind_of(given.tree) if not given.problems else None
    if kind is None and not given.problems:
        given.problems.append(
            Problem(shown, 0, "", "is no knowledge file: expected figures, entities, measures, sources or caveats")
        )
    if given.problems or kind is None or not check_shape(given, kind):
        raise KnowledgeError(given.problems)
    below, own = _layers(folders)
    files = place_figures(given, own) if kind == "figures" else place_entries(given, kind, own)
    return _tried(_Trial(below, own, today, current, cache), files, SourceFile(shown, kind, document))


def stage_edit(
    edit: Edit,
    folders: Iterable[Path],
    today: date,
    *,
    current: Library | None = None,
    cache: Path | None = None,
) -> Staged:
    """Tries any change over the current folders. Raises KnowledgeError with everything that is wrong with it.

    With a `cache` (see knowledge.files.cache) only what is touched is checked, where that is enough.
    """
    if edit.is_sent:
        name, document = edit.documents[0]
        return stage(document, name, folders, today, current=current, cache=cache)
    below, own = _layers(folders)
    return _tried(_Trial(below, own, today, current, cache), edit.files(own))


def stage_figure(  # noqa: PLR0913 each is a part of one row
    folders: Iterable[Path],
    entity: str,
    measure: str,
    dated: str,
    value: str | Mapping[str, str],
    source: str,
    *,
    today: date,
    current: Library | None = None,
    cache: Path | None = None,
) -> Staged:
    """Tries one figure; `value` is a number as in a file, or a mapping with low and high. Raises KnowledgeError.

    `current` and `cache` as for `stage`.
    """
    below, own = _layers(folders)
    row = {**({"value": value} if isinstance(value, str) else value), **({"source": source} if source else {})}
    given = Document("figure", b"", {"measure": measure, "figures": {entity: {dated: row}}})
    if not check_shape(given, "figures"):
        raise KnowledgeError(Problem("figure", 0, problem.place, problem.message) for problem in given.problems)
    return _tried(_Trial(below, own, today, current, cache), place_figures(given, own))


def set_figure(folder: Path, entity: str, measure: str, dated: str, value: str, source: str, *, today: date) -> Staged:
    """Writes one figure into the owners' folder. Raises KnowledgeError if it is wrong over the packaged one."""
    staged = stage_figure((packaged_folder(), folder), entity, measure, dated, value, source, today=today)
    staged.commit(folder)
    return staged


@dataclass(frozen=True, slots=True)
class _Trial:
    below: list[list[SourceFile]]
    own: list[SourceFile]
    today: date
    current: Library | None = None
    cache: Path | None = None


def _overlaid(on: _Trial, files: NewFiles) -> Staged | tuple[Problem, ...] | None:
    """The change, or what is wrong with it, where only what it touches needs to be checked; else None."""
    base = read_cache(on.cache, content_version(on.below)) if on.cache and on.current else None
    if base is None or on.current is None:
        return None
    layer = _after(on.own, files)
    tree = check_overlay(base, layer, on.today)
    if not isinstance(tree, EntryTree):
        return tree
    new = Library(tree, content_version([*on.below, layer])[:12])
    return Staged(new, diff(on.current, new), files, _version(on.own))


def _tried(on: _Trial, files: NewFiles, given: SourceFile | None = None) -> Staged:
    """Returns the checked change; `given` is the document as it was sent."""
    staged = _overlaid(on, files)
    if isinstance(staged, Staged):
        return staged
    if staged and not given:
        raise KnowledgeError(staged)
    new, found = assemble([*on.below, _after(on.own, files)], on.today)
    old, problems = (on.current, []) if on.current else assemble([*on.below, on.own])
    if old is None or new is None or found:
        # Laid over everything as it was sent, the document shows its own lines.
        as_sent = assemble([*on.below, on.own, [given]], on.today)[1] if given else []
        raise KnowledgeError(as_sent or found or problems)
    return Staged(new, diff(old, new), files, _version(on.own))


def _after(own: list[SourceFile], files: NewFiles) -> list[SourceFile]:
    """Returns the owners' files with these in their place."""
    after = [leaf for leaf in own if leaf.file not in files]
    after += [SourceFile(place, kind_of_file(place), content) for place, content in files.items() if content.strip()]
    return sorted(after, key=lambda leaf: leaf.file)


def _layers(folders: Iterable[Path]) -> tuple[list[list[SourceFile]], list[SourceFile]]:
    """Returns the files of the lower folders, and of the owners': the last one, unless that is the packaged one."""
    paths = list(folders) or [packaged_folder()]
    if paths[-1].resolve() == packaged_folder():
        return [list_files(path)[0] for path in paths], []
    return [list_files(path)[0] for path in paths[:-1]], _own(paths[-1])


def _own(folder: Path) -> list[SourceFile]:
    return list_files(folder)[0] if folder.is_dir() else []


def _version(own: list[SourceFile]) -> str:
    return content_version([own])


def _write_schemas(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes the schemas that new files name for editors, unless they are there."""
    named = {kind_of_file(place) for place, content in files.items() if content.startswith(schema.SCHEMA_COMMENT)}
    for kind in sorted(named):
        path = folder / schema.schema_path(kind)
        if not path.exists():
            _write(path, schema.schema_text(kind).encode())


def _put(path: Path, content: bytes) -> Path:
    if content.strip():
        return _write(path, content)
    path.unlink(missing_ok=True)  # an empty file is one with nothing left in it
    return path


def _write(path: Path, content: bytes) -> Path:
    """Replaces a file whole: writes beside it, syncs to the disk, renames."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path
