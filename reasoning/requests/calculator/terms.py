"""A term of a calculation: a number with its unit, or words for a stored figure ("us debt 2010")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations

import quantities
from i18n.language import say
from knowledge import Library
from knowledge.model.units import parse_unit
from knowledge.text.inflection import plural, singular
from quantities import Dimension, Form, Interval, Quantity
from reasoning.data.tables import defaults
from reasoning.model.answer import Reference
from reasoning.requests.calculator.magnitudes import Magnitude
from reasoning.requests.phrases import pattern, phrases
from reasoning.wording.numbers import dated, measured, percent, words
from reasoning.wording.references import reference_to

YEAR = r"\b(?:<before_a_year> )?((?:1[6-9]|20)\d\d)\b"
NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,20})?|[0-9]{1,30}(?:\.[0-9]{1,20})?")
WORD = re.compile(r"[^\W\d_][\w'’-]*|\S")
MOST_WORDS = 10
PERSON = "person"  # the counted noun of whom a place has so many


@dataclass(frozen=True, slots=True)
class Reading:
    """What a term means: its magnitude, how the working shows it, and the figure it rests on."""

    magnitude: Magnitude
    text: str
    exact: Fraction
    rest: Reference | None = None
    entity: str = ""


def bare_number(text: str) -> Reading:
    """What a number in digits means."""
    value = Fraction(text.replace(",", ""))
    return Reading(Magnitude(value, Interval.point(value)), text, value)


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves terms; a bare noun ("person in 1990") is of the entity that another term names."""

    library: Library
    as_of: date

    def number(self, text: str) -> Reading | None:
        """A number with or without a unit, and nothing else."""
        if NUMBER.fullmatch(text) or text == "-1":
            return bare_number(text)
        read = quantities.read(text, most=2).quantities
        if len(read) != 1 or (read[0].span[1] - read[0].span[0]) < len(text.rstrip(" .%")):
            return None
        return _of_quantity(read[0])

    def figure(self, text: str, near: str = "", year: int | None = None) -> Reading | None:
        """A stored figure: the words must name an entity (or `near` gives it) and a measure, and nothing else."""
        year, rest = _year(text, year)
        if not rest or len(rest.split()) > MOST_WORDS:
            return None
        day = date(year, 12, 31) if year else self.as_of
        for entity, without in self._entities(rest, near):
            for measure in self._measures(without):
                if found := self._stored(entity, measure, min(day, self.as_of)):
                    return found
        return None

    def _stored(self, entity: str, measure: str, day: date) -> Reading | None:
        figure = self.library.figure_at(entity, measure, day)
        if figure is None or figure.start > day or figure.low <= 0 <= figure.high:
            return None
        reference = reference_to(figure, self.library)
        magnitude = _in_units(figure.value, Interval(figure.low, figure.high), figure.unit)
        producer = say("an estimate") if reference.estimate else reference.producer
        origin = f"{producer}, {dated(reference.as_of)}" if reference.as_of else producer
        text = f"{measured(figure.value, figure.unit, 4)} ({reference.text.partition(':')[0]}, {origin})"
        return Reading(magnitude, text, figure.value, reference, entity)

    def _entities(self, text: str, near: str) -> list[tuple[str, str]]:
        """Who the words may be of, with the words that are left."""
        found = []
        for name in self.library.names(text):
            left = text[: name.span[0]] + " " + text[name.span[1] :]
            found += [(ident, left) for ident in name.entities]
        parts = text.replace("’s", " ").replace("'s", " ").split()
        for first, last in sorted(combinations(range(len(parts) + 1), 2), key=lambda ends: ends[0] - ends[1]):
            for ident in self.library.entity_linker.exact(" ".join(parts[first:last])):
                found.append((ident, " ".join([*parts[:first], *parts[last:]])))
        return found or ([(near, text)] if near else [])

    def _measures(self, text: str) -> tuple[str, ...]:
        """The measures that all of the words mean; none where a word is left over."""
        left = text.replace("’s", " ").replace("'s", " ")
        bare = " ".join(word for word in left.lower().split() if word not in phrases().small_words)
        if bare in phrases().heads:
            return (defaults().wholes[PERSON],)
        for mention in self.library.measure_mentions(bare):
            if mention.span == (0, len(bare)):
                return mention.measures
        counted = self.library.counted(bare)
        return counted or tuple(m for m in self.library.measures if self.library.measures[m].name.lower() == bare)


def _year(text: str, otherwise: int | None) -> tuple[int | None, str]:
    """The year it names, and the text without it."""
    found = pattern(YEAR).search(text)
    if found is None:
        return otherwise, text.strip()
    return int(found[1]), (text[: found.start()] + " " + text[found.end() :]).strip()


def _in_units(value: Fraction, interval: Interval, written: str) -> Magnitude:
    if len(written) == 3 and written.isupper():
        return Magnitude(value, interval, {written: 1})
    if written in ("%", "percent"):
        return Magnitude(value / 100, interval * Interval.point(Fraction(1, 100)))
    factor, powers = parse_unit(written)
    if not powers.of:
        return Magnitude(value, interval, {_noun(written): 1} if written else {})
    return _physical(value, interval, written, factor, dict(powers.of))


def _noun(name: str) -> str:
    return plural(singular(name.lower()))


def _physical(value: Fraction, interval: Interval, name: str, factor: Fraction, powers: dict[str, int]) -> Magnitude:
    """Only a unit of one base is shown as written; "km2" as km, squared."""
    shown: dict[str, tuple[str, Fraction]] = {}
    if len(powers) == 1 and list(powers.values()) == [1]:
        shown = {next(iter(powers)): (name, factor)}
    elif name in ("km2", "km²", "square kilometre"):
        shown = {"m": ("km", Fraction(1000))}
    return Magnitude(value * factor, interval * Interval.point(factor), powers, shown)


def _of_quantity(quantity: Quantity) -> Reading | None:
    value, stated = quantity.value, quantity.stated
    dimension, name = quantity.unit.dimension, quantity.unit.name
    if quantity.form is Form.PERCENT:
        return Reading(
            Magnitude(value / 100, stated * Interval.point(Fraction(1, 100))), percent(value, 6), value / 100
        )
    if quantity.form is not Form.AMOUNT or quantity.unit.per is not None:
        return None
    if dimension is Dimension.MONEY:
        factor = quantity.unit.factor or Fraction(1)
        currency = quantity.unit.currency or "USD"
        return Reading(
            Magnitude(value * factor, stated * Interval.point(factor), {currency: 1}), words(quantity), value * factor
        )
    if dimension in (Dimension.COUNT, Dimension.NONE):
        return Reading(Magnitude(value, stated, {_noun(name): 1} if name else {}), words(quantity), value)
    if quantity.unit.factor is None:
        return None
    powers = dict(parse_unit(name)[1].of)
    magnitude = _physical(value, stated, name, quantity.unit.factor, powers) if powers else None
    return None if magnitude is None else Reading(magnitude, words(quantity), value)
