"""Figures as lines of text and rows of tables, with their ids and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import knowledge
from bot.errors import UserError
from knowledge import Difference, Figure, Library
from knowledge.editing.diff import format_percent
from knowledge.listing import in_words


def format_figure(reference: Figure) -> str:
    """Returns a figure as one line: id, value, range, producer."""
    value = in_words(reference.value)
    if reference.low != reference.high:
        value += f" ({in_words(reference.low)} to {in_words(reference.high)})"
    mark = ", an estimate" if reference.is_estimate else ""
    return f"{reference.id}  {value} {reference.unit}  [{reference.source.producer}{mark}]"


FIGURE_COLUMNS = ("id", "value", "low to high", "unit", "source")
STALE_COLUMNS = ("measure", "series", "oldest", "newest", "kept for", "published by")
DIFF_COLUMNS = ("id", "before", "after", "change")
TableRow = tuple[str, ...]  # a cell for each column


def find_figures(library: Library, text: str) -> list[TableRow]:
    """Returns the figures that fit a search text, as rows of FIGURE_COLUMNS. Raises UserError where there is none."""
    references = knowledge.find(library, text)
    if not references:
        near = " or ".join(map(repr, knowledge.suggest(library, text)))
        hint = f"did you mean {near}?" if near else "try a name and a measure, such as 'us labour force 2016'"
        raise UserError(f"no figure found for {text!r}: {hint}")
    return [figure_row(reference) for reference in references]


def figure_row(reference: Figure) -> TableRow:
    """Returns a figure as a row of FIGURE_COLUMNS."""
    span = "" if reference.low == reference.high else f"{in_words(reference.low)} to {in_words(reference.high)}"
    mark = ", an estimate" if reference.is_estimate else ""
    return reference.id, in_words(reference.value), span, reference.unit, f"{reference.source.producer}{mark}"


def list_stale_figures(library: Library, today: date) -> Iterator[str]:
    """Yields a line for each series whose latest figure is older than its measure allows, oldest first."""
    for reference in knowledge.stale(library, today):
        age = today.year - reference.end.year
        yield f"{format_figure(reference)}  {age} year{'' if age == 1 else 's'} old"


def count_stale_figures(library: Library, today: date) -> list[TableRow]:
    """Returns the measures with stale series as rows of STALE_COLUMNS, those with the most series first."""
    by_measure: dict[str, list[Figure]] = {}
    for reference in knowledge.stale(library, today):
        by_measure.setdefault(reference.measure, []).append(reference)
    rows: list[TableRow] = []
    for ident, old in sorted(by_measure.items(), key=lambda one: (-len(one[1]), one[0])):
        measure = library.measures[ident]
        years = f"{measure.max_age_years} year{'' if measure.max_age_years == 1 else 's'}"
        count = f"{len(old)} of {len(library.holders(ident))}"
        rows.append((ident, count, old[0].dated, old[-1].dated, years, measure.publisher))
    return rows


def diff_rows(changes: Iterable[Difference]) -> list[TableRow]:
    """Returns the differences of two libraries as rows of DIFF_COLUMNS."""
    return [_diff_row(change) for change in changes]


def _diff_row(change: Difference) -> TableRow:
    if change.old is None and change.new is None:
        return change.id, "", change.said, ""
    percent = "" if change.percent is None else format_percent(change.percent) if change.percent else "the same"
    return change.id, _format_side(change.old, change.new), _format_side(change.new, change.old), percent


def _format_side(one: Figure | None, other: Figure | None) -> str:
    """Returns one of two figures in words, with the range, and with source and note where they differ."""
    if one is None:
        return ""
    said = f"{in_words(one.value)} {one.unit}"
    if one.low != one.high:
        said += f" ({in_words(one.low)} to {in_words(one.high)})"
    if other is not None and one.source.id != other.source.id:
        said += f" [{one.source.id}]"
    return said + (f" ({one.note})" if other is not None and one.note != other.note and one.note else "")
