"""Who governed when: the terms in office of the people a sentence names, which date what is said of their country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from knowledge import EntityKind, Library
from knowledge.per_library import once_per_library
from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults
from reasoning.model.leaf import Places
from reasoning.reading.language import words

if TYPE_CHECKING:
    from reasoning.grounding.context import Context

YEAR_BEFORE = 3  # words from "the year" to "took office"


@dataclass(frozen=True, slots=True)
class TermOfOffice:
    """The days from and to which somebody governs `country`, or governed; `places` are the words of the name."""

    country: str
    first: date
    last: date
    places: Places


def terms_of_office(context: Context) -> Iterator[TermOfOffice]:
    """The terms, begun by the day of asking, of everybody named who governs or governed, the latest first.

    Where nobody of them is named, the term of who governs on that day, if words mean them: "since I took office".
    """
    entities = context.library.entities
    if not any(entities[name.ids[0]].in_office for name in context.sentence.names):
        yield from _term_of_now(context)
    pronoun = not words().he_or_she.isdisjoint(context.sentence.lows)
    for name in context.sentence.names or (context.before[:1] if pronoun else ()):
        person = entities[name.ids[0]]
        begun = [one for one in person.in_office if one[0] <= context.as_of]
        for first, last in sorted(begun, reverse=True):
            until = context.as_of if last is None else min(last, context.as_of)
            for country in person.part_of[:1]:
                yield _as_far_as_said(TermOfOffice(country, first, until, name.places), context)


def _as_far_as_said(term: TermOfOffice, context: Context) -> TermOfOffice:
    """The term, or the beginning of it that is said: "in their first two years", "in the first year"."""
    sentence = context.sentence
    lengths = {one.first: one.quantity.value * SECONDS.get(one.quantity.unit.name, 0) for one in sentence.stated}
    for place in context.cue("first"):
        alone = SECONDS.get("".join(sentence.lows[place + 1 : place + 2]), 0)  # "the first year"
        seconds = lengths.get(place, 0) or lengths.get(place + 1, 0) or alone
        last = term.first + timedelta(days=int(seconds / SECONDS["day"]))
        if term.first < last < term.last:
            said = (one.places for one in sentence.stated if place in one.places)
            return replace(term, last=last, places=term.places.union({place, place + 1}, *said))
    return term


def _term_of_now(context: Context) -> Iterator[TermOfOffice]:
    """The term of who governs now, where words mean them: of the one state or country named, else of our country."""
    cue = context.cue("incumbent")
    entities = context.library.entities
    named = [entities[name.ids[0]] for name in context.sentence.names]
    if not cue or any(one.kind is EntityKind.CITY for one in named):
        return
    places = {one.id for one in named if one.kind in (EntityKind.STATE, EntityKind.COUNTRY)} or {defaults().we}
    if len(places) > 1 or (context.cue("of_a_state") and entities[min(places)].kind is not EntityKind.STATE):
        return
    for place, first, last in _terms(context.library):
        if place in places and first <= context.as_of and (last is None or context.as_of < last):
            yield TermOfOffice(place, first, context.as_of, cue)


@once_per_library
def _terms(library: Library) -> tuple[tuple[str, date, date | None], ...]:
    """Every term of office that is known: of what place, from and to which day."""
    people = [one for one in library.entities.values() if one.in_office and one.part_of]
    return tuple((one.part_of[0], first, last) for one in people for first, last in one.in_office)


def day_of_event(context: Context, near: int = 0) -> date | None:
    """The day on which the one who is named came to govern or left, where words say so; None for none.

    Of both that whose words stand nearest to the place `near`, where one is given.

    The day after the first, so that a figure of the day itself counts as theirs who left; of "the year" its last.
    """
    terms = list(terms_of_office(context))
    if len(terms) != 1:
        return None
    took, left = context.cue("took_office"), context.cue("left_office")
    if left and (not near or min(took | left, key=lambda place: abs(place - near)) in left):
        return terms[0].last
    if took and not words().yearly.isdisjoint(context.sentence.lows[max(min(took) - YEAR_BEFORE, 0) : min(took)]):
        return date(terms[0].first.year, 12, 31)  # "the year he took office"
    return terms[0].first + timedelta(days=1) if took else None
