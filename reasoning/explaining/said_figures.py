"""Figures that a text gives itself: "Walmart employs 2 million", to be used beside what is stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from i18n.language import say
from knowledge import Library
from quantities import Bound, Interval, Quantity
from reasoning.check import Checked
from reasoning.explaining.amounts import said
from reasoning.explaining.decision import decide
from reasoning.model.answer import Reference
from reasoning.model.leaf import Leaf, Sort
from reasoning.serialization.known_leaves import known_leaf
from reasoning.serialization.stored_claim import StoredClaim
from reasoning.wording.numbers import BOUNDS
from reasoning.wording.references import figure_name

ONE_SIDED = frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN, Bound.UP_TO})
MESSAGE = "message"  # the id of what rests on the word of the message


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """What a text says of a figure: the leaf of the one that is stored, that of the number, and the number."""

    stored: Leaf
    leaf: Leaf
    quantity: Quantity

    @property
    def interval(self) -> Interval:
        """The number in base units, open where it is a bound."""
        number = self.quantity.interval if self.quantity.bound in ONE_SIDED else self.quantity.stated
        return number * Interval.point(self.leaf.factor)

    def number(self, library: Library) -> str:
        """The number in words, with its bound: "fewer than 300,000 people"."""
        text = said(self.quantity, library)
        bound = BOUNDS.get(self.quantity.bound)
        return say(bound, number=text) if bound is not None else text

    def reference(self, library: Library) -> Reference:
        """The number as what a comparison rests on."""
        leaf, source = self.leaf, say("the message's own figure")
        name = figure_name(self.stored.measure, self.stored.entity, library)
        text = say("{what}: {number} ({source})", what=name, number=self.number(library), source=source)
        return Reference(MESSAGE, text, leaf.low, leaf.value, leaf.high, leaf.unit, "", source)


def figures_beside(stored: StoredClaim, library: Library, as_of: date) -> dict[tuple[str, str], SaidFigure]:
    """Entity and measure -> what the text of a stored claim says of that figure, among what is told with it."""
    found = {}
    for leaf in stored.beside:
        quantity = stored.numbers[min(leaf.uses)]
        said_leaf = replace(leaf, factor=leaf.value / quantity.value if quantity.value else leaf.factor)
        known = known_leaf(leaf.id, leaf.type, library, as_of)
        found[leaf.entity, leaf.measure] = SaidFigure(known, said_leaf, quantity)
    return found


def said_figures(checked: Iterable[Checked]) -> dict[tuple[str, str], SaidFigure]:
    """Entity and measure -> what the text itself says of that figure, whether it is right or not."""
    found: dict[tuple[str, str], SaidFigure] = {}
    for one in checked:
        decided = decide(one)
        if decided is None or decided.judged.candidate.claim.relation != "level":
            continue
        candidate = decided.judged.candidate
        left, right = candidate.claim.left.leaf, candidate.claim.right.leaf
        if left is None or right is None or right.sort is not Sort.FIGURE or candidate.upper_only:
            continue
        quantity = one.sentence.stated[candidate.target].quantity
        found.setdefault((right.entity, right.measure), SaidFigure(right, left, quantity))
    return found
