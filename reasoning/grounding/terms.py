"""Who governed when: the terms in office of the people a sentence names, which date what is said of their country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reasoning.model.leaf import Places

if TYPE_CHECKING:
    from reasoning.grounding.context import Context


@dataclass(frozen=True, slots=True)
class TermOfOffice:
    """The days from and to which somebody governs `country`, or governed; `places` are the words of the name."""

    country: str
    first: date
    last: date
    places: Places


def terms_of_office(context: Context) -> Iterator[TermOfOffice]:
    """The terms, begun by the day of asking, of everybody named who governs or governed, the latest first."""
    entities = context.library.entities
    for name in context.sentence.names:
        person = entities[name.ids[0]]
        begun = [one for one in person.in_office if one[0] <= context.as_of]
        for first, last in sorted(begun, reverse=True):
            until = context.as_of if last is None else min(last, context.as_of)
            for country in person.part_of[:1]:
                yield TermOfOffice(country, first, until, name.places)


def day_of_event(context: Context) -> date | None:
    """The day on which the one who is named came to govern or left, where words say so; None for none.

    The day after the first, so that a figure of the day itself counts as theirs who left.
    """
    terms = list(terms_of_office(context))
    if len(terms) != 1:
        return None
    if context.cue("left_office"):
        return terms[0].last
    return terms[0].first + timedelta(days=1) if context.cue("took_office") else None
