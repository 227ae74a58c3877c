"""Whether a product of what is said is one that people reckon: it has all it needs, and nothing that makes no sense."""

from __future__ import annotations

from quantities import Dimension, Form
from reasoning.derivation.growth import is_passed_on
from reasoning.derivation.products import Product
from reasoning.derivation.proportions import takes_longer_together, turns_proportion
from reasoning.grounding.context import Context
from reasoning.grounding.stated import chained_sides
from reasoning.grounding.types import PHYSICAL
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.language import stem, words
from reasoning.reading.passage import is_rate, is_time

SHARES = frozenset({Form.PERCENT, Form.RATIO})


def is_reckoned(context: Context, one: Product, claimed: Leaf) -> bool:
    """Whether numbers that are said make what is claimed, in a way that makes sense."""
    if (
        _divides_by_growth(context, one, claimed)
        or _is_unit_over_unit(one)
        or _splits_sides(context, one, claimed)
        or _is_share_of_a_divisor(one)
        or turns_proportion(context, one, claimed)
        or takes_longer_together(context, one, claimed)
        or doubles_once_more(context, one)
        or _ignores_doubling(context, one)
        or any(counts_speakers(context, leaf) for leaf in (claimed, *one.above, *one.below))
        or _turns_each(context, one, claimed)
        or _is_in_part_of_no_time(context, one, claimed)
    ):
        return False
    return _is_sum_of_its_own(context, one, claimed) and not _is_share_alone(one, claimed)


def _divides_by_growth(context: Context, one: Product, claimed: Leaf) -> bool:
    """Whether growth stands below the line: it is multiplied with, unless it makes money worth less."""
    devalues = context.cue("devalues") and not _is_of_time(claimed)
    return any("^" in leaf.label for leaf in one.below) and not devalues


def defines(context: Context, part: Leaf) -> bool:
    """Whether a number is the 1 of what is said to be so much: "1 point = 5 cents"."""
    end = context.sentence.words[context.sentence.stated[min(part.uses)].last].end
    return part.value == 1 and "=" in context.sentence.text[end : end + 2]


def is_divided(context: Context, index: int) -> bool:
    """Whether a sentence opens with that of which what follows are parts: "of the 40 pupils 10 came and 30 stayed"."""
    before = context.sentence.lows[: context.sentence.stated[index].first] if index >= 0 else ()
    return len(before) == 2 and before[0] in words().part_of and before[1] in words().definite | words().possessive


def is_at(context: Context, leaf: Leaf) -> bool:
    """Whether a number is said as a rate, or as the price of each: "at 5%", "some at 12 and some at 8"."""
    first = context.sentence.stated[min(leaf.uses)].first
    return not words().at_rate.isdisjoint(context.sentence.lows[max(first - 1, 0) : first])


def _splits_sides(context: Context, one: Product, claimed: Leaf) -> bool:
    """Whether one of some numbers that are only named together stands alone, where no length or area is claimed."""
    if any(claimed.uses <= frozenset(chain) for chain in chained_sides(context)):
        return True
    bare, sides = "m" not in dict(claimed.type.of), named_sides(context)
    return bare and any(len(leaf.uses) == 1 and leaf.uses <= sides for leaf in (claimed, *one.above, *one.below))


def named_sides(context: Context) -> frozenset[int]:
    """The indexes of numbers that are only named together, as the sides of something: "a 4 by 4"."""
    stated, lows = context.sentence.stated, context.sentence.lows
    chains = [sides for sides in chained_sides(context) if lows[stated[sides[0]].last + 1] in words().agent]
    return frozenset(index for chain in chains for index in chain)


def _is_share_of_a_divisor(one: Product) -> bool:
    """Whether a share stands below the line with another number that is said: nobody divides by a share of one."""
    below = [leaf for leaf in one.below if leaf.sort is Sort.STATED and len(leaf.uses) == 1]
    return len(below) > 1 and any(leaf.percent and leaf.made is None for leaf in below)


def _is_unit_over_unit(one: Product) -> bool:
    """Whether a unit stands on both sides, a year over a day: rates need no such help."""
    return all(any(leaf.sort is Sort.CONSTANT for leaf in side) for side in (one.above, one.below))


def _is_sum_of_its_own(context: Context, one: Product, claimed: Leaf) -> bool:
    """Whether two or more numbers that are said make it, or another unit of the same."""
    said = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED]
    leaves = (*one.above, *one.below)
    physical = any(base in PHYSICAL for base, _ in claimed.type.of)
    if len(leaves) == 1:
        return _is_same(context, leaves[0], claimed, physical=physical, above=bool(one.above))
    yearly = dict(claimed.type.of).get("s") == -1 and any(leaf.percent and is_at(context, leaf) for leaf in said)
    if not yearly and any(leaf.sort is Sort.CONSTANT and not leaf.places for leaf in leaves):
        return False  # "at 24%" is so much a year
    if not yearly and _is_of_no_time(one, said, claimed):
        return False
    constant_time = any(leaf.sort is Sort.CONSTANT and dict(leaf.type.of).get("s") for leaf in leaves)
    timed = any(dict(leaf.type.of).get("s") or is_said_a_time(context, leaf) for leaf in said) and not claimed.percent
    if constant_time and not (timed or (dict(claimed.type.of).get("s") and physical and not _is_of_time(claimed))):
        return False
    known = any(leaf.sort is Sort.FIGURE for leaf in leaves)
    return len(said) >= 2 or (bool(said) and (physical or known))


def _is_of_no_time(one: Product, said: list[Leaf], claimed: Leaf) -> bool:
    """Whether only the period of one number makes another, or a quotient of others, something by the day."""
    leaves = (*one.above, *one.below)
    if any(leaf.sort is Sort.FIGURE for leaf in leaves):
        return False
    numbers = (claimed, *said) if len(said) == 1 else (claimed,)
    periods = frozenset[int]().union(*(leaf.places for leaf in numbers))
    own = any(leaf.sort is Sort.CONSTANT and leaf.places & periods for leaf in leaves)
    return own and (len(said) == 1 or any(leaf.sort is Sort.STATED for leaf in one.below))


def _is_same(context: Context, other: Leaf, claimed: Leaf, *, physical: bool, above: bool) -> bool:
    """Whether a single number makes another: it was put together of others, or is the same in another unit or form."""
    if other.sort is Sort.CONSTANT:
        return physical and bool(other.unit) and bool(other.places)
    if not other.uses:
        return False  # what is known of a thing, as how dense it is, is no number said again
    if len(other.uses) > 1 or other.label.startswith("2^"):
        return True
    if not physical:
        timed = is_said_a_time(context, other) and is_said_a_time(context, claimed) and other.factor != claimed.factor
        return above and (timed or _is_same_share(context, other, claimed))  # "2 hours a day, so 30 days a year"
    other_unit = other.unit != claimed.unit and other.factor != claimed.factor
    return other_unit and not _is_of_another_thing(context, other, claimed)


def _is_of_another_thing(context: Context, other: Leaf, claimed: Leaf) -> bool:
    """Whether another number, or what somebody else is, stands between two numbers: "is 18 cm, so the real one is"."""
    if dict(claimed.type.of).get("s"):
        return False  # "70 beats a minute, so my heart does 100,000 a day"
    sentence, classes = context.sentence, words()
    both = sorted((sentence.stated[min(leaf.uses)] for leaf in (other, claimed)), key=lambda one: one.first)
    between = sentence.words[both[0].last + 1 : both[1].first]
    named = (word for word in between if word.low in classes.article | classes.possessive)
    before = ((sentence.words[word.place - 1], word) for word in named if word.segment == both[1].segment)
    opens = any(one.low in classes.result or one.segment != word.segment for one, word in before)
    return opens or any(both[0].last < one.first < both[1].first for one in sentence.stated)


def counts_speakers(context: Context, leaf: Leaf) -> bool:
    """Whether a bare number only says how many those are who speak: "we're only three"."""
    if len(leaf.uses) != 1:
        return False
    one, lows = context.sentence.stated[min(leaf.uses)], context.sentence.lows
    if one.quantity.unit.dimension is not Dimension.NONE or one.quantity.form is not Form.AMOUNT:
        return False
    if any(one.last < context.sentence.stated[at].first for at in context.results()):
        return False  # "for 4, we're 10, so I need"
    before = [low for low in lows[max(one.first - 3, 0) : one.first] if low not in words().only]
    return bool({*before[-1:], "_".join(before[-2:])} & words().speaking)


def _turns_each(context: Context, one: Product, claimed: Leaf) -> bool:
    """Whether so many for each of what is counted are not so many times as many: "5 a pie, so 300 pies of 60"."""
    sentence, sides = context.sentence, ((one.above, 1), ((claimed, *one.below), -1))
    powers = {min(leaf.uses): power for side, power in sides for leaf in side if len(leaf.uses) == 1}
    nouns = ((sentence.stated[index].quantity.unit.noun, power) for index, power in powers.items())
    counted = {stem(noun): power for noun, power in nouns if noun}
    for word in sentence.words[:-1]:
        power = counted.get(sentence.words[word.place + 1].stem) if word.low in words().for_each else None
        first = next((index for index, said in enumerate(sentence.stated) if said.first > word.place + 1), -1)
        if power and powers.get(first, power) != power and sentence.stated[first].segment == word.segment:
            return True
    return False


def _is_in_part_of_no_time(context: Context, one: Product, claimed: Leaf) -> bool:
    """Whether a part of the time, "220 days a year", makes an amount of another where nothing is said by a time."""
    said = [leaf for leaf in (claimed, *one.above, *one.below) if leaf.sort is not Sort.CONSTANT]
    single = ((leaf, context.sentence.stated[min(leaf.uses)].quantity) for leaf in said if len(leaf.uses) == 1)
    parts = [leaf for leaf, quantity in single if is_rate(quantity) and is_time(quantity)]
    rest = [dict(leaf.type.of) for leaf in said if leaf not in parts]
    return bool(parts) and any(rest) and not any("s" in powers for powers in rest)


def _is_same_share(context: Context, other: Leaf, claimed: Leaf) -> bool:
    """Whether a share is said again in another form: "3 out of 8, so 37.5%", "326 of 650 is over half"."""
    if other.sort is not Sort.STATED or len(other.uses) != 1 or not claimed.uses <= context.results():
        return False
    if context.cue("left"):
        return False  # "3 of 8 are gone, so 62.5 % are left"
    forms = [context.sentence.stated[min(leaf.uses)].quantity.form for leaf in (other, claimed)]
    return set(forms) <= SHARES and (forms[0] is not forms[1] or forms[0] is Form.RATIO)


def is_said_a_time(context: Context, leaf: Leaf) -> bool:
    """Whether a number is said per a time, which cancels its own unit: "30 minutes a day"."""
    return any(is_rate(context.sentence.stated[place].quantity) for place in leaf.uses)


def _is_share_alone(one: Product, claimed: Leaf) -> bool:
    """Whether an amount is made of nothing said but shares: a share is of something, alone it makes none."""
    said = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED]
    physical = any(base in PHYSICAL for base, _ in claimed.type.of)
    return physical and bool(said) and all(leaf.percent for leaf in said)


def _ignores_doubling(context: Context, one: Product) -> bool:
    """Whether what doubles again and again, "every three days", is left out."""
    said = frozenset[int]().union(*(stated.places for stated in context.sentence.stated))
    doubled = context.cue("double") - said
    if _stops_after_one(context, one):
        return True
    return bool(doubled) and all(doubled.isdisjoint(leaf.places) for leaf in (*one.above, *one.below))


def _stops_after_one(context: Context, one: Product) -> bool:
    """Whether so many others for each are only taken as often as something is passed on: 3 a round, 5 rounds, 15."""
    if not context.cue("spread"):
        return False
    single = {min(leaf.uses) for leaf in (*one.above, *one.below) if len(leaf.uses) == 1}
    said = range(len(context.sentence.stated))
    return any(single & {base, often} and is_passed_on(context, base, often) for base in said for often in said)


def doubles_once_more(context: Context, one: Product) -> bool:
    """Whether what is doubled again and again is doubled once more, by the word that made it a power of two."""
    doubled = context.cue("double")
    leaves = (*one.above, *one.below)
    if not doubled or not any(
        leaf.sort is Sort.STATED and leaf.value == 2 and len(leaf.uses) == 1 and leaf.places & doubled
        for leaf in leaves
    ):
        return False
    uses = frozenset().union(*(leaf.uses for leaf in leaves))
    return any(context.sentence.stated[place].quantity.unit.dimension is Dimension.TIME for place in uses)


def _is_of_time(leaf: Leaf) -> bool:
    """Whether a number is a length of time."""
    return dict(leaf.type.of) == {"s": 1}
