"""Ages: 50 years old, a 50-year-old, years of age, aged 34, ages 18 to 34."""

from __future__ import annotations

from quantities.model.quantity import Bound, Dimension, Unit
from quantities.parse_state import QuantityDraft, SentenceState

_WORDS = frozenset(["aged", "age", "ages"])


_GROUPS = {"over": Bound.MORE_THAN, "under": Bound.LESS_THAN}
_YOUNGEST, _OLDEST = 5, 100
_TIMED = frozenset(["in", "took", "takes", "lasts", "lasted", "time", "run", "ran"])  # "ran it in under 11s"
_BETWEEN = frozenset(["over", "under", "above", "below", "about", "around", "between", "from"])


def is_age(sentence: SentenceState, draft: QuantityDraft) -> bool:
    """Whether the words before the number make it an age: "aged 34", "at the age of 34", "ages 18 to 34"."""
    place = draft.start - 1
    if sentence.lower[place] in _BETWEEN:
        place -= 1
    before = sentence.lower[place]
    said = before in _WORDS or (before == "of" and sentence.lower[place - 1] == "age")
    return said and draft.low.denominator == 1 and 0 < draft.low < 130


def read_age_group(sentence: SentenceState, draft: QuantityDraft) -> Bound | None:
    """Returns the bound of "over 65s" and "under-16s", people of an age; None if the number is no such group."""
    at, place = draft.last + 1, draft.start - 1
    if sentence.tokens[at].text != "s" or not sentence.glued(at) or not _YOUNGEST <= draft.low <= _OLDEST:
        return None
    if sentence.tokens[place].text == "-" and sentence.glued(draft.start):
        place -= 1
    if place < 0 or sentence.lower[place] not in _GROUPS or sentence.lower[place - 1] in _TIMED:
        return None
    draft.start = place
    return _GROUPS[sentence.lower[place]]


def complete_age(sentence: SentenceState, draft: QuantityDraft) -> None:
    """Turns years into an age: "50 years old", "a 50 year-old", "years of age"."""
    at = draft.end + 1
    if sentence.tokens[at].text == "-":
        at += 1
    old = sentence.lower[at] in ("old", "olds")
    of_age = sentence.lower[at] == "of" and sentence.lower[at + 1] == "age"
    if not (old or of_age):
        return
    draft.unit = Unit(f"{draft.unit.name} of age", Dimension.AGE, draft.unit.factor)
    draft.end = at + (1 if of_age else 0)
