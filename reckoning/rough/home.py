"""The place or company that a loosely read number is about: the one named, or the country that "we" and "our" mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from knowledge import EntityKind, Library, NameMention
from reckoning.currency import HOME
from reckoning.lasting import once_for_each
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

# Words of a text that speaks of its own country, and of one that speaks of the United States.
OURS = re.compile(r"\b(?:we|our|us|nation|national|country|government|taxpayers?|citizens?|society)\b", re.IGNORECASE)
AMERICAN = re.compile(
    r"\b(?:federal|congress|congressional|washington|white house|medicare|medicaid|social security|food stamps?"
    r"|stimulus|republicans?|democrats?|gop|senate|irs|obamacare|u\.?s\.?"
    r"|dollars?|\$|pentagon|the border|american)\b|\$",
    re.IGNORECASE,
)
BRITISH = re.compile(r"\b(?:nhs|tory|tories|labour party|westminster|whitehall|pounds?|mps|brexit)\b|£", re.IGNORECASE)
INDIAN = re.compile(r"\b(?:lakhs?|crores?|rs|rupees?|bjp|lok sabha|upa|nda)\b|₹", re.IGNORECASE)
NIGERIAN = re.compile(r"\b(?:naira|nnpc|apc|pdp)\b|₦", re.IGNORECASE)
# What has figures of its own, so that no other is meant beside it.
HOLDING = (EntityKind.COUNTRY, EntityKind.COMPANY, EntityKind.WORLD)
THAN = re.compile(r"\bthan(?:\s+[a-z]+){0,4}\s+$", re.IGNORECASE)
OF_ANYBODY = frozenset({"population", "deaths"})  # of these are all people and all who die, whatever is said of them
MOST = 2  # of those who may be meant
MOST_NAMES = 40  # of a sentence: of a list of hundreds, those near the number are enough
MOST_PLACES = 20  # of a text
MOST_TEXT = 5000  # characters, in which a text tells its country
# How a text tells its country without naming it, the surest first.
SIGNS = ((INDIAN, "IN"), (NIGERIAN, "NG"), (BRITISH, "GB"), (AMERICAN, "US"))


def homes(case: Case, statement: Statement, measure: str) -> tuple[tuple[str, bool], ...]:
    """Who may be meant, the likeliest two, each with whether the text says so. Only holders of the measure."""
    return case.remembered((homes, measure), statement, lambda: tuple(islice(_homes(case, statement, measure), MOST)))


def _homes(case: Case, statement: Statement, measure: str) -> Iterator[tuple[str, bool]]:
    if measure not in case.library.measures:
        return
    kinds = case.measure(measure).kinds
    seen, found, is_lost = set[str](), False, False
    counterpart = case.measure(measure).name
    for entity, is_said in _candidates(case, statement, measure):
        fits = not kinds or case.entity(entity).kind in kinds
        if entity not in seen and fits and case.entity(entity).name not in counterpart:
            seen.add(entity)
            holder = entity if case.library.series(entity, measure) else _part(case, entity, measure)
            if holder is not None:
                found = True
                yield holder, is_said and not is_lost
            elif is_said and case.entity(entity).kind is EntityKind.COUNTRY:
                is_lost = True  # it is said of a country that has no figure, and not of the next one named
    if not found and not is_of_somebody(case, statement):
        if next(country(case, statement, measure), None) is None:
            yield from _usual(case, statement, measure)
        elif case.library.holders(measure) == ("world",) and not case.places:
            yield "world", False  # "our oceans" are everybody's


def _usual(case: Case, statement: Statement, measure: str) -> Iterator[tuple[str, bool]]:
    """Of whom it is usually said: the only country that has it; the US or the world, where no name stands there."""
    every = case.library.holders(measure)
    named = any(case.entity(n.entities[0]).kind is not EntityKind.THING for n in statement.sentence.names)
    holders = [h for h in every if case.entity(h).kind is EntityKind.COUNTRY]
    if len(holders) == 1 and ("world" not in every or named):
        yield holders[0], False  # nobody says that it is not of the world
    elif "US" in holders and not named:
        yield "US", False
    if "world" in every and not named and measure not in OF_ANYBODY:
        yield "world", not holders


def is_of_somebody(case: Case, statement: Statement) -> bool:
    """Whether a name stands there that nobody here knows: the number is of that, not of whom it is usually said."""
    known = _words_of_measures(case.library)
    return any(word[:1].isupper() and word.lower() not in known for word in statement.unexplained)


@once_for_each
def _words_of_measures(library: Library) -> frozenset[str]:
    """The words that speak for measures: a name they are not, though "Tobacco" begins a sentence."""
    cues = (cue for measure in library.measures.values() for cue in measure.cues)
    return frozenset(word for cue in cues for slot in cue.lower().split() for word in slot.strip("-").split("|"))


def _places_named(case: Case, measure: str = "") -> list[str]:
    """The places of the whole text, that of a measure's own name left out: China, of the trade deficit with it."""
    own = case.measure(measure).name if measure else ""
    return [place for place in case.places[:MOST_PLACES] if case.entity(place).name not in own]


def _part(case: Case, country: str, measure: str) -> str | None:
    """The one part of a country that a measure is kept for: England's NHS, of the waiting list."""
    if case.entity(country).kind not in (EntityKind.COUNTRY, EntityKind.STATE):
        return None
    holders = [h for h in case.library.holders(measure) if country in case.entity(h).part_of]
    return holders[0] if len(holders) == 1 else None


def _candidates(case: Case, statement: Statement, measure: str) -> Iterator[tuple[str, bool]]:
    """Those of the clause, the nearest first; those of the sentence; the country of the text; its other names."""
    near, around = case.remembered(_candidates, statement, lambda: _names(case, statement))
    yield from ((name.entities[0], True) for name in near)
    kinds, counterpart = case.measure(measure).kinds, case.measure(measure).name
    rest = [n for n in around if case.entity(n.entities[0]).name not in counterpart]
    yield from ((name.entities[0], len(rest) == 1) for name in rest)
    if any(case.entity(n.entities[0]).kind in HOLDING or case.entity(n.entities[0]).kind in kinds for n in rest):
        return  # of a state that can't have the measure the country is meant: "nobody in Washington minds the debt"
    people = [case.entity(name.entities[0]) for name in nearest(statement)]
    governed = {place for person in people if person.kind is EntityKind.PERSON for place in person.part_of}
    yield from ((place, True) for place in sorted(governed))
    yield from (
        (place, case.entity(name.entities[0]).kind is EntityKind.AGENCY)  # the NHS is the UK's
        for name in rest
        for place in case.entity(name.entities[0]).part_of
    )
    yield from country(case, statement, measure)


def _names(case: Case, statement: Statement) -> tuple[list[NameMention], list[NameMention]]:
    """The names of the clause, the nearest first, and those of the sentence."""
    of_clause = _placed(case, statement.names[:MOST_NAMES])
    near = sorted(of_clause, key=lambda n: (n.form == "adjective", _apart(n, statement)))
    return near, _placed(case, nearest(statement))


def nearest(statement: Statement) -> tuple[NameMention, ...]:
    """The names of the sentence in their order; of very many only those nearest to the number."""
    names = statement.sentence.names
    if len(names) <= MOST_NAMES:
        return names
    kept = sorted(names, key=lambda name: _apart(name, statement))[:MOST_NAMES]
    return tuple(sorted(kept, key=lambda name: name.span))


def country(case: Case, statement: Statement, measure: str = "") -> Iterator[tuple[str, bool]]:
    """The country a text without a name for it speaks of: one named elsewhere, else the one that its words tell."""
    named = _places_named(case, measure)
    for entity in named:
        yield entity, False
    kinds = case.measure(measure).kinds if measure else []
    able = [entity for entity in named if not kinds or case.entity(entity).kind in kinds]
    if able and "US" not in able:
        return
    home = HOME.get(statement.quantity.unit.currency or "")
    if home is not None and home != "US":
        yield home, True
    told, ours = _told(case.scene.text[:MOST_TEXT])
    if told is not None:
        yield told, True
    elif ours and not named:
        yield "US", False


@lru_cache(maxsize=16)
def _told(text: str) -> tuple[str | None, bool]:
    """The country that words of a text tell, and whether it speaks of its own."""
    return next((entity for sign, entity in SIGNS if sign.search(text)), None), bool(OURS.search(text))


def _placed(case: Case, names: tuple[NameMention, ...]) -> list[NameMention]:
    """Without people, and without those that another is only compared to: "more than Scotland and Wales together"."""
    placed = [n for n in names if case.entity(n.entities[0]).kind is not EntityKind.PERSON]
    text = case.scene.text
    compared = [n for n in placed if THAN.search(text, max(0, n.span[0] - 40), n.span[0])]
    return [n for n in placed if n not in compared] or placed


def _apart(name: NameMention, statement: Statement) -> int:
    return max(name.span[0] - statement.span[1], statement.span[0] - name.span[1], 0)
