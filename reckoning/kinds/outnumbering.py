"""Two different counts compared: "more people died of this than of that", "more users than India has people"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from quantities import Interval
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import measured, times
from reckoning.comparing.implied import IMPLIED
from reckoning.comparing.naming import VERBS, measures_named
from reckoning.comparing.ranking import CLEAR, CLEAR_OTHERWISE
from reckoning.comparing.tagged import Tagged, tag
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import PLACES, Statement

NAME = "compare_counts"
RATIO = Formula("ratio = first / second")
FORMULAS = (RATIO,)
_OF = r"(?:(?:of|by|in|from|to|on|with|due to|because of|through) (?:an? |the )?)?"
_YEARLY = r"(?: (?:each|every|a|per) year| in D\d+)?"
_BEFORE = r"(?:(?:in|every|each) (?:D\d+|year) (?:, )?)?"
_DIE = r"(?:(?:die|died|killed|dead|dying) |(?:are|were|is|get) (?:killed|murdered|shot|arrested|born) )"
SHAPES = tuple(
    re.compile(f"{_BEFORE}{shape}{_YEARLY}")
    for shape in (
        # more Americans died of drug overdoses than in car crashes
        (
            r"(?:far |many )?(?P<word>more|fewer) (?:(?P<who>N\d+)|people|M\d+)(?: in (?:the )?(?P<in>N\d+))? "
            rf"{_DIE}{_OF}(?P<first>M\d+|[a-z]+){_YEARLY} than {_OF}(?P<second>M\d+|[a-z]+)(?: do)?(?: "
            r"in (?:the )?(?P<where>N\d+))?"
        ),
        # more Americans are killed by sharks than by lightning
        (
            r"(?:far |many )?(?P<word>more|fewer) (?:(?P<who>N\d+)|people)(?: in (?:the )?(?P<in>N\d+))? "
            rf"(?:are |were )?(?P<first>M\d+){_YEARLY} than {_OF}(?P<second>M\d+|[a-z]+)"
        ),
        # the deaths on the road of a country are more than its births
        (
            r"(?:the )?(?P<first>M\d+) of (?:the )?(?P<who>N\d+) are (?P<word>more|fewer) than (?:the "
            r")?(?P<second>M\d+) of (?:the )?(?P<other>N\d+)"
        ),
        # there are more guns than people in the US
        (
            r"(?:there are |there were )(?:far |many )?(?P<word>more|fewer) (?P<first>M\d+|[a-z]+) than "
            r"(?P<second>M\d+|[a-z]+) in (?:the )?(?P<where>N\d+)"
        ),
        (
            rf"(?:the )?(?P<who>N\d+) (?:{VERBS}) (?:far |many )?(?P<word>more|fewer) (?P<first>M\d+|[a-z]+) "
            r"than (?P<second>M\d+|people)"
        ),
        # Netflix has more subscribers than there are people in India, than India has people
        (
            rf"(?:the )?(?P<who>N\d+) (?:{VERBS}) (?:far |many )?(?P<word>more|fewer) (?P<first>M\d+|[a-z]+) "
            r"than (?:there are )?(?P<second>M\d+|people) in (?:the )?(?P<other>N\d+)"
        ),
        (
            rf"(?:the )?(?P<who>N\d+) (?:{VERBS}) (?:far |many )?(?P<word>more|fewer) (?P<first>M\d+|[a-z]+) "
            r"than (?:the )?(?P<other>N\d+) (?:has|have) (?P<second>M\d+|people)"
        ),
    )
)
DYING = re.compile(r"\b(?:die|died|killed|dead|dying)\b")
DEADLY = ("killed by {}", "{} deaths", "deaths from {}")


@dataclass(frozen=True, slots=True)
class _Count:
    entity: str
    measure: str
    figure: DatedFigure

    def worded(self) -> str:
        return measured(self.figure.value, self.figure.rest.unit, 3)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if statement.via != IMPLIED:
        return
    tagged = tag(statement.sentence)
    for shape in SHAPES:
        match = shape.fullmatch(tagged.text)
        pair = _pair(case, statement, tagged, match) if match else None
        if match is not None and pair is not None:
            yield _offer(case, statement, *pair, fewer=match["word"] == "fewer")
            return


def _pair(case: Case, statement: Statement, tagged: Tagged, match: re.Match[str]) -> tuple[_Count, _Count] | None:
    part = match.groupdict()
    sign = next((part[name] for name in ("who", "where", "in") if part.get(name)), None)
    first = (
        tagged.name(sign).entities[0]
        if sign
        else ("US" if "US" in case.library.entities and not statement.names else "")
    )
    second = tagged.name(part["other"]).entities[0] if part.get("other") else first
    if first not in case.library.entities or second not in case.library.entities:
        return None
    if part.get("other") is None and case.entity(first).kind not in PLACES:
        return None
    found = (
        _count(case, statement, tagged, first, match["first"]),
        _count(case, statement, tagged, second, match["second"]),
    )
    one, other = found
    if one is None or other is None or (one.entity, one.measure) == (other.entity, other.measure):
        return None
    units = {one.figure.rest.unit, other.figure.rest.unit}
    return (one, other) if len(units) == 1 or not units & {"USD", "km2", "t", "percent", "m"} else None


def _count(case: Case, statement: Statement, tagged: Tagged, entity: str, word: str) -> _Count | None:
    kind = case.entity(entity).kind
    named = measures_named(case.library, tagged, "", word, kind)
    if DYING.search(tagged.text):  # who dies of guns is no gun
        named = tuple(m for m in named if case.measure(m).unit == "deaths")
    cause = tagged.measure(word).text.lower() if word.startswith("M") else word
    for form in DEADLY if not named else ():  # killed "by lightning"
        named = named or measures_named(case.library, tagged, "", form.format(cause), kind)
    for measure in named:
        figure = case.figure(entity, measure, statement)
        if figure is not None and figure.value > 0:
            return _Count(entity, measure, figure)
    return None


def _offer(case: Case, statement: Statement, first: _Count, second: _Count, *, fewer: bool) -> Offer:
    ratio = first.figure.value / second.figure.value
    surely = _surely(first, second)
    holds = (ratio < 1) is fewer and ratio != 1
    verdict = (
        (Verdict.ADDS_UP if surely else Verdict.PLAUSIBLE)
        if holds
        else (Verdict.DOESNT_ADD_UP if surely else Verdict.CANT_TELL)
    )
    text = say(
        "{first_what}: {first}; {second_what}: {second} ({origin})",
        first_what=case.titled(first.entity, first.measure),
        first=first.worded(),
        second_what=case.titled(second.entity, second.measure),
        second=second.worded(),
        origin="; ".join(dict.fromkeys((first.figure.origin, second.figure.origin))),
    )
    worked = f"{exact(first.figure.value)} / {exact(second.figure.value)} = {bare(ratio, 4)}"
    result = RATIO.reckon("ratio", first=first.figure.interval, second=second.figure.interval)
    vote = Vote.SCALE if verdict is Verdict.CANT_TELL else Vote.DECIDES
    points = None if vote is Vote.SCALE else verdict
    comparison = Comparison(
        text, worked, result, "", vote, points, (first.figure.rest, second.figure.rest), NAME, value=ratio
    )
    names = {"first": case.titled(first.entity, first.measure), "second": case.titled(second.entity, second.measure)}
    reading = (
        say("{first} are fewer than {second}", **names) if fewer else say("{first} are more than {second}", **names)
    )
    needed = measured(second.figure.value, second.figure.rest.unit)
    flip = "" if verdict is not Verdict.DOESNT_ADD_UP else say("Would fit if the first were {number}", number=needed)
    headline = say("{times} as many", times=times(Interval.point(ratio)))
    missing = (
        (say(case.measure(first.measure).publisher),)
        if verdict is Verdict.CANT_TELL and case.measure(first.measure).publisher
        else ()
    )
    return Offer(NAME, (statement,), reading, (comparison,), headline, flip, missing, weight=Fraction(3), alone=True)


def _surely(first: _Count, second: _Count) -> bool:
    """Whether one is clearly the larger, as the figures may have drifted and be counted otherwise."""
    margin = max(CLEAR.get(count.measure, CLEAR_OTHERWISE) for count in (first, second))
    one, other = first.figure.drifted, second.figure.drifted
    return one.widened(margin / 2).below(other.widened(margin / 2)) or other.widened(margin / 2).below(
        one.widened(margin / 2)
    )
