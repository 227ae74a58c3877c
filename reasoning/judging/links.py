"""Costs of numbers that stand side by side with no word that makes a sum, or an equation, of them."""

from __future__ import annotations

from itertools import pairwise

from knowledge.model.units import NUMBER
from quantities import Dimension, Form, PeriodKind, Role
from reasoning.derivation.soundness import is_divided
from reasoning.grounding.context import Context
from reasoning.grounding.types import PHYSICAL, TIME
from reasoning.model.claim import Candidate, Operator
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.language import stem, words
from reasoning.reading.passage import Sentence, Stated, is_bracketed, is_paid, is_time
from reasoning.reading.results import concluded, is_judged

UNLINKED = 0.8
IDLE, FEWEST_IDLE = 1.0, 2  # of more plain numbers than that, of which nothing is said but a weak word
PLAIN_UNLINKED = 1.6  # of numbers without units or shares, which belong to each other by nothing
RESTATED = 0.3
NOT_EQUATED = 1.5  # two numbers that are only named one after the other: "5 km in 30 minutes"
ANOTHER_SEGMENT = 0.1  # for each further part of the sentence that a number is taken from
NEARLY_FITS = 0.35  # the cost of a number without a unit, or of a noun that stays
JOINED_BY_UNITS = 3  # numbers
NEAR_ADDED = 3  # words behind "plus" in which a number is what is added
WORDS_BEFORE, WORDS_BEHIND = 3, 1  # how far around the numbers a linking word may stand


def unlinked(candidate: Candidate, context: Context) -> float:
    """The cost of a sum of the message's own numbers that no word makes a sum of; 0 for other claims."""
    if candidate.claim.relation == "level":
        return _taken_from_elsewhere(candidate, context)
    if candidate.claim.relation != "own":
        return 0.0
    leaves = candidate.claim.leaves()
    if any(len(leaf.uses) > 1 for leaf in leaves):
        return 0.0  # growth over a time, put together by its own words
    sentence = context.sentence
    used = _used(leaves, sentence)
    if len(leaves) == len(used) == 2 and used[0].last + 1 == used[1].first and is_bracketed(sentence, used[1]):
        return 0.0
    is_announced = candidate.target in concluded(sentence) and used[-1] is sentence.stated[candidate.target]
    if len(leaves) == len(used) == 2 and (
        _passes_over(used, sentence) if is_announced else not _are_equated(used, sentence)
    ):
        restated = not is_announced and (
            _is_per_another_time(used[0], used[1], sentence) or _is_paid_by_another_time(used[0], used[1], sentence)
        )
        return RESTATED if restated else NOT_EQUATED
    first, last = used[0].first, max(one.last for one in used)
    linked = (
        candidate.target in context.results()
        or is_divided(context, candidate.target)
        or _is_of_a_step(context, candidate.target, used)
        or not (words().since_then if len(used) == 1 else words().ago).isdisjoint(sentence.lows)
        or context.cue("remainder") & candidate.places
        or (is_timespan(candidate) and context.cue("begin"))
        or _is_linked(sentence, max(first - WORDS_BEFORE, 0), last + WORDS_BEHIND)
        or _has_sign(sentence, first, last)
        or (candidate.target >= 0 and _is_restated(sentence, sentence.stated[candidate.target], used))
        or any(leaf.sort is Sort.CONSTANT and leaf.places and leaf.type != TIME for leaf in leaves)  # "a millionaire"
        or _is_for_each_counted(sentence, used)
        or _is_share_on(sentence, used)
        or (len(used) == len(sentence.stated) and _fit_by_units(leaves))
    )
    segments = len({one.segment for one in used})
    more = NOT_EQUATED if _has_more(sentence) else 0.0
    plain = all(leaf.sort is Sort.STATED and not leaf.percent and _is_plain(leaf) for leaf in leaves)
    apart = PLAIN_UNLINKED if plain and candidate.claim.right.operator is not Operator.SUM else UNLINKED
    if linked and plain and len(used) > FEWEST_IDLE and _is_idle(candidate, used, context):
        linked, apart = False, IDLE
    return (0.0 if linked else apart) + ANOTHER_SEGMENT * (segments - 1) + more


def _passes_over(used: list[Stated], sentence: Sentence) -> bool:
    """Whether a result is only set beside one number of its own kind, and others stand before: "6 h at 28p = £3.36"."""
    kinds = {one.quantity.unit.dimension for one in used}
    others = sum(one.last < used[-1].first for one in sentence.stated) - 1
    return others >= FEWEST_IDLE and kinds <= {Dimension.MONEY}


def is_by_units(candidate: Candidate, context: Context) -> bool:
    """Whether all of three or more numbers make one of them, and units cancel: so much a month, for months."""
    if candidate.claim.relation != "own" or candidate.cost.get("type", 0.0) > NEARLY_FITS:
        return False
    if not JOINED_BY_UNITS <= len(context.sentence.stated) == len(candidate.stated) or _is_only_told(context.sentence):
        return False
    left, *right = candidate.claim.leaves()
    if sum("money" in dict(leaf.type.of) for leaf in right) > 1:
        return False  # amounts of money are added, not multiplied
    bare = any(leaf.type == NUMBER and leaf.sort is Sort.STATED and leaf.value > 1 for leaf in right)
    if bare and all(leaf.type != NUMBER / TIME for leaf in (left, *right)):
        return False  # no unit says what is done with it
    return any(power < 0 for leaf in (left, *right) for _, power in leaf.type.of)


def _is_only_told(sentence: Sentence) -> bool:
    """Whether a part of the sentence with no number but a time tells what was done then: "after 2 years I sold it"."""
    for one in sentence.stated:
        words_beside = [word for word in sentence.words if word.segment == one.segment]
        alone = sum(other.segment == one.segment for other in sentence.stated) == 1
        opens = one.first - 1 == words_beside[0].place and words_beside[0].low in words().afterwards
        if is_time(one.quantity) and alone and opens and one.last < words_beside[-1].place:
            return True
    return False


def _is_idle(candidate: Candidate, used: list[Stated], context: Context) -> bool:
    """Whether no more than a weak word, and none that multiplies, makes a product: "earns 31, pays 9, has 2 cats"."""
    sentence = context.sentence
    said = candidate.target in concluded(sentence) or _is_for_each_counted(sentence, used) or "=" in sentence.text
    said |= candidate.claim.right.operator is Operator.SUM
    said |= candidate.target < 0 or sentence.stated[candidate.target].quantity.form is not Form.AMOUNT
    multiplies = context.cue("each") | context.cue("times") | context.cue("split") | context.cue("rate")
    return not (said or multiplies or context.cue("per_head") or context.cue("total"))


def _is_share_on(sentence: Sentence, used: list[Stated]) -> bool:
    """Whether a percentage is said on an amount of money that stands right behind it: "a 2 % levy on 500 billion"."""
    for one, other in pairwise(used):
        between = [low for low in sentence.lows[one.last + 1 : other.first] if low not in words().article]
        percent = one.quantity.form is Form.PERCENT and other.quantity.form is Form.AMOUNT
        if percent and 0 < len(between) <= WORDS_BEFORE and between[-1] in words().spent_on | words().part_of:
            return True
    return False


def _is_for_each_counted(sentence: Sentence, used: list[Stated]) -> bool:
    """Whether so many are said of each of what another number counts: "30,000 a game" over 12 games."""
    counted = {stem(one.quantity.unit.noun) for one in used if one.quantity.unit.noun}
    each = words().article_one | words().at_rate | words().each_of | words().for_each
    behind = (sentence.words[one.last + 1 : one.last + 3] for one in used)
    return any(len(pair) > 1 and pair[0].low in each and pair[1].stem in counted for pair in behind)


def _is_plain(leaf: Leaf) -> bool:
    """Whether a number has no physical unit, and is no share."""
    return leaf.value > 1 and all(base not in PHYSICAL for base, _ in leaf.type.of)


def is_timespan(candidate: Candidate) -> bool:
    """Whether a number is claimed of nothing but the time between two dates, or times of day."""
    leaf = candidate.claim.right.leaf
    return candidate.claim.relation == "own" and leaf is not None and leaf.sort is Sort.CONSTANT


def _fit_by_units(leaves: tuple[Leaf, ...]) -> bool:
    """Whether three numbers belong together by their units: litres, kilometres and litres per 100 km."""
    measured = all(leaf.type.of and {base for base, _ in leaf.type.of} <= PHYSICAL - {"money"} for leaf in leaves)
    return measured and len(leaves) == len({leaf.type for leaf in leaves}) == JOINED_BY_UNITS


def _has_more(sentence: Sentence) -> bool:
    """Whether more is added than is said: "plus fees"."""
    adding = [word.place for word in sentence.words if word.low in words().beside_sum]
    firsts = {one.first for one in sentence.stated}
    after = (word.place for word in sentence.words if word.low in words().afterwards)
    adding += [place for place in after if _is_taken(sentence, place)]
    return any(firsts.isdisjoint(range(place + 1, place + 1 + NEAR_ADDED)) for place in adding)


def _is_taken(sentence: Sentence, place: int) -> bool:
    """Whether what is paid, or got back, stands behind a word, and not how much: "after tax credits"."""
    return not words().deducted.isdisjoint(sentence.lows[place + 1 : place + 1 + NEAR_ADDED])


def _is_of_a_step(context: Context, target: int, used: list[Stated]) -> bool:
    """Whether a share is claimed of a step "from" one number "to" another; none a year, or of what is named anew."""
    sentence = context.sentence
    if target < 0 or not {Role.FROM, Role.TO} <= {one.quantity.role for one in used}:
        return False
    one = sentence.stated[target]
    if one.quantity.form is Form.MULTIPLE:
        return True  # "profit halves, from 4 to 2 million"
    cue = context.cue("up") | context.cue("down")
    empty = words().empty
    opening = [word for word in sentence.words[: one.first] if word.segment == one.segment]
    apart = all(one.segment != other.segment for other in used if other is not one)
    named_anew = apart and any(word.place not in cue and word.low not in empty for word in opening)
    said = context.cue("off") & {one.last + 1} or not named_anew
    is_step = one.quantity.form in (Form.PERCENT, Form.AMOUNT) and one.quantity.role not in (Role.FROM, Role.TO)
    return is_step and one.quantity.period is None and bool(said)


def _taken_from_elsewhere(candidate: Candidate, context: Context) -> float:
    """The cost of what people do on average times another number, where no word says that they belong together."""
    leaves = candidate.claim.leaves()
    used = _used(leaves, context.sentence)
    sorts, lows = {leaf.sort for leaf in leaves}, context.sentence.lows
    if len(used) < 2 or not sorts & {Sort.AVERAGE, Sort.PROPERTY}:
        return 0.0
    said = context.cue("each") | context.cue("times") | context.cue("split")
    text, of_each = context.sentence.text, Sort.AVERAGE in sorts and not said
    gaps = [(context.sentence.words[one.last].end, lows[one.last + 1 : other.first]) for one, other in pairwise(used)]
    listed = any(words().and_word == {*gap} or (of_each and not gap and text[end] == ",") for end, gap in gaps)
    if listed or Sort.AVERAGE not in sorts:
        return NOT_EQUATED if listed else 0.0  # "9 eggs and half a litre of cream"
    sentence = context.sentence
    joining = said | context.cue("share")
    first, last = used[0].first, max(one.last for one in used)
    conditional = not words().conditional.isdisjoint(sentence.lows)
    if joining or conditional or _is_linked(sentence, max(first - WORDS_BEFORE, 0), last + WORDS_BEHIND):
        return 0.0
    return 0.0 if _has_sign(sentence, first, last) else UNLINKED


def _used(leaves: tuple[Leaf, ...], sentence: Sentence) -> list[Stated]:
    """The quantities that leaves are made of, in the order of the sentence."""
    indexes = frozenset[int]().union(*(leaf.uses for leaf in leaves))
    return sorted((sentence.stated[index] for index in indexes), key=lambda one: one.first)


def _are_equated(used: list[Stated], sentence: Sentence) -> bool:
    """Whether a word or a sign from the one to the other of two quantities says that they are equal."""
    first, last = used[0].first, used[1].last
    if is_judged(sentence, used[1]):
        return False
    if _is_linked(sentence, first, last) or _has_sign(sentence, first, last):
        return True
    between = sentence.words[used[0].last + 1 : used[1].first]
    said = {sentence.text[word.start : word.end].lower() for word in between} - set(sentence.lows)  # "that's"
    if said & words().link or _is_restated(sentence, used[1], used):
        return True
    return _is_asked(sentence, first) or _is_apposed(sentence, used[1]) or _is_contained(sentence, *used)


def _is_contained(sentence: Sentence, one: Stated, other: Stated) -> bool:
    """Whether so many of one unit are said to be in another: "there are 8 pints in a gallon", "5 miles: 8 km"."""
    if one.quantity.unit.dimension is not other.quantity.unit.dimension or one.quantity.unit == other.quantity.unit:
        return False
    between = sentence.lows[one.last + 1 : other.first]
    if not between:
        return ":" in sentence.text[sentence.words[one.last].end : sentence.words[other.first].start]
    counted = one.first > 0 and sentence.lows[one.first - 1] in words().being
    return counted and between[0] in words().within and words().empty.issuperset(between)


def _is_apposed(sentence: Sentence, one: Stated) -> bool:
    """Whether a quantity stands between signs with no more than a hedge: "a million seconds, about 12 days, is"."""
    inside = sentence.words[-1].segment > one.segment and sentence.words[one.first - 1].segment < one.segment
    return inside and _says_no_more(sentence, one)


def _says_no_more(sentence: Sentence, one: Stated) -> bool:
    """Whether a part of a sentence says nothing but a quantity: "about $200 a year", and no "for bread" behind it."""
    classes = words()
    beside = (word for word in sentence.words if word.segment == one.segment and word.place not in one.places)
    return all(word.low in classes.function or word.low in classes.light for word in beside)


def _is_asked(sentence: Sentence, first: int) -> bool:
    """Whether the verb that links stands before the numbers, as in questions: "is a mile really 8 furlongs?"."""
    segment = sentence.words[first].segment
    opening = next((word.low for word in sentence.words if word.segment == segment), "")
    return opening in words().link and "?" in sentence.text[sentence.words[first].start : sentence.span[1]]


def _is_per_another_time(one: Stated, other: Stated, sentence: Sentence) -> bool:
    """Whether a rate is said once more for another time, with nothing before it: "£20 a week, about £1,000 a year"."""
    first, second = one.quantity.period, other.quantity.period
    if first is None or second is None or one.quantity.unit.dimension is not other.quantity.unit.dimension:
        return False
    kinds = {first.kind, second.kind}
    alone = sentence.words[other.first - 1].segment != other.segment and _says_no_more(sentence, other)
    return alone and kinds == {PeriodKind.PER} and first.unit != second.unit


def _is_paid_by_another_time(one: Stated, other: Stated, sentence: Sentence) -> bool:
    """Whether the same is paid, by another time and without the money: "58 euros a month: commuters pay 696 a year"."""
    first, second = one.quantity.period, other.quantity.period
    if (
        first is None
        or second is None
        or first.unit == second.unit
        or other.quantity.unit.dimension is not Dimension.NONE
    ):
        return False
    between = {word.low for word in sentence.words[one.last + 1 : other.first]}
    named = any(one.last < name.first < other.first for name in sentence.names)
    somebody_else = named or not words().possessive.isdisjoint(between)  # "my cousin pays"
    return one.quantity.unit.dimension is Dimension.MONEY and is_paid(sentence, other) and not somebody_else


def _is_linked(sentence: Sentence, first: int, last: int) -> bool:
    """Whether one of the words from `first` to `last` links numbers: "is", "makes", "that's"; none in "(was $5)"."""
    said = (word for word in sentence.words[first : last + 1] if word.low in words().link)
    return any(sentence.text[max(word.start - 1, 0) : word.start] != "(" for word in said)


def _is_restated(sentence: Sentence, one: Stated, used: list[Stated]) -> bool:
    """Whether a number is said in other words, in a part of its own: "..., or some 250 million a month"."""
    opening = [word.low for word in sentence.words if word.segment == one.segment and word.place < one.first]
    same = any(other.quantity.unit.dimension is one.quantity.unit.dimension for other in used if other is not one)
    empty = words().empty
    return same and bool(opening) and opening[0] in words().restating and empty.issuperset(opening)


def _has_sign(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an equals sign stands between two words."""
    return "=" in sentence.text[sentence.words[first].start : sentence.words[last].end]
