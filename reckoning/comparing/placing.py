"""A place in a ranking, claimed and reckoned, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from i18n.language import say, translatable
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from knowledge import EntityKind, Figure
from quantities import Interval
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import measured, publishing
from reckoning.comparing.ranking import Ranking, Sort
from reckoning.figure import DatedFigure, stored
from reckoning.formula import Formula
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "superlative"

RATIO = Formula("ratio = first / second")
NTH = {
    2: translatable("second"),
    3: translatable("third"),
    4: translatable("fourth"),
    5: translatable("fifth"),
    6: translatable("sixth"),
    7: translatable("seventh"),
    8: translatable("eighth"),
    9: translatable("ninth"),
    10: translatable("tenth"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A claimed place in a ranking, with the place that the figures give."""

    who: str
    place: int
    smallest: bool
    sort: Sort
    ranking: Ranking
    verdict: Verdict
    reckoned: int


def reading(case: Case, place: Place) -> str:
    measure = place.ranking.measure
    if is_counted(case, measure):
        what = say("number of {what} of {whom}", what=case.called(measure), whom=case.named(place.who))
    else:
        what = case.titled(place.who, measure)
    return say(
        "the {what} is {place} of all {sort}", what=what, place=_nth(place.place, place), sort=_sorts(case, place)
    )


def is_counted(case: Case, measure_id: str) -> bool:
    """Whether a measure is named by what is counted: "births"."""
    measure = case.measure(measure_id)
    return measure.name.startswith("people") or (
        measure.name.endswith("s") and measure.unit in (measure.name, "people")
    )


def headline(place: Place) -> str:
    reckoned = say("it is {place} of {number}", place=_nth(place.reckoned, place), number=len(place.ranking.references))
    return (
        say("{reckoned}, too close to be sure", reckoned=reckoned) if place.verdict is Verdict.CANT_TELL else reckoned
    )


def _nth(number: int, place: Place) -> str:
    ends = (
        (say("the smallest"), say("the {nth} smallest"))
        if place.smallest
        else (say("the largest"), say("the {nth} largest"))
    )
    if number == 1:
        return ends[0]
    return ends[1].replace("{nth}", say(NTH[number])) if number in NTH else say("number {number}", number=number)


def _sorts(case: Case, place: Place) -> str:
    sort = place.sort
    names = {
        EntityKind.COUNTRY: say("countries"),
        EntityKind.STATE: say("states"),
        EntityKind.CITY: say("cities"),
        EntityKind.COMPANY: say("companies"),
        EntityKind.REGION: say("continents"),
    }
    word = names.get(sort.kind) or say(f"{sort.known_for}s")
    return say("{sort} of {where}", sort=word, where=case.named(sort.within)) if sort.within else word


def comparison(case: Case, statement: Statement, place: Place, vote: Vote) -> Comparison:
    day = case.day(statement)
    own = place.ranking.of(place.who)
    assert own is not None
    rival = _rival(place, own)
    first, second = (stored(case.library, reference, day) for reference in (own, rival))
    text = say(
        "{place}: {own}, against {second} for {rival} ({origin})",
        place=_placed(case, place),
        own=measured(first.value, first.rest.unit, 3),
        second=measured(second.value, second.rest.unit, 3),
        rival=case.named(rival.entity),
        origin=_origin(first, second),
    )
    ratio = RATIO.reckon("ratio", first=first.interval, second=second.interval) if second.value else Interval.point(0)
    point = first.value / second.value if second.value else Fraction(0)
    worked = f"{exact(first.value)} / {exact(second.value)} = {bare(point, 4)}"
    points_to = place.verdict if vote is Vote.DECIDES else None
    return Comparison(text, worked, ratio, "", vote, points_to, (first.rest, second.rest), NAME, value=point)


def _rival(place: Place, own: Figure) -> Figure:
    """Whom it is set against: the one that holds the place claimed; the next one, if that is the entity itself."""
    order = place.ranking.references[::-1] if place.smallest else place.ranking.references
    at = min(place.place, len(order)) - 1
    if order[at] is not own:
        return order[at]
    return order[at + 1] if at + 1 < len(order) else order[at - 1]


def _placed(case: Case, place: Place) -> str:
    measure = case.called(place.ranking.measure)
    return say(
        "by {measure} {who} is {place} of {number}",
        measure=measure,
        who=case.named(place.who),
        place=_nth(place.reckoned, place),
        number=len(place.ranking.references),
    )


def _origin(first: DatedFigure, second: DatedFigure) -> str:
    return first.origin if first.origin == second.origin else f"{first.origin}; {second.origin}"


def flip(case: Case, place: Place) -> str:
    """What the entity would need for the place claimed."""
    own = place.ranking.of(place.who)
    if place.verdict is not Verdict.DOESNT_ADD_UP or own is None:
        return ""
    rival = _rival(place, own)
    number = measured(rival.value, rival.unit)
    if (rival.value < own.value) is not place.smallest and place.place > place.reckoned:
        return say("Would fit if {who} had less than {number}", who=case.named(place.who), number=number)
    if place.smallest:
        return say("Would fit if {who} had less than {number}", who=case.named(place.who), number=number)
    return say("Would fit if {who} had more than {number}", who=case.named(place.who), number=number)


def missing_figure(case: Case, place: Place) -> str:
    what = case.called(place.ranking.measure)
    missing = say("the {what} of all {sort}, counted alike", what=what, sort=_sorts(case, place))
    return publishing(missing, case.measure(place.ranking.measure).publisher)
