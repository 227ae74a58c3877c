"""Counts whose noun stands behind something else: "two $500 checks", or is a name: "400,000 mp3s"."""

from __future__ import annotations

from itertools import pairwise

from quantities.model.quantity import Dimension, Form, Unit
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import is_plural
from quantities.units.counted_nouns import count_unit, find_head_noun


def attach_compound_counts(sentence: SentenceState) -> None:
    """Gives bare numbers before an amount of money, or before a name in the plural, the noun that they count."""
    for draft in sentence.drafts:
        if _is_free(draft):
            _count_names(sentence, draft)
    starts = {draft.first for draft in sentence.drafts}
    for draft, price in pairwise(sentence.drafts):
        if _is_free(draft) and draft.low > 1 and price.unit.currency and price.start == draft.end + 1:
            _count_priced(sentence, draft, price, starts)


def _is_free(draft: QuantityDraft) -> bool:
    return draft.is_bare and not draft.is_fraction and not draft.is_range and draft.low.denominator == 1


def _count_names(sentence: SentenceState, draft: QuantityDraft) -> None:
    """Counts names of letters and digits: the "mp3s" of "400,000 mp3s"."""
    at = draft.end + 1
    if sentence.taken.get(at) != "name" or sentence.taken.get(at + 1) != "name" or not sentence.glued(at + 1):
        return
    if sentence.lower[at + 2] != "s" or not sentence.glued(at + 2):
        return
    name = sentence.lower[at] + sentence.lower[at + 1]
    draft.unit, draft.unit_first, draft.end = Unit(name, Dimension.COUNT, noun=name), at, at + 2


def _count_priced(sentence: SentenceState, draft: QuantityDraft, price: QuantityDraft, starts: set[int]) -> None:
    """Counts what has a price: the checks of "two $500 checks" are two."""
    at = price.end + 1
    if price.form is not Form.AMOUNT or price.is_range or sentence.tokens[at].kind != "word":
        return
    found = find_head_noun(sentence, at, draft.high, starts)
    if found is not None and found.plural and is_plural(sentence.lower[found.last]):
        draft.unit, draft.unit_first = count_unit(sentence, found, at), found.last
