"""What things, places and people give to a chain: an amount with its range, its unit and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import asin, cos, radians, sin, sqrt

from i18n.language import say
from i18n.number_format import format_number as amount
from knowledge.model.estimation import Average
from knowledge.model.figure import Source
from knowledge.model.measured_range import MeasuredRange, parse_measured_range
from knowledge.model.units import NUMBER, Exponents, exponents_of, parse_unit
from quantities import Dimension, Interval
from reasoning.model.answer import Reference
from reasoning.wording.numbers import measured
from reckoning.figure import DatedFigure
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

# The measures that give a property of what the entities' files know.
MEASURES = {
    "area": ("land_area", "area", "surface"),
    "surface": ("surface", "area"),
    "capacity": ("volume",),
    "orbit": ("orbital_period",),
}
EARTH_RADIUS = 6371  # km
DETOUR = (Fraction(1), Fraction(14, 10))  # a way on the ground is longer than the great circle
SPREAD = 2  # how far a place may lie from all those that are known


@dataclass(frozen=True, slots=True)
class Holding:
    """`interval` is in base units; `value` and `factor` give the middle as written and what turns it into them.

    `text` is how the working shows it: "1 to 3 kg a day"; `unit` what stands behind a number there: "kg a day".
    """

    interval: Interval
    powers: Exponents
    value: Fraction
    factor: Fraction
    text: str
    rests: tuple[Reference, ...] = ()
    unit: str = ""


def plain(number: Fraction, text: str | None = None) -> Holding:
    """A number of the claim's own, or of the formula."""
    return Holding(Interval.point(number), NUMBER, number, Fraction(1), amount(number, 4) if text is None else text)


def constant(written: str) -> Holding:
    return _of_extent(parse_measured_range(written))


def of_thing(case: Case, statement: Statement, ident: str, name: str) -> Holding | None:
    """A property of a thing or of an entity, None where nothing is known of it."""
    thing = case.library.things.get(ident)
    if thing is not None and name in thing.has:
        return _of_extent(thing.has[name], f"{ident}.{name}", thing.source)
    if ident not in case.library.entities:
        return None
    for measure in MEASURES.get(name, (name,)):
        figure = case.stored(ident, measure, case.day(statement)) if measure in case.library.measures else None
        if figure is not None:
            return of_figure(figure)
    return None


def of_figure(figure: DatedFigure) -> Holding:
    factor, powers = parse_unit(figure.rest.unit)
    text = measured(figure.value, figure.rest.unit, 3)
    span = Interval.point(factor)
    return Holding(figure.drifted * span, powers, figure.value, factor, text, (figure.rest,))


def of_average(average: Average, place: str | None, within: tuple[str, ...] = ()) -> Holding:
    """What one person does there; of a place that isn't listed, the range of all that are, and as far again."""
    for known in (place, *within):
        if known is not None and known in average.each:
            return _of_extent(average.each[known], f"{average.id}.{known}", average.source)
    extents = list(average.each.values())
    first = min(extents, key=lambda e: e.interval.low or 0)
    last = max(extents, key=lambda e: e.interval.high or 0)
    assert first.interval.low is not None
    assert last.interval.high is not None
    if place == "world" or (place is None and len(extents) == 1):
        return _of_extent(first, f"{average.id}.world", average.source)
    wide = 1 if place is None else SPREAD
    scale = last.interval.high / last.high if last.high else Fraction(1)
    low, high = first.interval.low / scale / wide, last.high * wide
    extent = MeasuredRange(Interval(low * scale, high * scale), last.powers, low, high, last.unit, last.period)
    return _of_extent(extent, f"{average.id}.any", average.source)


def _of_extent(extent: MeasuredRange, ident: str = "", source: Source | None = None) -> Holding:
    low = amount(extent.low, 3)
    number = low if extent.low == extent.high else say("{low} to {high}", low=low, high=amount(extent.high, 3))
    per = say("a {unit}", unit=say(extent.period)) if extent.period else ""
    unit_words = f"{say(extent.unit)} {per}".strip()
    text = f"{number} {unit_words}".strip()
    assert extent.interval.high is not None
    factor = extent.interval.high / extent.high if extent.high else Fraction(1)
    rests = () if source is None else (_rest(ident, text, extent, source),)
    return Holding(extent.interval, extent.powers, extent.middle, factor, text, rests, unit_words)


def _rest(ident: str, text: str, extent: MeasuredRange, source: Source) -> Reference:
    per = f"/{extent.period}" if extent.period else ""
    return Reference(
        id=ident,
        text=f"{ident.replace('.', ', ').replace('-', ' ')}: {text}",
        low=extent.low,
        value=extent.middle,
        high=extent.high,
        unit=extent.unit + per,
        as_of="",
        producer=source.producer,
        title=source.title,
        address=source.address,
        estimate=source.estimate,
    )


def way(case: Case, statement: Statement, places: tuple[str, ...]) -> Holding | None:
    """How far it is from one place to another on the ground: the great circle, and up to 1.4 times it."""
    ends = [_position(case, statement, place) for place in places]
    if len(ends) != 2 or None in ends:
        return None
    first, last = ends
    assert first is not None
    assert last is not None
    km = Fraction(round(_great_circle(*first, *last)))
    if km < 20:
        return None
    interval = Interval(km * DETOUR[0] * 1000, km * DETOUR[1] * 1000)
    text = say("{low} to {high} km", low=amount(km, 3), high=amount(km * DETOUR[1], 3))
    middle = km * (DETOUR[0] + DETOUR[1]) / 2
    return Holding(interval, exponents_of(Dimension.LENGTH), middle, Fraction(1000), text)


def _position(case: Case, statement: Statement, place: str) -> tuple[float, float] | None:
    if not {"latitude", "longitude"} <= case.library.measures.keys():
        return None
    found = [case.stored(place, measure, case.day(statement)) for measure in ("latitude", "longitude")]
    north, east = (None if figure is None else float(figure.value) for figure in found)
    return None if north is None or east is None else (north, east)


def _great_circle(north: float, east: float, other_north: float, other_east: float) -> float:
    """Kilometres, by the haversine formula."""
    up, down = radians(north), radians(other_north)
    half = sin((down - up) / 2) ** 2 + cos(up) * cos(down) * sin(radians(other_east - east) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half))
