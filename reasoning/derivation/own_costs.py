"""What speaks against a product of the message's own numbers: no word makes it, or words make another."""

from __future__ import annotations

from itertools import pairwise

from knowledge.model.units import NUMBER, Exponents
from quantities import Form, Role
from quantities.model.quantity import SECONDS
from reasoning.derivation.product_claims import type_of
from reasoning.derivation.products import Product
from reasoning.derivation.soundness import is_at
from reasoning.grounding.context import Context
from reasoning.grounding.types import LENGTH, MONEY, TIME, count_bases
from reasoning.model.claim import Operator
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.items import listed_items
from reasoning.reading.language import words
from reasoning.reading.results import concluded

FROM_TIMES_TO = 2.2
BARE_TIMES_BARE = 0.7
BESIDE = 2  # words
NEAR_REST = 4  # words before what is left
ITEMS_MULTIPLIED = 2.5  # two of a list of items


def is_of_a_share(leaf: Leaf) -> bool:
    """Whether a number is what a share leaves, or makes of all: 1 − 25 %."""
    return leaf.made is not None and leaf.made.operator in (Operator.SUM, Operator.DIFFERENCE)


def is_against_them(context: Context, one: Product) -> bool:
    """Whether a share of those counted before, "half of them", is not multiplied with a share that stands before it."""
    shares = [leaf for leaf in (*one.above, *one.below) if leaf.uses and leaf.value < 1]
    stated = {leaf.id: context.sentence.stated[min(leaf.uses)] for leaf in shares}
    cue = context.cue("of_them")
    parts = [leaf for leaf in shares if cue & (stated[leaf.id].places | {stated[leaf.id].last + 1})]
    if not parts or len(shares) < 2:
        return False
    first = min(stated[leaf.id].first for leaf in shares)
    plain = not any(leaf.made is not None or leaf in one.below for leaf in shares)
    return not plain or any(stated[leaf.id].first == first for leaf in parts)


def is_plain_part(leaf: Leaf) -> bool:
    """Whether a number is a share of something, as it is said: "a third"."""
    return bool(leaf.uses) and leaf.made is None and 0 < leaf.value < 1 and leaf.type == NUMBER


def takes_the_part(context: Context, one: Product, index: int) -> bool:
    """Whether a share is taken of something where only what it leaves is claimed, or a share less is claimed as one."""
    target = context.sentence.stated[index]
    near = frozenset(range(target.first - NEAR_REST, target.first)) | {target.last + 1, target.last + 2}
    parts = [leaf for leaf in one.above if is_plain_part(leaf)]
    if target.quantity.form is Form.PERCENT:
        if any(leaf.percent for leaf in (*one.above, *one.below)):
            return False  # "2 % every year, so 20 % less"
        return target.last + 1 in context.cue("taken_off") or target.quantity.text[:1] in "-−"
    return bool(parts and context.cue("left") & near)


def uneven(context: Context, one: Product, claimed: Leaf, index: int) -> int:
    """How many counted nouns do not cancel; none where a number without a noun may be so many of one for each other.

    Where so many are said of each, a noun may stay, but not the one that is claimed and cancels: people over people
    make no people. What no strong word concludes is not of another noun alone: beds over months are no arrests a month.
    """
    if any(_is_bare(leaf) for leaf in (*one.above, *one.below)):
        return 0
    made, of = count_bases(type_of(one)), count_bases(claimed.type)
    left = count_bases(type_of(one) / claimed.type)
    cancelled = {base for leaf in (*one.above, *one.below) for base in count_bases(leaf.type)} & of.keys() - made.keys()
    each = bool(context.cue("each") or context.cue("carries")) and not cancelled
    of_another = sorted(left.values()) == [-1, 1] and any(of.get(base, 0) > 0 for base in left)
    each &= not of_another or index in concluded(context.sentence)
    staying = [min(abs(exponent), 2) for exponent in left.values() if not (each and abs(exponent) == 1)]
    return len(cancelled) + sum(staying)


def _is_bare(leaf: Leaf) -> bool:
    """Whether a number that is said has no unit, but for what it is per: "16", "12 per box"."""
    plain = leaf.sort is Sort.STATED and not leaf.percent and len(leaf.uses) == 1 and leaf.value > 1
    return plain and leaf.unit not in SECONDS and all(exponent < 0 for _, exponent in leaf.type.of)


def bare_times_bare(context: Context, one: Product) -> float:
    """Two amounts without a unit are hardly multiplied where nothing says so."""
    bare = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED and leaf.type == NUMBER]
    amounts = [leaf for leaf in bare if leaf.value > 1 and not leaf.percent and len(leaf.uses) == 1]
    prices = [leaf for leaf in (*one.above, *one.below) if leaf.type == MONEY and len(leaf.uses) == 1]
    cue = context.cue("times") | context.cue("each") | context.cue("split")
    listed, _ = listed_items(context.sentence)
    if (
        sum(leaf.uses <= listed and leaf.type != LENGTH for leaf in (*one.above, *one.below) if leaf.uses) > 1
        or sum(is_at(context, leaf) for leaf in (*amounts, *prices)) > 1  # two prices
        or _are_coordinate(context, amounts)
    ):
        return ITEMS_MULTIPLIED
    return BARE_TIMES_BARE if len(amounts) > 1 and not cue else 0.0


def _are_coordinate(context: Context, leaves: list[Leaf]) -> bool:
    """Whether nothing but "and" or a comma stands between two of some numbers: "14, 17 and 20"."""
    stated = sorted((context.sentence.stated[min(leaf.uses)] for leaf in leaves), key=lambda one: one.first)
    gaps = ((one.last + 1, other.first) for one, other in pairwise(stated))
    return any(words().and_word.issuperset(context.sentence.lows[slice(*gap)]) for gap in gaps)


def is_guessed(context: Context, one: Product, claimed: Exponents, index: int) -> bool:
    """Whether a bare number divides, or is times a bare rate or a time, where no word beside it says that it does."""
    said = [leaf for leaf in (*one.above, *one.below) if leaf.sort is Sort.STATED]
    bare = [leaf for leaf in said if leaf.type == NUMBER and _is_bare(leaf)]
    loose = [leaf for leaf in bare if leaf.low != leaf.high or not _is_joined(context, min(leaf.uses))]
    rates = [leaf for leaf in said if dict(leaf.type.of).get("s") == -1 and not leaf.percent]
    times = [leaf for leaf in said if leaf.type == TIME]
    repeated = [leaf for leaf in times if claimed == TIME and leaf in one.above]
    aged = [leaf for leaf in bare if repeated and is_at(context, leaf)]  # "retires at 67"
    weak = context.results() - concluded(context.sentence)  # "earns 3,100, pays 950 and has 2 cats"
    shared = _is_joined(context, index) or bool(count_bases(claimed) and index not in weak)  # "29 each", "500 nurses"
    ranges = any(leaf.low != leaf.high for leaf in loose)  # "between 9 and 12"
    return (
        bool(aged)
        or ranges
        or any(
            repeated
            or (rates and (times or (leaf in one.above and rates[0] in one.above)))
            or (leaf in one.below and not shared)
            for leaf in loose
        )
    )


def _is_joined(context: Context, index: int) -> bool:
    """Whether a word, or a sign, beside a number shares, repeats or prices: "for 6", "2.4 to a home", "x 12"."""
    one, sentence = context.sentence.stated[index], context.sentence
    shared = context.cue("each") | context.cue("split") | context.cue("carries") | context.cue("size_of")
    cues = shared | context.cue("times") | context.cue("rate")
    beside = cues & frozenset(range(one.first - BESIDE, one.last + BESIDE + 1))
    behind = words().article_one & {*sentence.lows[one.last + 1 : one.last + 3]}
    return bool(beside or behind) or sentence.lows[one.first - 1] in words().lasting


def is_added(context: Context, one: Product, target: int) -> bool:
    """Whether a word that adds stands between two numbers of a product, or before it: "3 at 4 plus 2 at 5"."""
    stated = context.sentence.stated
    firsts = [stated[index].first for leaf in (*one.above, *one.below) for index in leaf.uses]
    firsts += [stated[target].first] if target not in context.results() else []
    adding = [word.place for word in context.sentence.words if word.low in words().beside_sum]
    adding += [one.first for one in stated if one.quantity.text.startswith("+")]
    return bool(firsts) and any(min(firsts) < place <= max(firsts) for place in adding)


def parted_cost(context: Context, one: Product) -> float:
    """What something was before and after is hardly multiplied: "from 40 to 120"."""
    used = frozenset().union(*(leaf.uses for leaf in (*one.above, *one.below)))
    stated = [context.sentence.stated[index] for index in used]
    changes = any(not one.quantity.stated.is_point and one.first - 1 in context.cue("from") for one in stated)
    changes |= len({period.year for each in stated if (period := each.quantity.period) and period.year}) > 1
    return FROM_TIMES_TO if changes or {one.quantity.role for one in stated} & {Role.FROM, Role.TO} else 0.0
