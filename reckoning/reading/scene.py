"""A text with all that stands in it: sentences with their quantities, names, measures, dates and words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, Protocol, TypeVar

import quantities
from knowledge import Library, MeasureMention, NameMention
from quantities import DateMention, Dimension, Quantity, Reading, Span
from reckoning.reading.verb import Action, actions

ASKING = re.compile(
    r"^\W*(?:is|are|was|were|isn['’]?t|aren['’]?t|does|do|did|how|what['’]?s?|can|could|would|will)\b(?:[^.!;,]|(?<=\d)[.,](?=\d))*$",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_][\w'’.-]*[^\W_]|[^\W\d_]|[=~≈]")
MOST_QUANTITIES = 40  # a page of numbers is no claim; reading more would only cost time
LARGEST = 10**40  # beyond it no number is of anything


class Spanned(Protocol):
    @property
    def span(self) -> Span: ...


S = TypeVar("S", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Word:
    span: Span
    text: str
    lower: str

    @property
    def actions(self) -> frozenset[Action]:
        return actions(self.lower)


@dataclass(frozen=True)
class Sentence:
    """One sentence; all spans are those of the whole text."""

    number: int
    span: Span
    text: str
    quantities: tuple[Quantity, ...]
    names: tuple[NameMention, ...]
    mentions: tuple[MeasureMention, ...]
    dates: tuple[DateMention, ...]
    words: tuple[Word, ...]

    @cached_property
    def is_question(self) -> bool:
        """By its mark, or by its first word where somebody left the mark out."""
        return self.text.rstrip("\"'”’) ").endswith("?") or bool(ASKING.match(self.text))

    @cached_property
    def lowers(self) -> frozenset[str]:
        return frozenset(word.lower for word in self.words)

    @cached_property
    def loose(self) -> tuple[Word, ...]:
        """The words that stand in no quantity, period, name, measure or date."""
        things: tuple[Spanned, ...] = (*self.quantities, *self.names, *self.mentions, *self.dates)
        spans = [thing.span for thing in things]
        spans += [quantity.period.span for quantity in self.quantities if quantity.period is not None]
        covered = bytearray(self.span[1] - self.span[0])
        for start, end in spans:
            covered[max(0, start - self.span[0]) : end - self.span[0]] = b"\1" * (end - max(start, self.span[0]))
        return tuple(word for word in self.words if not covered[word.span[0] - self.span[0]])

    @cached_property
    def sums(self) -> tuple[Quantity, ...]:
        """The quantities that something can be said of: no naught, and not the years of "over 5 years"."""
        periods = [q.period.span for q in self.quantities if q.period is not None]
        return tuple(q for q in self.quantities if 0 < q.value < LARGEST and not _is_length(q, periods))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.span[0] for word in self.words]

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that stand wholly between two places of the text."""
        found = self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return found if not found or found[-1].span[1] <= end else found[:-1]


def _is_length(quantity: Quantity, periods: list[Span]) -> bool:
    """Whether it is only the length of a period."""
    if quantity.unit.dimension is not Dimension.TIME or quantity.period is not None:
        return False
    return any(start <= quantity.span[0] and quantity.span[1] <= end for start, end in periods)


@dataclass(frozen=True, slots=True)
class Scene:
    """The text, read; `library` and `as_of` are what it is judged by."""

    text: str
    library: Library
    as_of: date
    sentences: tuple[Sentence, ...] = ()


def view(text: str, library: Library, as_of: date, locale: str = "en", *, always: bool = False) -> Scene:
    """Reads a text once, for all kinds of claim; one without a number only where `always` says so."""
    reading = quantities.read(text, locale=locale, most=MOST_QUANTITIES)
    if not reading.quantities and not always:
        return Scene(text, library, as_of)
    found = _Found(text, reading, library)
    sentences = tuple(found.sentence(number, span) for number, span in enumerate(quantities.split_sentences(text)))
    return Scene(text, library, as_of, sentences)


class _Found:
    """What stands in a text, sliced by sentence."""

    def __init__(self, text: str, reading: Reading, library: Library) -> None:
        self.text = text
        self.quantities = _Line(reading.quantities[:MOST_QUANTITIES])
        self.dates = _Line(reading.dates)
        self.names = _Line(library.names(text))
        self.mentions = _Line(library.measure_mentions(text))
        self.words = _Line([Word(match.span(), match[0], match[0].lower()) for match in WORD.finditer(text)])

    def sentence(self, number: int, span: Span) -> Sentence:
        return Sentence(
            number,
            span,
            self.text[span[0] : span[1]],
            self.quantities.within(span),
            self.names.within(span),
            self.mentions.within(span),
            self.dates.within(span),
            self.words.within(span),
        )


class _Line(Generic[S]):
    """Things in order of their place."""

    def __init__(self, things: Sequence[S]) -> None:
        self.things = sorted(things, key=lambda thing: thing.span)
        self.starts = [thing.span[0] for thing in self.things]

    def within(self, span: Span) -> tuple[S, ...]:
        return tuple(self.things[bisect_left(self.starts, span[0]) : bisect_right(self.starts, span[1] - 1)])
