"""Ratios: 1 in 150, one in three, 8 of 10, 2 out of 5, 3:1, a quarter of, per 100,000."""

from __future__ import annotations

from quantities.model.quantity import Dimension, Form, Unit
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import is_plural, singular, words
from quantities.text.tokenizer import Token
from quantities.word_tables import word_class

_SHARED = word_class("word_classes", "in_shares")
_DONE = word_class("word_classes", "done_by_a_share")
_OF_A_PEOPLE = ("an", "ans", "on", "ons", "er", "ers", "ese", "ish", "ane", "anes", "ard", "ards", "ole", "oles")
_MOST_PEOPLE = 100_000
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
        if top is not None and (_is_person_in(sentence, top, draft) or _joins(sentence, top, draft)):
            kept[-1] = _joined(sentence, top, draft)
        elif top is not None and _is_other_whole(sentence, top, draft):
            top.low, top.last, top.end = 1 / draft.low, draft.last, draft.end
            top.unit, top.unit_first = (
                (whole_of(draft.unit), draft.unit_first) if draft.unit_first >= 0 else (top.unit, -1)
            )
        elif top is not None and _joins_backwards(sentence, top, draft):
            kept[-1] = _joined_backwards(sentence, top, draft)
        else:
            kept.append(draft)
    sentence.drafts[:] = kept
    for draft in sentence.drafts:
        fraction = draft.is_fraction or _is_decimal_of_all(sentence, draft)
        if fraction and draft.unit_first < 0 and _is_share(sentence, draft):
            draft.form = Form.RATIO


def _is_decimal_of_all(sentence: SentenceState, draft: QuantityDraft) -> bool:
    """Whether a number below one is said of all of something: "0.71 of the surface"."""
    behind = sentence.lower[draft.last + 1 : draft.last + 3]
    return _is_plain(draft) and 0 < draft.low < 1 and len(behind) == 2 and behind[0] == "of" and behind[1] in _ALL


_ALL = words("the all its our their every")


def _joins(sentence: SentenceState, top: QuantityDraft, bottom: QuantityDraft) -> bool:
    link = tuple(sentence.lower[top.end + 1 : bottom.start])
    if link not in _LINKS or top.low <= 0 or bottom.low < 1:
        return False
    if not (_is_plain(top) and _is_plain(bottom)) and not _shares_unit(top, bottom, link):
        return False
    match link:
        case (":",):
            glued = sentence.glued(top.last + 1) and sentence.glued(bottom.first)
            return glued or (bottom.low == 1 < top.low and sentence.lower[top.first - 1] in _EQUATING)
        case ("per",):
            return bottom.low >= 100
        case ("to",):
            return _is_odds(sentence, top) or (bottom.low == 1 < top.low and not _COUNTERS.isdisjoint(sentence.lower))
    return (
        1 < bottom.low >= top.low
        and top.low.denominator == 1 == top.scale
        and (link != ("in",) or _is_one_in(top, bottom))
    )


def _is_person_in(sentence: SentenceState, top: QuantityDraft, bottom: QuantityDraft) -> bool:
    """Whether the noun stands before the "in": "1 adult in 10", "one child in every four"; no "1 goal in 3 games"."""
    noun, joint = sentence.tokens[top.end + 1], tuple(sentence.lower[top.end + 2 : bottom.start])
    if joint not in (("in",), ("in", "every"), ("out", "of"), ("out", "of", "every")) or not _is_shared(noun):
        return False
    plain = _is_plain(bottom) and top.form is Form.AMOUNT and not top.is_range and bottom.low.denominator == 1
    after = sentence.lower[bottom.end + 1]
    return plain and 0 < top.low < bottom.low <= _MOST_PEOPLE and (after in _DONE or not is_plural(after))


def _is_shared(noun: Token) -> bool:
    """Whether so many of a noun in so many are a share: "1 adult in 10", "one Dane in four"."""
    return singular(noun.lower) in _SHARED or (noun.text.istitle() and noun.lower.endswith(_OF_A_PEOPLE))


def _is_other_whole(sentence: SentenceState, ratio: QuantityDraft, draft: QuantityDraft) -> bool:
    """Whether a number is the larger of two wholes that are said: "one in every six or seven"."""
    between = sentence.lower[ratio.end + 1 : draft.start]
    one = ratio.form is Form.RATIO and ratio.low.numerator == 1 < ratio.low.denominator
    return between == ["or"] and one and ratio.unit_first < 0 and ratio.low.denominator < draft.low <= _MOST_PEOPLE


def _is_plain(draft: QuantityDraft) -> bool:
    return draft.unit_first < 0 and draft.form is Form.AMOUNT and not draft.is_fraction and not draft.is_range


def _shares_unit(top: QuantityDraft, bottom: QuantityDraft, link: tuple[str, ...]) -> bool:
    """Whether the unit behind the second number, or the sign before both, is that of the first too.

    "1 in every 4 dollars", "$1 out of every $4"; but "one in 10 minutes" is how often.
    """
    measured = link[0] == "in" and bottom.unit.dimension is not Dimension.MONEY
    often = measured and (link == ("in",) or bottom.unit.dimension is Dimension.TIME)
    if often or link[-1] not in ("every", "in", "of") or bottom.form is not Form.AMOUNT or bottom.is_range:
        return False
    same = top.unit == bottom.unit and "every" in link
    return same or (_is_plain(top) and bottom.unit_first > bottom.last and link != ("of",))


def _joins_backwards(sentence: SentenceState, bottom: QuantityDraft, top: QuantityDraft) -> bool:
    """Whether the whole stands before its part: "out of every four dollars, one"."""
    whole = sentence.lower[bottom.start - 2 : bottom.start] in (["of", "every"], ["in", "every"])
    if not whole or not _is_plain(top) or bottom.form is not Form.AMOUNT or bottom.is_range:
        return False
    gap = sentence.lower[bottom.last + 1 : top.start]
    return gap.count(",") == 1 and len(gap) <= _FAR and gap[-1] in _HEDGES | {","} and 0 < top.low <= bottom.low


_FAR = 10
_EQUATING = words("= is about roughly approximately ratio of")  # before "17 : 1"
_COUNTERS = words(
    "outnumber outnumbers outnumbered outnumbering vs versus"
)  # "by 5 to 1"; one that wins 5 to 1 counts goals
_HEDGES = words("about almost just nearly only roughly")


def _joined_backwards(sentence: SentenceState, bottom: QuantityDraft, top: QuantityDraft) -> QuantityDraft:
    value = top.low / bottom.low
    first = bottom.start - (3 if sentence.lower[bottom.start - 3] == "out" else 2)
    ratio = QuantityDraft(bottom.first, top.last, value, value, in_words=top.in_words, form=Form.RATIO)
    ratio.start, ratio.end = first, top.end
    if bottom.unit_first >= 0:
        ratio.unit, ratio.unit_first = whole_of(bottom.unit), bottom.unit_first
    else:
        ratio.noun_first = bottom.last + 1
    return ratio


def whole_of(unit: Unit) -> Unit:
    """Returns the unit of a share of what is counted or measured in `unit`."""
    noun = unit.noun or unit.name
    return Unit(unit.name, Dimension.RATIO, currency=unit.currency, noun=noun, modifiers=unit.modifiers)


def _is_one_in(top: QuantityDraft, bottom: QuantityDraft) -> bool:
    """Whether "in" joins two numbers: "1 in 150", "two in five", but not "6 in 2019" nor "9 in four crates"."""
    alike = top.in_words == bottom.in_words or bottom.low in (10, 100)  # "9 in ten"
    return top.low == 1 or (top.low < 10 and bottom.low <= 1000 and alike)


def _is_odds(sentence: SentenceState, top: QuantityDraft) -> bool:
    return sentence.lower[top.first - 1] in ("ratio", "odds") or (
        sentence.lower[top.first - 1] == "of" and sentence.lower[top.first - 2] in ("ratio", "odds")
    )


def _joined(sentence: SentenceState, top: QuantityDraft, bottom: QuantityDraft) -> QuantityDraft:
    value = top.low / bottom.low
    ratio = QuantityDraft(
        top.first, bottom.last, value, value, in_words=top.in_words, start=top.start, end=bottom.end, form=Form.RATIO
    )
    if bottom.unit_first >= 0:
        ratio.unit, ratio.unit_first = whole_of(bottom.unit), bottom.unit_first
    elif _is_shared(sentence.tokens[top.end + 1]):
        ratio.noun_first = top.end + 1
    return ratio


def _is_share(sentence: SentenceState, draft: QuantityDraft) -> bool:
    """Whether a fraction is a share: "two thirds of", "half the", "one-third interest"; in words with nothing after."""
    after = sentence.lower[draft.last + 1]
    return draft.in_words or (after in ("of", "the") and 0 < draft.low < 1)
