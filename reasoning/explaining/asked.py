"""What was asked for, told: a figure, a number with its working, two beside each other, the size of a number.

Each is stored as a claim with a hole, whose relation says what is asked of it, so that it can be asked again of another
year, of somebody else, or for each household. Nothing of it is judged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_number
from knowledge import Figure, Library
from quantities import Interval
from reasoning.explaining.amounts import said
from reasoning.explaining.arithmetic import arithmetic_lines
from reasoning.explaining.size import SCALE, size_lines
from reasoning.explaining.wording import ClaimWording
from reasoning.grounding.context import figure_on
from reasoning.judging.outcome import Basis, Outcome
from reasoning.model.answer import Comparison, Finding, Verdict, Vote
from reasoning.model.leaf import Sort
from reasoning.serialization.claim_json import claim_to_json
from reasoning.serialization.stored_claim import StoredClaim
from reasoning.wording.numbers import dated, measured
from reasoning.wording.references import figure_name, reference_to

UNJUDGED = Outcome(Basis.FIRM, 1.0, over=False, label=0, ratio=Fraction(1))


def tell_asked(stored: StoredClaim, library: Library, as_of: date) -> Finding:
    """The finding of a stored claim that asks, in the language spoken. Raises KeyError for one that does not."""
    relation = stored.claim.relation
    found = _size(stored, library, as_of) if relation == "size" else TOLD[relation](stored, library)
    return replace(found, claim=claim_to_json(stored))


def _look_up(stored: StoredClaim, library: Library) -> Finding:
    """A figure with its date, or what the person says in its place."""
    leaf = stored.claim.right.leaf
    figure = library.figure_of(leaf.id) if leaf is not None and leaf.sort is Sort.FIGURE else None
    return tell_figure(figure, library) if figure is not None else _number(stored, library)


def tell_figure(figure: Figure, library: Library) -> Finding:
    """The finding of a figure that is asked for. It has no claim."""
    rest = reference_to(figure, library)
    measure = library.measures[figure.measure]
    what = figure_name(figure.measure, figure.entity, library)
    number = measured(figure.value, figure.unit, 4)
    if measure.period is not None:
        number = say("{number} a {period}", number=number, period=say(measure.period))
    when = f" ({dated(figure.dated)})" if rest.as_of else ""
    known = Interval(figure.low, figure.high)
    line = Comparison(rest.text, number, known, figure.unit, Vote.SCALE, None, (rest,), "look_up", value=figure.value)
    return Finding("look_up", f"{what}{when}", Verdict.CANT_TELL, number, (line,))


def _number(stored: StoredClaim, library: Library) -> Finding:
    """The number that what is known comes to."""
    wording = ClaimWording(stored, UNJUDGED, Verdict.CANT_TELL, library)
    assert wording.quantity is not None
    number, what = wording.reckoned(wording.quantity), wording.term(wording.claim.right)
    known = arithmetic_lines(wording)[:-1]
    is_looked_up = wording.claim.right.leaf is not None
    reached = Comparison(
        f"{what} = {number}", what, wording.claim.right.range(), "", Vote.SCALE, None, (), "calculation",
        value=wording.claim.right.value(),
    )  # fmt: skip
    lines = known if is_looked_up else (*known, reached)
    return Finding("look_up" if is_looked_up else "calculation", what, Verdict.CANT_TELL, number, _shown(lines))


def _beside(stored: StoredClaim, library: Library) -> Finding:
    """Which of two is the one asked for, and how many times the other it is."""
    wording = ClaimWording(stored, UNJUDGED, Verdict.CANT_TELL, library)
    claim = wording.claim
    first = (claim.left.value() > claim.right.value()) is (claim.comparator == ">")
    one, other = (claim.left, claim.right) if first else (claim.right, claim.left)
    ratio = f"{format_number(one.value() / other.value(), 3)}×"
    text = say("{ratio} {what}", ratio=ratio, what=wording.term(other))
    line = Comparison(
        f"{wording.term(one)} / {wording.term(other)} = {format_number(one.value() / other.value(), 3)}", text,
        Interval.point(one.value() / other.value()), "", Vote.SCALE, None, (), "calculation",
    )  # fmt: skip
    lines = _shown((*arithmetic_lines(wording)[:-1], line))
    return Finding("look_up", wording.reading(), Verdict.CANT_TELL, f"{wording.term(one)}: {text}", lines)


def _size(stored: StoredClaim, library: Library, as_of: date) -> Finding:
    """A number beside the wholes of a place."""
    leaf, quantity = stored.claim.right.leaf, stored.quantity
    assert leaf is not None
    assert quantity is not None
    figure = library.figure_of(leaf.id)
    latest = figure_on(library, leaf.entity, leaf.measure, as_of)
    day = as_of if figure is None or latest == figure else figure.end
    lines = size_lines(quantity, leaf.entity, library, day)
    number = said(quantity, library)
    return Finding(
        SCALE, say("how much is {number}", number=number), Verdict.CANT_TELL, number, lines, weight=Fraction(1, 2)
    )


def _shown(lines: tuple[Comparison, ...]) -> tuple[Comparison, ...]:
    """The lines as those of an answer that judges nothing."""
    return tuple(replace(line, vote=Vote.SCALE, points_to=None) for line in lines)


TOLD: dict[str, Callable[[StoredClaim, Library], Finding]] = {
    "look_up": _look_up,
    "number": _number,
    "beside": _beside,
}
