"""A figure that is asked for: "what is the population of Canada?", "us debt 2010", "how tall is everest"."""

from __future__ import annotations

import re
from datetime import date

from i18n.language import say
from knowledge import Figure, Library
from knowledge.search.search import find
from knowledge.text.inflection import singular
from quantities import Dimension, Interval, read
from reasoning.data.tables import root, roots
from reasoning.model.answer import Comparison, Finding, Verdict, Vote
from reasoning.reading.language import stem, words
from reasoning.requests.phrases import pattern, phrases
from reasoning.wording.numbers import dated, measured
from reasoning.wording.references import figure_name, reference_to

MOST_WORDS = 14  # a longer text tells of something
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_NUMBER = re.compile(r"\d")
QUESTION = r"^<questions>\b"
MORE = r"\b(?:<for_each>|<compared>)\b|^<how_many> <more>\b"
COUNTED = r"^<how_many> (?P<noun>\w+)"
SHARE = r"^<share_questions>\b"
OPENING = r"^(?:<greetings> )*<look_up_openings>\s+(?:<articles>\s+)?"


def look_up(text: str, library: Library, as_of: date) -> Finding | None:
    """The finding of a look-up, by the figures for the day `as_of`; None where nothing is asked, or nothing known."""
    plain = text.rstrip(" ?!.")
    count = len(plain.split())
    if not 2 <= count <= MOST_WORDS or not (pattern(QUESTION).match(plain) or _is_a_name_for(plain, library)):
        return None
    figures = find(library, pattern(OPENING).sub("", plain), 1)
    if not figures or _asks_for_more(plain, figures[0], library):
        return None
    figure = _known_by(library, figures[0], as_of)
    return _finding(library, figure) if figure is not None else None


def _asks_for_more(text: str, figure: Figure, library: Library) -> bool:
    """Whether a text asks for more than a figure: for a rate, a share, a difference, or beside somebody else."""
    if pattern(MORE).search(text) or (pattern(SHARE).match(text) and figure.unit not in ("%", "percent")):
        return True
    counted = pattern(COUNTED).match(text)
    if counted is not None and _is_narrower(counted["noun"], figure, library):
        return True
    return any(figure.entity not in name.entities for name in library.names(text))


def _is_narrower(noun: str, figure: Figure, library: Library) -> bool:
    """Whether a noun counts only some of what a figure counts: teachers, of people."""
    is_plain = root(noun) in (singular(noun), stem(noun))
    return not is_plain and root(noun) in roots().values() and figure.measure not in library.counted(noun)


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
    rest = reference_to(figure, library)
    measure = library.measures[figure.measure]
    what = figure_name(figure.measure, figure.entity, library)
    number = measured(figure.value, figure.unit, 4)
    if measure.period is not None:
        number = say("{number} a {period}", number=number, period=say(measure.period))
    when = f" ({dated(figure.dated)})" if rest.as_of else ""
    known = Interval(figure.low, figure.high)
    line = Comparison(rest.text, number, known, figure.unit, Vote.SCALE, None, (rest,), "look_up", value=figure.value)
    return Finding("look_up", f"{what}{when}", Verdict.CANT_TELL, number, (line,), span=(0, 0))
