"""Loads a stored claim from its JSON: what was looked up has the value that a library has for it."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

from pydantic import ValidationError

from knowledge import Library
from knowledge.model.units import Exponents
from quantities import Form, Interval, Period, Quantity, Unit
from reasoning.model.claim import Claim, Term
from reasoning.model.leaf import Leaf, Sort
from reasoning.serialization.claim_form import ClaimForm, LeafForm, NumberForm, TermForm, UnitForm
from reasoning.serialization.known_leaves import UnknownIdError, known_leaf, unstored_leaf
from reasoning.serialization.stored_claim import StoredClaim, given_leaf, said_leaf

MOST_CHARACTERS = 60_000
MOST_DEPTH = 30  # brackets within brackets
MOST_LEAVES = 80
ALIKE = "claimed certainty hedged upper_only shared accepted caveats fits money pledged".split()  # in JSON as here


class ClaimError(ValueError):
    """The text is no stored claim, or one of something that the library does not have; it says in a sentence why."""


def load_claim(text: str, library: Library, as_of: date) -> StoredClaim:
    """The claim that `claim_to_json` wrote, with the values of a library. Raises ClaimError for anything else.

    `as_of` is the day of the answer: what is reckoned from figures, as a distance, has those of that day.
    """
    form = _form(text)
    try:
        numbers = tuple(_number(one) for one in form.numbers)
        maker = _Maker(numbers, library, as_of)
        claim = Claim(maker.term(form.left), form.comparator, maker.term(form.right), form.relation)
        beside = tuple(leaf for one in form.beside for leaf in maker.term(one).leaves())
    except UnknownIdError as unknown:
        raise ClaimError(f"the library has no {unknown}") from unknown
    if max(form.claimed, form.money) >= len(numbers) or any(leaf.sort is not Sort.GIVEN for leaf in beside):
        raise ClaimError("a number that is claimed, or beside it, is not among the numbers")
    return StoredClaim(
        claim,
        numbers,
        place=form.place if form.place in library.entities else "",
        beside=beside,
        **{name: getattr(form, name) for name in ALIKE},
    )


def _form(text: str) -> ClaimForm:
    """The text as an object of the right form, before anything is made of it."""
    if len(text) > MOST_CHARACTERS or _depth(text) > MOST_DEPTH:
        raise ClaimError("this is too long, or too deep, for a claim")
    try:
        return ClaimForm.model_validate(json.loads(text))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise ClaimError(f"this is no claim: at {place}: {first['msg']}") from None
    except (ValueError, RecursionError):
        raise ClaimError("this is no claim: it is not JSON") from None


def _depth(text: str) -> int:
    """The most brackets that are open at once, those in quoted texts counted too."""
    depth = deepest = 0
    for sign in text:
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "]}":
            depth -= 1
    return deepest


def _number(form: NumberForm) -> Quantity:
    """A number as it was said."""
    end = form.value if form.to is None else form.to
    if end < form.value:
        raise ClaimError("a range ends below its beginning")
    period = form.period
    return Quantity(
        Interval(form.value, end),
        unit=_unit(form.unit),
        form=form.form,
        bound=form.bound,
        precision=form.precision,
        period=None if period is None else Period(period.kind, period.count, period.unit, period.year),
    )


def _unit(form: UnitForm) -> Unit:
    below = None if form.per is None else _unit(form.per)
    return Unit(form.name, form.dimension, form.factor, form.currency, form.noun, (), below, form.per_count)


class _Maker:
    """Makes the terms of a claim, whose leaves name its numbers."""

    def __init__(self, numbers: tuple[Quantity, ...], library: Library, as_of: date) -> None:
        self._numbers, self._library, self._as_of = numbers, library, as_of
        self._leaves = 0

    def term(self, form: TermForm | LeafForm) -> Term:
        """A term with all terms below it. Raises ClaimError, and UnknownIdError for what the library lacks."""
        if isinstance(form, TermForm):
            return Term(None, form.operator, tuple(self.term(part) for part in form.of))
        self._leaves += 1
        if self._leaves > MOST_LEAVES:
            raise ClaimError("a claim has fewer numbers")
        low = form.value if form.low is None else form.low
        high = form.value if form.high is None else form.high
        if not low <= form.value <= high:
            raise ClaimError("a value lies outside its range")
        powers = Exponents(tuple(sorted((base, power) for base, power in form.type.items() if power)))
        if form.said is not None:
            return Term(self._said(form, powers, low, high))
        if form.sort is Sort.CONSTANT:
            return Term(Leaf(form.id, form.sort, low, form.value, high, powers, label=form.label))
        return Term(self._known(form, powers, low, high))

    def _said(self, form: LeafForm, powers: Exponents, low: Fraction, high: Fraction) -> Leaf:
        """What was said."""
        assert form.said is not None
        number = self._number(form.said)
        factor = Fraction(1) if form.factor is None else form.factor
        percent = number.form is Form.PERCENT
        leaf = Leaf("", Sort.STATED, low, form.value, high, powers, factor=factor, percent=percent)
        return said_leaf(leaf, form.said, number)

    def _known(self, form: LeafForm, powers: Exponents, low: Fraction, high: Fraction) -> Leaf:
        """What was looked up, or what stands in its place."""
        if form.sort is None or form.sort is Sort.STATED:
            raise ClaimError("a leaf is said, or has a sort")
        leaf = self._looked_up(form, powers)
        if form.sort is not Sort.GIVEN:
            return leaf
        if form.given is None:
            raise ClaimError("what is given has a number")
        self._number(form.given)
        return given_leaf(leaf, low, form.value, high, form.given)

    def _looked_up(self, form: LeafForm, powers: Exponents) -> Leaf:
        """What is stored of an id; of what was given, or lacks, nothing may be."""
        entity, _, rest = form.id.partition(".")
        may_lack = form.sort in (Sort.GIVEN, Sort.LACKING) and (not entity or entity in self._library.entities)
        if may_lack and not (entity and self._library.has_figures(entity, rest.partition(".")[0])):
            return unstored_leaf(form.id, powers, self._library, self._as_of)
        stale, years = form.stale_years, form.years
        return known_leaf(form.id, powers, self._library, self._as_of, stale_years=stale, years=years)

    def _number(self, place: int) -> Quantity:
        if not 0 <= place < len(self._numbers):
            raise ClaimError("a leaf names a number that there is not")
        return self._numbers[place]
