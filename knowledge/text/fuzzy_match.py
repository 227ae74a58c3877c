"""Finds what a misspelt word was meant to be: the known words that are few typing errors away.

A typing error is a letter too many, too few, another, or two that changed places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quantities.text.normalization import fold

SURE = 0.79  # one typing error in five letters
FAIRLY = 0.7  # where nothing else is known
ALIKE = 0.6  # worth asking "did you mean"
_SLIPS = 2  # and no more in a long name, where one is sure
_SHORTEST = 4  # letters; what is shorter is too near to too much
_LONGEST = 60
_FEW = 5
_SPARE = 8  # found beyond those asked for, as some are left out
_RUN = 3  # words of a name that are looked at together


def closest_match(written: str, known: Sequence[str], least: float = SURE, limit: int = 1) -> tuple[str, ...]:
    """Returns the known words most like this one, the nearest first; `least` is the share of letters that must agree.

    >>> closest_match("germny", ["ghana", "germany"]), closest_match("narnia", ["armenia", "ghana"])
    (('germany',), ())
    """
    from rapidfuzz import process  # loaded only where something is misspelt
    from rapidfuzz.distance import OSA

    folded = fold(written)
    if not _SHORTEST <= len(folded) <= _LONGEST:
        return ()
    if least >= SURE:
        least = max(least, 1 - (_SLIPS + 0.1) / len(folded))
    found = process.extract(folded, known, scorer=OSA.normalized_similarity, score_cutoff=least, limit=limit + _SPARE)
    return tuple(name for name, _, _ in found if len(folded) > _FEW or _frames(folded, name))[:limit]


def _frames(written: str, known: str) -> bool:
    """Whether both begin and end with the same letters, which short words must: "rice" is not "price"."""
    return (written[0], written[-1]) == (known[0], known[-1])


def word_runs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yields every run of words that may be one name, the longest first, as start and end.

    >>> list(word_runs(["untied", "states"]))
    [(0, 2), (0, 1), (1, 2)]
    """
    for length in range(min(_RUN, len(words)), 0, -1):
        yield from ((start, start + length) for start in range(len(words) - length + 1))


def correctable(known: Iterable[str]) -> list[str]:
    """Returns the known words long enough to tell a typing error in them from another word."""
    return [word for word in known if len(word) >= _SHORTEST]
