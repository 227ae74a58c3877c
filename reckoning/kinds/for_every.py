"""So many of one for each of another: "16 workers for every retiree", "two guns for every three Americans"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_number as amount
from quantities import Form, Interval
from reckoning.figure import DatedFigure, known, stored
from reckoning.formula import Formula
from reckoning.group import GROUPS
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.rough.core import is_core, is_said
from reckoning.rough.home import homes
from reckoning.rough.judging import Reckoning, judge
from reckoning.rough.topic import Topic, topics

NAME = "so_many_for_each"
RATIO = Formula("ratio = first * size / second")
FORMULAS = (RATIO,)
FOR_EACH = re.compile(
    r"\b(?:for|to|per|supporting|behind)\s+(?:each|every|one|1|a)\b(?:\s+(?P<size>one|single|two|three|four|five|ten|100|1,000|10))?"
    r"|\bper\s+(?:(?P<many>\d[\d,]{0,8})\s+)?(?P<noun>\w+)|\bfor\s+each\b",
    re.IGNORECASE,
)
SIZES = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "10": 10, "100": 100, "1,000": 1000}
PEOPLE = ("people", "inhabitants", "residents", "citizens")
MOST = 10_000
MOST_AGE = 5 * 366


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if statement.quantity.form is not Form.AMOUNT or not statement.is_count or statement.quantity.value > MOST:
        return
    if statement.quantity.period is not None or not is_said(statement) or "used" in statement.lowers:
        return
    match = FOR_EACH.search(case.scene.text, statement.span[0], statement.sentence.span[1])
    if match is None or match.start() - statement.span[1] > 60:
        return
    found = judge(statement, NAME, _reckonings(case, statement, match))
    if found is not None:
        yield found


def _reckonings(case: Case, statement: Statement, match: re.Match[str]) -> Iterator[Reckoning]:
    many = (match["many"] or "").replace(",", "")
    size = Fraction(int(many)) if many else Fraction(SIZES.get((match["size"] or "").lower(), 1))
    if size <= 0:
        return
    found = topics(case, statement)
    behind = [t for t in found if max(t.places) >= match.start()]
    behind += [Topic(m, frozenset({match.end()})) for m in _counted(case, match)]
    before = [t for t in found if max(t.places) < match.start()]
    before += [Topic(m, frozenset({statement.span[0]})) for m in statement.measures]
    for first in before:
        for second in behind:
            if first.measure != second.measure:
                yield from _ratio(case, statement, first, second, size)


def _counted(case: Case, match: re.Match[str]) -> tuple[str, ...]:
    """The measures counted in the noun behind "every": "household", "small business"."""
    start = match.start("noun") if match["many"] else match.end()
    words = [word.strip(".,;:!?'").lower() for word in case.scene.text[start : start + 60].split()[:2]]
    if match["many"] and words[:1] and words[0] in PEOPLE:
        return ("population",)
    return next((found for n in (2, 1) if (found := case.library.counted(" ".join(words[:n])))), ())


def _ratio(case: Case, statement: Statement, first: Topic, second: Topic, size: Fraction) -> Iterator[Reckoning]:
    for entity, named in homes(case, statement, second.measure)[:1]:
        above, below = (_figure(case, statement, entity, t.measure) for t in (first, second))
        if above is None or below is None or below.value <= 0:
            return
        ratio = RATIO.solve("ratio", first=above.drifted, size=Interval.point(size), second=below.drifted)
        value = above.value * size / below.value
        names = {"first": case.titled(entity, first.measure), "second": case.titled(entity, second.measure)}
        what = say("{first} for each of {second}", **names)
        if size > 1:
            what = say("{first} for every {size} of {second}", size=amount(size), **names)
        working = f"{exact(above.value)} × {exact(size)} / {exact(below.value)} = {exact(value)}"
        sure = named and is_core(statement, second, frozenset(GROUPS))
        yield Reckoning(ratio, value, what, working, (above.rest, below.rest), is_sure=sure, spread=Fraction(2))


def _figure(case: Case, statement: Statement, entity: str, measure: str) -> DatedFigure | None:
    day = case.day(statement)
    reference = known(case.library, entity, measure, day)
    if reference is None or abs((day - reference.end).days) > MOST_AGE:
        return None
    return stored(case.library, reference, day)
