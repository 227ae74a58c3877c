"""Ages: 50 years old, a 50-year-old, years of age, aged 34, ages 18 to 34."""

from __future__ import annotations

from quantities.model.quantity import Dimension, Unit
from quantities.parse_state import QuantityDraft, SentenceState

_WORDS = frozenset(["aged", "age", "ages"])


_BETWEEN = frozenset(["over", "under", "above", "below", "about", "around", "between", "from"])


def is_age(sentence: SentenceState, draft: QuantityDraft) -> bool:
    """Whether the words before the number make it an age: "aged 34", "at the age of 34", "ages 18 to 34"."""
    place = draft.start - 1
    if sentence.lower[place] in _BETWEEN:
        place -= 1
    before = sentence.lower[place]
    said = before in _WORDS or (before == "of" and sentence.lower[place - 1] == "age")
    return said and draft.low.denominator == 1 and 0 < draft.low < 130


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
