"""A product of leaves as a claim about a quantity."""

from __future__ import annotations

from knowledge.model.units import NUMBER, Exponents
from quantities import Bound
from reasoning.data.tables import cues
from reasoning.derivation.products import Product
from reasoning.grounding.ground import Ground
from reasoning.model.claim import Candidate, Claim, product, single
from reasoning.model.leaf import Leaf, Places, Sort, constant
from reasoning.reading.language import words

COMPARATORS = {
    Bound.MORE_THAN: ">",
    Bound.AT_LEAST: ">",
    Bound.LESS_THAN: "<",
    Bound.AT_MOST: "<",
    Bound.UP_TO: "<",
    Bound.NEARLY: "~",
    Bound.ABOUT: "~",
}
ONE_UNSAID = 0.8  # the time for one of what somebody does so many of in a time: no word says one
BARE_TAKEN = 0.25  # a number without a unit, taken to be of the unit of another


def product_candidate(
    found: Ground, index: int, target: Leaf, one: Product, cost: dict[str, float], relation: str = "level"
) -> Candidate:
    """The candidate that a quantity is a product; `cost` has the parts that the product itself does not know."""
    leaves = (*one.above, *one.below)
    right = (
        product(tuple(single(leaf) for leaf in one.above), tuple(single(leaf) for leaf in one.below))
        if one.above
        else (product((single(constant(1)),), tuple(single(leaf) for leaf in one.below)))
    )
    quantity = found.context.sentence.stated[index].quantity
    places: Places = target.places.union(*(leaf.places for leaf in leaves))
    used = frozenset({index}).union(*(leaf.uses for leaf in leaves))
    sentence = found.context.sentence
    said = {sentence.words[place].stem for place in sentence.stated[index].places}
    peaks = not said.isdisjoint(cues()["peak"])  # "peaked at" says how much it was
    weighed = any(leaf.sort is Sort.PROPERTY and leaf.places & target.places for leaf in leaves)
    alike = any(sentence.lows[place] in words().alike for place in sentence.stated[index].places)
    peaks |= alike and weighed  # "weighs about as much as 20 people"
    comparator = "=" if peaks else COMPARATORS.get(quantity.bound, "=")
    claim = Claim(single(target), comparator, right, relation)
    return Candidate(
        claim,
        {**cost, "product": one.cost + (0.0 if one.above else ONE_UNSAID)},
        places,
        used,
        frozenset(ident for leaf in leaves for ident in leaf.entity.split()),
        index,
    )


def type_of(one: Product) -> Exponents:
    """The type of what is above the line over what is below."""
    powers = NUMBER
    for leaf in one.above:
        powers = powers * leaf.type
    for leaf in one.below:
        powers = powers / leaf.type
    return powers
