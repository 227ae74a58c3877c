"""Small change that completes an amount: 4 dollars 20 cents, 12 dollars 30, two kuai and six mao three."""

from __future__ import annotations

from fractions import Fraction

from quantities.model.quantity import Dimension, Unit
from quantities.numerals.scale_words import DOZENS
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import words
from quantities.units import currencies
from quantities.units.currencies import CODES, SIGNS, SMALL_CHANGE, SMALL_CHANGE_FORMS

SMALL_UNITS: dict[str, Unit] = {
    name: Unit(name, Dimension.MONEY, part.share, currency=part.currency) for name, part in SMALL_CHANGE.items()
}
_AMERICAN = words("american americans america usa dollar dollars cent cents $")


def read_small_change(sentence: SentenceState, form: str) -> Unit:
    """Returns the unit that a form of small change names; American pennies are cents of a dollar."""
    name = SMALL_CHANGE_FORMS[form]
    return SMALL_UNITS["cent" if name == "penny" and _is_american(sentence) else name]


def _is_american(sentence: SentenceState) -> bool:
    return "US" in sentence.words or not _AMERICAN.isdisjoint(sentence.words)


def join_small_change(sentence: SentenceState) -> None:
    """Joins an amount and its small change: 4 dollars 20 cents, 12 dollars 30, two kuai and six mao three."""
    kept: list[QuantityDraft] = []
    for draft in sentence.drafts:
        whole = kept[-1] if kept else None
        if whole is None or not _is_change(sentence, whole, draft):
            kept.append(draft)
            continue
        share = SMALL_CHANGE[draft.unit.name].share if draft.unit.name in SMALL_CHANGE else _next_share(sentence, whole)
        whole.low = whole.high = whole.low + draft.low * share
        whole.step, whole.last, whole.end = Fraction(share), draft.last, max(draft.end, draft.last)
        whole.unit_first = whole.end
    sentence.drafts[:] = kept


def _next_share(sentence: SentenceState, whole: QuantityDraft) -> Fraction:
    """Returns the worth of a bare number after an amount: cents after dollars, fen after mao."""
    small = SMALL_CHANGE_FORMS.get(sentence.lower[whole.end], "")
    return SMALL_CHANGE[small].share / 10 if small in ("mao", "jiao") else Fraction(1, 100)


def _is_change(sentence: SentenceState, whole: QuantityDraft, part: QuantityDraft) -> bool:
    if (
        whole.unit.currency is None
        or whole.unit.name in SMALL_CHANGE
        or whole.unit_first < whole.first
        or whole.scale > 1
    ):
        return False
    gap = sentence.lower[whole.end + 1 : part.first]
    if whole.low.denominator != 1 and sentence.lower[whole.end] not in SMALL_CHANGE_FORMS:
        return False
    if part.unit.name in SMALL_CHANGE and part.scale == 1:
        return gap in ([], ["and"]) and (
            SMALL_CHANGE[part.unit.name].currency == whole.unit.currency or part.unit.name == "cent"
        )
    return (
        gap == []
        and part.unit_first < 0
        and part.low < 100
        and part.low.denominator == 1
        and sentence.lower[part.last] not in DOZENS  # "six dollars a dozen"
        and not _has_unit(sentence, part)
    )


def _has_unit(sentence: SentenceState, part: QuantityDraft) -> bool:
    """Whether something that the number could count comes next, so that it is no change."""
    after = sentence.tokens[part.last + 1]
    named = currencies.FIRST_WORDS.get(after.lower) or after.lower in CODES or after.text in SIGNS
    return (
        bool(named)
        or after.text in ("%", "-")
        or (after.kind == "word" and after.lower not in ("more", "and", "but", "for", "a"))
    )
