"""Rates right behind a quantity: a day, per 10 seconds, /week, per head, a barrel, per 100 km."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

from quantities.model.quantity import SECONDS, Dimension, Form, Period, PeriodKind, Unit
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import words
from quantities.units import physical_units

_UNITS: dict[str, str] = {
    **{form: unit for unit in SECONDS for form in (unit, unit + "s")},
    "hr": "hour",
    "hrs": "hour",
    "min": "minute",
    "mins": "minute",
    "sec": "second",
    "yr": "year",
    "yrs": "year",
    "centuries": "century",
    "mo": "month",
    "wk": "week",
    "h": "hour",
    "s": "second",
    "annum": "year",
    "morning": "day",
    "night": "day",
    "evening": "day",
    "afternoon": "day",
    "diem": "day",
}


ADVERBS: dict[str, str] = {
    "annually": "year",
    "yearly": "year",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "hourly": "hour",
    "quarterly": "quarter",
    "pa": "year",
}


_PER = frozenset(["a", "an", "per", "each", "every", "/"])


def attach(line: SentenceState, n: int, draft: QuantityDraft) -> None:
    """Such as "$800 a month", "3 million litres of milk a year", "/day", and denominators that are no time
    ("$2 a share").
    """
    at = draft.end + 1
    hyphen = line.tokens[at].text == "-" and line.glued(at)
    at += hyphen
    if line.lows[at] in ADVERBS:
        return
    bracket = line.tokens[at].text == "(" and line.tokens[at + 3].text == ")"
    found = read(line, at + bracket)
    if found is not None and found.unit == draft.unit.name:
        return
    if found is not None and line.lows[at - 1] != "for":
        draft.period, draft.end = found, last_token(line, found)
        if n + 1 < len(line.drafts) and line.drafts[n + 1].start <= draft.end:
            line.drafts[n + 1].dropped = True  # the 10 of "every 10 seconds"
        return
    if _denominator(line, n, draft, at):
        return
    stop = line.drafts[n + 1].start if n + 1 < len(line.drafts) else line.size
    _behind(line, draft, at, stop)


def _behind(line: SentenceState, draft: QuantityDraft, at: int, stop: int) -> None:
    """The rate behind what is counted: "3 million litres of milk a year"."""
    place = at
    while place < min(stop, at + 6) and (line.tokens[place].kind == "word" or place in line.taken):
        if line.lows[place] in ("a", "an", "per", "each") and place > at and line.lows[at] in ("of", "in", "more"):
            found = read(line, place)
            if found is not None and line.lows[place + 2] not in ("ago", "earlier", "later", "or", "after", "before"):
                draft.period, draft.end = found, last_token(line, found)
            return
        place += 1


def last_token(line: SentenceState, period: Period) -> int:
    return line.place(period.span[1]) - 1


def read(line: SentenceState, at: int) -> Period | None:
    """The period that "a day", "per 10 seconds", "every year" or "/week" from token `at` says."""
    joint = line.lows[at]
    if joint in ADVERBS:
        return Period(PeriodKind.PER, Fraction(1), ADVERBS[joint], span=line.span(at, at))
    if joint not in _PER or (joint in ("a", "an") and line.lows[at + 2] in ("ago", "earlier", "later", "before")):
        return None
    place, count = at + 1, Fraction(1)
    if line.tokens[place].text == "-":
        place += 1
    if line.lows[place] == "single":
        place += 1
    if line.is_number(place) and line.tokens[place].text.isdigit() and len(line.tokens[place].text) < 7:
        count, place = Fraction(int(line.tokens[place].text)), place + 1
    unit = _UNITS.get(line.lows[place])
    if unit is None or (joint in ("a", "an") and line.lows[place] in ("h", "s", "min")) or count == 0:
        return None
    return Period(PeriodKind.PER, count, unit, span=line.span(at, place))


_SHARED = words(
    """person head capita share barrel ounce gallon ton tonne household family vote job unit bottle game employee
    worker student child patient ticket word page day pupil user customer acre subscriber member taxpayer mile
    kilometre kilometer litre liter pound kilo kilogram kg km gram copy month piece square sq bushel download
    resident citizen american vehicle car litre"""
)


def _denominator(line: SentenceState, n: int, draft: QuantityDraft, at: int) -> bool:
    """Such as "$2 a share", "$45 per barrel", "per sq m", "apiece": a denominator that is no time."""
    if line.lows[at] == "apiece":
        draft.unit, draft.end = dataclasses.replace(draft.unit, per=Unit("item", Dimension.COUNT, noun="item")), at
        return True
    if line.lows[at] not in ("per", "/", "a", "an") or draft.unit.per is not None or draft.form is not Form.AMOUNT:
        return False
    counted = line.drafts[n + 1] if n + 1 < len(line.drafts) else None
    if counted is not None and counted.start == at + 1 and _divides(line, at):
        return _per_number(draft, counted)
    hyphen = line.tokens[at + 1].text == "-"  # "$100-a-barrel"
    shared = line.lows[at + 1 + hyphen] in _SHARED and draft.unit.dimension is Dimension.MONEY
    if line.lows[at] != "per" and not shared:
        return False
    at += hyphen
    if line.tokens[at + 1].kind != "word":
        return False
    below, draft.end = _unit_at(line, at + 1)
    draft.unit = dataclasses.replace(draft.unit, per=below)
    return True


def _divides(line: SentenceState, at: int) -> bool:
    """Whether "per", or a slash without spaces, puts the number after it below ("8.5 l/100km")."""
    return line.lows[at] == "per" or (line.lows[at] == "/" and line.glued(at) and line.glued(at + 1))


def _per_number(draft: QuantityDraft, counted: QuantityDraft) -> bool:
    """Such as "per 100 km", "per 100,000 people": the number is part of the denominator and no quantity of its own."""
    if (
        counted.low <= 1
        or counted.unit.dimension is Dimension.MONEY
        or counted.is_range
        or counted.form is not Form.AMOUNT
    ):
        return False
    below = counted.unit if counted.unit.name else Unit("head", Dimension.COUNT)
    draft.unit = dataclasses.replace(draft.unit, per=below, per_count=counted.low)
    draft.end, counted.dropped = counted.end, True
    return True


def _unit_at(line: SentenceState, place: int) -> tuple[Unit, int]:
    """The unit that the word or two at `place` name, physical or counted, and its last token."""
    word = line.tokens[place]
    length = 2 if (word.low, line.lows[place + 1]) in physical_units.WORDS else 1
    known = physical_units.WORDS.get(tuple(line.lows[place : place + length])) or physical_units.SYMBOLS.get(word.text)
    if known is not None:
        return known, place + length - 1
    return Unit(_head_name(word.low), Dimension.COUNT, noun=_head_name(word.low)), place


def _head_name(low: str) -> str:
    return {"capita": "person", "head": "person"}.get(low, low)
