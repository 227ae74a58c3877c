"""Two changes compared: "China's economy grew faster than India's between 2000 and 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from quantities import Interval
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import measured, percent, publishing
from reckoning.comparing.implied import IMPLIED
from reckoning.comparing.tagged import Tagged, tag
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "compare_changes"
GROWTH = Formula("growth = after / before")
FORMULAS = (GROWTH,)
CLEAR = Fraction(1, 20)  # of a growth factor: two that lie closer can't be told apart
CLEAR_MIXED = Fraction(3, 20)  # where the two ends are of different producers
FARTHEST = 400  # days: a figure of a year farther from the one named is no end of a change
_GREW = r"(?:has |have |had )?(?:been )?(?:grew|grown|growing|risen|rose|increased|expanded|gone up)"
_FASTER = r"(?:much |far )?(?P<how>faster|more quickly|quicker|more slowly|slower|more|less)"
_THAN = (
    r"than (?:that of |those of |the (?:M\d+|[a-z]+) of )?(?:the )?(?P<second>N\d+)(?: 's)?(?: "
    r"M\d+)?(?: has| did| does)?"
)
_WHEN = (
    r"(?: (?:between (?P<from>D\d+) and (?P<to>D\d+)|from (?P<start>D\d+) (?:to|until|till) (?P<end>D\d+)|"
    r"since (?P<since>D\d+)"
    r"|(?:over|in) the (?:last|past) (?P<span>Q\d+|decade)))?"
)
SHAPES = tuple(
    re.compile(shape + _WHEN)
    for shape in (
        rf"(?:the )?(?:number of )?(?P<measure>M\d+) (?:of|in) (?:the )?(?P<first>N\d+) {_GREW} {_FASTER} {_THAN}",
        rf"(?:the )?(?P<first>N\d+)(?: 's)? (?P<measure>M\d+) {_GREW} {_FASTER} {_THAN}",
        rf"(?:the )?(?P<first>N\d+) {_GREW} {_FASTER} (?:in (?P<measure>M\d+) )?{_THAN}",
    )
)
SLOWER = frozenset({"more slowly", "slower", "less"})


@dataclass(frozen=True, slots=True)
class _Growth:
    """What one of the two grew by: two figures of one measure, and the years between."""

    entity: str
    before: DatedFigure
    after: DatedFigure

    @property
    def factor(self) -> Interval:
        return GROWTH.reckon("growth", after=self.after.interval, before=self.before.interval)

    @property
    def value(self) -> Fraction:
        return self.after.value / self.before.value

    @property
    def is_of_one_source(self) -> bool:
        return self.before.rest.producer == self.after.rest.producer

    @property
    def added(self) -> Fraction:
        return self.after.value - self.before.value


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if statement.via != IMPLIED or "than" not in statement.sentence.lowers:
        return
    tagged = tag(statement.sentence)
    match = next((m for shape in SHAPES if (m := shape.fullmatch(tagged.text))), None)
    if match is None or match["first"] == match["second"]:
        return
    measure = _measure(case, tagged, match)
    if measure is None:
        return
    days = _days(case, tagged, match)
    if days is None:
        yield _undated(case, statement, tagged, match, measure)
        return
    pair = [_growth(case, tagged.name(match[part]).entities[0], measure, days) for part in ("first", "second")]
    first, second = pair
    if first is not None and second is not None:
        yield _offer(case, statement, match["how"], measure, first, second)


def _measure(case: Case, tagged: Tagged, match: re.Match[str]) -> str | None:
    sign = match["measure"]
    candidates = tagged.measure(sign).measures if sign else ("gdp",)
    who = tagged.name(match["first"]).entities[0]
    return next((m for m in candidates if m in case.library.measures and case.library.series(who, m)), None)


def _days(case: Case, tagged: Tagged, match: re.Match[str]) -> tuple[date, date] | None:
    """The first and the last day of the time named; None where none is."""
    today = case.scene.as_of
    if match["since"]:
        start = tagged.date(match["since"]).start
        return (_year_end(start), today) if start else None
    for first, last in (("from", "to"), ("start", "end")):
        if match[first]:
            start, end = (tagged.date(match[part]).start for part in (first, last))
            return (_year_end(start), min(_year_end(end), today)) if start and end and start < end else None
    if match["span"]:
        years = 10 if match["span"] == "decade" else _years(tagged, match["span"])
        return (date(today.year - years, 12, 31), today) if years else None
    return None


def _years(tagged: Tagged, sign: str) -> int:
    quantity = tagged.quantity(sign)
    return int(quantity.value) if quantity.unit.name == "year" and 1 <= quantity.value <= 100 else 0


def _year_end(day: date) -> date:
    return date(day.year, 12, 31)


def _growth(case: Case, entity: str, measure: str, days: tuple[date, date]) -> _Growth | None:
    before, after = (case.stored(entity, measure, day) for day in days)
    if before is None or after is None or before.value <= 0 or before.rest.id == after.rest.id:
        return None
    reference = case.library.figure_at(entity, measure, days[0])
    if reference is None or abs((reference.end - days[0]).days) > FARTHEST:
        return None
    return _Growth(entity, before, after)


def _offer(case: Case, statement: Statement, how: str, measure: str, first: _Growth, second: _Growth) -> Offer:
    relative = _order(first, second)
    absolute = _order_of_amounts(first, second)
    by_amount = how in ("more", "less")  # more people, or by a larger share: either may be meant
    wanted = -1 if how in SLOWER else 1
    verdict = _verdict(relative * wanted, absolute * wanted if by_amount else relative * wanted)
    lines = tuple(
        _comparison(case, growth, measure, verdict if at == 0 else None) for at, growth in enumerate((first, second))
    )
    sign = say("slower") if how in SLOWER else (say("more") if by_amount else say("faster"))
    reading = say(
        "the {what} of {first} grew {how} than that of {second} from {start} to {end}",
        what=case.called(measure),
        first=case.named(first.entity),
        second=case.named(second.entity),
        how=sign,
        start=first.before.rest.as_of,
        end=first.after.rest.as_of,
    )
    needed = (
        ""
        if verdict is not Verdict.DOESNT_ADD_UP
        else say("Would fit if {who} had grown by {change}", who=case.named(first.entity), change=_percent(second))
    )
    headline = say("{first} against {second}", first=_percent(first), second=_percent(second))
    missing = (_missing(case, measure, first, second),) if verdict is Verdict.CANT_TELL else ()
    return Offer(NAME, (statement,), reading, lines, headline, needed, missing, weight=Fraction(3), alone=True)


def _order(first: _Growth, second: _Growth) -> int:
    """1 where the first grew surely more, -1 where surely less, 0 where it is too close."""
    ratio, clear = (
        first.value / second.value,
        CLEAR if first.is_of_one_source and second.is_of_one_source else CLEAR_MIXED,
    )
    return 1 if ratio > 1 + clear else -1 if ratio < 1 - clear else 0


def _order_of_amounts(first: _Growth, second: _Growth) -> int:
    gap = first.added - second.added
    size = max(abs(first.added), abs(second.added))
    return 0 if abs(gap) <= size * 2 * CLEAR else 1 if gap > 0 else -1


def _verdict(relative: int, absolute: int) -> Verdict:
    if relative == absolute:
        return {1: Verdict.ADDS_UP, 0: Verdict.CANT_TELL, -1: Verdict.DOESNT_ADD_UP}[relative]
    return Verdict.PLAUSIBLE if 1 in (relative, absolute) else Verdict.CANT_TELL


def _percent(growth: _Growth) -> str:
    change = (growth.value - 1) * 100
    return ("+" if change > 0 else "") + percent(change)


def _comparison(case: Case, growth: _Growth, measure: str, points_to: Verdict | None) -> Comparison:
    before, after = growth.before, growth.after
    text = say(
        "{who}: {change}, from {before} to {after} ({origin})",
        who=case.named(growth.entity),
        change=_percent(growth),
        before=measured(before.value, before.rest.unit, 3),
        after=measured(after.value, after.rest.unit, 3),
        origin=f"{before.origin}; {after.origin}",
    )
    worked = f"{exact(after.value)} / {exact(before.value)} = {bare(growth.value, 4)}"
    vote = Vote.DECIDES if points_to not in (None, Verdict.CANT_TELL) else Vote.SCALE
    decided = points_to if vote is Vote.DECIDES else None
    return Comparison(
        text, worked, growth.factor, "", vote, decided, (before.rest, after.rest), NAME, value=growth.value
    )


def _missing(case: Case, measure: str, first: _Growth, second: _Growth) -> str:
    what = say(
        "the {what} of {first} and {second}, counted alike",
        what=case.called(measure),
        first=case.named(first.entity),
        second=case.named(second.entity),
    )
    return publishing(what, case.measure(measure).publisher)


def _undated(case: Case, statement: Statement, tagged: Tagged, match: re.Match[str], measure: str) -> Offer:
    """Without a time nobody can tell."""
    first, second = (case.named(tagged.name(match[part]).entities[0]) for part in ("first", "second"))
    reading = say(
        "the {what} of {first} grew more than that of {second}",
        what=case.called(measure),
        first=first,
        second=second,
    )
    return Offer(
        NAME, (statement,), reading, missing=(say("from which year to which"),), weight=Fraction(3), alone=True
    )
