"""Tells what each column of a table is: who, when, how much.

A table is long (a row a figure) or wide (years across).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knowledge.model.dates import DateFormatError, parse_date
from knowledge.problem import did_you_mean
from knowledge.tables.csv_file import CsvTable

_OWNERS = (
    "entity country name location area geo region state nation territory city company organisation occupation industry"
    " reference_area ref_area country_name country_or_area area_name geography code iso iso2 iso3 country_code"
    " iso_code iso3_code geo_code area_code location_code"
).split()
_DATES = "year date time period time_period reference_year ref_year fiscal_year month yr".split()
_VALUES = "value obs_value values amount figure number total observation data_value".split()
_YEAR = re.compile(r"(?:FY ?|YR)?[0-9]{4}(?:-[0-9]{2}){0,2}(?: ?\[YR[0-9]{4}\])?(?:\.0)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ColumnSelection:
    """What the person said of the columns; "" for what was not said."""

    owner: str = ""  # the column that names who the figures are of
    date: str = ""
    value: str = ""
    only: str = ""  # the id of the one that the whole table is of
    year: str = ""  # the date of the whole table


@dataclass(frozen=True, slots=True)
class TableCell:
    """One figure: `names` are what the row calls its owner, the likeliest first."""

    line: int
    names: tuple[str, ...]
    dated: str
    value: str


def read_cells(sheet: CsvTable, choice: ColumnSelection) -> Iterator[TableCell]:
    """Yields every figure of the table. Raises KnowledgeError if it isn't clear which column is what."""
    owners = [] if choice.only else _owners(sheet, choice)
    across = _across(sheet) if not (choice.date or choice.value or choice.year) else {}
    if across:
        return _wide(sheet, owners, across, choice)
    return _long(sheet, owners, choice)


def _wide(sheet: CsvTable, owners: list[int], across: dict[int, str], choice: ColumnSelection) -> Iterator[TableCell]:
    for line, row in sheet.rows:
        names = _names(row, owners, choice)
        for index, dated in across.items():
            if names:
                yield TableCell(line, names, dated, row[index])


def _long(sheet: CsvTable, owners: list[int], choice: ColumnSelection) -> Iterator[TableCell]:
    dates = None if choice.year else _column(sheet, choice.date, _DATES, "dates", "--year-column")
    value = _value(sheet, choice, {*owners, -1 if dates is None else dates})
    for line, row in sheet.rows:
        if names := _names(row, owners, choice):
            written = choice.year if dates is None else row[dates]
            dated = dated_of(written)
            if dated is None:
                raise sheet.refuse(f"'{written[:40]}' is no date, expected a year, 2016-03, 2016-03-31 or FY2016", line)
            yield TableCell(line, names, dated, row[value])


def dated_of(written: str) -> str | None:
    """Returns a date as knowledge files write it, None for no date. "2016.0" and "2016 [YR2016]" are years.

    >>> dated_of("YR2016"), dated_of("fy 2016"), dated_of("12")
    ('2016', 'FY2016', None)
    """
    if not _YEAR.fullmatch(written):
        return None
    text = re.sub(r" ?\[.*|\.0$|^YR", "", written.upper()).replace("FY ", "FY")
    try:
        parse_date(text)
    except DateFormatError:
        return None
    return text


def _across(sheet: CsvTable) -> dict[int, str]:
    """Returns the columns that are years, with their dates."""
    found = {index: dated for index, head in enumerate(sheet.heading) if (dated := dated_of(head))}
    twice = [dated for dated in found.values() if list(found.values()).count(dated) > 1]
    if twice:
        raise sheet.refuse(f"two columns are {twice[0]}: leave one out")
    return found


def _owners(sheet: CsvTable, choice: ColumnSelection) -> list[int]:
    if choice.owner:
        return [_column(sheet, choice.owner, [], "names", "--entity-column")]
    known = [index for _, index in sorted((_OWNERS.index(k), i) for i, k in _keys(sheet).items() if k in _OWNERS)]
    if known:
        return known
    raise sheet.refuse(
        f"which column says who the figures are of? Columns are {', '.join(sheet.heading[:12])}:"
        " --entity-column names it, --entity gives the one for the whole table"
    )


def _value(sheet: CsvTable, choice: ColumnSelection, taken: set[int]) -> int:
    if choice.value:
        return _column(sheet, choice.value, [], "values", "--value-column")
    known = [index for index, key in _keys(sheet).items() if key in _VALUES]
    if known:
        return known[0]
    numeric = [i for i in range(len(sheet.heading)) if i not in taken and _share(sheet, i, _is_number) > 0.6]
    if len(numeric) == 1:
        return numeric[0]
    told = ", ".join(sheet.heading[index] for index in numeric[:12]) or "none"
    raise sheet.refuse(f"which column has the values? Columns of numbers are {told}: --value-column names it")


def _column(sheet: CsvTable, chosen: str, usual: list[str], what: str, option: str) -> int:
    """Returns the index of the column that is named, or has a usual name. Raises KnowledgeError."""
    if chosen:
        for index, head in enumerate(sheet.heading):
            if head.casefold() == chosen.casefold():
                return index
        hint = did_you_mean(chosen, sheet.heading)
        raise sheet.refuse(f"has no column '{chosen}'.{hint} Columns are {', '.join(sheet.heading[:12])}")
    keys = _keys(sheet)
    for name in usual:
        for index, key in keys.items():
            if key == name:
                return index
    raise sheet.refuse(f"which column has the {what}? Columns are {', '.join(sheet.heading[:12])}: {option} names it")


def _keys(sheet: CsvTable) -> dict[int, str]:
    return {i: re.sub(r"[^a-z0-9]+", "_", head.casefold()).strip("_") for i, head in enumerate(sheet.heading)}


def _names(row: tuple[str, ...], owners: list[int], choice: ColumnSelection) -> tuple[str, ...]:
    return (choice.only,) if choice.only else tuple(row[index] for index in owners if row[index])


def _share(sheet: CsvTable, index: int, test: Callable[[str], bool]) -> float:
    filled = [row[index] for _, row in sheet.rows[:500] if row[index]]
    return sum(map(test, filled)) / len(filled) if filled else 0.0


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[-−$€£]?[0-9][0-9.,' \u00a0\u202f]*%?", text))
