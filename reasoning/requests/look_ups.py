"""A figure that is asked for: "what is the population of Canada?", "us debt 2010", "how tall is everest"."""

from __future__ import annotations

import re
from datetime import date

from i18n.language import say
from knowledge import Figure, Library
from knowledge.search.search import find
from quantities import Dimension, Interval, read
from reasoning.reading.language import words
from reasoning.requests.phrases import pattern, phrases
from reckoning.answer import Comparison, Finding, Verdict, Vote
from reckoning.figure import spoken, stored
from reckoning.number import dated, measured

MOST_WORDS = 14  # a longer text tells of something
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_NUMBER = re.compile(r"\d")
QUESTION = r"^<questions>\b"
OPENING = r"^(?:<greetings> )*<look_up_openings>\s+(?:<articles>\s+)?"


def look_up(text: str, library: Library, as_of: date) -> Finding | None:
    """The finding of a look-up, by the figures for the day `as_of`; None where nothing is asked, or nothing known."""
    plain = text.rstrip(" ?!.")
    count = len(plain.split())
    if not 2 <= count <= MOST_WORDS or not (pattern(QUESTION).match(plain) or _is_a_name_for(plain, library)):
        return None
    figures = find(library, pattern(OPENING).sub("", plain), 1)
    figure = _known_by(library, figures[0], as_of) if figures else None
    return _finding(library, figure) if figure is not None else None


def _is_a_name_for(text: str, library: Library) -> bool:
    """Whether a text only names a measure: it states, compares and denies nothing and holds no number but a year."""
    if _NUMBER.search(_YEAR.sub("", text)) or ":" in text or not library.measure_mentions(text):
        return False
    if any(one.unit.dimension is not Dimension.TIME for one in read(text).quantities):
        return False
    classes = words()
    lows = set(re.findall(r"[a-z']+", text.lower()))
    states = classes.first_person | classes.lead_in | classes.negation | classes.plan | classes.link
    return not lows & (states | set(phrases().compared))


def _known_by(library: Library, figure: Figure, as_of: date) -> Figure | None:
    """The figure; where it is of a later day than is asked for, the one of that day, or None."""
    if figure.start <= as_of:
        return figure
    return library.figure_at(figure.entity, figure.measure, as_of)


def _finding(library: Library, figure: Figure) -> Finding:
    """The finding that tells a figure with its date, as a rate where its measure is one."""
    rest = stored(library, figure, figure.end).rest
    measure = library.measures[figure.measure]
    what = say("{what} of {whom}", what=say(measure.name), whom=spoken(library.entities[figure.entity]))
    number = measured(figure.value, figure.unit, 4)
    if measure.period is not None:
        number = say("{number} a {period}", number=number, period=say(measure.period))
    when = f" ({dated(figure.dated)})" if rest.as_of else ""
    known = Interval(figure.low, figure.high)
    line = Comparison(rest.text, number, known, figure.unit, Vote.SCALE, None, (rest,), "look_up", value=figure.value)
    return Finding("look_up", f"{what}{when}", Verdict.CANT_TELL, number, (line,), span=(0, 0))
