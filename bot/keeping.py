"""Changing one figure in the owners' folder; a mistake changes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.failure import Failure
from bot.revision import library_of
from bot.shelf import open_library
from knowledge import Change, KnowledgeError, Library, Reference, diff, load, packaged_folder
from knowledge.overlay import Staged, stage_figure
from knowledge.problem import did_you_mean


def put(changes: Path, identity: str, row: dict[str, str], today: date, *, new: bool) -> tuple[Reference, Path]:
    """Writes one figure, "US.labour_force.2027", and gives it as the library now has it, and the file it stands in.

    `new` says whether it must not, or must, be there already. Raises Failure, and then nothing has changed.
    """
    library = open_library(changes)
    entity, measure, dated = _parts(library, identity, changes)
    old = library.reference_of(identity)
    if new and old is not None:
        raise Failure(f"there is a figure {identity} already: addsup knowledge set changes it")
    if not new and old is None:
        hint = did_you_mean(identity, [one.id for one in library.series(entity, measure)])
        raise Failure(f"there is no figure {identity}.{hint} addsup knowledge add makes a new one")
    source = row.get("source") or (old.source.id if old else "")
    given = {key: said for key, said in row.items() if said and key != "source"}
    try:
        staged = stage_figure((packaged_folder(), changes), entity, measure, dated, given, source, today=today)
    except KnowledgeError as error:
        raise Failure(f"not written: {error.problems[0]}") from error
    (path,) = committed(staged, changes)
    figure = staged.library.reference_of(identity)
    assert figure is not None
    return figure, path


def committed(staged: Staged, changes: Path) -> tuple[Path, ...]:
    """Writes a change to the owners' folder; the files written. Raises Failure, and then nothing has changed."""
    try:
        return staged.commit(changes)
    except KnowledgeError as error:
        raise Failure(f"not written: {error.problems[0]}") from error
    except OSError as error:
        raise Failure(f"cannot write {changes}: {(error.strerror or 'it cannot be written').lower()}") from error


def differences(changes: Path, old: str | None = None, new: str | None = None) -> tuple[Change, ...]:
    """What differs between two folders or revisions of the owners' folder; see bot.revision.

    Without any, what the owners' folder adds to and changes in the packaged knowledge; with one, since that.
    """
    before = library_of(old, changes) if old is not None else load(packaged_folder())
    return diff(before, library_of(new, changes) if new is not None else open_library(changes))


def _parts(library: Library, identity: str, changes: Path) -> tuple[str, str, str]:
    parts = identity.split(".")
    if len(parts) != 3 or not all(parts):
        raise Failure(
            f"{identity!r} is not the id of a figure: write entity.measure.date, such as US.labour_force.2016"
        )
    entity, measure, dated = parts
    if entity not in library.entities:
        hint = did_you_mean(entity, library.entities)
        raise Failure(f"unknown entity {entity!r}.{hint} A new one is first named in a file of {changes / 'entities'}")
    if measure not in library.measures:
        raise Failure(f"unknown measure {measure!r}.{did_you_mean(measure, library.measures)}")
    return entity, measure, dated
