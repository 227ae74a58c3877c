"""Whom a sum is for, each: "every man, woman and child", "a family of four", "the average American household"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from knowledge import EntityKind
from reckoning.group import GROUPS
from reckoning.reading.case import Case
from reckoning.reading.statement import PLACES, Statement
from reckoning.rough.home import country

EACH = re.compile(
    r"\b(?:every(?:\s+single)?|each(?:\s+and\s+every)?(?:\s+of)?|per|any|(?:the|an)\s+(?:average|typical)|average|typical|for\s+a|for\s+every)"
    r"\s+(?P<words>(?:[\w.'’-]+[\s,]+){0,5}[\w.'’-]+)",
    re.IGNORECASE,
)
TIME = re.compile(r"(?:single\s+)?(?:second|minute|hour|day|week|month|quarter|year|decade|time)\b", re.IGNORECASE)
OF_FOUR = re.compile(
    r"\b(?:family|group|household)\s*(?:\([^)]*\)\s*)?(?:\(?or\s+\w+\s+)?of\s+(?P<size>four|five|three|4|5|3)\b",
    re.IGNORECASE,
)
SIZES = {"three": 3, "four": 4, "five": 5, "3": 3, "4": 4, "5": 5}
OURS = re.compile(r"\b(?:your|each of us|my|our)\s+(?:\w+\s+)?share\b|\beach of us\b|\bfor all of us\b", re.IGNORECASE)
# Words for one of the group beside those of GROUPS; a child that is born owes like anybody.
MORE = {
    "man": "population", "men": "population", "woman": "population", "baby": "population", "newborn": "population",
    "individual": "population", "family": "households", "home": "households", "homes": "households",
    "taxpayer": "tax_returns", "voter": "registered_voters", "employee": "employed", "retiree": "seniors",
    "senior": "seniors", "veteran": "veterans", "student": "school_pupils", "pupil": "school_pupils",
    "farmer": "farms", "driver": "licensed_drivers", "immigrant": "immigrants", "recipient": "",
}  # fmt: skip
# A part of the group that no measure counts.
NARROW = frozenset("poor rich working retired middle-class low-income wealthy white single unemployed small".split())
BORN = re.compile(
    r"\b(?:child|baby|newborn)\b[^.]{0,20}\bborn\b|\bman,? woman,? (?:and|or) child\b"
    r"|\bborn\b[^.]{0,20}\bow(?:e|es|ing)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Crowd:
    """The entity and measure that count the group, and how many of them share one sum."""

    entity: str
    measure: str
    size: Fraction = Fraction(1)


def crowds(case: Case, statement: Statement) -> list[Crowd]:
    """The groups that the words around a sum may mean, the likeliest first; none where it is for nobody."""
    text = statement.sentence.text
    measure = _measure(case, statement, text)
    of_four = OF_FOUR.search(text)
    places = _places(case, statement)
    found = []
    if of_four:
        size = Fraction(SIZES[of_four["size"].lower()])
        found += [Crowd(place, "population", size) for place in places]
    if measure:
        found += [Crowd(place, measure) for place in places]
    return [crowd for crowd in found if case.library.series(crowd.entity, crowd.measure)]


def _measure(case: Case, statement: Statement, text: str) -> str | None:
    if BORN.search(text) or OURS.search(text):
        return "population"
    per = statement.quantity.unit.per
    if per is not None and (found := _of(per.name.lower().split())):
        return found
    start = statement.sentence.span[0]
    near: list[tuple[int, str]] = []
    firms = [
        n.span
        for n in statement.sentence.names
        if case.entity(n.entities[0]).kind in (EntityKind.COMPANY, EntityKind.AGENCY)
    ]
    for match in EACH.finditer(text):
        if any(start + match.start("words") <= span[0] < start + match.end("words") for span in firms):
            return None  # "every Walmart employee"
        if TIME.match(match["words"]):
            continue
        words = [word.strip(",.'’").lower() for word in match["words"].split()]
        found = _of(words[:4])
        if found:
            near.append((abs(start + match.start() - statement.span[1]), found))
    people = [n for n in statement.sentence.names if n.form == "people"]
    each = [
        m
        for m in EACH.finditer(text)
        if not TIME.match(m["words"])
        if any(n.span[0] - start in range(m.start("words"), m.end("words")) for n in people)
    ]
    near += [(abs(start + m.start() - statement.span[1]) + 1, "population") for m in each]
    return min(near)[1] if near else None


def _of(words: list[str]) -> str | None:
    for word in words:
        if word in ("black", "african-american"):
            return "black_population"
        if word in NARROW or word in ("day", "year", "month", "hour", "minute", "week", "second"):
            return None
        if found := GROUPS.get(word) or MORE.get(word) or MORE.get(word.removesuffix("s")):
            return found
    return None


def _places(case: Case, statement: Statement) -> list[str]:
    named = [n.entities[0] for n in statement.sentence.names if case.entity(n.entities[0]).kind in PLACES]
    named += [
        p
        for n in statement.sentence.names
        for p in case.entity(n.entities[0]).part_of
        if case.entity(n.entities[0]).in_office
    ]
    return list(dict.fromkeys(named)) or list(dict.fromkeys(entity for entity, _ in country(case, statement)))[:1]
