"""Imports a table that an owner sends as CSV; its caption says what the numbers measure.

The caption "measure=population source=World Bank, https://data.worldbank.org scale=thousand" has what the command line
takes as options: measure, source, entity, year, entity_column, year_column, value_column, scale, note, decimal.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from dataclasses import replace

from handlers.owners.series_lookup import SeriesNotFoundError
from i18n.language import say, say_plural
from knowledge import KnowledgeError, Library, Source
from knowledge.problem import did_you_mean
from knowledge.tables.columns import ColumnSelection, read_cells
from knowledge.tables.csv_file import read_csv
from knowledge.tables.table_import import ImportOptions, ImportResult, import_cells
from knowledge.text.inflection import singular

_KEYS = "measure source entity year entity.column year.column value.column scale note decimal".split()
_ASSIGNMENT = re.compile(rf"(?:^|\s)({'|'.join(_KEYS)})\s*=\s*", re.IGNORECASE)
_OPTION = re.compile(r"--([a-z]+(?:-[a-z]+)?)")
_SCALES = ("thousand", "million", "billion", "trillion")
_NAMED_UNKNOWN = 5  # unknown names that are told


def parse_caption(caption: str) -> dict[str, str]:
    """Returns the options in a caption.

    >>> parse_caption("measure=gdp source = World Bank, https://a.org year-column=Yr")
    {'measure': 'gdp', 'source': 'World Bank, https://a.org', 'year_column': 'Yr'}
    """
    _, *parts = _ASSIGNMENT.split(caption)
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {re.sub(r"\W", "_", key.lower()): text.strip(" ;,\n") for key, text in pairs}


def find_measure(words: str, library: Library) -> str:
    """Returns the id of the measure with this id or name. Raises SeriesNotFoundError."""
    folded = words.casefold()
    names = {name: ident for ident, measure in library.measures.items() for name in (ident, measure.name)}
    for name, ident in names.items():
        if name.casefold() == folded:
            return ident
    hint = did_you_mean(words, names)
    raise SeriesNotFoundError(say("I have no measure “{words}”.{hint}", words=words[:80], hint=hint))


def import_table(
    name: str, content: bytes, options: Mapping[str, str], source: Source, library: Library
) -> ImportResult:
    """Returns the figures of a table. Raises KnowledgeError with all its mistakes, in the words of a caption."""
    scale = singular(options.get("scale", "").lower())
    if scale and scale not in _SCALES:
        raise SeriesNotFoundError(
            say("scale is one of {scales}, not “{scale}”.", scales=", ".join(_SCALES), scale=scale[:40])
        )
    given = options.get
    plan = ImportOptions(
        options["measure"], source.id, scale=scale, note=given("note", ""), decimal=given("decimal", "")
    )
    choice = ColumnSelection(
        owner=given("entity_column", ""),
        date=given("year_column", ""),
        value=given("value_column", ""),
        only=_find_entity(given("entity", ""), library),
        year=given("year", ""),
    )
    try:
        sheet = read_csv(name, content)
        found = import_cells(sheet, read_cells(sheet, choice), _add_source(source, library), plan)
    except KnowledgeError as error:
        raise _reword_options(error) from None
    if found.problems:
        raise _reword_options(KnowledgeError(found.problems))
    if not found.rows and found.unknown:
        raise KnowledgeError(found.unknown.values())
    return found


def summarize_import(found: ImportResult) -> str:
    """Returns how many figures of a table are new, changed or doubtful, in a few lines of plain text."""
    counts = say(
        "{new} new, {changed} changed, {same} as before, {empty} cells without a number.",
        new=len(found.new),
        changed=len(found.changed),
        same=found.same,
        empty=found.empty,
    )
    if found.suspicious:
        counts += "\n⚠ " + say_plural(
            "{number} differs much from what I have, or from the year beside it: {first}",
            "{number} differ much from what I have, or from the year beside them, such as {first}",
            len(found.suspicious),
            first=f"{found.suspicious[0][0].id} ({found.suspicious[0][1]})",
        )
    if not found.unknown:
        return counts
    names = ", ".join(list(found.unknown)[:_NAMED_UNKNOWN]) + ("…" if len(found.unknown) > _NAMED_UNKNOWN else "")
    left_out = say_plural(
        "{number} name that I can't place is left out: {names}",
        "{number} names that I can't place are left out: {names}",
        len(found.unknown),
        names=names,
    )
    return f"{counts}\n{left_out}"


def _find_entity(words: str, library: Library) -> str:
    """Returns the id of the entity that the whole table is about; "" for none. Raises SeriesNotFoundError."""
    if not words or words in library.entities:
        return words
    named = library.entity_linker.exact(words)
    if not named:
        hint = did_you_mean(words, library.entity_linker)
        raise SeriesNotFoundError(say("I know nobody named “{words}”.{hint}", words=words[:80], hint=hint))
    return named[0]


def _add_source(source: Source, library: Library) -> Library:
    """Returns the library with the source in it, which may be new."""
    if source.id in library.sources:
        return library
    other = copy.copy(library)
    other.sources = {**library.sources, source.id: source}
    return other


def _reword_options(error: KnowledgeError) -> KnowledgeError:
    def worded(message: str) -> str:
        return _OPTION.sub(lambda option: option[1].replace("-", "_") + "=", message)

    return KnowledgeError(replace(problem, message=worded(problem.message)) for problem in error.problems)
