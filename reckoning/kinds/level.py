"""A level: what somebody or something has, at a day or in a year. "Mexico has 700 million people"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_in_english as bare
from knowledge import EntityKind, Figure, Nature
from quantities import Bound, Interval
from reasoning.model.answer import Comparison, Reference, Verdict, Vote
from reasoning.wording.numbers import dated, limited, percent, publishing, times
from reckoning import band
from reckoning.added import USER
from reckoning.employment import is_creation
from reckoning.figure import stored
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.reading.verb import Action
from reckoning.rough.core import is_in_old_money
from reckoning.standing import YEARLY, Standing, earlier, later, stand

NAME = "level"
RATIO = Formula("ratio = claimed / stored")
FORMULAS = (RATIO, YEARLY)
LEVELS = {Action.BE, Action.HAVE, Action.CHANGE}
LIVING = frozenset({"live", "living", "reside", "inhabit", "dwell"})
# Measures that people mean by the same word: a city is its limits, or all that has grown around it.
DEFINED_WIDER = {"population": ("urban_area_population",)}
# So many times as many people as the larger of the two may still live around it, as somebody draws it.
INCOME, POOR = "gdp_per_head_ppp", 14_000  # dollars a head
MOST_ACCOUNTS = 2  # of each
AROUND, FAR_AROUND = Fraction(5, 2), Fraction(4)
YES = (Verdict.ADDS_UP, Verdict.PLAUSIBLE)
# A company changes within so many years: an older figure decides no no.
FRESH = 3 * 366
WIDE = Fraction(11, 10)  # a range whose ends lie so far apart is shown
BORN = re.compile(r"\b(?:born|birth)\b", re.IGNORECASE)
US_ALONE = re.compile(r"\bUS\b|\bU\.S\.")
TOWARDS = re.compile(r"\b(?:on|to|from|against|with|towards?|into)\s+(?:the\s+)?$", re.IGNORECASE)
FEW, FAR_MORE = 1000, 100_000
NEWBORN = frozenset({"birth", "baby", "newborn", "child", "infant"})
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
    if is_of_one_birth(case, statement) or is_in_old_money(statement) or _is_towards(case, statement):
        return
    if statement.unexplained or statement.foreign or not _is_said(statement) or len(_claimants(case, statement)) > 1:
        return
    measures = _in_place(case, statement)
    found = [standing for measure in measures for standing in stand(case, statement, measure)]
    if found:
        best = min(found, key=lambda standing: ORDER.index(standing.verdict))
        if best.verdict in YES or _between(case, statement, best) or not _is_open(case, statement, best):
            yield _judged(case, statement, best)
    else:
        yield from _missing(case, statement)


def is_of_one_birth(case: Case, statement: Statement) -> bool:
    """Whether somebody "was born" before the number comes, which is then of something else."""
    before = case.scene.text[statement.sentence.span[0] : statement.span[0]]
    return "births" in statement.measures and statement.noun not in NEWBORN and bool(BORN.search(before))


def _is_towards(case: Case, statement: Statement) -> bool:
    """Whether it is only what goes to another, or comes from them: "spends £350 million on the EU"."""
    text = case.scene.text
    behind = (name.span[0] for name in statement.names if name.span[0] >= statement.span[1])
    return any(TOWARDS.search(text, max(0, at - 16), at) for at in behind)


def is_too_old(case: Case, holder: str, rest: Reference, day: date) -> bool:
    """Whether a company's figure says too little of a day by now: such a figure decides no no."""
    if case.entity(holder).kind is not EntityKind.COMPANY or rest.id == USER:
        return False
    _, _, measure = rest.id.partition(f"{holder}.")
    series = case.library.series(holder, measure.partition(".")[0])
    reference = next((one for one in series if one.id == rest.id), None)
    return reference is None or (day - reference.end).days > FRESH


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
    if _is_beyond_everybody(case, statement, standing):
        return False
    if (
        standing.measure in LOOSE
        or _is_of_no_year(case, statement)
        or is_counted_otherwise(case, standing.holder, standing.measure)
    ):
        return True
    if standing.stated < FEW and standing.stated * FAR_MORE < standing.figure.value:
        return True  # of each ("Americans own 3 cars"), or of somebody of that name
    if is_too_old(case, standing.holder, standing.figure.rest, case.day(statement)):
        return True
    is_city = case.entity(standing.holder).kind is EntityKind.CITY
    return is_city and standing.measure == "population" and _is_of_another_city(case, statement, standing)


def _is_of_another_city(case: Case, statement: Statement, standing: Standing) -> bool:
    """Whether a smaller city of the name may be meant, or all that somebody counts to this one."""
    holder = case.entity(standing.holder)
    if standing.stated < standing.figure.value:
        return holder.namesakes and len(statement.names) == 1  # a smaller one of the name may be meant
    around = _around(case, statement, standing)
    return around is None or standing.stated <= around * AROUND


def _is_beyond_everybody(case: Case, statement: Statement, standing: Standing) -> bool:
    """Whether more people are said than there are."""
    people = case.figure("world", "population", statement)
    return standing.unit == "people" and people is not None and standing.stated > people.value * MOST_ACCOUNTS


def is_counted_otherwise(case: Case, holder: str, measure: str) -> bool:
    """Whether it is of who is out of work in a poor country, where most work for themselves: each counts anew."""
    if "unemployment_rate" not in measure or INCOME not in case.library.measures:
        return False
    income = case.library.series(holder, INCOME)
    return bool(income) and income[-1].value < POOR


def _around(case: Case, statement: Statement, standing: Standing) -> Fraction | None:
    """The people of a city within its limits or around it, whichever is more; None where the latter is not known."""
    figure = case.figure(standing.holder, "urban_area_population", statement)
    return None if figure is None else max(figure.value, standing.figure.value)


def _between(case: Case, statement: Statement, standing: Standing) -> bool:
    """Whether a city's people are more than within its limits, and no more than all around it."""
    around = _around(case, statement, standing) if standing.measure == "population" else None
    return around is not None and standing.figure.value <= standing.stated <= around


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
    was = earlier(case, standing) if verdict is Verdict.DOESNT_ADD_UP else None
    if was is not None or (verdict is Verdict.DOESNT_ADD_UP and _is_far_around(case, statement, standing)):
        verdict = Verdict.STRETCH  # old, and no invention; or all that somebody counts to a city
    if verdict not in YES and _between(case, statement, standing):
        verdict = Verdict.PLAUSIBLE
    then = later(case, standing, case.day(statement)) if verdict not in YES else None
    if then is not None:
        return _offered_on_the_way(case, statement, standing, then)
    comparison = _comparison(statement, standing, verdict)
    if verdict is Verdict.PLAUSIBLE and _between(case, statement, standing):
        return _offered_between(case, statement, standing, comparison)
    reading = _reading(case, statement, standing)
    settled = verdict in (Verdict.ADDS_UP, Verdict.CANT_TELL) or _is_far_around(case, statement, standing)
    flip = "" if settled else _flip(standing)
    if was is not None:
        flip = say("It was {number} in {date}", number=standing.words(was.value), date=dated(was.dated))
    return Offer(NAME, (statement,), reading, (comparison,), _headline(case, standing, verdict), flip)


def _offered_between(case: Case, statement: Statement, standing: Standing, comparison: Comparison) -> Offer:
    """A city's people beside both figures: those within its limits, and all around it."""
    figure = case.figure(standing.holder, "urban_area_population", statement)
    assert figure is not None
    numbers = {"low": standing.words(standing.figure.value, 3), "high": standing.words(figure.value, 3)}
    text = say("between the {low} within its limits and the {high} of its urban area", **numbers)
    origins = "; ".join(dict.fromkeys((standing.figure.origin, figure.origin)))
    both = replace(comparison, text=f"{text} ({origins})", rests=(standing.figure.rest, figure.rest))
    return Offer(NAME, (statement,), _reading(case, statement, standing), (both,), text)


def _offered_on_the_way(case: Case, statement: Statement, standing: Standing, then: Figure) -> Offer:
    """A number said between two figures in time, and as large as one of them or between both."""
    words = {"low": standing.words(standing.figure.value, 3), "high": standing.words(then.value, 3)}
    text = say("between {low} ({before}) and {high} ({after})", before=dated(standing.figure.rest.as_of),
               after=dated(then.dated), **words)  # fmt: skip
    line = _comparison(statement, standing, Verdict.PLAUSIBLE)
    origins = "; ".join(dict.fromkeys((standing.figure.rest.producer, then.source.producer)))
    rest = stored(case.library, then, then.end).rest
    both = replace(line, text=f"{text} ({origins})", rests=(standing.figure.rest, rest))
    return Offer(NAME, (statement,), _reading(case, statement, standing), (both,), text)


def _is_far_around(case: Case, statement: Statement, standing: Standing) -> bool:
    around = _around(case, statement, standing) if standing.measure == "population" else None
    return around is not None and standing.figure.value < standing.stated <= around * FAR_AROUND


def _ratio(standing: Standing) -> Fraction:
    return standing.stated / standing.figure.value if standing.figure.value else Fraction(0)


def _comparison(statement: Statement, standing: Standing, verdict: Verdict) -> Comparison:
    ratio, figure, bound = _ratio(standing), standing.figure, statement.quantity.bound
    stored = standing.words(figure.value, 3)
    off = abs(ratio - 1) * 100
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN) and ratio < Fraction(9, 10):
        text = say("{claimed}: it is {number}", claimed=limited(bound, standing.words(standing.stated)), number=stored)
    elif _in_range(standing):
        text = say("within the stored {low} to {high}", low=_low(standing), high=_high(standing))
    elif off < 1:
        text = say("within 1 % of the stored {number}", number=stored)
    elif Fraction(2, 3) < ratio < Fraction(3, 2):
        share = percent(off)
        if ratio > 1:
            text = say("{share} above the stored {number}", share=share, number=stored)
        else:
            text = say("{share} below the stored {number}", share=share, number=stored)
    else:
        text = say("{times} the stored {number}", times=times(Interval.point(ratio)), number=stored)
    text += f" ({figure.origin})"
    worked = f"{bare(standing.stated, 12)} / {bare(figure.value, 12)} = {bare(ratio, 4)}"
    exactly = RATIO.solve("ratio", claimed=Interval.point(standing.stated), stored=figure.interval)
    return Comparison(text, worked, exactly, "", Vote.DECIDES, verdict, (figure.rest,), NAME, value=ratio)


def _in_range(standing: Standing) -> bool:
    """Whether the number lies within a stored range that is wide, and not near its middle number."""
    span = standing.figure.interval
    if span.low is None or span.high is None or span.high < span.low * WIDE or span.low <= 0:
        return False
    return span.low <= standing.stated <= span.high


def _low(standing: Standing) -> str:
    return standing.words(standing.figure.interval.low or Fraction(0), 3)


def _high(standing: Standing) -> str:
    return standing.words(standing.figure.interval.high or Fraction(0), 3)


def _reading(case: Case, statement: Statement, standing: Standing) -> str:
    measure = case.measure(standing.measure)
    number = limited(statement.quantity.bound, standing.words(standing.stated, 3))
    if measure.nature is Nature.FLOW and measure.period:
        number = say("{number} a {period}", number=number, period=say(measure.period))
    what = _whose(case, standing)
    if standing.assumed:
        what = say("{what} worldwide", what=_what(case, standing))
    return say("{what} is {number}", what=what, number=number)


def _what(case: Case, standing: Standing) -> str:
    """The measure by its name, counted where the name is of what is counted: "the number of births"."""
    name, unit = case.measure(standing.measure).name, standing.figure.rest.unit
    counted = name.startswith("people") or (name.endswith("s") and unit in (name, "people"))
    return say("the number of {what}", what=say(name)) if counted else say("the {what}", what=say(name))


def _whose(case: Case, standing: Standing) -> str:
    return case.owned(_what(case, standing), standing.holder, standing.measure)


def _headline(case: Case, standing: Standing, verdict: Verdict) -> str:
    ratio, what = _ratio(standing), _whose(case, standing)
    if verdict in YES and _in_range(standing):
        return say("{what} is {low} to {high}", what=what, low=_low(standing), high=_high(standing))
    if verdict is Verdict.ADDS_UP:
        return say("{what} is {number}", what=what, number=standing.words(standing.figure.value))
    if ratio >= Fraction(3, 2):
        return say("{multiple} {whole}", multiple=times(Interval.point(ratio)), whole=what)
    if ratio < Fraction(2, 3):
        return say("only {share} of {what}", share=percent(ratio * 100), what=what)
    share = percent(abs(ratio - 1) * 100)
    return (
        say("{share} above {what}", share=share, what=what)
        if ratio > 1
        else say("{share} below {what}", share=share, what=what)
    )


def _flip(standing: Standing) -> str:
    share = band.COUNTED_WELL[1] if standing.measure in band.CENSUS else band.ALLOWED
    edge = band.around(standing.figure.drifted, share)
    if edge.low is None or edge.high is None:
        return ""
    low, high = standing.words(edge.low), standing.words(edge.high)
    return say("Would be plausible between {low} and {high}", low=low, high=high)


def _missing(case: Case, statement: Statement) -> Iterator[Offer]:
    """A level of something known to be counted, of somebody known, without a figure: says which and who has it."""
    for measure_id in statement.measures:
        holder = case.holder(statement, measure_id)
        is_other = bool(holder) and case.entity(holder or "").name in case.measure(measure_id).name  # whom it is with
        if holder and not is_other and not case.library.series(holder, measure_id):
            measure = case.measure(measure_id)
            what = say("{what} of {whom}", what=say(measure.name), whom=case.named(holder))
            counted = measure.name.startswith("people") or (measure.name.endswith("s") or measure.unit == "people")
            if counted and not statement.is_money:
                what = say("number of {what}", what=what)
            reading = say("the {what} is {number}", what=what, number=statement.worded(statement.quantity.value))
            missing = publishing(what, "" if _is_elsewhere(measure.publisher, holder) else measure.publisher)
            yield Offer(NAME, (statement,), reading, missing=(missing,), wanted=(f"{holder}.{measure_id}",))
            return


def _is_elsewhere(publisher: str, holder: str) -> bool:
    """Whether it publishes for the US alone, and somebody else is meant."""
    return bool(US_ALONE.search(publisher)) and holder.split("-", 1)[0] != "US"
