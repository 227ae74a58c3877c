"""Larger than one or several others: "The US economy is larger than those of China, Japan and Germany together".

Also what several have together: "Spain and Italy together have 108 million people".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_number as amount
from knowledge import EntityKind
from quantities import Form, Interval, Quantity
from reasoning.model.answer import Reference, Verdict, Vote
from reckoning import band
from reckoning.comparing.implied import IMPLIED
from reckoning.comparing.naming import measures_named
from reckoning.comparing.shape.sum import AGAINST, FEWER, HAVE
from reckoning.comparing.summing import RATIO, Sum, comparison, flip, headline, missing_figure, reading, verdict_of
from reckoning.comparing.tagged import Tagged, tag
from reckoning.currency import in_currency
from reckoning.figure import DatedFigure
from reckoning.offer import Offer
from reckoning.physical import base_factor
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "sum_of_parts"
FORMULAS = (RATIO,)
# What a bare comparing word means of two entities.
SIZES = {
    "more populous": ("population",),
    "less populous": ("population",),
    "heavier": ("mass",),
    "lighter": ("mass",),
} | dict.fromkeys(("longer", "taller", "higher", "shorter", "wider"), ("length", "height", "diameter"))
BIG = {
    EntityKind.COMPANY: ("revenue", "employees", "market_value"),
    EntityKind.THING: ("area", "volume", "mass", "diameter"),
    EntityKind.CITY: ("population", "urban_area_population"),
}
AROUND = ("urban_area_population",)
GROWN = Fraction(5, 2)  # so many times as many people may live around a city as within its limits
WORTH = frozenset({"market_value", "net_worth", "billionaire_wealth"})  # people set it against a year's GDP
PLACES_BIG = ("area", "population")
YES = (Verdict.ADDS_UP, Verdict.PLAUSIBLE)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if statement.via != IMPLIED:
        return
    tagged = tag(statement.sentence)
    for shapes, read in ((AGAINST, _against), (HAVE, _having)):
        match = next((m for shape in shapes if (m := shape.fullmatch(tagged.text))), None)
        found = read(case, statement, tagged, match) if match else []
        if found:
            yield _offer(case, statement, found)
            return


# --- one against others


def _against(case: Case, statement: Statement, tagged: Tagged, match: re.Match[str]) -> list[Sum]:
    part = match.groupdict()
    turned = bool(part.get("these"))
    who = tagged.name(match["that" if turned else "who"]).entities[0]
    others = tuple(name.entities[0] for name in tagged.names_in(match["these" if turned else "others"]))
    if len({who, *others}) <= len(others) or _overlap(case, (who, *others)):
        return []
    if len(others) > 1 and not (part.get("together") or part.get("behind") or tagged.text.startswith("together")):
        return []  # "bigger than France and Germany": each, or both?
    claimed = _claimed(match["word"], turned=turned)
    word = part.get("measure") or part.get("measure_after") or ""
    beside = any(case.entity(other).kind is EntityKind.CITY for other in others)
    measures = _measures(case, tagged, part.get("verb") or "", word, match["word"], who, is_beside_city=beside)
    theirs = "" if turned else _theirs(case, tagged, match["word"], others)
    if theirs and measures and theirs != measures[0]:
        return [found for found in [_across(case, statement, measures[0], theirs, who, others[0], claimed)] if found]
    sums = [_sum(case, statement, measure, who, others, claimed) for measure in measures]
    found = [one for one in sums if one is not None]
    if found and found[0].verdict not in YES and (other := _namesake(case, statement, tagged, match, found[0])):
        return [other]
    return found


def _theirs(case: Case, tagged: Tagged, word: str, others: tuple[str, ...]) -> str:
    """The measure named of a single other: GDP, of "than Germany's GDP"."""
    behind = tagged.text.partition(f"{word} than ")[2] if len(others) == 1 else ""
    signs = re.findall(r"M\d+", behind.partition(" by ")[0])
    if not signs:
        return ""
    found = measures_named(case.library, tagged, "", signs[0], case.entity(others[0]).kind)
    return next((m for m in found if m in case.library.measures and case.library.series(others[0], m)), "")


def _across(
    case: Case, statement: Statement, measure: str, theirs: str, who: str, other: str, claimed: Interval
) -> Sum | None:
    """One's revenue against another's GDP: measures of the same unit, both of a year or both of a day."""
    own, that = case.measure(measure), case.measure(theirs)
    if (own.unit, own.nature, own.period) != (that.unit, that.nature, that.period) and measure not in WORTH:
        return None
    first, second = _figure(case, statement, who, measure), _figure(case, statement, other, theirs)
    if first is None or second is None or own.unit != that.unit or min(first.value, second.value) <= 0:
        return None
    found = Sum(measure, first, (second,), who, (other,), claimed, None, Verdict.CANT_TELL, theirs)
    return replace(found, verdict=verdict_of(found))


def _namesake(case: Case, statement: Statement, tagged: Tagged, match: re.Match[str], no: Sum) -> Sum | None:
    """The same of another entity of the name, of which it is true: Georgia the state. Plausible, as either is meant."""
    sign = "these" if match.groupdict().get("these") and not match.groupdict().get("who") else "who"
    named = tagged.names_in(match[sign])
    for who in named[0].entities[1:] if no.who and len(named) == 1 else ():
        other = _sum(case, statement, no.measure, who, no.others, no.claimed)
        if other is not None and other.verdict in YES and not _overlap(case, (who, *no.others)):
            return replace(other, verdict=Verdict.PLAUSIBLE)
    return None


def _claimed(word: str, *, turned: bool) -> Interval:
    """How many times as much is said: more than 1, or less than 1."""
    if (word in FEWER.split("|")) is not turned:
        return Interval(Fraction(0), Fraction(1), high_open=True)
    return Interval(Fraction(1), None, low_open=True)


def _measures(
    case: Case, tagged: Tagged, verb: str, word: str, compared: str, who: str, *, is_beside_city: bool
) -> tuple[str, ...]:
    kind = case.entity(who).kind
    if word:
        found = measures_named(case.library, tagged, verb, word, kind)
        if (kind is EntityKind.CITY or is_beside_city) and found[:1] == ("population",):
            return ("population", *AROUND)
    else:
        found = SIZES.get(compared, BIG.get(kind, PLACES_BIG))
    own = tuple(m for m in found if m in case.library.measures and case.library.series(who, m))
    return own if not word else own[:1]


def _overlap(case: Case, entities: tuple[str, ...]) -> bool:
    return any(case.is_within(a, b) for a in entities for b in entities if a != b)


def _sum(
    case: Case, statement: Statement, measure: str, who: str, others: tuple[str, ...], claimed: Interval
) -> Sum | None:
    first = _figure(case, statement, who, measure)
    parts = tuple(_figure(case, statement, other, measure) for other in others)
    if first is None or first.value <= 0 or any(part is None or part.value <= 0 for part in parts):
        return None
    known = tuple(part for part in parts if part is not None)
    found = Sum(measure, first, known, who, others, claimed, None, Verdict.CANT_TELL)
    if measure == "population" and _is_city_alone(case, (who, *others)) and 1 / GROWN < found.ratio < GROWN:
        return found
    return replace(found, verdict=verdict_of(found))


def _figure(case: Case, statement: Statement, entity: str, measure: str) -> DatedFigure | None:
    """A country's people stand against all those around a city, too."""
    figure = case.figure(entity, measure, statement)
    if figure is None and measure in AROUND:
        return case.figure(entity, "population", statement)
    return figure


def _is_city_alone(case: Case, entities: tuple[str, ...]) -> bool:
    """Whether a city is among them of which nothing is known beyond its limits."""
    cities = [entity for entity in entities if case.entity(entity).kind is EntityKind.CITY]
    return any(not case.library.series(city, around) for city in cities for around in AROUND)


# --- what several have together


def _having(case: Case, statement: Statement, tagged: Tagged, match: re.Match[str]) -> list[Sum]:
    part = match.groupdict()
    others = tuple(name.entities[0] for name in tagged.names_in(match["others"]))
    said = tagged.quantity(match["total"])
    if len(set(others)) < 2 or _overlap(case, others) or said.form is not Form.AMOUNT:
        return []
    if not (
        part.get("together")
        or part.get("behind")
        or tagged.text.startswith(("together", "combined"))
        or "combined" in tagged.text
    ):
        return []
    word = part.get("measure") or part.get("measure_behind") or ""
    for measure in _of_total(case, tagged, word, said, others[0]):
        if found := _total(case, statement, measure, others, said):
            return [found]
    return []


def _of_total(case: Case, tagged: Tagged, word: str, said: Quantity, who: str) -> tuple[str, ...]:
    noun = word or (said.unit.noun or "").lower()
    return measures_named(case.library, tagged, "", noun, case.entity(who).kind) if noun else ()


def _total(case: Case, statement: Statement, measure: str, others: tuple[str, ...], said: Quantity) -> Sum | None:
    parts = tuple(case.figure(other, measure, statement) for other in others)
    unit = case.measure(measure).unit
    factor = in_currency(case, said, unit, case.day(statement)) or base_factor(said, unit)
    if factor is None or factor.middle is None or any(part is None for part in parts):
        return None
    known = tuple(part for part in parts if part is not None)
    claimed, value = said.interval * factor, said.value * factor.middle
    total = known[0].drifted
    for part in known[1:]:
        total = total + part.drifted
    stated = said.stated * factor
    assert stated.low is not None
    assert stated.high is not None
    rest = Reference(
        "message",
        say("the message's own {number}", number=amount(value, 3)),
        stated.low,
        value,
        stated.high,
        unit,
        "",
        say("the message"),
    )
    return Sum(
        measure,
        DatedFigure(claimed, claimed, rest),
        known,
        "",
        others,
        claimed,
        said,
        band.agreement(claimed, total, measure),
    )


# --- the offer


def _offer(case: Case, statement: Statement, sums: list[Sum]) -> Offer:
    best = _read(sums)
    others = [
        other for other in sums if other.measure != best.measure and (other.verdict in YES) is not (best.verdict in YES)
    ]
    decides = best.verdict is not Verdict.CANT_TELL
    lines = [comparison(case, best, Vote.DECIDES if decides else Vote.SCALE)]
    lines += [comparison(case, other, Vote.SCALE) for other in others]
    missing = () if decides else (missing_figure(case, best),)
    shown = headline(case, best)
    said = [s for s in case.beside(statement) if s.quantity is best.said]
    return Offer(
        lines[0].kind,
        (statement, *said),
        reading(case, best),
        tuple(lines),
        shown,
        flip(case, best),
        missing,
        weight=Fraction(3),
        alone=True,
    )


def _read(sums: list[Sum]) -> Sum:
    """The first reading; where another measure says the opposite of its no, nobody can tell which is meant."""
    first = sums[0]
    sides = {other.verdict in YES for other in sums}
    # a city is its limits, or all that has grown around it
    if len(sides) > 1 and (first.verdict not in YES or sums[-1].measure in AROUND):
        return replace(first, verdict=Verdict.CANT_TELL)
    return first
