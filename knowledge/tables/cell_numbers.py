"""Writes the numbers of a table as knowledge files do: "1 234,5" in millions becomes "1234.5 million"."""

from __future__ import annotations

import re

from knowledge.model.entity import Measure
from knowledge.model.numbers import parse_amount_with_unit
from knowledge.tables.csv_file import CsvTable

_NONE = frozenset(["", "-", "–", "—", ".", "..", "...", ":", "na", "n/a", "nan", "null", "none", "x", "c"])
_GROUPED = re.compile(r"(?<=[0-9])[ '\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_COMMA = re.compile(r",[0-9]{1,2}$|,[0-9]{4,}$")


def is_blank(written: str) -> bool:
    """Whether a cell says that there is no figure."""
    return written.casefold() in _NONE


def scaled_number(written: str, measure: Measure, scale: str, *, comma: bool) -> str:
    """Returns the number with its scale. Raises ValueError for no number, another unit, or a scale said twice.

    `comma` says whether commas are decimal.
    """
    text = _GROUPED.sub("", written.replace("−", "-"))
    if comma:
        text = text.replace(".", "").replace(",", ".")
    if scale:
        if re.search(r"[a-zA-Z]", text):
            raise ValueError(f"'{written}' has a word with its number already: leave --scale out")
        text = f"{text.removesuffix('%').strip()} {scale}"
    unit = parse_amount_with_unit(text)[1]
    if unit and unit not in {measure.unit, *measure.unit.split()}:
        raise ValueError(f"'{written}' is in {unit}, but {measure.id} is in {measure.unit}")
    return text


def has_decimal_comma(sheet: CsvTable) -> bool:
    """Whether commas are decimal in this table. Raises KnowledgeError if the numbers don't show it."""
    cells = (cell for _, row in sheet.rows for cell in row)
    numbers = [cell for cell in cells if "," in cell and re.fullmatch(r"-?[0-9][0-9.,]*", cell)]
    if any(_COMMA.search(number) or number.find(",") > number.find(".") > 0 for number in numbers):
        return True
    if sheet.delimiter == ";" and numbers and not any(number.count(",") > 1 or "." in number for number in numbers):
        raise sheet.refuse(f"is {numbers[0]} a number of thousands or a decimal? Say --decimal . or --decimal ,")
    return False
