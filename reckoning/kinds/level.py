"""A level: what somebody or something has, at a day or in a year. "Mexico has 700 million people"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from knowledge import EntityKind, Nature
from quantities import Bound, Interval
from reckoning import band
from reckoning.answer import Comparison, Verdict, Vote
from reckoning.case import Case
from reckoning.employment import is_creation
from reckoning.formula import Formula
from reckoning.number import amount, times
from reckoning.offer import Offer
from reckoning.standing import YEARLY, Standing, stand
from reckoning.statement import Statement
from reckoning.verb import Action

NAME = "level"
RATIO = Formula("ratio = claimed / stored")
FORMULAS = (RATIO, YEARLY)
LEVELS = {Action.BE, Action.HAVE, Action.CHANGE}
LIVING = frozenset({"live", "living", "reside", "inhabit", "dwell"})
# Measures that people mean by the same word: a city is its limits, or all that has grown around it.
DEFINED_WIDER = {"population": ("urban_area_population",)}
YES = (Verdict.ADDS_UP, Verdict.PLAUSIBLE)
# Measures that are counted in several ways, or move too fast to be held to an old figure: only agreement is said.
LOOSE = frozenset(
    """gdp_per_head_ppp birth_rate death_rate military_personnel inflation_rate steps exchange_rate market_value users
    daily_users weekly_users net_worth homeless civilian_guns gdp_growth oil_price gold_price petrol_price""".split()
)
# Measures of one place alone, of somebody who is in more.
OF_PLACE = {"employees_us": "US"}
# Of several measures that the words may mean, the one that fits best is taken: people mean what they know.
ORDER = [Verdict.ADDS_UP, Verdict.PLAUSIBLE, Verdict.STRETCH, Verdict.CANT_TELL, Verdict.DOESNT_ADD_UP]


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if not statement.measures or not statement.is_level or statement.asks_size or case.is_ahead(statement):
        return
    if is_creation(statement) and statement.via == "counted":
        return  # jobs that somebody creates are not those there are
    if statement.unexplained or statement.foreign or not _is_said(statement) or len(_claimants(case, statement)) > 1:
        return
    measures = _in_place(case, statement)
    found = [standing for measure in measures for standing in stand(case, statement, measure)]
    if found:
        best = min(found, key=lambda standing: ORDER.index(standing.verdict))
        if best.verdict in YES or not _is_open(case, statement, best):
            yield _judged(case, statement, best)
    else:
        yield from _missing(case, statement)


def _is_said(statement: Statement) -> bool:
    """Whether the words between say "has", "is", "employs", or nothing ("spain pop ~ 48m")."""
    if statement.via == "verb" or not statement.action:
        return True
    if not statement.action & LEVELS:
        return False
    before = any(word.actions for word in statement.words if word.span[1] <= statement.span[0])
    return statement.via == "noun" or before or bool(statement.lowers & LIVING)


def _is_open(case: Case, statement: Statement, standing: Standing) -> bool:
    """Whether a number that does not fit may be right by another definition, or of another time."""
    if standing.measure in LOOSE or _is_of_no_year(case, statement):
        return True
    city = case.entity(standing.holder).kind is EntityKind.CITY and standing.measure == "population"
    around = city and case.library.series(standing.holder, "urban_area_population")
    return city and not around and standing.stated > standing.figure.value


def _is_of_no_year(case: Case, statement: Statement) -> bool:
    """Whether it is of a past that it doesn't date: "Mexico had 5 million people"."""
    was = {"had", "was", "were", "used"} & statement.lowers
    return bool(was) and statement.via != "verb" and case.day(statement) == case.scene.as_of


def _in_place(case: Case, statement: Statement) -> list[str]:
    """The measures that fit where it is said to be: of staff "in Germany" the staff worldwide says nothing."""
    subject, place = statement.subject, statement.place
    wider = DEFINED_WIDER.get(statement.measures[0], ())
    if not subject or place in (None, "world") or case.is_within(subject, place or ""):
        return [m for m in (*statement.measures, *wider) if m not in OF_PLACE or OF_PLACE[m] == place]
    return [m for m in statement.measures if OF_PLACE.get(m) == place]


def _claimants(case: Case, statement: Statement) -> set[str]:
    kinds = case.measure(statement.measures[0]).kinds
    named = {name.entities[0] for name in statement.names}
    fitting = {e for e in named if not kinds or case.entity(e).kind in kinds}
    # "a city in Spain has": the place of a subject is no second claimant
    return {e for e in fitting if not any(e in case.entity(other).part_of for other in fitting)}


def _judged(case: Case, statement: Statement, standing: Standing) -> Offer:
    verdict = standing.verdict
    comparison = _comparison(statement, standing, verdict)
    reading = _reading(case, statement, standing)
    flip = "" if verdict in (Verdict.ADDS_UP, Verdict.CANT_TELL) else _flip(standing)
    return Offer(NAME, (statement,), reading, (comparison,), _headline(case, standing, verdict), flip)


def _ratio(standing: Standing) -> Fraction:
    return standing.stated / standing.figure.value if standing.figure.value else Fraction(0)


def _comparison(statement: Statement, standing: Standing, verdict: Verdict) -> Comparison:
    ratio, figure, bound = _ratio(standing), standing.figure, statement.quantity.bound
    stored = standing.words(figure.value, 3)
    off = abs(ratio - 1) * 100
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN) and ratio < Fraction(9, 10):
        text = f"{bound.value} {standing.words(standing.stated)}: it is {stored}"
    elif off < 1:
        text = f"within 1 % of the stored {stored}"
    elif Fraction(2, 3) < ratio < Fraction(3, 2):
        text = f"{amount(off, 1)} % {'above' if ratio > 1 else 'below'} the stored {stored}"
    else:
        text = f"{times(Interval.point(ratio))} the stored {stored}"
    text += f" ({figure.origin})"
    worked = f"{amount(standing.stated, 12)} / {amount(figure.value, 12)} = {amount(ratio, 4)}"
    exactly = RATIO.solve("ratio", claimed=Interval.point(standing.stated), stored=figure.interval)
    return Comparison(text, worked, exactly, "", Vote.DECIDES, verdict, (figure.rest,), NAME, value=ratio)


def _reading(case: Case, statement: Statement, standing: Standing) -> str:
    measure = case.measure(standing.measure)
    bound = "" if statement.quantity.bound is Bound.EXACT else statement.quantity.bound.value + " "
    per = f" a {measure.period}" if measure.nature is Nature.FLOW and measure.period else ""
    what = f"{_what(case, standing)} worldwide" if standing.assumed else _whose(case, standing)
    return f"{what} is {bound}{standing.words(standing.stated, 3)}{per}"


def _what(case: Case, standing: Standing) -> str:
    """The measure by its name, counted where the name is of what is counted: "the number of births"."""
    name, unit = case.measure(standing.measure).name, standing.figure.rest.unit
    counted = name.startswith("people") or (name.endswith("s") and unit in (name, "people"))
    return f"the number of {name}" if counted else f"the {name}"


def _whose(case: Case, standing: Standing) -> str:
    return case.owned(_what(case, standing), standing.holder)


def _headline(case: Case, standing: Standing, verdict: Verdict) -> str:
    ratio, what = _ratio(standing), _whose(case, standing)
    if verdict is Verdict.ADDS_UP:
        return f"{what} is {standing.words(standing.figure.value)}"
    if ratio >= Fraction(3, 2):
        return f"{times(Interval.point(ratio))} {what}"
    if ratio < Fraction(2, 3):
        return f"only {amount(ratio * 100)} % of {what}"
    return f"{amount(abs(ratio - 1) * 100)} % {'above' if ratio > 1 else 'below'} {what}"


def _flip(standing: Standing) -> str:
    edge = band.around(standing.figure.drifted, band.ALLOWED)
    if edge.low is None or edge.high is None:
        return ""
    return f"Would be plausible between {standing.words(edge.low)} and {standing.words(edge.high)}"


def _missing(case: Case, statement: Statement) -> Iterator[Offer]:
    """A level of something known to be counted, of somebody known, without a figure: says which and who has it."""
    for measure_id in statement.measures:
        holder = case.holder(statement, measure_id)
        if holder and not case.library.series(holder, measure_id):
            measure = case.measure(measure_id)
            what = f"{measure.name} of {case.named(holder)}"
            reading = f"the {what} is {amount(statement.quantity.value, 3)}"
            missing = f"{what} ({measure.publisher})".replace(" ()", "")
            yield Offer(NAME, (statement,), reading, missing=(missing,), wanted=(f"{holder}.{measure_id}",))
            return
