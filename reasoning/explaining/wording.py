"""A decided claim in words, in the language spoken: how it was read, its headline, what would change the verdict.

No word of the message stands in them: names, measures and nouns are the program's own.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from i18n.language import say, translatable
from i18n.number_format import format_number
from knowledge import Library
from knowledge.model.units import NUMBER
from quantities import Interval, PeriodKind, Quantity
from quantities.model.quantity import SECONDS
from reasoning.data.tables import defaults
from reasoning.explaining.amounts import as_claimed, in_unit_of, of_leaf, said
from reasoning.explaining.decision import YES
from reasoning.explaining.solving import needed_value
from reasoning.judging.outcome import Basis, Outcome
from reasoning.model.answer import Verdict
from reasoning.model.claim import HOLES, Operator, Term
from reasoning.model.leaf import Leaf, Sort
from reasoning.serialization.stored_claim import StoredClaim
from reasoning.wording.entity_names import spoken
from reasoning.wording.numbers import dated, percent, share_of, times
from reasoning.wording.references import figure_name

SIGNS = {
    Operator.PRODUCT: " × ",
    Operator.QUOTIENT: " / ",
    Operator.SUM: " + ",
    Operator.DIFFERENCE: " − ",
    Operator.POWER: "^",
}
RANKS = frozenset({Operator.RANK, Operator.RANK_FROM_BELOW})
AROUND_SHARE = {Operator.LESS: "1 − ", Operator.PLUS: "1 + "}
WITHOUT_NUMBER = {
    ("order", ">"): translatable("{left}: more than {right}"),
    ("order", "<"): translatable("{left}: less than {right}"),
    ("order", "="): translatable("{left}: as much as {right}"),
    ("trend", ">"): translatable("{left}: more than {right}"),
    ("trend", "<"): translatable("{left}: less than {right}"),
    ("place", "="): translatable("{right}: number {left} of its kind"),
    ("place", ">"): translatable("{right}: one of the first {left} of its kind"),
    ("rank", ">"): translatable("{left}: the most there is of its kind"),
    ("rank", "<"): translatable("{left}: the least there is of its kind"),
    ("date", "="): translatable("{right}: {left}"),
    ("whole", "="): translatable("{right}: the whole"),
}
READINGS = {
    "plan": translatable("{number} planned, beside {what}"),
    "change": translatable("a change by {number}: {what}"),
    "limit": translatable("{number} beside what has ever been: {what}"),
    "gift": translatable("{number} for each, out of the {what}"),
}
PLANS = {  # by whether its place and its years are said
    (False, False): translatable("{who}: {number} planned"),
    (True, False): translatable("{who}: {number} planned in {place}"),
    (False, True): translatable("{who}: {number} planned over {time}"),
    (True, True): translatable("{who}: {number} planned in {place} over {time}"),
}
PRICES = translatable("{then} in {year} is {number} in {end}")
LEVEL = translatable("{what}: {number}")
EQUATION = translatable("{number} = {what}")
KNOWN = translatable("it is {number}")
MADE = translatable("it makes {number}")
TIMES_OFF = (
    translatable("{ratio} too high: it is {number}"),
    translatable("{ratio} too low: it is {number}"),
)
SHARE_OFF = (
    translatable("{share} too high: it is {number}"),
    translatable("{share} too low: it is {number}"),
)
IN_TIMES = Fraction(3, 2)  # from here on how far off a number is, is told as a multiple
A_PERSON = " a person"  # behind the label of an average
DIGITS, DIGITS_OF_A_SUM = 3, 5  # of what was reckoned; a whole number of a sum is told in full up to five
AS_A_RANGE = Fraction(6, 5)  # what was reckoned is told as a range from this ratio of its ends on


class ClaimWording:
    """The sentences and terms of a judged claim. `quantity` is the number claimed, None for a claim without one."""

    def __init__(self, stored: StoredClaim, outcome: Outcome, verdict: Verdict, library: Library) -> None:
        self.claim = stored.claim
        self.outcome = outcome
        self.verdict = verdict
        self.library = library
        self.quantities = stored.numbers
        self.place = stored.place
        self.quantity: Quantity | None = as_claimed(stored.quantity, stored.claim.left)

    def reading(self) -> str:
        """How the claim was read, as a sentence without its full stop."""
        if self.claim.relation == "plan" and self._is_of_own():
            return self._reading_of_plan()
        if self.claim.relation == "prices":
            return self._reading_of_prices()
        right = self.term(self.claim.right)
        if self.claim.relation in HOLES:
            return right
        if self.claim.relation == "beside":
            return say("{one} beside {other}", one=self.term(self.claim.left), other=right)
        if self.quantity is None:
            left = self.term(self.claim.left)
            return say(WITHOUT_NUMBER[self.claim.relation, self.claim.comparator], left=left, right=right)
        leaf = self.claim.right.leaf
        is_figure = leaf is not None and self.is_figure(leaf) and self.claim.relation == "level"
        sentence = LEVEL if is_figure else READINGS.get(self.claim.relation, EQUATION)
        return say(sentence, number=said(self.quantity, self.library), what=right)

    def _reading_of_plan(self) -> str:
        """How a plan of somebody was read, with its place and its years where they are said."""
        assert self.quantity is not None
        who, years = self.claim.right.leaves()[0].entity, self._years()
        place = spoken(self.library.entities[self.place]) if self.place else ""
        sentence = PLANS[bool(place), years is not None]
        time = say("{number} years", number=format_number(years)) if years is not None else ""
        name = spoken(self.library.entities[who]) if who else say("the one named")
        return say(sentence, place=place, time=time, who=name, number=said(self.quantity, self.library))

    def _reading_of_prices(self) -> str:
        """How a sum of another year was read: "$100 in 2000 is $187 in 2025"."""
        assert self.quantity is not None
        then = self.term(self.claim.right.parts[0])
        after, before = (leaf.dated for leaf in self.claim.right.leaves()[-2:])
        number = said(self.quantity, self.library)
        return say(PRICES, then=then, year=dated(before), number=number, end=dated(after))

    def _is_of_own(self) -> bool:
        """Whether a plan is set beside what the one who plans has of its own."""
        leaf = self.claim.right.leaf
        return leaf is not None and self.is_figure(leaf) and leaf.measure in defaults().own_totals.values()

    def _years(self) -> Fraction | None:
        """The years of a plan that are said with its number."""
        period = self.quantity.period if self.quantity is not None else None
        if period is None or period.kind is not PeriodKind.OVER or not period.seconds:
            return None
        return period.seconds / SECONDS["year"]

    def headline(self) -> str:
        """The ratio, or the number, that decides."""
        if self.claim.relation in HEADLINES:
            return HEADLINES[self.claim.relation](self)
        if self.claim.relation == "plan":
            term = self.term(self.claim.right)
            whole = say("the {what}", what=term) if self.outcome.ratio <= 1 else term
            return share_of(Interval.point(self.outcome.ratio), whole)
        ratio = times(Interval.point(self.outcome.ratio))
        if self.quantity is None or self.claim.relation == "gift":
            return say("{ratio} {what}", ratio=ratio, what=self.term(self.claim.right))
        if self.outcome.apart <= 1 or self.verdict in YES:
            is_known = any(leaf.sort not in (Sort.STATED, Sort.CONSTANT) for leaf in self.claim.right.leaves())
            return say(KNOWN if is_known else MADE, number=self.reckoned(self.quantity))
        return self._far_off(self.quantity)

    def _far_off(self, quantity: Quantity) -> str:
        """How much too high or too low a number is, and what was reckoned."""
        high, number = self.outcome.over, self.reckoned(quantity)
        if self.outcome.ratio <= 0:  # the other way: a rise for a fall
            return say(KNOWN, number=number)
        apart = self.outcome.ratio if high else 1 / self.outcome.ratio
        if self.is_wide():  # from the end of the range that is told
            low, high_end = self._ends()
            claimed = self.claim.left.value()
            apart = claimed / high_end if high else low / claimed
        if apart >= IN_TIMES:
            return say(TIMES_OFF[not high], ratio=times(Interval.point(apart)), number=number)
        share = percent((apart - 1 if high else 1 - 1 / apart) * 100)
        return say(SHARE_OFF[not high], share=share, number=number)

    def flip(self) -> str:
        """The range in which the number would be plausible; "" for a yes, and where no range can be said."""
        if self.quantity is None or self.verdict in YES:
            return ""
        if self.claim.relation == "gift":
            return ""
        if self.outcome.basis is Basis.OWN:
            return self._solved()
        factor = self._factor()
        if self.outcome.plausible is None or not factor:
            return ""
        low, high = (in_unit_of(end / factor, self.quantity, self.library, 2) for end in self.outcome.plausible)
        if not self.outcome.plausible[0]:
            return say("Would be plausible up to {high}", high=high)
        return say("Would be plausible between {low} and {high}", low=low, high=high)

    def _solved(self) -> str:
        """The message's first other number as it would have to be, for a sum of its own that doesn't come out."""
        said_leaves = [leaf for leaf in self.claim.right.leaves() if leaf.sort is Sort.STATED and len(leaf.uses) == 1]
        for leaf in said_leaves:
            needed, quantity = needed_value(self.claim, leaf), self.quantities[min(leaf.uses)]
            if needed is not None and needed > 0 and leaf.factor and leaf.value == quantity.value * leaf.factor:
                number = in_unit_of(needed / leaf.factor, quantity, self.library, 3)
                return say("Would fit with {number} instead of {said}", number=number, said=self.name(leaf))
        return ""

    def reckoned(self, quantity: Quantity) -> str:
        """What was reckoned, in the unit of the quantity that is claimed: a number, or a range where it is wide."""
        factor = self._factor()
        low, high = (end / factor for end in self._ends())
        if self.is_wide():
            return say(
                "{low} to {high}",
                low=in_unit_of(low, quantity, self.library, 2),
                high=in_unit_of(high, quantity, self.library, 2),
            )
        number = self.claim.right.value() / factor
        short = self.claim.relation == "own" and number.denominator == 1 and abs(number) < 10**DIGITS_OF_A_SUM
        return in_unit_of(number, quantity, self.library, DIGITS_OF_A_SUM if short else DIGITS)

    def _ends(self) -> tuple[Fraction, Fraction]:
        """The ends of what was reckoned, in base units."""
        return self.claim.right.range().ends

    def is_wide(self) -> bool:
        """Whether what was reckoned is told as a range."""
        low, high = self._ends()
        return high > low * AS_A_RANGE > 0

    def term(self, term: Term, *, inner: bool = False) -> str:
        """A term in words: "population of the US × $5"; in brackets where it stands `inner`, inside another."""
        if term.leaf is not None:
            return self.name(term.leaf)
        if term.operator in RANKS:
            return self.term(term.parts[0])
        if term.operator in AROUND_SHARE:
            return f"({AROUND_SHARE[term.operator]}{self.term(term.parts[0], inner=True)})"
        if term.operator is Operator.POWER:
            base, exponent = term.parts
            often = self.term(exponent, inner=True) if exponent.leaf is None else format_number(exponent.leaf.value, 3)
            return f"{self.term(base, inner=True)}^{often}"
        parts = _without_ones(term) if term.operator is Operator.PRODUCT else term.parts
        text = SIGNS[term.operator].join(self.term(part, inner=inner or len(parts) > 1) for part in parts)
        return f"({text})" if inner and len(parts) > 1 else text

    def name(self, leaf: Leaf) -> str:
        """A leaf in words: the number as it was said, "population of the US", the name of a thing."""
        if leaf.sort is Sort.STATED:
            return self._stated(leaf)
        return self._figure(leaf) if self.is_figure(leaf) else _labelled(leaf)

    def is_figure(self, leaf: Leaf) -> bool:
        """Whether a leaf is a figure of somebody, or what the person says in its place."""
        return leaf.sort in (Sort.FIGURE, Sort.GIVEN, Sort.LACKING) and leaf.measure in self.library.measures

    def _stated(self, leaf: Leaf) -> str:
        """A number as it was said, an end of a range, or what is taken off."""
        quantity = self.quantities[min(leaf.uses)]
        is_end = leaf.low == leaf.high and quantity.is_range
        is_end |= leaf.value > 0 > quantity.value  # "minus 15", which is taken off
        number = leaf.value / leaf.factor
        return in_unit_of(number, quantity, self.library) if is_end else said(quantity, self.library)

    def _figure(self, leaf: Leaf) -> str:
        """The measure and the entity of a figure, with the date where a change is claimed."""
        name = figure_name(leaf.measure, leaf.entity, self.library)
        if self.claim.relation in ("change", "trend", "prices"):
            return say("{what} in {date}", what=name, date=dated(leaf.dated))
        return say("{what} a head", what=name) if " / " in leaf.id else name

    def _factor(self) -> Fraction:
        """The base units in one unit of the number that is claimed."""
        return self.claim.left.leaf.factor if self.claim.left.leaf is not None else Fraction(1)


HEADLINES: dict[str, Callable[[ClaimWording], str]] = {  # on a scale nothing is so many times something else
    "date": lambda one: say(KNOWN, number=of_leaf(one.claim.right.leaves()[0])),
    "degrees": lambda one: say(KNOWN, number=one.reckoned(one.quantity)) if one.quantity is not None else "",
    "whole": lambda one: say("they make {share}", share=percent(one.claim.right.value() * 100, 4)),
    "place": lambda one: say("it is number {number}", number=format_number(one.claim.right.value())),
}


def _labelled(leaf: Leaf) -> str:
    """The label of what is known of a thing, or of what people do: "mass of elephant", "tea a person"."""
    what, _, whom = leaf.label.partition(" of ")
    if leaf.sort is Sort.PROPERTY and whom:
        return say("{what} of {whom}", what=say(what), whom=say(whom))
    if leaf.sort is Sort.AVERAGE and leaf.label.endswith(A_PERSON):
        return say("{what} a person", what=say(leaf.label.removesuffix(A_PERSON)))
    return say(leaf.label)


def _is_one(leaf: Leaf) -> bool:
    """Whether a leaf says no more than of what there is one, or that it is for a year."""
    return leaf.sort is Sort.CONSTANT and (leaf.type != NUMBER or leaf.value == 1)


def _without_ones(term: Term) -> tuple[Term, ...]:
    """The factors of a product without those that only say of how many or how long: 1 person, 1 year."""
    factors = tuple(part for part in term.parts if part.leaf is None or not _is_one(part.leaf))
    return factors or term.parts
