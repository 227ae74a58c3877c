"""What is said of a text in which nothing could be settled: what was read, how large it is, and one question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from i18n.language import say, translatable
from knowledge import Library
from quantities import Dimension, Quantity
from reasoning.explaining.amounts import said
from reasoning.explaining.size import is_sizable, place_meant, size_lines
from reasoning.grounding.context import Context
from reasoning.grounding.figures import who_is_meant
from reasoning.grounding.measure_index import MeasureMatch, Way, measure_index
from reasoning.grounding.types import measure_type, quantity_type
from reasoning.model.answer import Finding, Verdict
from reasoning.reading.passage import Passage, Sentence
from reasoning.wording.entity_names import spoken
from reasoning.wording.numbers import publishing
from reasoning.wording.references import figure_name

MOST_NUMBERS = 3
NAMING = frozenset({Way.NOUN, Way.VERB, Way.COUNTED})
NOTHING = translatable("There is no number here that I could check.")
WHOSE = translatable("Whose is it? Name a country, a company or a thing, as in “Walmart employs 2 million people”.")
WHAT = translatable("What of {whom} does it count? Say it as in “Walmart employs 2 million people”.")
WHEN = translatable("Is it of this year, and of {whom} as a whole? Say which year and which part.")


def note_on(passage: Passage, library: Library, as_of: date) -> str:
    """The note, in the language spoken: the numbers read, one comparison that shows their size, one question."""
    sentences = [one for one in passage.sentences if any(_weighs(q.quantity) for q in one.stated)]
    if not sentences:
        return say(NOTHING)
    numbers = [said(one.quantity, library) for s in sentences for one in s.stated if _weighs(one.quantity)]
    read = list(dict.fromkeys(numbers))[:MOST_NUMBERS]
    listed = say("{list} and {last}", list=", ".join(read[:-1]), last=read[-1]) if read[1:] else read[0]
    parts = (say("I read {numbers}.", numbers=listed), _size(sentences, library, as_of), _question(sentences, library))
    return " ".join(part for part in parts if part)


def missing_figure(passage: Passage, library: Library, as_of: date) -> Finding | None:
    """The finding of the first number of which it is said whose and what it is, where that figure is not stored."""
    for sentence in passage.sentences:
        for match in measure_index(library).matches(sentence):
            quantity = _counted_as(sentence, match, library)
            for one in who_is_meant(Context(sentence, library, as_of)) if quantity is not None else ():
                measure = library.measures[match.measure]
                has_it = library.entities[one.id].kind.value in measure.kinds
                if one.places and has_it and not library.has_figures(one.id, match.measure):
                    assert quantity is not None
                    return _missing(quantity, one.id, match.measure, library)
    return None


def _counted_as(sentence: Sentence, match: MeasureMatch, library: Library) -> Quantity | None:
    """The first quantity of a sentence that may be of a measure that its words name."""
    if not match.ways & NAMING:
        return None
    measure = library.measures[match.measure]
    wanted = measure_type(measure.unit, measure.period)[1]
    typed = ((one.quantity, quantity_type(one.quantity)) for one in sentence.stated if _weighs(one.quantity))
    return next((quantity for quantity, of in typed if of is not None and of[1] == wanted), None)


def _missing(quantity: Quantity, entity: str, measure: str, library: Library) -> Finding:
    what = figure_name(measure, entity, library)
    reading = say("{what}: {number}", what=what, number=said(quantity, library))
    lacking = publishing(what, library.measures[measure].publisher)
    return Finding(
        "claim", reading, Verdict.CANT_TELL, missing=(lacking,), wanted=(f"{entity}.{measure}",), span=quantity.span
    )


def _size(sentences: list[Sentence], library: Library, as_of: date) -> str:
    """How much the first large number is of the place that its sentence names; "" for none."""
    for sentence, quantity in _stated(sentences):
        place = place_meant(sentence, quantity, library) if sentence.names and is_sizable(quantity) else None
        lines = size_lines(quantity, place, library, as_of)[:2] if place is not None else ()
        if lines:
            told = "; ".join(line.text for line in lines)
            return say("For scale: {number} is {lines}.", number=said(quantity, library), lines=told)
    return ""


def _question(sentences: list[Sentence], library: Library) -> str:
    """What would have to be said for the number to be settled: whose it is, of what, or of when."""
    named = next((ident for sentence in sentences for name in sentence.names for ident in name.ids[:1]), None)
    if named is None:
        return say(WHOSE)
    whom = spoken(library.entities[named])
    matches = (match for sentence in sentences for match in measure_index(library).matches(sentence))
    is_said = any(match.ways & NAMING and library.has_figures(named, match.measure) for match in matches)
    return say(WHEN if is_said else WHAT, whom=whom)


def _stated(sentences: list[Sentence]) -> Iterator[tuple[Sentence, Quantity]]:
    return ((sentence, one.quantity) for sentence in sentences for one in sentence.stated)


def _weighs(quantity: Quantity) -> bool:
    """Whether a number is one that a text may be about: no length of time and no age."""
    return quantity.unit.dimension not in (Dimension.TIME, Dimension.AGE)
