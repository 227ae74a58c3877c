"""Searches for texts that take long to answer: `python -m benchmarks.slow_texts --minutes 5 --seed 1`.

A text is a recipe: some pieces (names, measures, units, numbers, words of grammar) said over and over until the text is
as long as it may be. Recipes are changed at random, and a change that makes the answer slower is kept; where none did
for a while, the search begins anew elsewhere: at a text that was slow once, at the slowest so far, or anywhere. Time is
that of the processor, so other work on the machine counts little.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from benchmarks.sample import Row, milliseconds
from benchmarks.text import PATTERNS
from bot.knowledge_admin.library_loader import open_library
from knowledge import Library
from knowledge.loading.load_process import freeze_garbage
from quantities.text.lexicon import FUNCTION_WORDS
from quantities.units.currencies import SIGNS
from quantities.units.physical_units import WORDS
from reasoning import answer

_DAY = date(2026, 11, 30)
AIMS = {4096: 0.25, 50_000: 2.0}  # seconds for a text of so many characters
_MOST_PIECES = 12
_PATIENCE = 25  # changes in a row that made nothing slower
_JOINTS = (" ", ", ", ". ", " and ", "\n", "; ", "? ", " of ")
_NUMBERS = (
    "{n} million", "{n}%", "${n} billion", "{n}", "{n},000 people", "one in {n}", "20{n}", "{n} times",
    "from {n} to 99", "{n} per day", "twice", "half", "more than {n} tonnes", "{n} years", "€{n}bn", "{n}m", "+{n}%",
    "{n} km/h", "{n}-99",
)  # fmt: skip
_SHAPES = (
    "how many", "as much as", "more than", "all of", "each of", "if", "would", "not", "because", "the", "(", ")", "“",
    "rose from", "to", "shared among", "split", "which is", "together", "combined", "https://a.b/", "@x", "#y", "ago",
    "'s", "as big as", "than", "bigger", "population", "US", "budget",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recipe:
    """`seed` orders the pieces anew in every round; 0 leaves them as they are."""

    pieces: tuple[str, ...]
    joint: str = " "
    seed: int = 0

    def text(self, length: int) -> str:
        """Its pieces over and over, as long as it may be."""
        order = random.Random(self.seed)  # noqa: S311 nothing secret
        pieces, parts, size = list(self.pieces), list[str](), 0
        while size < length:
            if self.seed:
                order.shuffle(pieces)
            parts += pieces
            size += sum(len(piece) + len(self.joint) for piece in pieces) or length
        return self.joint.join(parts)[:length]


# What was slow once.
_KNOWN = (
    Recipe(tuple("budget most debt California 20% wage most Chad".split())),
    Recipe(("Jordan", "Georgia", "US", "births", "Canada", "Alibaba", "London", "5 million"), ", "),
    Recipe(("Jordan", "Georgia", "US", "births", "how many", "Alibaba", "London"), ", "),
    *(Recipe((pattern,), "") for pattern in PATTERNS.values()),
)


@dataclass(frozen=True, slots=True)
class Slow:
    recipe: Recipe
    seconds: float


class Search:
    """Hill climbing over recipes; the same seed tries the same ones, as far as the times fall out alike."""

    def __init__(self, words: list[list[str]], seed: int) -> None:
        self._words = words
        self._random = random.Random(seed)  # noqa: S311 nothing secret

    def worst(self, seconds_of: Callable[[Recipe], float], minutes: float) -> tuple[Slow, int]:
        """The slowest recipe found in so many minutes, and how many were tried."""
        end, tried, idle = time.monotonic() + 60 * minutes, 0, _PATIENCE
        best = here = Slow(_KNOWN[0], 0.0)
        while time.monotonic() < end:
            begins = idle >= _PATIENCE
            recipe = self._begun(best.recipe, tried) if begins else self._changed(here.recipe)
            found = Slow(recipe, seconds_of(recipe))
            tried += 1
            if begins or found.seconds > here.seconds:
                here, idle = found, 0
            else:
                idle += 1
            best = max(best, found, key=lambda slow: slow.seconds)
        return best, tried

    def _begun(self, best: Recipe, tried: int) -> Recipe:
        """One that was slow before any other is tried, then each time one of the three ways."""
        return self._random.choice((_KNOWN[tried // 7 % len(_KNOWN)], best, self._new()))

    def _new(self) -> Recipe:
        pieces = tuple(self._piece() for _ in range(self._random.randint(2, _MOST_PIECES)))
        return Recipe(pieces, self._random.choice(_JOINTS), self._random.choice((0, 0, self._random.randrange(1000))))

    def _changed(self, recipe: Recipe) -> Recipe:
        pieces, at = list(recipe.pieces), self._random.randrange(len(recipe.pieces))
        match self._random.randrange(6):
            case 0 if len(pieces) < _MOST_PIECES:
                pieces.insert(at, self._piece())
            case 1 if len(pieces) > 1:
                del pieces[at]
            case 2:
                return replace(recipe, joint=self._random.choice(_JOINTS))
            case 3:
                return replace(recipe, seed=self._random.choice((0, self._random.randrange(1000))))
            case 4:
                self._random.shuffle(pieces)
            case _:
                pieces[at] = self._piece()
        return replace(recipe, pieces=tuple(pieces))

    def _piece(self) -> str:
        return self._random.choice(self._random.choice(self._words)).replace("{n}", str(self._random.randint(2, 98)))


def words_of(library: Library) -> list[list[str]]:
    """What pieces are made of, by sort: each sort is as likely as another."""
    entities, measures = library.entities.values(), library.measures.values()
    names = [name for e in entities for name in (e.name, *e.aliases, *e.short, *e.people, *e.adjectives)]
    nouns = [noun for m in measures for noun in (*m.nouns, *m.counted, *m.verbs)]
    cues = [slot.strip("-") for m in measures for cue in m.cues for word in cue.split() for slot in word.split("|")]
    things = [called for thing in library.things.values() for called in thing.called]
    deeds = [word for average in library.averages.values() for word in (*average.does, *average.what)]
    units = [*(unit.name for unit in WORDS.values()), *SIGNS]
    sorts = [names, nouns, cues, things, deeds, units, sorted(FUNCTION_WORDS), [*_NUMBERS], [*_NUMBERS], [*_SHAPES]]
    return [sort for sort in sorts if sort]


def seconds_of(library: Library, recipe: Recipe, length: int) -> float:
    """The time that one answer takes; whatever it raises is the finding."""
    text = recipe.text(length)
    start = time.process_time()
    answer(text, library, _DAY)
    return time.process_time() - start


def searched(minutes: float, seed: int) -> Iterator[tuple[int, Slow, int]]:
    """For each length the slowest text found, in equal shares of the minutes."""
    library = open_library()
    search = Search(words_of(library), seed)
    answer("Mexico has 700 million people", library, _DAY)
    freeze_garbage()  # as the bot does
    for length in AIMS:
        worst, tried = search.worst(partial(seconds_of, library, length=length), minutes / len(AIMS))
        again = [worst.seconds, *(seconds_of(library, worst.recipe, length) for _ in range(2))]
        yield length, Slow(worst.recipe, min(again)), tried


def measured() -> Iterator[Row]:
    """The rows of `make bench`, by a short search."""
    for length, worst, tried in searched(1, 1):
        aim = milliseconds(AIMS[length])
        yield Row(f"slowest of {length:,} characters", milliseconds(worst.seconds), aim, f"of {tried} texts tried")


def main() -> None:
    parser = argparse.ArgumentParser(description="search for texts that take long to answer")
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for length, worst, tried in searched(given.minutes, given.seed):
        print(f"{length:,} characters: {milliseconds(worst.seconds)} (aim {milliseconds(AIMS[length])}), {tried} tried")
        print(f"  {worst.recipe!r}")


if __name__ == "__main__":
    main()
