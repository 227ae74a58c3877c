"""One quantity in two units: "5 miles is 8 km", "180 °C is 356 °F", "40 million minutes is 76 years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from quantities import Dimension, Form, Interval, PeriodKind, Quantity
from reasoning.model.answer import Comparison, Verdict, Vote
from reckoning import band, temperature
from reckoning.formula import Formula
from reckoning.measure import parts_from, said, summed, worded
from reckoning.namesake import namesakes
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "conversion"
CONVERTED = Formula("converted = number * unit / other")
FORMULAS = (CONVERTED,)
# What stands between the two: an equation, or the same again in brackets.
EQUAL = re.compile(
    r"\s*(?:,\s*)?(?:(?:which|that)\s+)?(?:is|are|was|equals?|is equal to|are equal to|=|makes?|"
    r"comes? to|works out (?:at|to|as)|"
    r"that['’]s|(?:you|it|they|one|he|she)\s+(?:covers?|travels?|goes?|moves?|drives?|does?|do)|"
    r"converts? to|corresponds to|≈|~)\s*(?:exactly|really|actually|about|around|roughly|the same "
    r"as)?\s*",
    re.IGNORECASE,
)
AGAIN = re.compile(r"\s*[(\[]\s*|\s*,\s*(?:that is|i\.e\.|which is)?\s*|\s*,?\s+or\s+|\s*/\s*", re.IGNORECASE)
APPOSED = re.compile(r"\s*,\s*or\s+", re.IGNORECASE)  # with its comma: the same again, and no choice
ENDS = re.compile(r"\s*(?:$|[.,;:!?)\]]|\b(?:long|wide|high|tall|deep|and|but|so|then|right|exactly)\b)", re.IGNORECASE)
PHYSICAL = frozenset(
    {
        Dimension.LENGTH,
        Dimension.AREA,
        Dimension.VOLUME,
        Dimension.MASS,
        Dimension.SPEED,
        Dimension.ENERGY,
        Dimension.POWER,
        Dimension.TIME,
        Dimension.DATA,
        Dimension.TEMPERATURE,
    }
)
# A unit that two peoples take differently, and `namesake` doesn't know: so much off is another reading of it.
LOOSE = {Dimension.DATA: Fraction(1, 4), Dimension.VOLUME: Fraction(1, 4), Dimension.MASS: Fraction(1, 7)}
PLAIN_VOLUMES = frozenset({"cubic metre", "litre", "cubic kilometre", "millilitre"})
ROUGHLY = Fraction(2, 100)  # so far off, nobody meant the digits
ROUNDED = Fraction(5, 100)  # so far off, a number of one digit may be rounded in an equation


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    here = case.beside(statement)
    at = here.index(statement) if statement in here else 0
    if at == 0 or not statement.is_asserted or statement.is_negated:
        return
    before, after = parts_from(case, here[:at][::-1])[::-1], parts_from(case, here[at:])
    first, second = summed(before), summed(after)
    between = case.scene.text[before[-1].span[1] : statement.span[0]]
    behind = case.scene.text[after[-1].span[1] : statement.sentence.span[1]]
    says, again = EQUAL.fullmatch(between) or APPOSED.fullmatch(between), AGAIN.fullmatch(between)
    if not (says or again) or not ENDS.match(behind) or not _are_alike(first, second):
        return
    hot = first.unit.dimension is Dimension.TEMPERATURE
    reckoned = temperature.reckoned_in(before[0], first, second) if hot else _reckoned(first, second)
    if reckoned is None or (reckoned == 0 and not hot):
        return
    if says is None and not (temperature.is_near if hot else _may_be_same)(reckoned, second):
        return
    yield _offer((*after, *before), first, second, reckoned, again=EQUAL.fullmatch(between) is None)


def _are_alike(first: Quantity, second: Quantity) -> bool:
    """Whether both are amounts of one dimension in two units, both or neither of them for each second, hour, year."""
    both = (first, second)
    if any(q.form is not Form.AMOUNT or q.direction.value or q.unit.per is not None or q.is_range for q in both):
        return False
    if first.unit.dimension not in PHYSICAL or second.unit.dimension not in PHYSICAL:
        return False
    one, other = (_sort(quantity) for quantity in both)
    return one == other and first.unit.name != second.unit.name  # of one unit in two periods: a rate, another kind


def _sort(quantity: Quantity) -> tuple[Dimension, bool]:
    """The dimension, and whether it is for each period; a speed is a length for each."""
    if quantity.unit.dimension is Dimension.SPEED:
        return Dimension.LENGTH, True
    return quantity.unit.dimension, quantity.period is not None and quantity.period.kind is PeriodKind.PER


def _factor(quantity: Quantity) -> Fraction | None:
    """What turns the number into base units, or into base units a second."""
    factor, period = quantity.unit.factor, quantity.period
    if factor is not None and period is not None and period.kind is PeriodKind.PER and period.seconds:
        return factor / period.seconds
    return factor


def _may_be_same(reckoned: Fraction, second: Quantity) -> bool:
    """Whether what stands in brackets may be the same in another unit: within a quarter of it."""
    return Fraction(3, 4) <= second.value / reckoned <= Fraction(4, 3)


def _reckoned(first: Quantity, second: Quantity) -> Fraction:
    """The first in the second's unit; 0 where they have no ratio."""
    above, below = _factor(first), _factor(second)
    if above is None or not below:
        return Fraction(0)
    points = {"number": first.value, "unit": above, "other": below}
    return CONVERTED.solve("converted", **{k: Interval.point(v) for k, v in points.items()}).low or Fraction(0)


def _verdict(first: Quantity, second: Quantity, reckoned: Fraction, *, again: bool) -> Verdict:
    """The first is taken as it stands, the second with its rounding, which is coarser where it says it `again`."""
    if first.unit.dimension is Dimension.TEMPERATURE:
        return temperature.judge(second, reckoned)
    verdict = band.own(second.interval, Interval.point(reckoned), reckoned)
    off = abs(second.value / reckoned - 1)
    if off <= ROUGHLY or (off <= ROUNDED and _is_rounded(reckoned, second.value, digits=2)):
        return Verdict.ADDS_UP
    if off <= (band.CLOSE if again else ROUNDED) and _is_rounded(reckoned, second.value, digits=1):
        return Verdict.PLAUSIBLE
    names = {first.unit.name, second.unit.name}
    wide = LOOSE.get(first.unit.dimension, Fraction(0)) if not names <= PLAIN_VOLUMES else Fraction(0)
    return Verdict.STRETCH if verdict is Verdict.DOESNT_ADD_UP and off <= wide else verdict


def _is_rounded(reckoned: Fraction, said: Fraction, *, digits: int) -> bool:
    """Whether the one is the other rounded to its only digit, 1.83 to 2, 28.3 to 30, or to its two: 11.6 to 12."""
    digit, power = said, Fraction(1)
    while digit >= 10 and digit % 10 == 0:
        digit, power = digit / 10, power * 10
    return digit.denominator == 1 and len(str(digit)) == digits and abs(reckoned - said) <= power / 2


def _offer(
    statements: tuple[Statement, ...], first: Quantity, second: Quantity, reckoned: Fraction, *, again: bool
) -> Offer:
    verdict = _verdict(first, second, reckoned, again=again)
    one, other = said(first), said(second)
    reading = say("{first} is {second}", first=one, second=other)
    if verdict not in (Verdict.ADDS_UP, Verdict.PLAUSIBLE) and (found := _namesake(first, second)):
        first, second, reckoned = found
        one, verdict = said(first), Verdict.PLAUSIBLE
    text = say("{first} is {got}", first=one, got=worded(reckoned, second))
    comparison = Comparison(
        text,
        _worked(first, second, reckoned),
        Interval.point(reckoned),
        second.unit.name,
        Vote.DECIDES,
        verdict,
        (),
        NAME,
        value=reckoned,
    )
    fits = verdict in (Verdict.ADDS_UP, Verdict.PLAUSIBLE)
    headline = text if fits else say("{text}, not {said}", text=text, said=other)
    flip = "" if fits else _flip(first, second, reckoned)
    return Offer(NAME, statements, reading, (comparison,), headline, flip, weight=Fraction(6), alone=True)


def _namesake(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity, Fraction] | None:
    """The two in units of the same name with which it fits."""
    pairs = [(replace(first, unit=a), replace(second, unit=b)) for a, b in namesakes(first.unit, second.unit)]
    found = [(*pair, reckoned) for pair in pairs if (reckoned := _reckoned(*pair))]
    near = min(found, key=lambda f: abs(second.value / f[2] - 1), default=None)
    return near if near is not None and abs(second.value / near[2] - 1) <= ROUGHLY else None


def _flip(first: Quantity, second: Quantity, reckoned: Fraction) -> str:
    names = second.unit.name, first.unit.name
    if first.unit.dimension is not Dimension.TEMPERATURE:
        back = _reckoned(second, first)
    elif reckoned == first.value * temperature.step(*names[::-1]):
        back = second.value * temperature.step(*names)
    else:
        back = temperature.converted(second.value, *names)
    return say("Would fit with {back}", back=worded(back, first))


def _worked(first: Quantity, second: Quantity, reckoned: Fraction) -> str:
    value, end = exact(first.value), exact(reckoned)
    if first.unit.dimension is Dimension.TEMPERATURE:
        names = (first.unit.name, second.unit.name)
        if reckoned == first.value * temperature.step(*names):
            return f"{value} × {exact(temperature.step(*names))} = {end}"
        steps = {
            ("celsius", "fahrenheit"): f"{value} × 9 / 5 + 32",
            ("fahrenheit", "celsius"): f"({value} - 32) × 5 / 9",
        }
        return f"{steps.get(names, value + ' - 273.15' if names[0] == 'kelvin' else value + ' + 273.15')} = {end}"
    above, below = _factor(first), _factor(second)
    assert above is not None
    assert below is not None
    return f"{value} × {exact(above)} / {exact(below)} = {end}"
