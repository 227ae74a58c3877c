"""Numbers of a claim as text, in the language spoken: as they were said, and in the unit in which they were said."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_money, format_number
from knowledge import Library
from knowledge.text.inflection import singular
from quantities import Dimension, Form, Interval, Quantity
from quantities.units.physical_units import BY_NAME
from reasoning.grounding.known_nouns import known_noun
from reasoning.model.claim import Operator, Term
from reasoning.model.leaf import Leaf, Sort
from reasoning.wording.numbers import counted, measured, percent, several, single

MOST_FIGURES = 6  # of the ends of a range, until they look different
MOST_DIGITS = 7  # a number that was said with more is quoted rounded
ROUND = frozenset({1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100, 200, 250, 500, 1000})  # of decimals of three places


def digits_of(number: Fraction) -> int:
    """How many digits of a number count, so that it is quoted as it was said: at least 2, and 3 for an endless decimal.

    >>> digits_of(Fraction(185)), digits_of(Fraction(1_200_000)), digits_of(Fraction(1, 3))
    (3, 2, 3)
    """
    whole = abs(number)
    if whole.denominator not in ROUND:
        return 3
    written = f"{int(whole * 1000)}".strip("0")
    return max(2, min(len(written), MOST_DIGITS))


def noun_of(number: Fraction, quantity: Quantity, library: Library) -> str:
    """The noun that a quantity counts, as it follows a number; "" where it is none of the program's own."""
    noun = known_noun(quantity.unit.noun, library)
    return _unit_after(number, noun) if noun else ""


def _unit_after(number: Fraction, unit: str) -> str:
    """A unit or a noun in the singular behind 1, else in the plural."""
    return single(singular(unit) if " " not in unit else unit) if number == 1 else several(unit)


def in_unit_of(number: Fraction, quantity: Quantity, library: Library, figures: int | None = None) -> str:
    """A number in the unit of a quantity: "$2 million", "48 million people", "33 %", "4 years".

    `number` is in that unit (33 for percents, 1/3 for a ratio). `figures` is how many of its digits are told, None for
    as many as it was said with.
    """
    digits = digits_of(number) if figures is None else figures
    unit = quantity.unit
    if unit.currency:
        return _per(format_money(number * (unit.factor or 1), unit.currency, digits), quantity)
    if quantity.form in (Form.PERCENT, Form.POINTS):
        return percent(number, digits)
    if quantity.form is Form.RATIO:
        return percent(number * 100, digits)
    if quantity.form is Form.MULTIPLE:
        return f"{format_number(number, digits)}×"
    if unit.dimension in (Dimension.COUNT, Dimension.NONE):
        return _per(counted(number, noun_of(number, quantity, library), digits), quantity)
    name = "year" if unit.dimension is Dimension.AGE else quantity.unit_name
    return counted(number, _unit_after(number, name), digits)


def _per(text: str, quantity: Quantity) -> str:
    """The text with the period that the quantity is said for each of: "$5 a day"."""
    period = quantity.period
    if period is not None and period.kind.value == "per" and period.count == 1:
        if period.unit == "hour":
            return say("{number} an hour", number=text)
        return say("{number} a {period}", number=text, period=say(period.unit))
    return text


def as_claimed(quantity: Quantity | None, left: Term) -> Quantity | None:
    """A quantity as its claim takes it: the volume of a cube that is said by its edge."""
    if quantity is None or left.operator is not Operator.POWER or quantity.unit.dimension is not Dimension.LENGTH:
        return quantity
    return replace(quantity, unit=BY_NAME["cubic metre"], stated=Interval.point(left.value()))


def said(quantity: Quantity, library: Library) -> str:
    """A quantity as it was said, in the program's own words."""
    return in_unit_of(quantity.value, quantity, library)


def of_leaf(leaf: Leaf) -> str:
    """The value of a figure or a property with its unit, a range with both ends: "131 million people", "4.3 – 5 t"."""
    if leaf.sort is Sort.CONSTANT or not leaf.factor:
        return leaf.label
    unit = leaf.unit
    low, high = leaf.low / leaf.factor, leaf.high / leaf.factor
    if leaf.sort is Sort.FIGURE or low == high:
        return measured(leaf.value / leaf.factor, unit, 3)
    return next(text for figures in range(2, MOST_FIGURES + 1) if (text := _ends(low, high, unit, figures)))


def _ends(low: Fraction, high: Fraction, unit: str, figures: int) -> str:
    """Both ends of a range, the unit behind the second where both have it; empty where they look the same.

    >>> _ends(Fraction(4), Fraction(5), "kg", 2), _ends(Fraction(1230), Fraction(1240), "km", 2)
    ('4 – 5 kg', '')
    """
    ends = [measured(end, unit, figures) if unit else format_number(end, figures) for end in (low, high)]
    if ends[0] == ends[1] and figures < MOST_FIGURES:
        return ""
    number = ends[0].split()[0]
    same = ends[0].removeprefix(number) == ends[1].removeprefix(ends[1].split()[0])
    return f"{number if same else ends[0]} – {ends[1]}"
