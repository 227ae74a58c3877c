"""Number words that count nothing: "one" as a pronoun; "half", "quarter" and "third" in names and times."""

from __future__ import annotations

from itertools import pairwise

from quantities.numerals.number_words import LEADING
from quantities.numerals.scale_words import SCALES
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import AUXILIARIES, CONJUNCTIONS, FUNCTION_WORDS, words

_BEFORE_PRONOUN = words(
    """this that which each every any the no some another good last first new old big next wrong right only-one
    everyone someone square day one"""
)


_AFTER_COUNT = words("in of out to or percent per point over")


def is_pronoun(sentence: SentenceState, draft: QuantityDraft) -> bool:
    """Whether the draft is a "one" that counts nothing: "this one", "one would think", "no one"."""
    i = draft.first
    if draft.last > i or sentence.lower[i] != "one":
        return False
    before, after, kind = sentence.lower[i - 1], sentence.lower[i + 1], sentence.tokens[i + 1].kind
    if sentence.size == 1 or before in ("minus", "negative") or starts_ratio(sentence, i) or ends_ratio(sentence, i):
        return False
    if before in _BEFORE_PRONOUN or after in _AFTER_PRONOUN:
        return before not in ("the", "that", "which") or after not in _AFTER_COUNT
    if kind == "word":
        return _is_uncounted(sentence, i)
    last = i + 1 >= sentence.size and before in ("is", "equals", "and", "than", "with", "only")
    return kind == "number" or (after != "-" and not last)


_OUT_OF = (("in",), ("in", "every"), ("out", "of"), ("out", "of", "every"), ("of", "every"))


def starts_ratio(sentence: SentenceState, i: int) -> bool:
    """Whether the "one" at token i is one of a number of things: "one in eight", "one in a hundred"."""
    for phrase in _OUT_OF:
        at = i + 1 + len(phrase)
        if tuple(sentence.lower[i + 1 : at]) != phrase:
            continue
        if sentence.is_number(at) or sentence.lower[at] in LEADING:
            return True
        if sentence.lower[at] in SCALES or (sentence.lower[at] in ("a", "an") and sentence.lower[at + 1] in SCALES):
            return True
    return False


_HEDGES = words("about almost just nearly only roughly")
_FAR = 10


def ends_ratio(sentence: SentenceState, i: int) -> bool:
    """Whether the "one" at token i is of a number named before it: "out of every four dollars, one"."""
    at = i - 1
    while at >= 0 and sentence.lower[at] in _HEDGES:
        at -= 1
    if at < 0 or sentence.tokens[at].text != ",":
        return False
    before = sentence.lower[max(0, at - _FAR) : at]
    return ("of", "every") in pairwise(before) or ("in", "every") in pairwise(before)


_AFTER_PRONOUN = words("another on by day's thing would should")


def _is_uncounted(sentence: SentenceState, i: int) -> bool:
    """Whether the word after "one" shows that it counts nothing."""
    following = sentence.tokens[i + 1]
    if following.text.isupper() and len(following.text) > 1:
        return False
    counts = following.lower in _AFTER_COUNT or following.lower in ("last", "more")
    return (following.lower in FUNCTION_WORDS and not counts) or _ends_clause(sentence, i)


def _ends_clause(sentence: SentenceState, i: int) -> bool:
    """Whether a word after "one" leaves it alone: "one of" needs several things, "one to" and "one in" a number."""
    after = sentence.lower[i + 1]
    if after == "of":
        return sentence.lower[i + 2] in ("a", "which", "whom", "it")
    if after in ("in", "out", "or", "to"):
        nearby = sentence.tokens[i + 2 : i + 6]
        return not any(t.kind == "number" or t.lower in LEADING for t in nearby)
    return after in CONJUNCTIONS or after in AUXILIARIES


_HALVES = words(
    """first second latter other top bottom final last opening better next this that one's northern southern eastern
    western"""
)


def is_part_of_name(sentence: SentenceState, draft: QuantityDraft) -> bool:
    """Whether a fraction word is none: "second half", "half-mast", "in the quarter", "halfway", "$5m a quarter"."""
    if not draft.is_fraction or not draft.in_words:
        return False
    i, after = draft.first, sentence.tokens[draft.last + 1]
    if sentence.lower[draft.last] == "half":
        if sentence.lower[i - 1] in _HALVES or (sentence.lower[i - 1] == "the" and sentence.lower[i] == "half"):
            return True
        hyphened = (
            after.text == "-"
            and sentence.glued(draft.last + 1)
            and sentence.lower[draft.last + 2] not in ("hour", "mile", "point")
        )
        return hyphened or after.lower in ("past", "time", "back", "way", "term", "brother", "sister")
    if sentence.lower[draft.last] == "quarter" and sentence.lower[i] in ("a", "an"):
        return sentence.lower[draft.last + 1] != "of" and (sentence.is_number(i - 1) or sentence.lower[i - 1] in SCALES)
    return sentence.lower[i - 1] in ("the", "this", "that") and sentence.lower[i] not in LEADING
