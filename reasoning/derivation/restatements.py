"""One quantity said again in another unit: what stands in brackets is rounded, and told from the first one's side."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reasoning.derivation.products import Product
from reasoning.grounding.context import Context
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.passage import is_bracketed

MOST_ROUNDED = Fraction(1, 10)  # "3 oz (90 g)": as recipes round
HALF, MOST_DIGITS = Fraction(1, 2), 10**12


def restatement(context: Context, one: Product, claimed: Leaf) -> Leaf | None:
    """What is claimed as it may have been rounded where it says a single other quantity again, in brackets.

    None where nothing is said again: for the one before the brackets, and for "2 miles longer" than 5 km. What is no
    restatement is returned as it is.
    """
    leaves = (*one.above, *one.below)
    if len(leaves) != 1 or leaves[0].sort is not Sort.STATED or len(leaves[0].uses | claimed.uses) != 2:
        return claimed
    sentence = context.sentence
    (own,), (other,) = claimed.uses, leaves[0].uses
    stated = sentence.stated
    compares = context.cue("more") | context.cue("less")
    if compares & {stated[own].last + 1, stated[other].last + 1}:
        return None
    if is_bracketed(sentence, stated[other]) and stated[own].last + 1 == stated[other].first:
        return None
    if is_bracketed(sentence, stated[own]) and stated[other].last + 1 == stated[own].first:
        return _rounded(claimed)
    return claimed


def _rounded(leaf: Leaf) -> Leaf:
    """A number good to half a unit of its last digit that is no zero, and to a tenth of itself at most."""
    if not leaf.factor or leaf.low != leaf.high:
        return leaf
    number = abs(leaf.value / leaf.factor)
    unit = Fraction(1)
    while number % (unit * 10) == 0 and unit < number:
        unit *= 10
    while number % unit and unit * MOST_DIGITS > number:  # a third has no last digit
        unit /= 10
    room = min(unit * HALF, number * MOST_ROUNDED) * abs(leaf.factor)
    return replace(leaf, low=leaf.value - room, high=leaf.value + room)
