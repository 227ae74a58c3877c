"""Changes one figure in the owners' folder. A mistake changes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import sleep

from bot.errors import UserError
from bot.knowledge_admin.library_loader import cache_folder, load_folders, open_library
from bot.knowledge_admin.revisions import load_revision
from knowledge import Difference, Figure, KnowledgeError, Library, Measure, Problem, diff, packaged_folder
from knowledge.editing.staging import Staged, stage_figure
from knowledge.problem import EditConflictError, did_you_mean
from knowledge.validation.figures import strip_unit

_TRIES, _PAUSE = 5, 0.2  # when somebody else writes at the same moment; seconds
_MAX_DATES = 3  # shown of a series


def write_figure(changes: Path, identity: str, row: dict[str, str], today: date, *, new: bool) -> tuple[Figure, Path]:
    """Writes one figure; returns it as the library now has it, and its file.

    `identity` is entity.measure.date, such as "US.labour_force.2027"; `row` has the keys value, low, high, source and
    note. With `new` the figure must not exist yet, without it must. Raises UserError, and then nothing has changed.
    """
    for _ in range(_TRIES):
        try:
            return _write_once(changes, identity, row, today, new=new)
        except EditConflictError:
            sleep(_PAUSE)
    return _write_once(changes, identity, row, today, new=new)


def _write_once(changes: Path, identity: str, row: dict[str, str], today: date, *, new: bool) -> tuple[Figure, Path]:
    library = open_library(changes)
    entity, measure, dated = _parse_figure_id(library, identity, changes)
    identity = f"{entity}.{measure}.{dated}"
    old = library.figure_of(identity)
    if new and old is not None:
        raise UserError(f"there is a figure {identity} already: addsup knowledge set changes it")
    if not new and old is None:
        raise UserError(_describe_missing(library, entity, measure, dated))
    source = row.get("source") or (old.source.id if old else "")
    given = {
        key: _clean_value(key, said, library.measures[measure]) for key, said in row.items() if said and key != "source"
    }
    try:
        staged = stage_figure(
            (packaged_folder(), changes),
            *(entity, measure, dated, given, source),
            today=today,
            current=library,
            cache=cache_folder(),
        )
    except KnowledgeError as error:
        raise UserError(f"not written: {_first_problem(error, entity, dated)}") from error
    (path,) = commit_change(staged, changes)
    figure = staged.library.figure_of(identity)
    assert figure is not None
    return figure, path


def commit_change(staged: Staged, changes: Path) -> tuple[Path, ...]:
    """Writes a change to the owners' folder; returns the files written.

    Raises EditConflictError where somebody else writes at the same moment, UserError for all else; then nothing has
    changed.
    """
    try:
        return staged.commit(changes)
    except EditConflictError:
        raise
    except KnowledgeError as error:
        raise UserError(f"not written: {error.problems[0]}") from error
    except OSError as error:
        raise UserError(f"cannot write {changes}: {(error.strerror or 'it cannot be written').lower()}") from error


def compare_revisions(changes: Path, old: str | None = None, new: str | None = None) -> tuple[Difference, ...]:
    """Returns the differences from `old` to `new`: folders, or git revisions of the owners' folder.

    `old` is by default the packaged knowledge, `new` the owners' folder as it is. Raises UserError.
    """
    before = load_revision(old, changes) if old is not None else load_folders(packaged_folder())
    return diff(before, load_revision(new, changes) if new is not None else open_library(changes))


def _clean_value(key: str, said: str, measure: Measure) -> str:
    """Returns a note on one line, and a number without the unit of its measure."""
    return " ".join(said.split()) if key == "note" else strip_unit(measure, said)


def _describe_missing(library: Library, entity: str, measure: str, dated: str) -> str:
    dates = [one.dated for one in library.series(entity, measure)]
    there = f"there are those of {', '.join(dates[-_MAX_DATES:])}" if dates else "there is none of any date"
    return (
        f"there is no figure {entity}.{measure} for {dated} ({there}):"
        f" addsup knowledge add {entity}.{measure}.{dated} makes it"
    )


def _first_problem(error: KnowledgeError, entity: str, dated: str) -> Problem:
    """Returns the first problem of the row itself; one elsewhere only where the row has none."""
    own = [problem for problem in error.problems if problem.place == f"{entity}.{dated}"]
    return (own or list(error.problems))[0]


def _parse_figure_id(library: Library, identity: str, changes: Path) -> tuple[str, str, str]:
    """Returns entity, measure and date of a figure id, where the entity may be a name. Raises UserError."""
    parts = identity.split(".")
    if len(parts) != 3 or not all(parts):
        raise UserError(
            f"{identity!r} is not the id of a figure: write entity.measure.date, such as US.labour_force.2016"
        )
    entity, measure, dated = parts
    named = library.entity_linker.exact(entity) if entity not in library.entities else ()
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
