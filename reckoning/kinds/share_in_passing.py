"""A share said in passing: "One in five Floridians lives in poverty", "a third of the budget goes to defense"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_money as money
from quantities import Dimension, Direction, Form, Interval, Role, Unit
from reckoning.figure import DatedFigure, known, stored
from reckoning.formula import Formula
from reckoning.group import GROUPS, PARTIAL
from reckoning.offer import Offer
from reckoning.physical import PERCENT
from reckoning.reading.case import Case
from reckoning.reading.statement import PLACES, Statement
from reckoning.rough.core import is_core, is_said
from reckoning.rough.crowd import MORE
from reckoning.rough.home import homes
from reckoning.rough.judging import Reckoning, judge
from reckoning.rough.topic import Topic, around, topics

NAME = "share_in_passing"
SHARE = Formula("share = part * scale / whole")
FORMULAS = (SHARE,)
IS = re.compile(
    r"\s*(?:is|are|was|equals?|amounts? to|comes? to|makes? up|represents?)?"
    r"\s*(?:about|around|only|just|nearly|almost)?\s*",
    re.IGNORECASE,
)
OF = re.compile(
    r"^\s*(?:out\s+)?(?:of|in)\s+(?:(?:all|the|our|every|its|this|these|those|total|us|u\.s\.|american|nation's|country's|entire|federal|annual)\s+){0,4}(?P<words>(?:[\w.'’-]+\s?){1,3})",
    re.IGNORECASE,
)
# Wholes by the words behind "of", beside the groups of people.
WHOLES = {
    "budget": "federal_outlays", "spending": "federal_outlays", "revenue": "federal_receipts",
    "taxes": "federal_receipts",
    "economy": "gdp", "gdp": "gdp", "debt": "national_debt", "world": "population", "population": "population",
    "country": "population", "nation": "population", "adults": "adults", "children": "children", "kids": "children",
    "workforce": "labour_force", "workers": "employed", "jobs": "jobs", "deaths": "deaths", "homes": "households",
    "veterans": "veterans", "births": "births", "exports": "exports", "imports": "imports", "immigrants": "immigrants",
    "students": "school_pupils", "voters": "registered_voters", "murders": "murders", "prisoners": "prisoners",
}  # fmt: skip
TAKEN = frozenset("tax taxes taxed collect collects collected takes revenue".split())
NO_WHOLE = frozenset({"population", "gdp", "federal_outlays", "federal_receipts", "employees", "revenue"})
BUDGETS = frozenset({"federal_outlays", "federal_receipts"})  # no part of one another
# Shares that have figures of their own, by what stands first in the names of the part.
KEPT = {("debt", "gdp"): ("public_debt_share", "public_debt_share_gbp")}
DEBTS = ("national_debt", "public_debt")
FRESH = 2  # years; a debt changes its share quickly
YEAR = re.compile(r"\d{4}")
OF_ECONOMY = re.compile(
    r"\s*(?:times\s+)?(?:the\s+size\s+of|as\s+(?:big|large|much)\s+as)\s+(?:its|the|our|their|his)\s+"
    r"(?:(?:whole|entire|annual|country's|nation's|total)\s+){0,2}(?:economy|gdp|gross domestic product)\b",
    re.IGNORECASE,
)
# A part counted by another measure than the whole: of the world's prisoners those in jails are some.
ALSO = {"prisoners": "people_incarcerated"}
LARGEST = Fraction(3, 2)
MOST_AGE = 6 * 366
MADE_UP = re.compile(r"\b(?:makes?|made|making|tak(?:es?|en|ing)|took|eats?|us(?:es?|ing)) up\b", re.IGNORECASE)
CENTS = re.compile(
    r"\s*(?:(?P<small>cents?|pence|p|¢)\s+)?(?:(?:out\s+)?of|on|from|in)\s+(?:every|each|the)\s+(?:single\s+)?(?:tax\s+)?(?:dollar|pound|\$1\b)",
    re.IGNORECASE,
)


# "19 % VAT" is what is charged, and no share of what a state takes.
CHARGED = re.compile(
    r"\s*(?:%|per\s?cent)?\s*(?:\w+\s+)?(?:VAT|GST|sales tax|income tax|tax rate|tariffs?|interest)\b", re.IGNORECASE
)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    quantity = statement.quantity
    if CHARGED.match(case.scene.text, quantity.number_span[1]):
        return
    statement = _in_cents(case, statement)
    quantity = statement.quantity
    of_economy = quantity.form is Form.MULTIPLE and OF_ECONOMY.match(case.scene.text, quantity.span[1])
    if quantity.form not in (Form.RATIO, Form.PERCENT) and not of_economy:
        return
    if (quantity.direction is not Direction.NONE or quantity.role is not Role.LEVEL) and not MADE_UP.search(
        statement.sentence.text
    ):
        return
    if not is_said(statement) or statement.asks_size or statement.is_plan:
        return
    found = judge(statement, NAME, _reckonings(case, statement))
    if found is not None:
        yield found


def _in_cents(case: Case, statement: Statement) -> Statement:
    """ "40 cents of every dollar it spends" is 40 % of what it spends."""
    quantity = statement.quantity
    match = CENTS.match(case.scene.text, quantity.number_span[1])
    if match is None or not statement.is_money:
        return statement
    unit = Unit("percent", Dimension.RATIO)
    value = quantity.stated if match["small"] else quantity.stated * Interval.point(100)
    return replace(statement, quantity=replace(quantity, form=Form.PERCENT, unit=unit, stated=value))


def _reckonings(case: Case, statement: Statement) -> Iterator[Reckoning]:
    yield from _within(case, statement)
    yield from _stated(case, statement)
    found = _spent(case, statement) or wholes(case, statement)
    told = bool(found)
    yield from _kept(case, statement, found)
    for topic in topics(case, statement):
        measure = case.measure(topic.measure)
        if topic.measure in found or topic.measure in BUDGETS or (topic.measure in NO_WHOLE and len(found) < 2):
            continue
        if not found and measure.whole and not statement.noun:
            found = (measure.whole,)  # nobody says of what; so only agreement counts
        for whole in found:
            if whole in PARTIAL and measure.whole != whole:
                continue
            for entity, named in homes(case, statement, topic.measure)[:2]:
                yield from _share(case, statement, topic, whole, entity, named=named and told)


def _kept(case: Case, statement: Statement, found: tuple[str, ...]) -> Iterator[Reckoning]:
    """A share that is kept as a measure of its own: "debt of 60 % of GDP", "a debt twice the size of its economy"."""
    topic = next((topic for topic in around(case, statement) if topic.measure.startswith(DEBTS)), None)
    form = statement.quantity.form
    if topic is None or form not in (Form.PERCENT, Form.MULTIPLE) or not {"gdp"} & {*found}:
        return
    scale = 1 if form is Form.PERCENT else 100
    for measure in KEPT["debt", "gdp"]:
        for entity, named in homes(case, statement, measure)[:2]:
            figure = _figure(case, statement, entity, measure)
            if figure is None:
                continue
            what, working = case.titled(entity, measure), f"{exact(figure.value)} / {scale}"
            value, share = figure.value / scale, figure.drifted * Interval.point(Fraction(1, scale))
            sure = named and _is_fresh(case, statement, figure) and is_core(statement, topic)
            yield Reckoning(share, value, what, f"{working} = {exact(value)}", (figure.rest,), is_sure=sure,
                            spread=Fraction(3, 2))  # fmt: skip


def _is_fresh(case: Case, statement: Statement, figure: DatedFigure) -> bool:
    year = YEAR.search(figure.rest.as_of)
    return year is not None and abs(case.day(statement).year - int(year[0])) <= FRESH


def _stated(case: Case, statement: Statement) -> Iterator[Reckoning]:
    """The sentence's own money against a stored whole: "$2 billion is 3 % of the budget"."""
    before = [q for q in statement.sentence.quantities if q is not statement.quantity]
    if len(before) != 1 or before[0].unit.currency is None or before[0].span[1] > statement.span[0]:
        return
    if before[0].period is not None or not IS.fullmatch(case.scene.text[before[0].span[1] : statement.span[0]]):
        return
    for whole in wholes(case, statement):
        for entity, named in homes(case, statement, whole)[:1]:
            below = _figure(case, statement, entity, whole)
            if below is None or below.value <= 0 or below.rest.unit != before[0].unit.currency:
                continue
            scale = Fraction(100) if statement.quantity.form is Form.PERCENT else Fraction(1)
            value = before[0].value * scale / below.value
            share = SHARE.solve("share", part=before[0].stated, scale=Interval.point(scale), whole=below.drifted)
            part = money(before[0].value, below.rest.unit, 3)
            what = say("{part} against {whole}", part=part, whole=case.titled(entity, whole))
            working = f"{exact(before[0].value)} / {exact(below.value)} = {exact(value / scale)}"
            yield Reckoning(share, value, what, working, (below.rest,), is_sure=named, spread=Fraction(3, 2))


def _spent(case: Case, statement: Statement) -> tuple[str, ...]:
    """What "every dollar" is of: those spent, or those taken in."""
    if not CENTS.match(case.scene.text, statement.quantity.number_span[1]):
        return ()
    return ("federal_receipts",) if statement.sentence.lowers & TAKEN else ("federal_outlays",)


def _within(case: Case, statement: Statement) -> Iterator[Reckoning]:
    """A place's part of what the world or a larger place has: "accounts for a quarter of world GDP"."""
    named = list(dict.fromkeys(n.entities[0] for n in statement.names if case.entity(n.entities[0]).kind in PLACES))
    pairs = [(a, b) for a in named for b in named if a != b and case.is_within(a, b)]
    if len(pairs) != 1:
        return
    part, whole = pairs[0]
    found = topics(case, statement) or (Topic("population", frozenset()),)
    for topic in (*found, *(Topic(ALSO[t.measure], t.places) for t in found if t.measure in ALSO)):
        whole_measure = next((m for m, wider in ALSO.items() if wider == topic.measure), topic.measure)
        if not case.library.series(whole, topic.measure):
            above = _figure(case, statement, part, topic.measure)
            below = _figure(case, statement, whole, whole_measure)
            if above is not None and below is not None and below.value > 0:
                pair = (part, topic.measure), (whole, whole_measure)
                yield _reckoning(case, statement, *pair, (above, below), sure=is_core(statement, topic))
            continue
        above, below = (_figure(case, statement, entity, topic.measure) for entity in (part, whole))
        if above is not None and below is not None and below.value > 0:
            sure = is_core(statement, topic)
            yield _reckoning(case, statement, (part, topic.measure), (whole, topic.measure), (above, below), sure=sure)


def wholes(case: Case, statement: Statement) -> tuple[str, ...]:
    """The measures of the whole: by the words behind "of", or the people counted ("one in five Floridians")."""
    people = [
        n
        for n in statement.names
        if n.form == "people" and n.span[0] < statement.span[1] + 12 and n.span[1] > statement.span[0]
    ]
    if people:
        return ("population", "adults")
    if statement.quantity.form is Form.MULTIPLE:
        return ("gdp",)
    match = OF.match(case.scene.text[statement.quantity.number_span[1] : statement.sentence.span[1]])
    if named := _named(case, statement, match):
        return named
    words = match["words"].lower().split() if match else [statement.noun] if statement.noun else []
    for word in words:
        bare = word.strip(".,'’")
        if found := WHOLES.get(bare) or GROUPS.get(bare) or MORE.get(bare) or WHOLES.get(bare + "s"):
            return (found, "adults") if found == "population" else (found,)
    return ()


def _named(case: Case, statement: Statement, match: re.Match[str] | None) -> tuple[str, ...]:
    """The measures called by name behind "of", or in the noun counted: "one in ten minimum-wage workers"."""
    start = statement.quantity.number_span[1]
    end = start + match.end("words") if match else statement.span[1]
    nouns = [mention for mention in statement.sentence.mentions if mention.via == "noun"]
    mentioned = [m for mention in nouns if start <= mention.span[0] < end for m in mention.measures]
    cued = [t.measure for t in topics(case, statement) if all(start <= place < end for place in t.places)]
    counted = [*statement.measures] if statement.via == "counted" and statement.quantity.unit.modifiers else []
    found = dict.fromkeys([*mentioned, *cued, *counted])
    return tuple(m for m in found if case.measure(m).unit not in PERCENT)


def _share(
    case: Case, statement: Statement, topic: Topic, whole: str, entity: str, *, named: bool
) -> Iterator[Reckoning]:
    above, below = (_figure(case, statement, entity, measure) for measure in (topic.measure, whole))
    if above is None or below is None or not _alike(above.rest.unit, below.rest.unit) or below.value <= 0:
        return
    if above.value > below.value * LARGEST or above.value <= 0:
        return
    sure = named and is_core(statement, topic)
    yield _reckoning(case, statement, (entity, topic.measure), (entity, whole), (above, below), sure=sure)


def _reckoning(
    case: Case,
    statement: Statement,
    part: tuple[str, str],
    whole: tuple[str, str],
    figures: tuple[DatedFigure, DatedFigure],
    *,
    sure: bool,
) -> Reckoning:
    above, below = figures
    scale = Fraction(100) if statement.quantity.form is Form.PERCENT else Fraction(1)
    value = above.value * scale / below.value
    share = SHARE.solve("share", part=above.drifted, scale=Interval.point(scale), whole=below.drifted)
    what = say("{part} against {whole}", part=case.titled(*part), whole=case.titled(*whole))
    working = f"{exact(above.value)} / {exact(below.value)} = {exact(value / scale)}"
    return Reckoning(share, value, what, working, (above.rest, below.rest), is_sure=sure, spread=Fraction(3, 2))


def _alike(part: str, whole: str) -> bool:
    people = ("people", "deaths", "workers", "jobs", "returns", "households", "births")
    return part == whole or (part in people and whole in people)


def _figure(case: Case, statement: Statement, entity: str, measure: str) -> DatedFigure | None:
    day = case.day(statement)
    reference = known(case.library, entity, measure, day) if measure in case.library.measures else None
    if reference is None or abs((day - reference.end).days) > MOST_AGE:
        return None
    return stored(case.library, reference, day)
