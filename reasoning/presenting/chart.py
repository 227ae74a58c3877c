"""What a picture of an answer shows: people as icons, bars, dots on a log axis, or a line with the claim on it.

A chart is plain data, small enough to be handed to the process that draws it (`reasoning.presenting.picture`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor, log10

from i18n.language import say
from i18n.number_format import format_number as amount
from i18n.number_format import round_significant as rounded
from knowledge import Figure, Library
from reasoning.data.tables import root
from reasoning.model.answer import Answer, Comparison, Finding, Reference
from reasoning.wording.numbers import dated, measured

SIZES = frozenset({"scale", "share", "multiple"})  # the kinds of lines that show a number as so much of what there is
CLAIM, PLAN = "claim", "plan"  # the kinds of lines that decide: a number that is claimed, one that is planned
PEOPLE = ("person", "household")  # the roots of nouns that are drawn as people
MOST_ICONS = 1000
TALLEST_BAR = 30  # times the other
MOST_TICKS = 5
SERIES = 5  # points that make a line


class Shape(StrEnum):
    ICONS = "icons"
    BARS = "bars"
    DOTS = "dots"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Point:
    """One number of a chart. `at` is the year of a point of a line, with its fraction."""

    label: str
    value: float
    shown: str
    is_claim: bool = False
    at: float = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """`points` stand in the order they are drawn in; of icons, the one point's value is the N of 1 in N.

    `ticks` are the powers of ten on the axis of dots, each with its words.
    """

    shape: Shape
    title: str
    points: tuple[Point, ...]
    footer: str
    alt: str
    ticks: tuple[tuple[int, str], ...] = ()


def chart(answer: Answer, library: Library | None = None) -> Chart | None:
    """The picture of the weightiest claim; None where there is nothing that a picture would show better.

    Without a library there is one too wherever there is one with it, only never a line: that takes milliseconds.
    """
    if not answer.findings:
        return None
    finding = answer.findings[0]
    lead = decisive(finding.comparisons)
    ordered = [lead, *finding.comparisons] if lead else []
    charts = (_chart(answer, finding, c, library) for c in ordered)
    return next((found for found in charts if found is not None), None)


def decisive(comparisons: tuple[Comparison, ...]) -> Comparison | None:
    """The comparison the verdict rests on most: one that decides, else the first that indicates, else the first."""
    return min(comparisons, key=lambda one: one.vote.rank, default=None)


def has_chart(answer: Answer) -> bool:
    """Whether there is a picture, without making one."""
    return bool(answer.findings) and any(map(_is_drawn, answer.findings[0].comparisons))


def _is_drawn(comparison: Comparison) -> bool:
    stored, ratio = _stored(comparison), _ratio(comparison)
    if not stored or ratio is None or ratio <= 0:
        return False
    if _is_pair(comparison, stored):
        return len(stored) == 2 and stored[0].unit == stored[1].unit
    if comparison.kind in (CLAIM, PLAN):
        return len(stored) == 1
    return comparison.kind in SIZES and not comparison.unit


def _is_pair(comparison: Comparison, stored: list[Reference]) -> bool:
    """Whether it holds between two figures, which are drawn beside each other."""
    return comparison.kind == CLAIM and len(stored) > 1


def _stored(comparison: Comparison) -> list[Reference]:
    return [rest for rest in comparison.rests if rest.value > 0]


def _ratio(comparison: Comparison) -> Fraction | None:
    return comparison.result.middle if comparison.value is None else comparison.value


def _chart(answer: Answer, finding: Finding, comparison: Comparison, library: Library | None) -> Chart | None:
    stored, ratio = _stored(comparison), _ratio(comparison)
    if ratio is None or not _is_drawn(comparison):
        return None
    if _is_pair(comparison, stored):
        return _both(finding, stored)
    one, drawn = stored[0], None
    if comparison.kind in SIZES and root(one.unit) in PEOPLE and _is_share(ratio):
        drawn = _icons(finding, comparison, ratio, one)
    elif comparison.kind == CLAIM and library is not None and Fraction(1, 10) < ratio < 10:
        drawn = _line(answer, finding, one, ratio, library)
    return drawn or _pair(finding, one, ratio)


def _is_share(ratio: Fraction) -> bool:
    return Fraction(3, 2) <= 1 / ratio <= MOST_ICONS


def _icons(finding: Finding, comparison: Comparison, share: Fraction, stored: Reference) -> Chart:
    several = rounded(1 / (comparison.result.middle or share), 2)
    point = Point(_whole(stored), float(several), say("1 in {number}", number=amount(several)), is_claim=True)
    alt = say("One of {number} people is marked: {line}.", number=amount(several), line=comparison.text)
    return Chart(Shape.ICONS, finding.reading, (point,), _footer([stored]), alt)


def _pair(finding: Finding, stored: Reference, ratio: Fraction) -> Chart:
    other = Point(_whole(stored), float(stored.value), _shown(stored, stored.value))
    value = stored.value * ratio
    claimed = Point(say("Claimed"), float(value), _shown(stored, value), is_claim=True)
    shape, drawn = _shape(claimed, other)
    numbers = {"claimed": claimed.shown, "what": other.label, "stored": other.shown}
    alt = say("{drawn}: claimed {claimed}; {what}: {stored}.", drawn=drawn, **numbers)
    return Chart(shape, finding.reading, (claimed, other), _footer([stored]), alt, _ticks(shape, claimed, other))


def _both(finding: Finding, stored: list[Reference]) -> Chart:
    """What is compared, as it is stored: the one that the claim is of first."""
    one, other = (Point(_whole(rest), float(rest.value), _shown(rest, rest.value)) for rest in stored)
    shape, drawn = _shape(one, other)
    numbers = {"first": one.shown, "one": one.label, "second": other.shown, "other": other.label}
    alt = say("{drawn}: {first} ({one}) and {second} ({other}).", drawn=drawn, **numbers)
    points = (replace(one, is_claim=True), other)
    return Chart(shape, finding.reading, points, _footer(stored), alt, _ticks(shape, one, other))


def _ticks(shape: Shape, *points: Point) -> tuple[tuple[int, str], ...]:
    """A few powers of ten around the points, as people say them: "100 million"."""
    if shape is not Shape.DOTS:
        return ()
    places = [log10(point.value) for point in points]
    powers = range(floor(min(places)), ceil(max(places)) + 1)
    step = max(1, ceil(len(powers) / MOST_TICKS))
    return tuple((power, amount(Fraction(10) ** power)) for power in powers[::step])


def _shape(one: Point, other: Point) -> tuple[Shape, str]:
    if 1 / TALLEST_BAR <= one.value / other.value <= TALLEST_BAR:
        return Shape.BARS, say("Two bars to scale")
    return Shape.DOTS, say("Two dots on a scale that grows tenfold")


def _line(answer: Answer, finding: Finding, stored: Reference, ratio: Fraction, library: Library) -> Chart | None:
    entity, _, rest = stored.id.partition(".")
    series = [r for r in library.series(entity, rest.partition(".")[0]) if r.start <= answer.as_of]
    if len(series) < SERIES:
        return None
    points = [Point(dated(r.dated), float(r.value), _shown(stored, r.value), at=_at(r)) for r in series]
    value = stored.value * ratio
    at = next((p.at for p, r in zip(points, series, strict=True) if r.id == stored.id), points[-1].at)
    at = max(at, _year(answer.as_of)) if stored.id == series[-1].id else at
    claim = Point(say("Claimed"), float(value), _shown(stored, value), is_claim=True, at=at)
    alt = say(
        "A line from {first} to {last}; the claim, {claimed}, is marked beside {stored}.",
        first=f"{points[0].shown} ({points[0].label})",
        last=f"{points[-1].shown} ({points[-1].label})",
        claimed=claim.shown,
        stored=_shown(stored, stored.value),
    )
    return Chart(Shape.LINE, finding.reading, (*points, claim), _footer([stored]), alt)


def _at(reference: Figure) -> float:
    middle = reference.start + (reference.end - reference.start) / 2
    return _year(middle)


def _year(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 366


def _whole(rest: Reference) -> str:
    """What the stored figure is of: the words of it before its number."""
    return rest.text.partition(":")[0]


def _shown(rest: Reference, number: Fraction) -> str:
    return measured(number, rest.unit, 3)


def _footer(rests: list[Reference]) -> str:
    sources = dict.fromkeys(map(_source, rests))
    return say("Source: {source}", source="; ".join(sources))


def _source(rest: Reference) -> str:
    producer = say("an estimate") if rest.estimate else rest.producer
    when = dated(rest.as_of) if rest.as_of else ""
    return ", ".join(part for part in (producer, when) if part)
