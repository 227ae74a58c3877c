"""Numbers that words make of those beside them: so much for each, one more at the end of a row, a model's scale."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, permutations

from knowledge.model.units import NUMBER, Exponents
from quantities import Dimension
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import LENGTH, MONEY, PHYSICAL, TIME, count_bases, counted
from reasoning.model.claim import Operator, Term, single
from reasoning.model.leaf import Leaf, Places, Sort, constant
from reasoning.reading.language import stem, words
from reasoning.reading.passage import Stated
from reasoning.reading.scale_ratios import scale_ratios

BESIDE = 0.05  # "20 slices a loaf", "showers of 80 litres"
MOST_BETWEEN = 3  # words from an amount to its price: "80 litres of fuel at 2 euros"
BOTH_ENDS = 0.2
WORDS_BEFORE = 5


def priced_leaves(found: Ground, index: int) -> list[Leaf]:
    """Money as so much for each unit of the amount beside it: "300 kWh at 30 cents", "12 euros x 160 hours"."""
    made: list[Leaf] = []
    sentence = found.context.sentence
    for place, (one, other) in enumerate(pairwise(sentence.stated)):
        between = range(one.last + 1, other.first)
        if not 0 < len(between) <= MOST_BETWEEN or sentence.lows[between[-1]] not in words().priced:
            continue
        for money, amount in ((place, place + 1), (place + 1, place)):
            if index not in (money, amount) and found.stated[money] and found.stated[amount]:
                made += _for_unit(found.stated[money][0], found.stated[amount][0], between[-1])
    return made


def beside_leaves(found: Ground, index: int, target: Leaf) -> list[Leaf]:
    """What words make of the numbers beside one, and of each other."""
    made = [*priced_leaves(found, index), *of_one_leaves(found, index), *scaled_leaves(found)]
    return [*made, *posted_leaves(found, index, target)]


def posted_leaves(found: Ground, index: int, target: Leaf) -> list[Leaf]:
    """How many stand along a length, or leave in a time, with one at each end: "a post every 3 m on 60 m" is 21."""
    lows, made, own = found.context.sentence.lows, [], dict(target.type.of)
    ones = [(place, leaves[0]) for place, leaves in enumerate(found.stated) if leaves and place != index]
    for (place, step), (_, whole) in permutations(ones, 2) if not own.keys() & PHYSICAL else ():
        one, along = found.context.sentence.stated[place], step.type == whole.type and step.type in (LENGTH, TIME)
        spaced = lows[one.first - 1] in words().for_each or words().spaced.intersection(lows[one.last + 1 :][:1])
        if along and spaced and 0 < step.value * 2 <= whole.value:
            term = Term(None, Operator.QUOTIENT, (single(whole), single(step)))
            term = Term(None, Operator.SUM, (term, single(constant(1))))
            value, places, uses = term.value(), whole.places | step.places, whole.uses | step.uses
            made.append(Leaf(
                f"posts.{step.id}.{whole.id}", Sort.STATED, value, value, value, target.type, BOTH_ENDS, places,
                f"{whole.label} / {step.label} + 1", uses=uses, made=term,
            ))  # fmt: skip
    return made


def of_one_leaves(found: Ground, index: int) -> list[Leaf]:
    """So much for each of what is counted, where it is said of one: "a ewe is worth 200", beside 45 of 300 ewes."""
    sentence, made = found.context.sentence, []
    counts = {stem(one.quantity.unit.noun or ""): one.quantity.unit for one in sentence.stated if is_count(one)}
    for place, (one, leaves) in enumerate(zip(sentence.stated, found.stated, strict=True)):
        for opening, noun in pairwise(sentence.words[max(one.first - WORDS_BEFORE, 0) : one.first]):
            single_one = opening.low in words().article_one | words().for_each and opening.segment == one.segment
            if place != index and single_one and noun.stem in counts and leaves and not count_bases(leaves[0].type):
                unit, places = counts[noun.stem], frozenset({opening.place, noun.place})
                made.append(for_one(leaves[0], counted(unit.noun or unit.name), BESIDE, places))
    return made


def scaled_leaves(found: Ground) -> list[Leaf]:
    """The numbers that words say without a quantity: the 87 of a model of 1:87, and the third of "each third one"."""
    sentence, cue, said = found.context.sentence, found.context.cue("miniature"), list[tuple[Fraction, Places]]()
    for number, places in scale_ratios(sentence) if cue else ():
        said += [(one, places | cue) for one in (number, 1 / number)]
    for place, (each, low) in enumerate(pairwise(sentence.lows)):
        if each in words().for_each and words().ordinals.get(low, 0) > 1:
            said.append((Fraction(1, words().ordinals[low]), frozenset({place, place + 1})))
    texts = ((one, places, f"{one}" if one > 1 else f"1/{1 / one}") for one, places in said)
    return [replace(constant(one, text), cost=BESIDE, places=places) for one, places, text in texts]


def _for_unit(money: Leaf, amount: Leaf, between: int) -> list[Leaf]:
    """The money for each unit of an amount that is measured; none where it is said for something else."""
    bare = money.type == NUMBER and not money.percent
    if not (bare or money.type == MONEY) or not amount.factor or not amount.type.of or amount.type == MONEY:
        return []
    if any(base not in PHYSICAL for base, _ in amount.type.of):
        return []
    each = money.in_units_of(1 / amount.factor)
    return [for_one(each, amount.type, BESIDE, frozenset({between}))]


def is_count(one: Stated) -> bool:
    """Whether a quantity counts something."""
    return one.quantity.unit.dimension is Dimension.COUNT


def for_one(leaf: Leaf, powers: Exponents, cost: float, places: Places) -> Leaf:
    """The leaf for each of something."""
    return replace(leaf, type=leaf.type / powers, cost=leaf.cost + cost, places=leaf.places | places)
