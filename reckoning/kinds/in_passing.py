"""A level said in passing, with much around it: "Let nobody forget the 40,000 who die on our roads every year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from knowledge import EntityKind, Nature
from quantities import Dimension, Form, Interval, PeriodKind, Role
from reckoning.figure import DatedFigure, is_sized, known, stored
from reckoning.formula import Formula
from reckoning.kinds.level import LOOSE, OF_PLACE, is_counted_otherwise, is_of_one_birth, is_too_old
from reckoning.offer import Offer
from reckoning.physical import PERCENT
from reckoning.reading.case import Case
from reckoning.reading.statement import PLACES, Statement
from reckoning.reading.verb import Action
from reckoning.rough.core import COMPARED, is_core, is_said
from reckoning.rough.counting import counts, is_somebodys
from reckoning.rough.crowd import crowds
from reckoning.rough.era import governor, moments
from reckoning.rough.home import homes, is_of_somebody
from reckoning.rough.judging import Reckoning, judge
from reckoning.rough.topic import Topic, around, topics
from reckoning.standing import factor_of

NAME = "level_in_passing"
SAID = Formula("said = stored / factor")
FORMULAS = (SAID,)
FLOWS_OVER = (PeriodKind.OVER, PeriodKind.IN)
# "Has fallen below 4 percent" tells where it is, and not by how much it fell.
BEYOND = re.compile(r"(?:below|above|beyond|past|under|over|to)\b", re.IGNORECASE)
IN = re.compile(r"\b(?:in|at|across|throughout|inside|near|within)\s+(?:the\s+|all\s+of\s+)?$", re.IGNORECASE)
# "8 million of them" are a part of something.
PART = re.compile(r"\s*(?:\w+\s+)?of\s+(?:them|these|those|whom|which)\b", re.IGNORECASE)
SMALLEST = 3  # a smaller count is of something at hand
COMING = re.compile(
    r"\b(?:com(?:e|es|ing)|came|arriv\w+|enter\w*|pour\w*|cross\w*|vot\w+|los\w+|lost)\b", re.IGNORECASE
)
# Of these, several definitions or a quick change: a number has to be far off.
QUICK = frozenset(
    """deaths_covid covid_deaths_total house_price median_household_income border_encounters refugees_hosted
    asylum_applications petrol_price inflation_rate homeless civilian_guns
    toilets_built gas_connections aadhaar_holders bank_accounts_jan_dhan""".split()
)
WIDER = Fraction(3, 2)
# Of these, too many definitions or too quick a change: only agreement is said.
UNSTEADY = (LOOSE | {"profit", "eu_contribution_gbp", "eu_contribution_gross_gbp", "deaths_hunger"}) - QUICK
YIELDED = frozenset({"barrels", "t", "kWh", "homes", "toilets", "vehicles"})  # units of what is produced
MOST_HOMES = 2
EXTENTS = frozenset({"area", "land_area"})
SUBURBS = "urban_area_population"
YEAR = timedelta(days=365)  # of a flow people quote the year before, too


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if not _is_level(case, statement):
        return
    found = judge(statement, NAME, _reckonings(case, statement))
    if found is not None:
        yield found


def _is_level(case: Case, statement: Statement) -> bool:
    quantity = statement.quantity
    paired = quantity.role is Role.TO and any(q.role is Role.FROM for q in statement.sentence.quantities)
    lost = quantity.role is Role.BY and Action.LOSE in statement.action
    if (
        (quantity.role in (Role.BY, Role.FROM) and not lost and not BEYOND.match(quantity.text))
        or paired
        or statement.asks_size
        or case.is_ahead(statement)
    ):
        return False
    if quantity.form is Form.AMOUNT and quantity.unit.dimension not in (
        Dimension.MONEY, Dimension.COUNT, Dimension.NONE, Dimension.VOLUME, Dimension.MASS,
        Dimension.LENGTH, Dimension.AREA, Dimension.TIME, Dimension.AGE,
    ):  # fmt: skip
        return False
    if PART.match(case.scene.text, quantity.number_span[1]):
        return False
    if COMPARED.search(statement.sentence.text) or quantity.text.lower().startswith("from "):
        return False
    if (
        quantity.period is None
        and quantity.value < SMALLEST
        and quantity.form is Form.AMOUNT
        and not statement.is_money
    ):
        return False
    return quantity.form in (Form.AMOUNT, Form.PERCENT, Form.RATIO) and is_said(statement)


def _reckonings(case: Case, statement: Statement) -> Iterator[Reckoning]:
    for topic in topics(case, statement):
        if not counts(case, statement, topic.measure, topic):
            continue
        if statement.quantity.unit.dimension is Dimension.AREA and topic.measure in EXTENTS:
            continue  # square kilometres are of anything
        if topic.measure == "births" and (is_of_one_birth(case, statement) or "abroad" in statement.lowers):
            continue
        if "without" in statement.lowers and not _lacks(statement, topic):
            continue  # "veterans without a home" are some of them
        if (
            statement.quantity.role is Role.BY
            and not BEYOND.match(statement.quantity.text)
            and case.measure(topic.measure).unit != "deaths"
        ):
            continue  # what is lost is a change of all else
        for entity, named in homes(case, statement, topic.measure)[:MOST_HOMES]:
            if not _is_part(case, statement, topic.measure, entity):
                found = _levels(case, statement, topic, entity, named=named)
                if _is_of_a_cause(case, statement, topic):
                    found = (one for one in found if _is_above(statement, one))
                yield from found


def _is_of_a_cause(case: Case, statement: Statement, topic: Topic) -> bool:
    """Whether all deaths are only the most that those by smoking can be, of which nobody meant has a figure."""
    others = (t.measure for t in around(case, statement) if t.measure != topic.measure)
    return topic.measure == "deaths" and any(case.measure(other).unit == "deaths" for other in others)


def _is_above(statement: Statement, reckoning: Reckoning) -> bool:
    return reckoning.interval.high is not None and statement.quantity.value > reckoning.interval.high


def _is_part(case: Case, statement: Statement, measure: str, entity: str) -> bool:
    """Whether it is said of a company in one place: its figures are of all of it."""
    if case.entity(entity).kind is not EntityKind.COMPANY:
        return False
    text = case.scene.text
    placed = {
        name.entities[0]
        for name in statement.sentence.names
        if case.entity(name.entities[0]).kind in PLACES and IN.search(text[max(0, name.span[0] - 24) : name.span[0]])
    }
    return bool(placed - {"world"}) and OF_PLACE.get(measure) not in placed


def _lacks(statement: Statement, topic: Topic) -> bool:
    """Whether the measure is of those without something: "people without insurance"."""
    return any(word.lower == "without" and word.span[0] <= max(topic.places) for word in statement.words)


def _levels(case: Case, statement: Statement, topic: Topic, entity: str, *, named: bool) -> Iterator[Reckoning]:
    factor = _factor(case, statement, topic.measure)
    if factor is None or factor.middle is None or factor.low == 0:
        return
    sure = (
        named
        and topic.measure not in UNSTEADY
        and not crowds(case, statement)
        and is_core(statement, topic)
        and _lives(statement, topic)
        and not _is_change(case, statement, topic)
        and not is_somebodys(case, statement, entity)
        and not _may_have_suburbs(case, topic.measure, entity)
        and not is_counted_otherwise(case, entity, topic.measure)
        and not (topic.measure == "population" and is_of_somebody(case, statement))
    )
    days = moments(case, statement)
    before = (
        [days[0] - YEAR]
        if case.measure(topic.measure).nature is Nature.FLOW and len(days) == 1 and days[0].year > 1
        else []
    )
    for day in (*days, *before):
        reference = known(case.library, entity, topic.measure, day)
        if reference is None or abs((day - reference.end).days) > 366 * max(
            3, case.measure(topic.measure).max_age_years
        ):
            continue
        figure = case.figure(entity, topic.measure, statement) if day == case.day(statement) else None
        figure = figure or stored(case.library, reference, day)
        # a term is long: "under her" any month may be meant
        under = "under" in statement.lowers and governor(case, statement) is not None
        fresh = not under and not is_too_old(case, entity, figure.rest, day)
        reckoned = _reckoning(case, topic.measure, entity, figure, factor, sure=sure and fresh and day == days[0])
        yield replace(reckoned, spread=WIDER) if topic.measure in QUICK else reckoned
    if topic.measure in QUICK and len(days) == 1:
        yield from _lately(case, topic.measure, entity, days[0], factor)
    elif len(days) == 1:
        yield from _running(case, topic.measure, entity, days[0], factor)
    if topic.measure == "population" and case.entity(entity).kind is EntityKind.CITY:
        yield from _with_suburbs(case, entity, days[0], factor)


def _lately(case: Case, measure: str, entity: str, day: date, factor: Interval) -> Iterator[Reckoning]:
    """The figures of the year before the day, and of its own: of what changes quickly people quote any month."""
    for reference in case.library.series(entity, measure):
        if reference.start <= day <= reference.end + YEAR:
            yield _reckoning(case, measure, entity, stored(case.library, reference, day), factor, sure=False)


def _running(case: Case, measure: str, entity: str, day: date, factor: Interval) -> Iterator[Reckoning]:
    """The figure of the year that the day is in, of which people quote the first months."""
    for reference in case.library.series(entity, measure):
        if reference.start <= day <= reference.end and measure not in UNSTEADY and is_sized(reference):
            yield _reckoning(case, measure, entity, stored(case.library, reference, day), factor, sure=False)


def _may_have_suburbs(case: Case, measure: str, entity: str) -> bool:
    """Whether a city's people may be counted with its suburbs, of which nothing is known."""
    is_city = measure == "population" and case.entity(entity).kind is EntityKind.CITY
    return is_city and not (SUBURBS in case.library.measures and case.library.series(entity, SUBURBS))


def _with_suburbs(case: Case, city: str, day: date, factor: Interval) -> Iterator[Reckoning]:
    """A city with all that has grown around it, by the figure of the nearest year: it changes slowly."""
    series = case.library.series(city, SUBURBS) if SUBURBS in case.library.measures else ()
    for reference in sorted(series, key=lambda r: abs(r.end - day))[:1]:
        yield _reckoning(case, SUBURBS, city, stored(case.library, reference, day), factor, sure=False)


def _reckoning(
    case: Case, measure: str, entity: str, figure: DatedFigure, factor: Interval, *, sure: bool
) -> Reckoning:
    middle = factor.middle or Fraction(1)
    value = figure.value / middle
    interval = SAID.solve("said", stored=figure.drifted if figure.drifted.low else figure.interval, factor=factor)
    working = f"{exact(figure.value)}"
    if middle != 1:
        working += f" / {bare(middle, 6)} = {exact(value)}"
    what = case.titled(entity, measure)
    return Reckoning(interval, value, what, working, (figure.rest,), is_sure=sure)


def _factor(case: Case, statement: Statement, measure: str) -> Interval | None:
    """What turns the quantity into the measure's unit and period; a share of people is a percentage."""
    if statement.quantity.form is Form.RATIO:
        return Interval.point(100)
    period, nature = statement.quantity.period, case.measure(measure).nature
    is_share = case.measure(measure).unit in PERCENT  # the same over any time
    if (
        nature is Nature.FLOW
        and not is_share
        and period is not None
        and period.kind is PeriodKind.OVER
        and period.seconds
    ):
        year = Interval.point(Fraction(31557600) / period.seconds)
        plain = factor_of(case, statement, measure, without_period=True)
        return plain * year if plain is not None else None
    if nature is Nature.STOCK and period is not None and period.kind is PeriodKind.PER and period.unit == "year":
        return None
    hourly = period is not None and case.measure(measure).name.endswith(f"an {period.unit}")  # a wage
    without = period is not None and (period.kind is not PeriodKind.PER or hourly)
    return factor_of(case, statement, measure, without_period=without)


def _lives(statement: Statement, topic: Topic) -> bool:
    """Whether people are said to be or live there, for a population: those who come are others."""
    if topic.measure != "population":
        return True
    return not statement.action - {Action.HAVE, Action.BE} and not COMING.search(statement.sentence.text)


def _is_change(case: Case, statement: Statement, topic: Topic) -> bool:
    """Whether the words are of a change of it: "added to the debt". What provides power changes no share of it."""
    unit = case.measure(topic.measure).unit
    if statement.quantity.role is Role.TO or BEYOND.match(statement.quantity.text):
        return False
    if Action.CREATE in statement.action and (unit in PERCENT or unit in YIELDED):
        return bool(statement.action & {Action.CHANGE, Action.LOSE})
    dying = unit == "deaths"  # who is lost is dead
    return bool(statement.action & {Action.CHANGE, Action.CREATE, Action.LOSE}) and not dying
