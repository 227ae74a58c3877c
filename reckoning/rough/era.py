"""The time over which something is said to have changed: under a president, since a year, over the last ten years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge import Entity, EntityKind, Library
from quantities import PeriodKind
from reckoning.lasting import once_for_each
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

# "since Obama took office", "when Biden became president": from the day that somebody began.
BEGAN = re.compile(
    r"\b(?:took|take|taking|takes|entered|entering|assumed|came (?:in)?to|coming (?:in)?to|was (?:sworn|elected)"
    r"|were (?:sworn|elected)|sworn|became|inaugurat\w+|inherit\w*|walked into)\b",
    re.IGNORECASE,
)
ENDED = re.compile(
    r"\b(?:left (?:office|us|the white house|behind|a|an|him|his)|leaving|ended his|end of his|last year|final year"
    r"|last (?:day|month)|end of (?:the )?\w+ (?:term|presidency))\b",
    re.IGNORECASE,
)
THIS = re.compile(
    r"\b(?:this|the|our|current|present)\s+(?:current\s+)?(?:president|administration|prime minister)\b"
    r"|\bhe took office\b",
    re.IGNORECASE,
)
# The one who speaks, who may govern more than a country, or less.
SPEAKER = re.compile(
    r"\b(?:i|we)\s+(?:(?:first )?took office|became (?:the )?president|came (?:in)?to office"
    r"|(?:was|were|got) (?:elected|sworn in|inaugurated))\b"
    r"|\b(?:my|our) (?:administration|presidency|watch|time in office|first (?:day|month|year|term))\b",
    re.IGNORECASE,
)
NOW = re.compile(r"\b(?:now|today|currently|these days)\b", re.IGNORECASE)
FIRST = re.compile(r"\bfirst\s+(?:\w+\s+){0,2}(?:years?|months?|days?|term)\b|\bin office\b", re.IGNORECASE)
AGO = re.compile(r"\b(?:ago|earlier|before)\b", re.IGNORECASE)
SINCE = re.compile(r"\b(?:since|from)\s+(?:\w+\s)?$|\bthan\s+(?:\w+\s+){0,3}in\s+(?:\w+\s)?$")
EARLIEST = 1000  # the year: of the time before nobody says how it changed
EARLIER = timedelta(days=300)  # people quote the figures of some months before
FREED = "independence"  # the measure that keeps the year
SECONDS_A_DAY = 86400


@dataclass(frozen=True, slots=True)
class Era:
    """From one day to another; `person` is who governed, where the text says it so."""

    start: date
    end: date
    person: str = ""

    @property
    def years(self) -> float:
        return (self.end - self.start).days / 365.25


def governor(case: Case, statement: Statement) -> Entity | None:
    """The one person named in the sentence who governs or governed; the nearest before the number where it is two."""
    people = {}
    for name in statement.sentence.names:
        entity = case.entity(name.entities[0])
        if entity.in_office and entity.in_office[0][0] <= case.scene.as_of:
            people[entity.id] = entity
    if not people and (THIS.search(statement.sentence.text) or SPEAKER.search(statement.sentence.text)):
        return _governing(case)
    return next(iter(people.values())) if len(people) == 1 else None


def _governing(case: Case) -> Entity | None:
    """The one who governs the country of the text on its day: the US, where it names no other."""
    country = next((e for e in case.places if case.entity(e).kind is EntityKind.COUNTRY), "US")
    today = case.scene.as_of
    for person in _governors(case.library):
        if country in person.part_of and any(a <= today and (b is None or today < b) for a, b in person.in_office):
            return person
    return None


@once_for_each
def _governors(library: Library) -> tuple[Entity, ...]:
    return tuple(entity for entity in library.entities.values() if entity.in_office)


def term(person: Entity, today: date) -> Era:
    """The time in office that a text of a day means: the one then running, else the last before."""
    begun = [(start, end) for start, end in person.in_office if start <= today]
    start, end = begun[-1]
    return Era(start, min(end or today, today), person.id)


def terms(person: Entity, today: date) -> tuple[Era, ...]:
    """Every time in office begun by a day, the latest first."""
    begun = [(start, end) for start, end in person.in_office if start <= today]
    return tuple(Era(start, min(end or today, today), person.id) for start, end in reversed(begun))


def eras(case: Case, statement: Statement) -> tuple[Era, ...]:
    """What the words may mean by the time of a change, the likeliest first; none where they say nothing of it."""
    today, found = case.scene.as_of, []
    person = governor(case, statement)
    period = statement.quantity.period
    since = _since(case, statement) or independence(case, statement)
    if person is not None:
        whole = term(person, today)
        if BEGAN.search(statement.sentence.text):
            found += [Era(whole.start, today, person.id)]
        length = _length(statement)
        if length is not None and FIRST.search(statement.sentence.text):
            found.insert(0, Era(whole.start, min(whole.start + length, today), person.id))
        found += [whole, *(other for other in terms(person, today) if other != whole)]
        if length is not None:  # "over ten years" is of no four years in office
            found = [era for era in found if abs((era.end - era.start) - length) * 3 < length]
    if since is not None:
        found.insert(0, Era(since, today))
    found += [Era(era.start, era.end - EARLIER) for era in found if era.end == today]
    years = sorted(
        {d.start.year for d in statement.sentence.dates if d.start and d.start.year > EARLIEST and d.start <= today}
    )
    if len(years) == 2:
        found.insert(0, Era(date(years[0], 12, 31), min(date(years[1], 12, 31), today)))
    year = case.year(statement) if person is None and since is None else None
    if year is not None and EARLIEST < year <= today.year:
        found += [Era(date(year, 1, 1), min(date(year, 12, 31), today))]
    meant = {today.year + d.years_from_now for d in statement.sentence.dates if d.years_from_now in (-1, 0)}
    found += [Era(date(at, 1, 1), min(date(at, 12, 31), today)) for at in sorted(meant) if at > EARLIEST]
    if period is not None and period.kind is PeriodKind.OVER and period.seconds and person is None:
        found += [Era(today - timedelta(days=int(period.seconds / SECONDS_A_DAY)), today)]
    return tuple(dict.fromkeys(era for era in found if era.start < era.end))


def _since(case: Case, statement: Statement) -> date | None:
    """The year after "since", at its middle: some mean its beginning, some its end."""
    period = statement.quantity.period
    year = period.year if period is not None and period.kind is PeriodKind.SINCE else None
    if year is None:
        text = case.scene.text
        for mention in statement.sentence.dates:
            before = text[max(0, mention.span[0] - 30) : mention.span[0]].lower()
            if mention.start and SINCE.search(before):
                year = mention.start.year
    return date(year, 6, 30) if year is not None and EARLIEST < year < case.scene.as_of.year + 1 else None


def _length(statement: Statement) -> timedelta | None:
    period = statement.quantity.period
    if period is None or period.kind is not PeriodKind.OVER or period.seconds is None:
        return None
    return timedelta(days=min(int(period.seconds / SECONDS_A_DAY), 40_000))


def moments(case: Case, statement: Statement) -> tuple[date, ...]:
    """The days for which a level is meant: when somebody took over or left, in the year named, else now."""
    today, person = case.scene.as_of, governor(case, statement)
    freed = independence(case, statement)
    if freed is not None:
        return (freed,)
    if person is None or case.year(statement) is not None:
        return (case.day(statement),)
    days = (day for whole in terms(person, today) for day in _in_term(case, statement, whole))
    return tuple(dict.fromkeys(days))


def _in_term(case: Case, statement: Statement, whole: Era) -> tuple[date, ...]:
    """The beginning of a term or its end, as the words say it; what is said of now is of the day of the text."""
    before = case.scene.text[statement.sentence.span[0] : statement.span[1]]
    began = tuple(whole.start + timedelta(days=days) for days in (0, 30, 180, -180))
    now = NOW.search(before)
    if now is not None and not BEGAN.search(before[now.end() :]):
        return (case.day(statement),)
    if BEGAN.search(before):
        return began
    if BEGAN.search(statement.sentence.text):
        return (*began, case.day(statement))
    return (whole.end, whole.end + timedelta(days=180)) if ENDED.search(before) else (whole.end,)


def independence(case: Case, statement: Statement) -> date | None:
    """The year's end in which the country named became independent, where the text speaks of it."""
    if "independence" not in statement.sentence.lowers or FREED not in case.library.measures:
        return None
    for name in statement.sentence.names:
        for reference in case.library.series(name.entities[0], FREED):
            return date(int(reference.value), 12, 31)
    return None
