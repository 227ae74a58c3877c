"""What is said of a text in which nothing could be settled: what was read, how large it is, and one question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from i18n.language import say, translatable
from knowledge import Library
from quantities import Quantity
from reasoning.explaining.amounts import said
from reasoning.explaining.missing_figures import NAMING, weighs
from reasoning.explaining.size import is_sizable, place_meant, size_lines
from reasoning.grounding.context import Context
from reasoning.grounding.measure_index import measure_index
from reasoning.reading.passage import Passage, Sentence
from reasoning.wording.entity_names import spoken
from reasoning.wording.references import figure_name

MOST_NUMBERS = 5
FEWEST_OF_A_SUM = 3
NOTHING = translatable("There is no number here that I could check.")
WHOSE = translatable("Whose is it? Name a country, a company or a thing, as in “Walmart employs 2 million people”.")
SUM = translatable("Which of them make which? Say it as a sum, as in “3 × 12 + 5 = 41”, or say whose they are.")
WHAT = translatable("What of {whom} does it count? Say it as in “Walmart employs 2 million people”.")
WHEN = translatable("Is it of this year, and of {whom} as a whole? Say which year and which part.")

WHICH_PART = translatable("Is it of {whom} as a whole? Say which part, or what it counts in other words.")
OTHER_YEARS = translatable("My figures of that ({what}) are from {first} to {last}. Is there a number of those years?")


def note_on(passage: Passage, library: Library, as_of: date, question: str = "") -> str:
    """The note, in the language spoken: the numbers read, one comparison that shows their size, one question.

    It is the `question` that is given, else what would have to be said.
    """
    sentences = [one for one in passage.sentences if any(weighs(q.quantity) for q in one.stated)]
    if not sentences:
        return question or say(NOTHING)
    numbers = [said(one.quantity, library) for s in sentences for one in s.stated if weighs(one.quantity)]
    read = list(dict.fromkeys(numbers))[:MOST_NUMBERS]
    listed = say("{list} and {last}", list=", ".join(read[:-1]), last=read[-1]) if read[1:] else read[0]
    parts = (
        say("I read {numbers}.", numbers=listed),
        _size(sentences, library, as_of),
        question or _question(sentences, library, as_of),
    )
    return " ".join(part for part in parts if part)


def _size(sentences: list[Sentence], library: Library, as_of: date) -> str:
    """How much the first large number is of the place that its sentence names; "" for none."""
    for sentence, quantity in _stated(sentences):
        place = place_meant(sentence, quantity, library) if sentence.names and is_sizable(quantity) else None
        lines = size_lines(quantity, place, library, as_of)[:2] if place is not None else ()
        if lines:
            told = "; ".join(line.text for line in lines)
            return say("For scale: {number} is {lines}.", number=said(quantity, library), lines=told)
    return ""


def _question(sentences: list[Sentence], library: Library, as_of: date) -> str:
    """What would have to be said for the number to be settled: whose it is, of what, or of when."""
    named = next((ident for sentence in sentences for name in sentence.names for ident in name.ids[:1]), None)
    if named is None:
        return say(SUM if sum(len(sentence.stated) for sentence in sentences) >= FEWEST_OF_A_SUM else WHOSE)
    whom = spoken(library.entities[named])
    matches = [match for sentence in sentences for match in measure_index(library).matches(sentence)]
    said_of = [match.measure for match in matches if match.ways & NAMING and library.has_figures(named, match.measure)]
    if not said_of:
        return say(WHAT, whom=whom)
    years = [year for sentence in sentences for year in Context(sentence, library, as_of).years()]
    if not years:
        return say(WHEN, whom=whom)
    dated = [figure.end.year for figure in library.series(named, said_of[0])]
    if min(dated) <= years[0] <= max(dated) + 1:
        return say(WHICH_PART, whom=whom)
    what = figure_name(said_of[0], named, library)
    return say(OTHER_YEARS, what=what, first=min(dated), last=max(dated))


def _stated(sentences: list[Sentence]) -> Iterator[tuple[Sentence, Quantity]]:
    return ((sentence, one.quantity) for sentence in sentences for one in sentence.stated)
