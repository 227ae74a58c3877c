"""To scale: how much a number is, for a question that claims nothing. "How big is $4 trillion?" """

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_money as money
from knowledge import EntityKind
from quantities import Form, PeriodKind
from reasoning.model.answer import Comparison, Finding, Verdict, Vote
from reasoning.wording.numbers import measured, share_of, words
from reckoning.currency import HOME
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import PLACES, Statement

NAME = "scale"
SHARE = Formula("share = part / whole")
EACH = Formula("each = total / heads")
FORMULAS = (SHARE, EACH)
# What money is set against, for the place meant: its economy, its government's year, its debt; in its own money.
MONEY_SCALES = (
    "gdp",
    "gdp_eur",
    "gdp_gbp",
    "federal_outlays",
    "budget_gbp",
    "national_budget_eur",
    "national_budget_inr",
    "national_budget_jpy",
    "national_debt",
)
HEADS = ("population", "households")
MOST = 4  # lines
PEOPLE = frozenset(
    "soldier troop worker voter child student teacher migrant refugee immigrant patient protester citizen adult".split()
)
LARGE_MONEY, LARGE_COUNT = Fraction(10**7), Fraction(10**4)  # what is large enough to be seen beside a country's
NEAR = (Fraction(1, 2), Fraction(10))  # a multiple that people can see before them
FAMILIAR = 12  # the largest cities and states of a place, that everybody there knows


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if not statement.asks_size or statement.quantity.form is not Form.AMOUNT:
        return
    lines = lines_for(case, statement, _place(case, statement))
    if lines:
        worded = statement.worded(statement.quantity.value)
        yield Offer(
            NAME, (statement,), say("how much is {number}", number=worded), lines, worded, weight=Fraction(1, 2)
        )


def to_scale(case: Case, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings; one that can't be told and has no line yet gets the size of its number all the same."""
    if not findings or findings[0].verdict is not Verdict.CANT_TELL or findings[0].comparisons:
        return findings
    first = findings[0]
    claim = next((s for s in case.statements if s.span == first.span), None)
    if claim is None or claim.quantity.form is not Form.AMOUNT or not (claim.is_money or claim.is_count):
        return findings
    place = case.place(claim) or (HOME.get(claim.quantity.unit.currency or "") if claim.is_money else None)
    lines = lines_for(case, claim, place)[:2] if place in case.library.entities else ()
    return (replace(first, comparisons=lines), *findings[1:])


def for_scale(case: Case) -> str:
    """How much the first large number of a text is, of the country or state that its sentence names; "" for none."""
    for claim in case.statements:
        large = claim.quantity.value >= (LARGE_MONEY if claim.is_money else LARGE_COUNT)
        place = next((n.entities[0] for n in claim.sentence.names if case.entity(n.entities[0]).kind in PLACES), None)
        period = claim.quantity.period
        timely = period is None or period.kind is not PeriodKind.PER or period.unit == "year"
        if (
            large
            and place
            and timely
            and claim.quantity.form is Form.AMOUNT
            and (claim.is_money or _is_of_people(claim))
        ):
            lines = "; ".join(line.text for line in lines_for(case, claim, place)[:2])
            return say("For scale: {number} is {lines}.", number=words(claim.quantity), lines=lines) if lines else ""
    return ""


def lines_for(case: Case, statement: Statement, place: str | None) -> tuple[Comparison, ...]:
    """At most four comparisons for a number: of its own kind, of the place meant; the easiest to see first."""
    if place is None:
        return ()
    found = list(_money(case, statement, place) if statement.is_money else _count(case, statement, place))
    wholes = sorted((line for line in found if not line.unit), key=_strangeness)
    each = [line for line in found if line.unit]
    return (*wholes[: MOST - len(each[:2])], *each[:2])


def _strangeness(line: Comparison) -> tuple[int, Fraction]:
    """Multiples between a half and ten before shares of a whole, shares before large multiples."""
    ratio = line.value or Fraction(0)
    if NEAR[0] <= ratio <= NEAR[1]:
        return 0, abs(ratio - 1)
    return (1, 1 / ratio) if 0 < ratio < NEAR[0] else (2, ratio)


def _place(case: Case, statement: Statement) -> str:
    """The place meant, or the country of the currency, or the US, whose figures people know best."""
    named = next((n.entities[0] for n in statement.sentence.names if case.entity(n.entities[0]).kind in PLACES), None)
    return named or {**HOME, "EUR": "EU"}.get(statement.quantity.unit.currency or "", "US")


def _money(case: Case, statement: Statement, place: str) -> Iterator[Comparison]:
    day, currency = case.day(statement), statement.currency
    for measure in MONEY_SCALES:
        if measure not in case.library.measures or case.measure(measure).unit != currency:
            continue
        if figure := case.stored(place, measure, day):
            yield _share(statement, case.titled(place, measure), figure)
    for measure in HEADS:
        heads = case.stored(place, measure, day) if measure in case.library.measures else None
        if heads is None or heads.value <= 0:
            continue
        each = EACH.reckon("each", total=statement.quantity.stated, heads=heads.interval)
        point = statement.quantity.value / heads.value
        text = say(
            "{money} for each of the {heads} of {place} ({origin})",
            money=money(point, currency),
            heads=measured(heads.value, heads.rest.unit, 3),
            place=case.named(place),
            origin=heads.origin,
        )
        worked = f"{exact(statement.quantity.value)} / {exact(heads.value)} = {exact(point)} {currency}"
        yield Comparison(text, worked, each, currency, Vote.SCALE, None, (heads.rest,), NAME, value=point)


def _count(case: Case, statement: Statement, place: str) -> Iterator[Comparison]:
    day = case.day(statement)
    scales = ("labour_force", "jobs_added") if statement.noun in ("job", "worker") else _scales(statement)
    for measure in scales:
        figure = case.stored(place, measure, day) if measure in case.library.measures else None
        if figure is not None and figure.value > 0:
            yield _share(statement, case.titled(place, measure), figure)
    if statement.noun == "people" and (near := _familiar(case, statement, place)) is not None:
        yield _share(statement, case.titled(near, "population"), stored_of(case, near, statement))


def _familiar(case: Case, statement: Statement, place: str) -> str | None:
    """A large city or state of the place with about as many people."""
    library, day = case.library, case.day(statement)
    here = [
        e for e in library.entities.values() if e.kind in (EntityKind.CITY, EntityKind.STATE) and place in e.part_of
    ]
    sized = [(r.value, e.id) for e in here if (r := library.figure_at(e.id, "population", day)) is not None and r.value]
    largest = sorted(sized, reverse=True)[:FAMILIAR]
    near = [
        (abs(statement.quantity.value / value - 1), e)
        for value, e in largest
        if NEAR[0] <= statement.quantity.value / value <= NEAR[1]
    ]
    return min(near)[1] if near else None


def stored_of(case: Case, entity: str, statement: Statement) -> DatedFigure:
    """The population of an entity that has one."""
    figure = case.stored(entity, "population", case.day(statement))
    assert figure is not None
    return figure


def _share(statement: Statement, what: str, figure: DatedFigure) -> Comparison:
    """The number as a share of a stored figure."""
    number = statement.quantity.value
    share = SHARE.reckon("share", part=statement.quantity.stated, whole=figure.interval)
    text = say(
        "{share} ({number}, {origin})",
        share=share_of(share, say("the {what}", what=what)),
        number=measured(figure.value, figure.rest.unit, 3),
        origin=figure.origin,
    )
    worked = f"{exact(number)} / {exact(figure.value)} = {bare(number / figure.value, 4)}"
    return Comparison(
        text, worked, share, "", Vote.SCALE, None, (figure.rest,), NAME, value=statement.quantity.value / figure.value
    )


def _scales(statement: Statement) -> tuple[str, ...]:
    """What a counted noun is set against: all there are of it, and the people. Nothing for what nobody counts."""
    period = statement.quantity.period
    yearly = period is None or (period.count == 1 and period.unit == "year")
    own = tuple(measure for measure in statement.measures[:1] if measure != "population" and yearly)
    return (*own, "population") if own or _is_of_people(statement) or not statement.noun else ()


def _is_of_people(statement: Statement) -> bool:
    return statement.counting == "people" or statement.noun in ("people", *PEOPLE)
