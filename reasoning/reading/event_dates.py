"""The years of what happened once, where a sentence is dated by it: "since the fall of the Berlin Wall"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from knowledge import Library
from knowledge.model.estimation import Thing
from knowledge.model.units import CALENDAR
from knowledge.per_library import once_per_library
from quantities import DateMention
from reasoning.reading.language import stem, words

FIRST_YEAR = 1700  # before which hardly a figure is known
LONGEST = 8  # words of a name
MOST_YEARS = 40  # between which something began, or ended, that is a date at all
ENDS = ("end", "year", "start")  # of what lasted, its end dates what came since


class Spoken(Protocol):
    """A word of a sentence."""

    @property
    def low(self) -> str: ...
    @property
    def stem(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Events = dict[str, list[tuple[tuple[str, ...], Thing]]]  # by the stem of the first word of a name


def event_dates(spoken: Sequence[Spoken], library: Library) -> Iterator[DateMention]:
    """A date of a year for each event named behind "since", "before", "after" or "until".

    What was before it was so in the year before.
    """
    classes = words()
    for place, word in enumerate(spoken[:-1]):
        if word.low not in classes.dating or (place and _is_a_record(spoken[place - 1].low)):
            continue
        first = place + 1 + (spoken[place + 1].low in classes.article)
        found = _event_at(spoken, first, library)
        if found is None:
            continue
        thing, length = found
        begins = word.low in classes.until_then
        year = _year_of(thing, tuple(reversed(ENDS)) if begins else ENDS)
        if year is not None and year >= FIRST_YEAR:
            year -= begins
            span = (spoken[first].start, spoken[first + length - 1].end)
            yield DateMention(span, date(year, 1, 1), date(year, 12, 31))


def _is_a_record(low: str) -> bool:
    """Whether a word says that something was never so since: "the worst since the war" is not of then."""
    return low.endswith("est") or low in words().extremes


def _event_at(spoken: Sequence[Spoken], first: int, library: Library) -> tuple[Thing, int] | None:
    """The event with the longest name at a place, and how many words that has; None for none."""
    stems = tuple(word.stem for word in spoken[first : first + LONGEST])
    named = _events(library).get(stems[0], ()) if stems else ()
    fitting = [(len(name), thing) for name, thing in named if stems[: len(name)] == name]
    return max(((thing, length) for length, thing in fitting), key=lambda one: one[1], default=None)


def _year_of(thing: Thing, properties: Sequence[str]) -> int | None:
    """The year of the calendar of the first property that a thing has, the first or last it may be; None for none."""
    for name in properties:
        known = thing.has.get(name)
        dated = known is not None and known.powers == CALENDAR and known.factor > 0
        if known is not None and dated and known.high - known.low <= MOST_YEARS:
            return int(known.low if name == ENDS[-1] else known.high)
    return None


@once_per_library
def _events(library: Library) -> Events:
    """What happened once, by the first stem of its names."""
    found: Events = defaultdict(list)
    for thing in library.things.values():
        if thing.unique and any(_year_of(thing, (name,)) is not None for name in ENDS):
            for name in thing.called:
                stems = tuple(stem(part) for part in name.lower().replace("-", " ").split())
                found[stems[0]].append((stems, thing))
    return found
