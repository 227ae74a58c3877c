"""Says what is wrong with a knowledge file, to the person who maintains it.

KnowledgeError      the files can't be used; `problems` holds every one of them at once
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake; `line` counts from 1, 0 is the whole file; `place` is a path such as "Alibaba.2024-03"."""

    file: str
    line: int
    place: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where} {self.place}: {self.message}" if self.place else f"{where}: {self.message}"


class KnowledgeError(Exception):
    """The knowledge can't be loaded or changed; `problems` holds all that is wrong, in order of file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class EditConflictError(KnowledgeError):
    """Somebody else has changed the folder since the edit was tried: it may be tried again."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Returns " Did you mean 'population'?", or "" if no known word is near.

    >>> did_you_mean("populaton", ["population", "revenue"])
    " Did you mean 'population'?"
    """
    near = nearest(word, known, 66)
    return f" Did you mean '{near}'?" if near else ""


def nearest(word: str, known: Iterable[str], least: float = 75) -> str | None:
    """Returns the known word most like this one, at least `least` per cent alike (rapidfuzz ratio, any case).

    Of several it is that which the fewest letters put in, left out, changed or swapped make.
    """
    from rapidfuzz import fuzz, process  # only where something is wrong: 20 ms
    from rapidfuzz.distance import OSA

    found = process.extract(word, list(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=least)
    alike = [str(name) for name, _, _ in found]
    return max(alike, key=lambda name: OSA.normalized_similarity(word.casefold(), name.casefold()), default=None)
