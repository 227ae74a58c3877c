"""Changing one figure in the owners' folder; a mistake changes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import sleep

from bot.errors import UserError
from bot.knowledge_admin.library_loader import open_library
from bot.knowledge_admin.revisions import library_of
from knowledge import Difference, Figure, KnowledgeError, Library, Measure, Problem, diff, load, packaged_folder
from knowledge.editing.staging import Staged, stage_figure
from knowledge.problem import EditConflictError, did_you_mean
from knowledge.validation.figures import strip_unit

_TRIES, _PAUSE = 5, 0.2  # where somebody else writes in the same moment; seconds
_SHOWN = 3  # dates that are told


def put(changes: Path, identity: str, row: dict[str, str], today: date, *, new: bool) -> tuple[Figure, Path]:
    """Writes one figure, "US.labour_force.2027", and gives it as the library now has it, and the file it stands in.

    `new` says whether it must not, or must, be there already. Raises Failure, and then nothing has changed.
    """
    for _ in range(_TRIES):
        try:
            return _put(changes, identity, row, today, new=new)
        except EditConflictError:
            sleep(_PAUSE)
    return _put(changes, identity, row, today, new=new)


def _put(changes: Path, identity: str, row: dict[str, str], today: date, *, new: bool) -> tuple[Figure, Path]:
    library = open_library(changes)
    entity, measure, dated = _parts(library, identity, changes)
    identity = f"{entity}.{measure}.{dated}"
    old = library.reference_of(identity)
    if new and old is not None:
        raise UserError(f"there is a figure {identity} already: addsup knowledge set changes it")
    if not new and old is None:
        raise UserError(_missing(library, entity, measure, dated))
    source = row.get("source") or (old.source.id if old else "")
    given = {key: _tidy(key, said, library.measures[measure]) for key, said in row.items() if said and key != "source"}
    try:
        staged = stage_figure((packaged_folder(), changes), entity, measure, dated, given, source, today=today)
    except KnowledgeError as error:
        raise UserError(f"not written: {_of_row(error, entity, dated)}") from error
    (path,) = committed(staged, changes)
    figure = staged.library.reference_of(identity)
    assert figure is not None
    return figure, path


def committed(staged: Staged, changes: Path) -> tuple[Path, ...]:
    """Writes a change to the owners' folder; the files written. Raises Failure, and then nothing has changed."""
    try:
        return staged.commit(changes)
    except EditConflictError:
        raise
    except KnowledgeError as error:
        raise UserError(f"not written: {error.problems[0]}") from error
    except OSError as error:
        raise UserError(f"cannot write {changes}: {(error.strerror or 'it cannot be written').lower()}") from error


def differences(changes: Path, old: str | None = None, new: str | None = None) -> tuple[Difference, ...]:
    """What differs between two folders or revisions of the owners' folder; see bot.knowledge_admin.revisions.

    Without any, what the owners' folder adds to and changes in the packaged knowledge; with one, since that.
    """
    before = library_of(old, changes) if old is not None else load(packaged_folder())
    return diff(before, library_of(new, changes) if new is not None else open_library(changes))


def _tidy(key: str, said: str, measure: Measure) -> str:
    """A note on one line; a number without the unit that all figures of its measure have."""
    return " ".join(said.split()) if key == "note" else strip_unit(measure, said)


def _missing(library: Library, entity: str, measure: str, dated: str) -> str:
    dates = [one.dated for one in library.series(entity, measure)]
    there = f"there are those of {', '.join(dates[-_SHOWN:])}" if dates else "there is none of any date"
    return (
        f"there is no figure {entity}.{measure} for {dated} ({there}):"
        f" addsup knowledge add {entity}.{measure}.{dated} makes it"
    )


def _of_row(error: KnowledgeError, entity: str, dated: str) -> Problem:
    """What is wrong with the row itself, if anything is, before what it makes wrong elsewhere."""
    own = [problem for problem in error.problems if problem.place == f"{entity}.{dated}"]
    return (own or list(error.problems))[0]


def _parts(library: Library, identity: str, changes: Path) -> tuple[str, str, str]:
    parts = identity.split(".")
    if len(parts) != 3 or not all(parts):
        raise UserError(
            f"{identity!r} is not the id of a figure: write entity.measure.date, such as US.labour_force.2016"
        )
    entity, measure, dated = parts
    named = library.named.exact(entity) if entity not in library.entities else ()
    if len(named) == 1:
        entity = named[0]
    elif named:
        raise UserError(f"{entity!r} may be {' or '.join(named)}: write the id")
    if entity not in library.entities:
        hint = did_you_mean(entity, library.entities)
        raise UserError(
            f"unknown entity {entity!r}.{hint} A new one is first named in a file of {changes / 'entities'}"
        )
    if measure not in library.measures:
        raise UserError(f"unknown measure {measure!r}.{did_you_mean(measure, library.measures)}")
    return entity, measure, dated
