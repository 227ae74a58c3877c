"""One unit in another: "1 mile in km", "5 feet 10 in cm", "350 f in c", "100 usd in eur", "how many feet is 2 m"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact, format_money, format_number
from knowledge import Library
from knowledge.model.units import Exponents
from quantities import Dimension, Interval, Quantity, read
from reasoning.derivation.temperatures import DEGREES, ZEROES
from reasoning.grounding.types import quantity_type
from reasoning.model.answer import Comparison, Finding, Verdict, Vote
from reasoning.requests.exchange_rates import RateInUse, exchange
from reasoning.requests.phrases import pattern, phrases
from reasoning.wording.numbers import counted, several, single

INTO = r"^(?:<conversion_openings>\s+)?(?P<given>.+?)\s+<into>\s+(?P<unit>[^\d]+?)\??$"
HOW_MANY = r"^<how_many> (?P<unit>[^\d]+?) <make>(?: <there_in>)? (?P<given>.+?)\??$"
MOST_DIGITS = 6  # of the numbers that are told
# Counts, ages and shares are no units that one converts into another.
CONVERTED = frozenset(Dimension) - {Dimension.NONE, Dimension.COUNT, Dimension.RATIO, Dimension.AGE}
_BARE_NUMBER = re.compile(r"(?<=[a-z'])\s*(\d+(?:\.\d+)?)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """What is to be converted: the number of a unit, and the text of it."""

    value: Fraction
    unit: Quantity
    text: str


def convert(text: str, library: Library, as_of: date) -> Finding | None:
    """The finding of a conversion; None for a text that asks for none, or for units that don't go together.

    Money is converted by the yearly rate of the library for the day `as_of`.
    """
    for form in (HOW_MANY, INTO):
        found = pattern(form).match(text)
        finding = _converted(found["given"], found["unit"], library, as_of) if found is not None else None
        if finding is not None:
            return finding
    return None


def _converted(written: str, unit: str, library: Library, as_of: date) -> Finding | None:
    """The finding of a written amount in a unit, by the kind that both are of."""
    given, wanted = _given(written), _given(f"1 {unit.strip()}")
    if given is None or wanted is None or given.unit.unit.name == wanted.unit.unit.name:
        return None
    names = given.unit.unit.name, wanted.unit.unit.name
    if names[0] in ZEROES and names[1] in ZEROES:
        return _finding(given, temperature(given.value, *names), names[1])
    currencies = given.unit.unit.currency, wanted.unit.unit.currency
    if currencies[0] and currencies[1]:
        rate = exchange(library, currencies[0], currencies[1], as_of) if currencies[0] != currencies[1] else None
        return _finding(given, given.value * rate.factor, currencies[1], rate) if rate is not None else None
    one, other = quantity_type(given.unit), quantity_type(wanted.unit)
    if one is None or other is None or one[1] != other[1] or one[1] == Exponents():
        return None
    return _finding(given, given.value * one[0] / other[0], wanted.unit.unit_name)


def temperature(value: Fraction, unit: str, other: str) -> Fraction:
    """A temperature in another scale; the scales are the keys of `ZEROES`.

    >>> temperature(Fraction(350), "fahrenheit", "celsius"), temperature(Fraction(-40), "celsius", "fahrenheit")
    (Fraction(530, 3), Fraction(-40, 1))
    """
    return (value + ZEROES[unit]) * DEGREES[unit] / DEGREES[other] - ZEROES[other]


def _given(text: str) -> Given | None:
    """The amount that a text is, with nothing beside it: one quantity, or several of one kind ("5 feet 10 inches").

    None where it is more than that, or nothing that one converts.
    """
    written = _in_full(pattern(r"^<one>\s+").sub("1 ", text.strip()))
    quantities = read(written).quantities
    if not quantities or not _covers(quantities, written):
        return None
    first = quantities[0]
    if first.unit.dimension not in CONVERTED or (first.unit.per is not None and len(quantities) > 1):
        return None
    value = first.value
    for other in quantities[1:]:
        one, two = quantity_type(first), quantity_type(other)
        if one is None or two is None or one[1] != two[1] or two[0] >= one[0]:
            return None
        value += other.value * two[0] / one[0]
    return Given(value, first, written)


def _in_full(text: str) -> str:
    """The text with the unit that is left out behind a last number ("5 feet 10"), and without short names."""
    known = phrases()
    for short, unit in known.degrees.items():
        text = re.sub(rf"(?<=\d)\s*°?\s*{short}$|(?<=^1 ){short}$", f" degrees {unit}", text, flags=re.IGNORECASE)
    found = _BARE_NUMBER.search(text)
    if found is None:
        return text
    last = text[: found.start()].split()[-1].lower()
    smaller = next((small for large, small in known.smaller_unit.items() if last.endswith(large)), None)
    return f"{text} {smaller}" if smaller is not None else text


def _covers(quantities: tuple[Quantity, ...], text: str) -> bool:
    """Whether the quantities are all that a text says, but for "and" and commas between them."""
    left = text
    for one in reversed(quantities):
        left = left[: one.span[0]] + left[one.span[1] :]
    return not pattern(r"\b<joined_by>\b|[\s,]").sub("", left)


def _finding(given: Given, value: Fraction, unit: str, rate: RateInUse | None = None) -> Finding:
    """The finding of an amount that is `value` of a unit, with the figures that a rate of money rests on."""
    left = given.text if given.value != given.unit.value else _written(given.value, given.unit.unit_name, given.unit)
    right = format_money(value, unit, 4) if rate is not None else _written(value, unit)
    text = f"{left} = {right}"
    if rate is not None:
        text += f" ({say('the rate of {date}', date=rate.dated)})"
    working = f"{format_exact(given.value)} -> {format_number(value, 8)}"
    rests = rate.rests if rate is not None else ()
    line = Comparison(text, working, Interval.point(value), unit, Vote.SCALE, None, rests, "calculation", value=value)
    return Finding("calculation", left, Verdict.CANT_TELL, right, (line,), span=(0, len(text)))


def _written(number: Fraction, unit: str, quantity: Quantity | None = None) -> str:
    """A number with its unit in the singular or plural; an amount of money with its sign."""
    if quantity is not None and quantity.unit.currency:
        return format_money(number, quantity.unit.currency, MOST_DIGITS)
    return counted(number, single(unit) if number == 1 else several(unit), MOST_DIGITS)
