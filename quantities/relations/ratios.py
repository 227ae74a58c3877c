"""Ratios: 1 in 150, one in three, 8 of 10, 2 out of 5, 3:1, a quarter of, per 100,000."""

from __future__ import annotations

from quantities.model.quantity import Form
from quantities.parse_state import QuantityDraft, SentenceState

_LINKS = (
    ("out", "of", "every"),
    ("out", "of", "the"),
    ("of", "the"),
    ("of", "every"),
    ("in", "every"),
    ("out", "of"),
    ("in",),
    ("of",),
    (":",),
    ("to",),
    ("per",),
)


def join_ratios(sentence: SentenceState) -> None:
    """Joins two numbers to a ratio, and marks the fractions that say a share of something."""
    kept: list[QuantityDraft] = []
    for draft in sentence.drafts:
        top = kept[-1] if kept else None
        if top is not None and _joins(sentence, top, draft):
            kept[-1] = _joined(top, draft)
        else:
            kept.append(draft)
    sentence.drafts[:] = kept
    for draft in sentence.drafts:
        if draft.is_fraction and draft.unit_first < 0 and _is_share(sentence, draft):
            draft.form = Form.RATIO


def _joins(sentence: SentenceState, top: QuantityDraft, bottom: QuantityDraft) -> bool:
    link = tuple(sentence.lower[top.last + 1 : bottom.first])
    if link not in _LINKS or not (_is_plain(top) and _is_plain(bottom)) or top.low <= 0 or bottom.low < 1:
        return False
    match link:
        case (":",):
            return sentence.glued(top.last + 1) and sentence.glued(bottom.first)
        case ("per",):
            return bottom.low >= 100
        case ("to",):
            return _is_odds(sentence, top)
    return (
        1 < bottom.low >= top.low
        and top.low.denominator == 1 == top.scale
        and (link != ("in",) or _is_one_in(top, bottom))
    )


def _is_plain(draft: QuantityDraft) -> bool:
    return draft.unit_first < 0 and draft.form is Form.AMOUNT and not draft.is_fraction and not draft.is_range


def _is_one_in(top: QuantityDraft, bottom: QuantityDraft) -> bool:
    """Whether "in" joins two numbers: "1 in 150", "two in five", but not "6 in 2019" nor "9 in four crates"."""
    return top.low == 1 or (top.low < 10 and bottom.low <= 1000 and top.in_words == bottom.in_words)


def _is_odds(sentence: SentenceState, top: QuantityDraft) -> bool:
    return sentence.lower[top.first - 1] in ("ratio", "odds") or (
        sentence.lower[top.first - 1] == "of" and sentence.lower[top.first - 2] in ("ratio", "odds")
    )


def _joined(top: QuantityDraft, bottom: QuantityDraft) -> QuantityDraft:
    value = top.low / bottom.low
    return QuantityDraft(
        top.first, bottom.last, value, value, in_words=top.in_words, start=top.start, end=bottom.end, form=Form.RATIO
    )


def _is_share(sentence: SentenceState, draft: QuantityDraft) -> bool:
    """Whether a fraction is a share: "two thirds of", "half the", "one-third interest"; in words with nothing after."""
    after = sentence.lower[draft.last + 1]
    return draft.in_words or (after in ("of", "the") and 0 < draft.low < 1)
