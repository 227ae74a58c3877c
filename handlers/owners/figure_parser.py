"""Parses a figure in words or by its id, with its date, value, source and note.

The words of "US population 2026 342.5 million source Census Bureau, https://www.census.gov" or the id of
"US.population.2026 340-345 million". An error says what was read, what is wrong, and an example that works.
"""

from __future__ import annotations

import re

from handlers.owners.series_lookup import EXAMPLE, SeriesNotFoundError, find_ids, find_series
from handlers.state.pending_changes import ParsedFigure
from i18n.language import say
from knowledge import Library
from knowledge.model.dates import DateFormatError, parse_date
from knowledge.model.numbers import PATTERN, NumberFormatError, parse_amount

LONGEST_FIGURE = 1000  # characters
_CLAUSE = re.compile(r"\s(source|note)\b:?\s+", re.IGNORECASE)
_ID = re.compile(r"\s*([\w-]+)\.([\w-]+)(?:\.([\w-]+))?(?=[\s:=]|$)")
_DATE = re.compile(r"(?<![\w.,-])(?:FY ?)?[0-9]{4}(?:[-/.][0-9]{1,2}){0,2}(?![\w,%-]|\.[0-9])", re.IGNORECASE)
_LINKING_WORDS = re.compile(
    r"^[\s:=]*(?:(?:in|for|of|at|is|was|are|to|as)\b[\s:=]*)*|(?:[\s:=]*\b(?:in|for|of|at|is|was))?[\s:=]*$"
)
_RANGE = re.compile(
    r"^(?:between\s+)?(.+?[0-9a-zA-Z%])(?:\s*[–—]\s*|\s+(?:to|and)\s+|\s*-\s*)(?=[$0-9])(.+)$", re.IGNORECASE
)
_VALUE_WITH_RANGE = re.compile(r"^(.+?)\s*\((.+)\)$")
_SCALE = re.compile(r"[0-9]( ?[a-zA-Z%].*)$")


def parse_figure(words: str, library: Library) -> ParsedFigure:
    """Returns the figure that the words after /set name. Raises SeriesNotFoundError for what can't be read."""
    if len(words) > LONGEST_FIGURE:
        raise SeriesNotFoundError(say("That is too long for a figure. An example: {example}", example=EXAMPLE))
    said, parts = _split_clauses(" ".join(words.split()))
    if not said:
        raise SeriesNotFoundError(say("Say which figure, when and how much. An example: {example}", example=EXAMPLE))
    by_id = _ID.match(said)
    if by_id:
        subject, rest = (by_id[1], by_id[2]), said[by_id.end() :]
        entity, measure = find_ids(*subject, library)
        rest = f"{by_id[3] or ''} {rest}"
        before, dated, number = _split_at_date(rest, said)
        if before:
            raise SeriesNotFoundError(_format_unread(before, said))
        return ParsedFigure(
            entity, measure, dated, _parse_value(number), parts.get("source", ""), parts.get("note", "")
        )
    before, dated, number = _split_at_date(said, said)
    if not before:
        raise SeriesNotFoundError(
            say("I read “{said}”, and not whose figure it is. An example: {example}", said=said, example=EXAMPLE)
        )
    value = _parse_value(number)
    (entity, measure), *others = find_series(before, library)
    more = tuple(".".join(pair) for pair in others[:3])
    return ParsedFigure(entity, measure, dated, value, parts.get("source", ""), parts.get("note", ""), more)


def _split_clauses(words: str) -> tuple[str, dict[str, str]]:
    """Returns what stands before "source" and "note", and by these two words what stands after them."""
    first, *rest = _CLAUSE.split(f" {words} ")
    kept: dict[str, str] = {}
    for name, text in zip(rest[::2], rest[1::2], strict=True):
        kept.setdefault(name.lower(), text.strip(" ;"))
    return first.strip(), kept


def _split_at_date(words: str, said: str) -> tuple[str, str, str]:
    """Returns the words before the date, the date and the number, which may also stand before the date."""
    dates = list(_DATE.finditer(words))
    for found in dates:
        number = _LINKING_WORDS.sub("", words[found.end() :])
        if number:
            return _LINKING_WORDS.sub("", words[: found.start()]), _parse_date(found[0]), number
    if dates:
        found = dates[-1]
        before = words[: found.start()]
        told = re.search(r"(?<![\w.])[-$]?[$]?[0-9][0-9.,]*(?:\s?[a-zA-Z%].*)?$", _LINKING_WORDS.sub("", before))
        if told:
            return _LINKING_WORDS.sub("", before[: before.index(told[0])]), _parse_date(found[0]), told[0]
        raise SeriesNotFoundError(
            say("I read “{said}”: a date, and no number after it. An example: {example}", said=said, example=EXAMPLE)
        )
    raise SeriesNotFoundError(
        say(
            "I read “{said}”, and no date: say which year it measures, such as 2026, 2026-03 or FY2026. "
            "An example: {example}",
            said=said,
            example=EXAMPLE,
        )
    )


def _parse_date(text: str) -> str:
    written = text.replace(" ", "").upper()
    numbers = re.findall(r"[0-9]+", written)
    dated = written if written.startswith("FY") else "-".join(number.zfill(2) for number in numbers)
    try:
        parse_date(dated)
    except DateFormatError as error:
        raise SeriesNotFoundError(str(error)) from None
    return dated


def _parse_value(text: str) -> dict[str, str]:
    """Returns "value", or "low" and "high", as a file of figures has them."""
    text = text.strip(" .;,")
    around = _VALUE_WITH_RANGE.match(text)
    if around:
        span = _parse_value(around[2])
        return {"value": _check_number(around[1]), **span}
    span_of = _RANGE.match(text)
    if span_of is None:
        return {"value": _check_number(text)}
    low, high = span_of[1].strip(), span_of[2].strip()
    scale = _SCALE.search(high)
    if scale and not _SCALE.search(low):
        low += scale[1]
    low, high = _check_number(low), _check_number(high)
    if parse_amount(low) > parse_amount(high):
        raise SeriesNotFoundError(say("{low} is more than {high}: say the lower one first.", low=low, high=high))
    return {"low": low, "high": high}


def _check_number(text: str) -> str:
    try:
        parse_amount(text)
    except NumberFormatError as error:
        raise SeriesNotFoundError(f"{error}. " + say("An example: {example}", example=EXAMPLE)) from None
    assert re.fullmatch(PATTERN, text) or text.lstrip("-").isdigit()
    return text


def _format_unread(words: str, said: str) -> str:
    return say(
        "I read “{said}”, and can't use “{words}” in it. An example: {example}", said=said, words=words, example=EXAMPLE
    )
