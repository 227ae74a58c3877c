"""Number words that count nothing: "one" as a pronoun, "half" and "quarter" and "third" as parts of names and times."""

from __future__ import annotations

from quantities.numerals.number_words import LEADING
from quantities.numerals.scale_words import SCALES
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import AUXILIARIES, CONJUNCTIONS, FUNCTION_WORDS, words

_NO_COUNT_BEFORE = words(
    """this that which each every any the no some another good last first new old big next wrong right only-one
    everyone someone square day one"""
)


_COUNT_AFTER = words("in of out to or percent per point over")


def is_pronoun(line: SentenceState, draft: QuantityDraft) -> bool:
    """Such as "one" that counts nothing: "this one", "one would think", "no one"."""
    i = draft.first
    if draft.last > i or line.lows[i] != "one":
        return False
    before, after, kind = line.lows[i - 1], line.lows[i + 1], line.tokens[i + 1].kind
    if line.size == 1 or before in ("minus", "negative"):
        return False
    if before in _NO_COUNT_BEFORE or after in _PRONOUN_BEFORE:
        return before not in ("the", "that", "which") or after not in _COUNT_AFTER
    if kind == "word":
        return _stands_alone(line, i)
    last = i + 1 >= line.size and before in ("is", "equals", "and", "than", "with", "only")
    return kind == "number" or (after != "-" and not last)


_PRONOUN_BEFORE = words("another on by day's thing would should")


def _stands_alone(line: SentenceState, i: int) -> bool:
    """Whether the word after "one" shows that it counts nothing."""
    following = line.tokens[i + 1]
    if following.text.isupper() and len(following.text) > 1:
        return False
    counts = following.low in _COUNT_AFTER or following.low in ("last", "more")
    return (following.low in FUNCTION_WORDS and not counts) or _ends_clause(line, i)


def _ends_clause(line: SentenceState, i: int) -> bool:
    """Such as "one of" needs something of which there are several; "one to" and "one in" a number."""
    after = line.lows[i + 1]
    if after == "of":
        return line.lows[i + 2] in ("a", "which", "whom", "it")
    if after in ("in", "out", "or", "to"):
        nearby = line.tokens[i + 2 : i + 6]
        return not any(t.kind == "number" or t.low in LEADING for t in nearby)
    return after in CONJUNCTIONS or after in AUXILIARIES


_HALVES = words(
    """first second latter other top bottom final last opening better next this that one's northern southern eastern
    western"""
)


def is_name(line: SentenceState, draft: QuantityDraft) -> bool:
    """Fraction words that are none here: "second half", "half-mast", "in the quarter", "halfway", "$5m a quarter"."""
    if not draft.is_fraction or not draft.in_words:
        return False
    i, after = draft.first, line.tokens[draft.last + 1]
    if line.lows[draft.last] == "half":
        if line.lows[i - 1] in _HALVES or (line.lows[i - 1] == "the" and line.lows[i] == "half"):
            return True
        hyphened = (
            after.text == "-"
            and line.glued(draft.last + 1)
            and line.lows[draft.last + 2] not in ("hour", "mile", "point")
        )
        return hyphened or after.low in ("past", "time", "back", "way", "term", "brother", "sister")
    if line.lows[draft.last] == "quarter" and line.lows[i] in ("a", "an"):
        return line.lows[draft.last + 1] != "of" and (line.is_number(i - 1) or line.lows[i - 1] in SCALES)
    return line.lows[i - 1] in ("the", "this", "that") and line.lows[i] not in LEADING
