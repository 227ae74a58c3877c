"""The number of a claim shared out, as the person asks: "per household?", "a day?"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_in_english
from knowledge import Figure, Library
from quantities import Form, Interval, Period, PeriodKind, Quantity
from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults
from reasoning.explaining.amounts import in_unit_of
from reasoning.grounding.context import figure_on, issuer_of
from reasoning.grounding.types import TIME, count_bases
from reasoning.model.answer import Comparison, Vote
from reasoning.model.leaf import Sort
from reasoning.redoing.other_figures import PLACES
from reasoning.serialization.known_leaves import OVER
from reasoning.serialization.stored_claim import StoredClaim
from reasoning.wording.entity_names import spoken
from reasoning.wording.numbers import counted, measured
from reasoning.wording.references import origin_of, reference_to


def share_out(claim: StoredClaim, group: str, library: Library, as_of: date) -> Comparison | None:
    """The line that tells the number of a claim for each of a group, or a unit of time; None where it has none.

    `group` is a unit of time, in the singular, or the id of the measure that counts the heads.
    """
    quantity = claim.quantity
    if quantity is None or quantity.form is not Form.AMOUNT or _is_of_each(claim):
        return None
    if group in SECONDS:
        return _by_time(claim, quantity, group, library)
    return _by_heads(claim, quantity, group, library, as_of)


def _is_of_each(claim: StoredClaim) -> bool:
    """Whether the number is of each of something already: so much a head."""
    leaf = claim.claim.left.leaf
    return leaf is not None and any(power < 0 for power in count_bases(leaf.type).values())


def _by_time(claim: StoredClaim, quantity: Quantity, unit: str, library: Library) -> Comparison | None:
    """So much each day of a sum for a year, or over ten years."""
    seconds = _seconds(claim, quantity)
    if not seconds:
        return None
    each = quantity.value * SECONDS[unit] / seconds
    told = replace(quantity, period=Period(PeriodKind.PER, Fraction(1), unit))
    text = say("that is {number}", number=in_unit_of(each, told, library, 3))
    return _line(text, quantity.value, seconds / SECONDS[unit], each)


def _seconds(claim: StoredClaim, quantity: Quantity) -> Fraction | None:
    """The time that a number is for: what is said, else the year that the claim takes unsaid; None for none."""
    period = quantity.period
    if period is not None and period.kind in (PeriodKind.PER, PeriodKind.OVER):
        return period.seconds
    taken = {leaf.value for leaf in claim.claim.right.leaves() if leaf.sort is Sort.CONSTANT and leaf.type == TIME}
    return taken.pop() if len(taken) == 1 and claim.claim.left.leaf is not None else None


def _by_heads(claim: StoredClaim, quantity: Quantity, measure: str, library: Library, as_of: date) -> Comparison | None:
    """So much for each person, household or worker of whom the claim is of."""
    known = measure in library.measures
    places = (one for one in _whose(claim, quantity, library) if known and library.has_figures(one, measure))
    place = next(places, "")
    figure = figure_on(library, place, measure, _day(claim, library, as_of)) if place else None
    if figure is None or not figure.value:
        return None
    each = quantity.value / figure.value
    reference = reference_to(figure, library)
    text = say(
        "{each} for each of the {heads} of {place} ({origin})",
        each=in_unit_of(each, quantity, library, 3),
        heads=_heads(figure, library),
        place=spoken(library.entities[place]),
        origin=origin_of(reference),
    )
    line = _line(text, quantity.value, figure.value, each)
    return replace(line, rests=(reference,))


def _day(claim: StoredClaim, library: Library, as_of: date) -> date:
    """The day for which heads are counted: that of the latest figure in the claim, else that of the answer."""
    dated = [leaf for leaf in claim.claim.leaves() if leaf.sort is Sort.FIGURE and leaf.dated]
    ends = [figure.end for leaf in dated if (figure := library.figure_of(leaf.id.split(OVER)[0])) is not None]
    return min(max(ends, default=as_of), as_of)


def _heads(figure: Figure, library: Library) -> str:
    """How many there are: "131 million people", or of a part of them "73 million children"."""
    if figure.measure in defaults().wholes.values():
        return measured(figure.value, figure.unit, 3)
    return counted(figure.value, say(library.measures[figure.measure].name), 3)


def _whose(claim: StoredClaim, quantity: Quantity, library: Library) -> list[str]:
    """Whose heads may be meant, the likeliest first: of those in the claim; where no place is, of whose money it is."""
    named = [stored_place] if (stored_place := claim.place) else []
    named += [ident for leaf in claim.claim.leaves() for ident in leaf.entity.split() if ident in library.entities]
    if any(library.entities[ident].kind in PLACES for ident in named):
        return named
    issuer = issuer_of(library, quantity.unit.currency or "")
    return [*named, issuer or defaults().we]


def _line(text: str, total: Fraction, heads: Fraction, each: Fraction) -> Comparison:
    working = f"{format_in_english(total, 6)} / {format_in_english(heads, 6)} = {format_in_english(each, 4)}"
    return Comparison(text, working, Interval.point(each), "", Vote.SCALE, None, (), "each", value=each)
