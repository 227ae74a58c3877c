"""Models common things with what is measured of them, and what an average person does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar

from knowledge.model.figure import Source
from knowledge.model.measured_range import MeasuredRange, parse_measured_range
from knowledge.model.units import KINDS, Exponents
from quantities.model.quantity import SECONDS

GENERAL = "general-knowledge"  # the source of what names none

# What a thing may have, and what that must be measured in; anything else is named by its noun ("milk").
PROPERTIES: dict[str, str] = {
    **dict.fromkeys(("thickness", "height", "length", "width", "diameter", "depth", "distance", "circumference",
        "reach"), "length"),
    **dict.fromkeys(("area", "surface"), "area"),
    **dict.fromkeys(("volume", "capacity"), "volume"),
    **dict.fromkeys(("duration", "lifetime", "life", "orbit", "reign", "age"), "time"),
    "mass": "mass",
    "load": "mass",
    "speed": "speed",
    "energy": "energy",
    "power": "power",
    "consumption": "power",  # on average over the year, as "500 kWh a year"
    "data": "data",
    **dict.fromkeys(("year", "start", "end", "birth", "death"), "calendar"),
    **dict.fromkeys(("melting-point", "boiling-point", "temperature"), "degC"),
}  # fmt: skip
FREE = ("price", "density", "energy-density", "coverage", "growth", "gravity")  # of no one dimension: "USD/acre"


@dataclass(frozen=True, slots=True)
class Thing:
    """A common thing by the nouns it is called, with what is measured of it and the parts that it is counted in."""

    id: str
    called: tuple[str, ...]
    has: Mapping[str, MeasuredRange]
    source: Source
    unique: bool = False

    @property
    def name(self) -> str:
        return self.called[0] if self.called else self.id


@dataclass(frozen=True, slots=True)
class Average:
    """What one person does, uses, owns or is, on average: a number by the place ("world" for everybody).

    It is meant where one of `does` (verbs) and one of `what` (nouns or phrases) stand in a sentence; where either is
    empty the other is enough. `item` is the thing that is counted, which then has a mass, a price, a volume. What
    bodies do is `alike` everywhere.
    """

    id: str
    does: tuple[str, ...]
    what: tuple[str, ...]
    each: Mapping[str, MeasuredRange]
    item: str
    source: Source
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """What nobody, or none of its kind, has gone beyond: the high end of `extent`, the low one where it is the `least`.

    The other end is what is still usual. It is meant where one of `of` stands in a sentence, and one of `does` where it
    names any; `counts` are the nouns of which it is so many ("itself" for those of `of`), `by` is whose each it is.
    """

    id: str
    of: tuple[str, ...]
    does: tuple[str, ...]
    counts: tuple[str, ...]
    by: str
    extent: MeasuredRange
    least: bool
    source: Source
    ITSELF: ClassVar[str] = "itself"

    @property
    def is_of_one(self) -> bool:
        """Whether it is of each of what `of` names, and not of a person, or of a piece of land."""
        return not self.by and self.ITSELF not in self.counts

    @property
    def seconds(self) -> Fraction:
        """The shortest time for which it holds, where it is by a period: nobody runs all day as for an hour."""
        return Fraction(SECONDS.get(self.extent.period, 0))


def parse_thing(ident: str, entry: Mapping[str, Any], sources: Mapping[str, Source]) -> Thing:
    """Returns the Thing of an entry. Raises MeasuredRangeError."""
    has = {name: parse_measured_range(text) for name, text in entry.get("has", {}).items()}
    return Thing(ident, tuple(entry.get("called", ())), has, _source(entry, sources), entry.get("unique", False))


def parse_average(ident: str, entry: Mapping[str, Any], sources: Mapping[str, Source]) -> Average:
    """Returns the Average of an entry. Raises MeasuredRangeError."""
    each = {place: parse_measured_range(text) for place, text in entry["each"].items()}
    does, what = tuple(entry.get("does", ())), tuple(entry.get("what", ()))
    return Average(ident, does, what, each, entry.get("item", ""), _source(entry, sources), entry.get("alike", False))


def parse_limit(ident: str, entry: Mapping[str, Any], sources: Mapping[str, Source]) -> Limit:
    """Returns the Limit of an entry. Raises MeasuredRangeError."""
    extent = parse_measured_range(entry["least"] if "least" in entry else entry["most"])
    does, counts = tuple(entry.get("does", ())), tuple(entry.get("counts", ()))
    by, source = entry.get("by", ""), _source(entry, sources)
    return Limit(ident, tuple(entry["of"]), does, counts, by, extent, "least" in entry, source)


def _source(entry: Mapping[str, Any], sources: Mapping[str, Source]) -> Source:
    known = sources.get(entry.get("source", GENERAL))
    return known or Source(GENERAL, "General knowledge", "General knowledge; no source was opened", estimate=True)


def property_exponents(name: str) -> Exponents | None:
    """Returns what a property must be measured in; None for one of no fixed dimension."""
    return KINDS[PROPERTIES[name]] if name in PROPERTIES else None


def is_named_by_noun(name: str) -> bool:
    """Whether a property is meant where its own noun stands in a sentence: the milk of a cow, the words of a book."""
    return name not in PROPERTIES and name not in FREE
