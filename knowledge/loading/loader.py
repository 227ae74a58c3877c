"""Loads knowledge: reads, checks shapes, lays folders over each other, checks what must hold, makes the Library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from knowledge.files.cache import is_cached, read_cache, write_cache
from knowledge.files.folder import (
    EntryTree,
    KindedDocuments,
    SourceFile,
    content_version,
    lay_document,
    list_files,
    packaged_folder,
    read_documents,
)
from knowledge.files.yaml_document import Document
from knowledge.library import Library
from knowledge.loading.incremental_check import check_overlay
from knowledge.problem import KnowledgeError, Problem
from knowledge.validation import consistency, names_and_dates, value_limits
from knowledge.validation.estimates import check_estimation
from knowledge.validation.figures import FigureCheck
from knowledge.validation.locations import Locations
from knowledge.validation.references import check_references

Layer = list[SourceFile]


def load(*folders: Path, cache: Path | None = None) -> Library:
    """Returns the library of these folders, each laid over those before; without any, the packaged one.

    With a `cache` folder (see knowledge.files.cache) what was checked once is not checked again until a file changes.
    Raises KnowledgeError with everything that is wrong.
    """
    layers, problems = _layers(folders or (packaged_folder(),))
    version = content_version(layers)
    known = read_cache(cache, version) if cache and not problems else None
    if known:
        return Library(known, version[:12])
    if cache and len(layers) > 1 and not problems:
        tree = _laid_over(layers, cache)
        if isinstance(tree, EntryTree):
            write_cache(cache, version, tree)
            return Library(tree, version[:12])
        if tree:
            raise KnowledgeError(tree)
    library, found = assemble(layers)
    if library is None or problems or found:
        raise KnowledgeError([*problems, *found])
    if cache:
        write_cache(cache, version, library.tree)
    return library


def is_checked(*folders: Path, cache: Path) -> bool:
    """Whether these folders, as they are now, were checked before: loading them is quick and takes less memory."""
    layers, problems = _layers(folders or (packaged_folder(),))
    return not problems and is_cached(cache, content_version(layers))


def _laid_over(layers: list[Layer], cache: Path) -> EntryTree | tuple[Problem, ...] | None:
    """Returns the last folder laid over the others, which were checked before or are now (incremental_check)."""
    version = content_version(layers[:-1])
    base = read_cache(cache, version)
    if base is None:
        library, found = assemble(layers[:-1])
        if library is None or found:
            return None
        base = library.tree
        write_cache(cache, version, base)
    return check_overlay(base, layers[-1])


def check(folders: Iterable[Path], today: date) -> tuple[Problem, ...]:
    """Returns everything that is wrong with these folders, as of a day; nothing is raised."""
    layers, problems = _layers(tuple(folders) or (packaged_folder(),))
    _, found = assemble(layers, today)
    return tuple(sorted({*problems, *found}))


def assemble(layers: list[Layer], today: date | None = None) -> tuple[Library | None, list[Problem]]:
    """Returns the library of files already read, and the problems; None if too much is wrong to make one."""
    from knowledge.validation.schema_errors import check_shape

    tree = EntryTree()
    problems: list[Problem] = []
    sound: KindedDocuments = []
    good: KindedDocuments = []
    broken: KindedDocuments = []
    for layer in layers:
        good = []
        for kind, document in read_documents(layer):
            (good if check_shape(document, kind) else broken).append((kind, document))
        problems += _twice(good)
        for kind, document in good:
            lay_document(tree, kind, document)
        sound += good
    tree.complete = not broken
    problems += [problem for _, document in broken for problem in document.problems]
    rows = FigureCheck(tree)
    problems += _content_problems(tree, rows, sound, broken)
    if problems:
        return None, problems
    library = Library(tree, content_version(layers)[:12], rows.figures.values())
    return library, check_library(library, Locations(sound, good if len(layers) > 1 else ()), today)


def check_library(library: Library, where: Locations, today: date | None) -> list[Problem]:
    """Returns what is wrong with the library as a whole; with a day, also what takes longer to check."""
    found = [
        *consistency.check_parts(library, where),
        *names_and_dates.check_names(library, where),
        *names_and_dates.check_measures(library, where),
    ]
    if today:
        found += [
            *consistency.check_sums(library, where),
            *consistency.check_jumps(library, where),
            *names_and_dates.check_future_dates(library, where, today),
        ]
        found += [*value_limits.check_kinds(library, where), *value_limits.check_limits(library, where)]
    return found


def _layers(folders: Iterable[Path]) -> tuple[list[Layer], list[Problem]]:
    layers, problems = [], []
    for index, folder in enumerate(folders):
        if not folder.exists() and index:
            continue  # one laid over another needn't be there yet
        if not folder.is_dir():
            problems.append(Problem(str(folder), 0, "", "is no folder"))
            continue
        layer, found = list_files(folder)
        layers.append(layer)
        problems += found
    return layers, problems


def _content_problems(
    tree: EntryTree, rows: FigureCheck, sound: KindedDocuments, broken: KindedDocuments
) -> Iterator[Problem]:
    """Yields unknown ids and rows that can't be read; rows also of files that have other mistakes."""
    for kind, document in sound:
        yield from check_references(document, kind, tree)
        if kind in ("things", "averages", "limits"):
            yield from check_estimation(document, kind, tree)
    for kind, document in (*sound, *broken):
        if kind == "figures":
            yield from rows.problems(document)


def _twice(good: KindedDocuments) -> Iterator[Problem]:
    """Yields entries, or rows of figures, that two files of one folder have."""
    first: dict[tuple[str, ...], str] = {}
    for kind, document in good:
        for path, key in _keys(kind, document):
            if key in first:
                yield document.problem(path, f"stands in {first[key]} too: keep one")
            first[key] = document.file


def _keys(kind: str, document: Document) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    body = document.tree
    assert isinstance(body, dict)
    if kind != "figures":
        yield from (((ident,), (kind, ident)) for ident in body)
        return
    for entity, dates in body["figures"].items():
        for dated in dates:
            yield ("figures", entity, dated), ("figures", body["measure"], entity, dated)
