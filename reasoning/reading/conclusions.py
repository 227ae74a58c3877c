"""Sentences that conclude from the one before them: "... in 3 years. That's 30 a day" is one claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reasoning.reading.language import any_of, words

MOST_JOINED = 300  # characters of what is concluded from, with the conclusion
MADE_OF = 2  # numbers
MOST_BACK = 2  # sentences before
MOST_BETWEEN = 3  # words of a sentence without a number, "Every day.", behind which it goes on
MOST_OPENING = 8  # words before the number that says what others come to
_NUMBERS = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d")
_STARTING = re.compile(r"[^\w\s]?\d")
_SIGN = re.compile(r"[,;:](?=\s)")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")

Span = tuple[int, int]


def join_conclusions(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans of the sentences of a text; one that goes on with what is reckoned goes to the one before, or the two.

    >>> join_conclusions("9 in 3 days. So 3 a day. 5 are left!", [(0, 12), (13, 24), (25, 36)])
    [(0, 24), (25, 36)]
    """
    joined: list[Span] = []
    for start, end in spans:
        first = _first_of(text, (start, end), joined)
        joined[first:] = [(joined[first][0] if first < len(joined) else start, end)]
    return joined


def _first_of(text: str, span: Span, joined: Sequence[Span]) -> int:
    """The index among the sentences before of the first that a sentence goes on with; their number for none."""
    none = len(joined)
    near = [at for at in range(max(none - MOST_BACK, 0), none) if span[0] - joined[at][0] <= MOST_JOINED]
    if not near:
        return none
    before = joined[-1]
    if not _NUMBER.search(text, *before) or _tells_of_it(text, span, before):
        return none - _back_over_words(text, span, joined, near=len(near))
    if _counts_years(text, span, before):
        alone = len(near) > 1 and not _YEAR.search(text, *span) and len(_YEAR.findall(text, *before)) == 1
        return none - 2 if alone and _YEAR.search(text, *joined[-2]) else none - 1
    if not _NUMBER.search(text, *span):
        return none
    if not (_concludes(text, span) or _totals(text, span, before) or _is_bare(text, span)):
        return none - 1 if _lacks(text, span) else none
    single = [len(_NUMBERS.findall(text, *part)) == 1 for part in (*(joined[at] for at in near), span)]
    lone = len(near) > 1 and all(single) and len(_WORD.findall(text, *joined[-2])) <= MOST_OPENING
    return none - 2 if lone and _concludes(text, span) else none - 1


def _back_over_words(text: str, span: Span, joined: Sequence[Span], *, near: int) -> int:
    """How many sentences back one starts that goes on with a sentence without a number; 0 for none."""
    before = joined[-1]
    short = len(_WORD.findall(text, *before)) <= MOST_BETWEEN  # "Every day."
    goes_on = _NUMBER.search(text, *span) and (_concludes(text, span) or _is_bare(text, span)) and short
    further = near > 1 and not _NUMBER.search(text, *before) and _NUMBER.search(text, *joined[-2])
    if further and (goes_on or _lacks(text, span)):
        return 2
    return int(_tells_of_it(text, span, before))


def _tells_of_it(text: str, span: Span, before: Span) -> bool:
    """Whether a sentence says how much that is which the one before only names: "Look at Spain's wage. It is 1,184"."""
    named = _YEAR.sub("", text[slice(*before)])
    found = _it_is_pattern().match(text, *span)
    return found is not None and not _NUMBER.search(named) and bool(_NUMBER.search(text, *span))


@cache
def _it_is_pattern() -> re.Pattern[str]:
    """ "It is", "that was", "it's now": up to the number."""
    verb = rf"(?:\s+{any_of(words().being | words().standing)}|'s)"
    return re.compile(rf"(?:it|that|this){verb}(?:\s+[a-z]+){{0,3}}\s+[^\w\s]?\d", re.IGNORECASE)


def _counts_years(text: str, span: Span, before: Span) -> bool:
    """Whether a sentence with no other number says how many years lie behind a year of the one before it."""
    said = {word.lower() for word in _WORD.findall(text, *span)}
    if said.isdisjoint(words().years) or said.isdisjoint(words().since_then):
        return False
    return _YEAR.search(text, *before) is not None and len(_NUMBERS.findall(_YEAR.sub(" ", text[slice(*span)]))) <= 1


def _concludes(text: str, span: Span) -> bool:
    """Whether a sentence opens with a conclusion, or with a few words without a verb and one: "In May that's"."""
    opening, inside = _opening().match(text, *span), _inside().search(text, *span)
    if opening or inside is None:
        return opening is not None
    ahead = [word.lower() for word in _WORD.findall(text, span[0], inside.start())]
    return len(ahead) <= MOST_OPENING and words().auxiliary.isdisjoint(ahead)


def _lacks(text: str, span: Span) -> bool:
    """Whether a sentence concludes from one number alone, or what is left: "A ewe is worth 200, so that's 9,000"."""
    found = list(_within().finditer(text, *span))
    behind = _NUMBER.search(text, found[-1].end(), span[1]) if found else None
    if behind is None:
        return False
    left = not words().left_over.isdisjoint(_WORD.findall(text.lower(), behind.end(), span[1]))
    return left or len(_NUMBERS.findall(text, span[0], found[-1].start())) <= 1


def _is_bare(text: str, span: Span) -> bool:
    """Whether a sentence is a number with what it counts and no verb: "52 a year."."""
    end = _SIGN.search(text, *span)
    said = {word.lower() for word in _WORD.findall(text, span[0], end.start() if end else span[1])}
    verbs = words().auxiliary | words().link - words().determiner
    return _STARTING.match(text, *span) is not None and verbs.isdisjoint(said)


def _totals(text: str, span: Span, before: Span) -> bool:
    """Whether a sentence says what two or more numbers before it come to: "The bill will be 30 million".

    So does one of a change that they make: "The rise of 20 %".
    """
    number = _NUMBER.search(text, *span)
    if number is None or len(_NUMBERS.findall(text, *before)) < MADE_OF:
        return False
    opening = [word.lower() for word in _WORD.findall(text, span[0], number.start())]
    if not 1 < len(opening) <= MOST_OPENING or opening[0] not in words().definite:
        return False
    changed = len(opening) > 2 and opening[-2] in words().change_named and opening[-1] in words().part_of
    return changed or not words().totalling.isdisjoint(opening)


@cache
def _opening() -> re.Pattern[str]:
    """What a conclusion opens with: "so", "that's", "that means"."""
    return re.compile(rf"{any_of(words().concluding)}(?!\w)", re.IGNORECASE)


@cache
def _within() -> re.Pattern[str]:
    """What a conclusion within a sentence begins with, behind a comma: ", so", ", which makes"."""
    return re.compile(rf"[,;:–—-] ?(?:and )?{any_of(words().concluding)}(?!\w)", re.IGNORECASE)


@cache
def _inside() -> re.Pattern[str]:
    """A conclusion within a sentence: "that's"."""
    return re.compile(rf"(?<!\w){any_of(words().concluding_inside)}(?!\w)", re.IGNORECASE)
