"""Two countries compared in passing: "The US spends three times per capita what the UK spends on health care"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from knowledge import EntityKind
from quantities import Form, Interval
from reckoning.figure import DatedFigure, known, stored
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.rough.core import is_core, is_said
from reckoning.rough.judging import Reckoning, judge
from reckoning.rough.topic import Topic, around

NAME = "compared_in_passing"
RATIO = Formula("ratio = first / second")
FORMULAS = (RATIO,)
# Rich countries that people mean by "any other developed nation".
PEERS = ("CA", "GB", "FR", "DE", "IT", "ES", "JP", "AU", "NL", "SE", "KR")
ANY_OTHER = re.compile(
    r"\b(?:any|every|all|most)?\s*other\s+(?:(?:major|large)\s+)?(?:developed|industriali[sz]ed|advanced|rich|wealthy|western"
    r"|civili[sz]ed|high-income|first world)\s+"
    r"(?:nation|countr|econom|world|democrac)",
    re.IGNORECASE,
)
PER_HEAD = re.compile(r"\b(?:per capita|per head|per person|each person|per citizen|rate)\b", re.IGNORECASE)
BY_HEAD = {"health_spending": "health_spending_per_head", "gdp": "gdp_per_head_ppp"}
MORE = frozenset({"more", "higher", "larger", "bigger", "greater", "faster"})
MOST_AGE = 6 * 366


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if _factor(statement) is None or not is_said(statement) or statement.asks_size:
        return
    if found := judge(statement, NAME, _reckonings(case, statement)):
        yield found


def _factor(statement: Statement) -> Fraction | None:
    """What the number of the claim is for a ratio of one: 1 of "three times", 100 of "50 percent more"."""
    quantity = statement.quantity
    if quantity.form is Form.MULTIPLE or (quantity.form is Form.AMOUNT and quantity.unit.name.startswith("time")):
        return Fraction(1)
    if quantity.form is Form.PERCENT and statement.lowers & MORE and "than" in statement.lowers:
        return Fraction(100)
    return None


def _reckonings(case: Case, statement: Statement) -> Iterator[Reckoning]:
    names = [n.entities[0] for n in statement.sentence.names if case.entity(n.entities[0]).kind is EntityKind.COUNTRY]
    places = list(dict.fromkeys(names))
    by_head = bool(PER_HEAD.search(statement.sentence.text))
    for topic in around(case, statement):
        yield from _of_measure(case, statement, topic, places, topic.measure, by_head=by_head)
        if by_head and BY_HEAD.get(topic.measure) in case.library.measures:
            yield from _of_measure(case, statement, topic, places, BY_HEAD[topic.measure], by_head=by_head)


def _of_measure(
    case: Case, statement: Statement, topic: Topic, places: list[str], measure: str, *, by_head: bool
) -> Iterator[Reckoning]:
    if len(places) == 1 and ANY_OTHER.search(statement.sentence.text):
        yield from _against_peers(case, statement, places[0], measure, by_head=by_head)
    elif len(places) > 1 and (second := _second(statement, places)) is not None:
        yield from _ratio(case, statement, topic, (places[0], second), measure, by_head=by_head)


def _second(statement: Statement, places: list[str]) -> str | None:
    """The country that stands nearest behind the number, the first of the sentence left out."""
    behind = [
        n
        for n in statement.sentence.names
        if n.span[0] >= statement.quantity.number_span[1] and n.entities[0] in places[1:]
    ]
    return behind[0].entities[0] if behind else None


def _ratio(
    case: Case, statement: Statement, topic: Topic, pair: tuple[str, str], measure: str, *, by_head: bool
) -> Iterator[Reckoning]:
    one, other = (_per(case, statement, place, measure, by_head=by_head) for place in pair)
    factor = _factor(statement)
    if one is None or other is None or factor is None or other[0] <= 0 or one[0] <= 0:
        return
    ratio = one[0] / other[0]
    value = (ratio - 1) * 100 if factor == 100 else ratio
    if value <= 0:
        return
    names = [case.named(place) for place in pair]
    what = say("{measure} of {first} against {second}", measure=case.called(measure), first=names[0],
               second=names[1])  # fmt: skip
    working = f"{one[1]}; {other[1]}; {exact(one[0])} / {exact(other[0])} = {exact(ratio)}"
    rests = (*(f.rest for f in one[2]), *(f.rest for f in other[2]))
    sure = is_core(statement, topic)
    yield Reckoning(Interval.point(value), value, what, working, rests, is_sure=sure, spread=Fraction(2))


def _against_peers(case: Case, statement: Statement, place: str, measure: str, *, by_head: bool) -> Iterator[Reckoning]:
    own = _per(case, statement, place, measure, by_head=by_head)
    peers = [p for peer in PEERS if peer != place and (p := _per(case, statement, peer, measure, by_head=by_head))]
    if own is None or len(peers) < len(PEERS) // 2 or min(p[0] for p in peers) <= 0:
        return
    highest, lowest = max(peers, key=lambda p: p[0]), min(peers, key=lambda p: p[0])
    least, most = own[0] / highest[0], own[0] / lowest[0]
    what = say(
        "{measure} of {first} against other rich countries",
        measure=case.called(measure),
        first=case.named(place),
    )
    working = f"{exact(own[0])} / {exact(highest[0])} = {exact(least)}"
    rests = (*(f.rest for f in own[2]), *(f.rest for f in highest[2]))
    yield Reckoning(Interval(least, most), least, what, working, rests, is_sure=True, spread=Fraction(3, 2))


def _per(
    case: Case, statement: Statement, place: str, measure: str, *, by_head: bool
) -> tuple[Fraction, str, tuple[DatedFigure, ...]] | None:
    """The figure of a country, by head where the text says so, with its working."""
    total = _figure(case, statement, place, measure)
    if total is None:
        return None
    if not by_head or measure in BY_HEAD.values() or case.measure(measure).unit == "percent":
        return total.value, f"{exact(total.value)} / 1 = {exact(total.value)}", (total,)
    people = _figure(case, statement, place, "population")
    if people is None:
        return None
    value = total.value / people.value
    return value, f"{exact(total.value)} / {exact(people.value)} = {exact(value)}", (total, people)


def _figure(case: Case, statement: Statement, place: str, measure: str) -> DatedFigure | None:
    day = case.day(statement)
    reference = known(case.library, place, measure, day)
    if reference is None or abs((day - reference.end).days) > MOST_AGE:
        return None
    return stored(case.library, reference, day)
