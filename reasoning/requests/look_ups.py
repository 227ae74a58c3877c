"""A figure that is asked for: "what is the population of Canada?", "us debt 2010", "how tall is everest"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

from knowledge import Figure, Library
from knowledge.search.search import find
from knowledge.text.inflection import singular
from quantities import Dimension, Interval, Period, PeriodKind, Quantity, Unit, read
from reasoning.data.tables import root, roots
from reasoning.explaining.asked import tell_asked, tell_figure
from reasoning.grounding.figures import Who, leaf_of_figure
from reasoning.model.answer import Finding
from reasoning.model.claim import Claim, single
from reasoning.model.leaf import NOWHERE, Sort
from reasoning.reading.language import stem, words
from reasoning.requests.phrases import pattern, phrases
from reasoning.serialization.stored_claim import StoredClaim, said_leaf, wordless

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
    return _finding(library, figure, as_of) if figure is not None else None


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
    states = (
        classes.first_person | classes.lead_in | classes.negation | classes.plan | classes.link | classes.result_weak
    )
    return not lows & (states | set(phrases().compared))


def _known_by(library: Library, figure: Figure, as_of: date) -> Figure | None:
    """The figure; where it is of a later day than is asked for, the one of that day, or None."""
    if figure.start <= as_of:
        return figure
    return library.figure_at(figure.entity, figure.measure, as_of)


def _finding(library: Library, figure: Figure, as_of: date) -> Finding:
    """The finding that tells a figure, which is stored as a claim that asks for its number."""
    known = leaf_of_figure(library, figure, Who(figure.entity, 0.0), 0.0, NOWHERE, figure.end)
    if known is None:
        return tell_figure(figure, library)
    leaf = replace(known, parts=())
    number = _number_of(figure, library)
    left = said_leaf(replace(leaf, sort=Sort.STATED), 0, number)
    return tell_asked(StoredClaim(Claim(single(left), "=", single(leaf), "look_up"), (number,), 0, 0), library, as_of)


def _number_of(figure: Figure, library: Library) -> Quantity:
    """The number of a figure as if somebody had said it, in the unit of its measure."""
    measure, value = library.measures[figure.measure], Interval.point(figure.value)
    period = None if measure.period is None else Period(PeriodKind.PER, Fraction(1), measure.period)
    if len(figure.unit) == len("USD") and figure.unit.isupper():
        return Quantity(value, Unit(dimension=Dimension.MONEY, currency=figure.unit), period=period)
    found = read(f"2 {figure.unit}").quantities
    like = wordless(found[0], library) if len(found) == 1 else Quantity(value)
    return replace(like, stated=value, precision=Fraction(0), period=period)
