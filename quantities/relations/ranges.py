"""Ranges: 5-10, between 5 and 10, from 20 to 30, $2.5-3 billion, 10 maybe 12 million, 5 ± 1."""

from __future__ import annotations

from fractions import Fraction

from quantities.model.quantity import Dimension, Form, Unit
from quantities.parse_state import NO_UNIT, QuantityDraft, SentenceState
from quantities.relations.changes import CHANGES, MOVES
from quantities.text.lexicon import words

_LINKS = words(
    """- to and or till until through maybe perhaps / \u00b1 +/- bis ,maybe ,perhaps ,or and/or toaround toabout
    toasmuchas andabout"""
)


_CLAUSE = 8  # tokens before and behind two numbers in which a word says that something changed
_RATE = 3  # tokens of "an hour" and the sign behind it


def join_ranges(sentence: SentenceState) -> None:
    """Joins neighbouring numbers of one unit to ranges."""
    kept: list[QuantityDraft] = []
    for draft in sentence.drafts:
        low = kept[-1] if kept else None
        if low is not None and _joins(sentence, low, draft):
            _join(sentence, low, draft)
            while len(kept) > 1 and _precedes_range(sentence, kept[-2], kept[-1]):
                kept[-2].low, kept[-2].high = kept[-2].low * kept[-1].scale, kept[-1].high
                kept[-2].last = kept[-2].end = kept[-1].end
                kept[-2].scale, kept[-2].unit, kept[-2].unit_first = kept[-1].scale, kept[-1].unit, kept[-1].unit_first
                kept.pop()
        else:
            kept.append(draft)
    sentence.drafts[:] = kept


def _joins(sentence: SentenceState, low: QuantityDraft, high: QuantityDraft) -> bool:
    link = "".join(sentence.lower[low.end + 1 : high.start]) if high.start - low.end < 6 else ""
    before = sentence.lower[low.start - 1]
    if link not in _LINKS or not _may_be_ends(low, high) or _is_change(sentence, low, high):
        return False
    match link:
        case "and":
            return "between" in (before, sentence.lower[low.start - 2])
        case "or" | ",or":
            return _is_close(low, high) and low.unit is NO_UNIT
        case "-":
            return _joins_by_dash(sentence, low, high)
        case "/":
            return low.unit.dimension is Dimension.MONEY
    return _scaled_low(low, high) <= high.high or before in ("from", "of") or link in "\u00b1+/-"


def _may_be_ends(low: QuantityDraft, high: QuantityDraft) -> bool:
    single = not (low.is_range or high.is_range or low.is_fraction or high.is_fraction)
    form = low.form in (Form.AMOUNT, high.form)
    return single and form and _same_unit(low.unit, high.unit) and _shares_scale(low, high)


def _precedes_range(sentence: SentenceState, first: QuantityDraft, rest: QuantityDraft) -> bool:
    """Whether a bare number goes on to a range with a scale: "6, 7, maybe 8 million"."""
    bare = first.unit is NO_UNIT and first.scale == 1 and not first.is_range and rest.scale > 1
    return bare and sentence.lower[first.end + 1 : rest.start] == [","] and first.low * rest.scale < rest.low


def _is_change(sentence: SentenceState, low: QuantityDraft, high: QuantityDraft) -> bool:
    """Whether two numbers with "to" belong to a change: "grew from 4 to 6", "rose 3p to 245p"."""
    before = sentence.lower[low.start - 1]
    if before == "from":
        around = (*sentence.lower[max(0, low.start - _CLAUSE) : low.start], *_clause_behind(sentence, low, high))
        moved = any(word in CHANGES for word in around)
        return moved or (low.scale == high.scale and low.low > high.low) or _says_how_much(sentence, high)
    return before in MOVES and high.low > 3 * low.low > 0


def _clause_behind(sentence: SentenceState, low: QuantityDraft, high: QuantityDraft) -> list[str]:
    """The words behind two numbers that a sentence opens with: "from 40 to 80 the takings doubled"."""
    if low.start > 1:
        return []
    words_behind = sentence.lower[high.end + 1 : min(high.end + 1 + _CLAUSE, sentence.size)]
    return words_behind[: words_behind.index(",")] if "," in words_behind[1:] else words_behind


def _says_how_much(sentence: SentenceState, high: QuantityDraft) -> bool:
    """Whether a word of change stands behind a sign after the second number: "from 12 to 15 an hour, up 25 %"."""
    signs = range(high.end + 1, min(high.end + 1 + _RATE, sentence.size - 2))
    return any(sentence.tokens[at].text in ",(" and sentence.lower[at + 1] in MOVES for at in signs)


def _same_unit(low: Unit, high: Unit) -> bool:
    if low.dimension is Dimension.AGE and high is NO_UNIT:
        return True
    return low is NO_UNIT or low == high or (high is NO_UNIT and low.dimension is Dimension.MONEY)


def _shares_scale(low: QuantityDraft, high: QuantityDraft) -> bool:
    """Whether two numbers may be one range: a bare one on the right only after a sign on the left ("$10 to 15")."""
    if low.unit.dimension is Dimension.AGE:
        return True
    return not (high.unit is NO_UNIT and low.unit is not NO_UNIT and low.unit_first > low.last)


def _scaled_low(low: QuantityDraft, high: QuantityDraft) -> Fraction:
    """Returns the lower end in the scale of the upper.

    "2.5-3 billion", "$10 to $15 billion", but not "700,000 to 1.4 million".
    """
    if low.scale > 1 or high.scale <= 1:
        return low.low
    scaled = low.low * high.scale
    return scaled if scaled <= high.low * 10 and low.low < 1000 else low.low


def _is_close(low: QuantityDraft, high: QuantityDraft) -> bool:
    start = _scaled_low(low, high)
    return start < high.low <= 2 * start + 1 and low.in_words == high.in_words


def _joins_by_dash(sentence: SentenceState, low: QuantityDraft, high: QuantityDraft) -> bool:
    spaced = not sentence.glued(high.start) and not sentence.glued(high.start - 1)
    wide = high.unit is not NO_UNIT or high.scale > 1 or not spaced or sentence.lower[low.start - 1] in ("/", "of")
    return wide and _scaled_low(low, high) < high.high


def _join(sentence: SentenceState, low: QuantityDraft, high: QuantityDraft) -> None:
    if sentence.tokens[high.start - 1].text == "\u00b1":
        spread = abs(high.low)
        low.low, low.high = low.low - spread, low.low + spread
    else:
        start = _scaled_low(low, high)
        low.low, low.high = min(start, high.high), max(start, high.high)
    low.step, low.scale, low.others = high.step, high.scale, ()
    if low.unit is NO_UNIT or high.unit is not NO_UNIT:
        low.unit, low.form = high.unit, high.form
        low.unit_first = high.unit_first
    low.last, low.end = high.last, high.end
    low.other_units = high.other_units
