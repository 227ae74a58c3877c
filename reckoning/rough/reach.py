"""What stands near a number: of a sentence without end, all that a loose reading looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from quantities import Span
from reckoning.reading.scene import Sentence, Spanned
from reckoning.reading.statement import Statement

FAR = 500  # characters on each side
LONG = 1500  # a sentence that is longer is no sentence

S = TypeVar("S", bound=Spanned)


def within_reach(statement: Statement) -> Statement:
    """The statement in a sentence cut to what stands around its number; as it is in one of a usual length."""
    sentence = statement.sentence
    if sentence.span[1] - sentence.span[0] <= LONG:
        return statement
    start = max(sentence.span[0], statement.span[0] - FAR)
    end = min(sentence.span[1], statement.span[1] + FAR)
    return replace(statement, sentence=_cut(sentence, (start, end)))


def _cut(sentence: Sentence, span: Span) -> Sentence:
    base = sentence.span[0]
    return replace(
        sentence,
        span=span,
        text=sentence.text[span[0] - base : span[1] - base],
        quantities=_inside(sentence.quantities, span),
        names=_inside(sentence.names, span),
        mentions=_inside(sentence.mentions, span),
        dates=_inside(sentence.dates, span),
        words=sentence.between(*span),
    )


def _inside(things: Sequence[S], span: Span) -> tuple[S, ...]:
    return tuple(thing for thing in things if span[0] <= thing.span[0] and thing.span[1] <= span[1])
