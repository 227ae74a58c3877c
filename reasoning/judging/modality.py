"""Costs of how a sentence says what it says: as a question, denied, of the past, supposed, or of the speaker.

Each function returns 0 where its sign is absent. `near` are the segments that the reading is taken from.
"""

from __future__ import annotations

from itertools import pairwise

from quantities import Form
from reasoning.grounding.context import Context
from reasoning.grounding.types import TIME
from reasoning.judging.links import is_by_units, is_timespan
from reasoning.judging.unexplained_words import set_aside
from reasoning.model.claim import WITHOUT_NUMBER, Candidate
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import Named, Word
from reasoning.reading.plan_words import plan_places

OPEN, TASTE = 1.2, 2.5  # "how much would it cost?" claims nothing, nor does "an hour too long"
DENIED = 1.8  # "people who can't swim" are not those who can
LONG_PAST, PAST = 1.6, 0.6  # "once", "at independence"; "had", "was", which people say of the present, too
SUPPOSED, PLANNED = 0.7, 1.0  # "would be"; "will be"
MADE_UP = 4.0  # somebody's own place of that name
MADE_ANEW = 2.5  # what is to be built, or created, is not what there is
FORECAST, SOON = 3.0, 5  # of a year so many years ahead today's figures say little
FIRST_PERSON = 0.9  # of the speaker the knowledge has no figures
TIMED = WITHOUT_NUMBER | {"level"}  # relations that are judged of what is, and not of what will be
FACTIVE_AWAY = 3  # words behind a denial in which "I never knew", "no idea" say that what follows is so
OURS = 1.2  # what we did is told, of what is our own
LONG_AGO = 20  # years
UNBROKEN_AWAY = 2  # words behind "without" or "no" in which a pause is named
OWN_THING = 0.6  # and a typical price says little of what the speaker paid
NEAREST_NUMBER = 6  # words behind "I" that are looked at where no number is claimed
RECENT = 2024  # a text judged as of an earlier year speaks of its own time: "had" is then no sign of another


def open_question(context: Context) -> float:
    """The cost of a question that asks for a number: "how much would it cost?"."""
    classes = words()
    sentence = context.sentence
    asked = any(low in classes.asking and after in classes.question for low, after in pairwise(sentence.lows))
    return OPEN if asked and sentence.text[: sentence.span[1]].rstrip().endswith("?") else 0.0


def opinion(candidate: Candidate, context: Context) -> float:
    """The cost of what is only somebody's taste or demand: "an hour too long", "they should cut it to 16"."""
    classes, lows = words(), context.sentence.lows
    equated = candidate.claim.relation == "own" and len(candidate.claim.right.leaves()) == 1
    behind = {low for one in context.sentence.stated for low in lows[one.last + 1 : one.last + 2]}
    valuing = classes.valuing | classes.worth if equated else classes.valuing
    pairs = ((valuing, classes.than), (classes.demanding, classes.demanded))
    next_to = [(low, {*lows[place + 1 : place + 3]}) for place, low in enumerate(lows)]
    said = any(low in first and second & after for first, second in pairs for low, after in next_to)
    return TASTE * (said or (equated and not classes.excessive.isdisjoint(behind)))


def denied(candidate: Candidate, context: Context, near: set[int]) -> float:
    """The cost of a denial near the reading that it takes no notice of. The message's own arithmetic has none."""
    if candidate.claim.relation == "own":
        return 0.0
    denial = words().denial
    left = (word for word in context.sentence.words if word.place not in candidate.places | set_aside(context))
    said = (word for word in left if word.segment in near or word.low in denial)
    return DENIED if any(_denies(word, context) for word in said) else 0.0


def _denies(word: Word, context: Context) -> bool:
    """Whether a word denies what is said: "not", but no "never knew"; "a myth that", "nobody says".

    What somebody does without doing it, "without stopping", says only how; "3 million people without work" are some.
    """
    classes = words()
    if word.low in classes.leaving_out and _leaves_out(word, context):
        return False
    behind = context.sentence.lows[word.place + 1 : word.place + 1 + FACTIVE_AWAY]
    if word.low in classes.negation and not classes.unbroken.isdisjoint(behind[:UNBROKEN_AWAY]):
        return False  # "without stopping", "without a break"
    if word.low in classes.negation and context.sentence.lows[word.place - 1] in classes.along:
        return False  # "with no traffic"
    if word.low in classes.asked_back and word.place == 0:
        return False  # "isn't it 6%"
    if word.low in classes.negation:
        others = {*context.sentence.lows[max(word.place - FACTIVE_AWAY, 0) : word.place], *behind}
        twice = not classes.negation.isdisjoint(others) and not classes.leaving_out.isdisjoint({word.low, *others})
        return not twice and classes.factive.isdisjoint(behind)  # "can't live without"
    return word.low in classes.denial and not (classes.saying | classes.telling).isdisjoint(behind)


def _leaves_out(word: Word, context: Context) -> bool:
    """Whether "without" says how something is done, or which of those counted right before it are meant."""
    sentence = context.sentence
    after = sentence.lows[word.place + 1 : word.place + 2]
    peoples = (name.places for name in sentence.names if name.form == "people")
    counted = sentence.number_places.union(*peoples)
    if word.place + 1 in sentence.name_places:
        return True  # "without Greenland"
    return word.place - 1 in counted or any(low.endswith(tuple(words().gerund_endings)) for low in after)


def past(candidate: Candidate, context: Context) -> float:
    """The cost of a past that is spoken of without a year, so that the figures are of another time."""
    habits = (leaf for leaf in candidate.claim.leaves() if leaf.sort in (Sort.AVERAGE, Sort.PROPERTY))
    if any(leaf.sort is Sort.AVERAGE or "person" in dict(leaf.type.of) for leaf in habits) and _is_long_ago(context):
        return LONG_PAST  # what people do today says little of what they did
    dated = context.years() or context.day() != context.as_of
    if dated or candidate.claim.relation in ("own", "change", "trend"):
        return 0.0
    if not any(leaf.sort is Sort.FIGURE and leaf.dated for leaf in candidate.claim.leaves()):
        return 0.0
    if not words().conditional.isdisjoint(context.sentence.lows):
        return 0.0  # "if everybody was ..."
    home = _segments_of_its_time(candidate, context)
    inside = [word for word in context.sentence.words if word.segment in home]
    again = {word.place - 1 for word in inside if word.low in words().again}
    lows = {word.low for word in inside if word.low not in words().long_past or word.place not in again}  # "once more"
    if lows & words().long_past or not words().until_then.isdisjoint(context.sentence.lows):
        return LONG_PAST
    return PAST if lows & words().past and context.as_of.year >= RECENT else 0.0


def _is_long_ago(context: Context) -> bool:
    """Whether a year, or a decade, is said that lies more than a generation of habits back."""
    decades = (one.start.year for one in context.decades() if one.start is not None)
    return any(context.as_of.year - year > LONG_AGO for year in (*context.years(), *decades))


def supposed(candidate: Candidate, context: Context) -> float:
    """The cost of a level or an order that only would be, or will be.

    A level that is reckoned from two or more numbers can be judged.
    """
    leaves = candidate.claim.right.leaves()
    measured = [leaf for leaf in leaves if leaf.sort is not Sort.CONSTANT or leaf.type != TIME]
    right = measured if [leaf.sort for leaf in measured] == [Sort.FIGURE] else leaves  # "1 year" of it is what it is
    relation = candidate.claim.relation
    if relation not in TIMED or (relation == "level" and len(right) > 1):
        of_what_is = _is_multiplied(candidate, context) or (relation == "level" and any(map(_is_kept, right)))
        return FORECAST if of_what_is and plan_places(context.sentence) else 0.0
    classes = words()
    lows = context.sentence.lows
    if any(year > context.as_of.year + SOON for year in context.years()):
        return FORECAST
    if (candidate.target >= 0 or relation in WITHOUT_NUMBER) and plan_places(context.sentence):
        return MADE_ANEW if context.cue("planned") and "s" not in dict(right[0].type.of) else PLANNED
    if right[0].sort is not Sort.FIGURE:  # "a bus would weigh 12 tonnes" is said of what buses weigh
        before = lows[: context.sentence.stated[candidate.target].first] if candidate.target >= 0 else lows
        return 0.0 if classes.conditional.isdisjoint(before) else SUPPOSED  # but not "if it were on the Moon"
    told = any(name.ids and right[0].entity in name.ids and _is_told_of(name, lows) for name in context.sentence.names)
    return MADE_UP if told else 0.0 if classes.supposed.isdisjoint(lows) else SUPPOSED


def _is_kept(leaf: Leaf) -> bool:
    """Whether a leaf is how many there are for each person: not what a plan adds to them."""
    return leaf.sort is Sort.AVERAGE and any(n > 0 for _, n in leaf.type.of) and "s" not in dict(leaf.type.of)


def _is_told_of(name: Named, lows: tuple[str, ...]) -> bool:
    """Whether a name only means what somebody makes of it: "the Delhi of his novel"."""
    before, behind = lows[max(name.first - 1, 0) : name.first], lows[name.last + 1 : name.last + 3]
    made = len(behind) > 1 and behind[0] in words().part_of and behind[1] in words().possessive
    return made and not words().definite.isdisjoint(before)


def _is_multiplied(candidate: Candidate, context: Context) -> bool:
    """Whether a figure is taken so many times as it is to become: "to double its population to 80 million"."""
    forms = {context.sentence.stated[index].quantity.form for index in candidate.stated - {candidate.target}}
    return Form.MULTIPLE in forms and any(leaf.sort is Sort.FIGURE for leaf in candidate.claim.right.leaves())


def first_person(candidate: Candidate, context: Context, near: set[int]) -> float:
    """The cost of "I" or "my" beside the number, unless what is read or heard follows: "I read that ...".

    A sum of one's own that is announced as one has none: it is to be judged whosever it is.
    """
    classes = words()
    sentence = context.sentence
    is_announced = candidate.claim.relation == "own" and candidate.target in context.results()
    is_sum = is_announced or is_by_units(candidate, context)
    if is_sum or candidate.claim.relation == "limit" or is_timespan(candidate):
        return 0.0  # what nobody goes beyond the speaker does not, either
    if _is_of_someone(candidate, context):
        return FIRST_PERSON + OWN_THING
    for word in sentence.words:
        if word.low not in classes.first_person or word.segment not in near or word.place in candidate.places:
            continue
        end = sentence.stated[candidate.target].first if candidate.target >= 0 else word.place + NEAREST_NUMBER
        # The word right before the number does not count: "I read 20 pages" tells of reading.
        after = sentence.lows[word.place + 1 : max(end - 1, word.place + 1)]
        if classes.lead_in.isdisjoint(after):
            right = candidate.claim.right.leaf
            typical = right is not None and right.sort in (Sort.PROPERTY, Sort.AVERAGE)
            return FIRST_PERSON + (OWN_THING if typical else 0.0)
    return OURS if _is_of_ours(candidate, context) else 0.0


def _is_of_ours(candidate: Candidate, context: Context) -> bool:
    """Whether what we did is told, beside a number that is set against what a typical thing has: "our club sold"."""
    right = candidate.claim.right.leaves()
    if any(leaf.sort is not Sort.PROPERTY for leaf in right) or len({leaf.entity for leaf in right}) > 1:
        return False
    opening = context.sentence.words[0]
    return opening.low in words().we and opening.place not in candidate.places


def _is_of_someone(candidate: Candidate, context: Context) -> bool:
    """Whether "he earns" or "she has" opens a sentence without names: nobody's figures are meant."""
    opening = context.sentence.lows[:1]
    return candidate.claim.relation == "level" and not context.sentence.names and opening[0] in words().he_or_she


def _segments_of_its_time(candidate: Candidate, context: Context) -> set[int]:
    """The segments whose tense is the claim's: the number's and the one before it ("At independence, it had ...")."""
    sentence = context.sentence
    if candidate.target >= 0:
        segment = sentence.stated[candidate.target].segment
        return {segment, segment - 1}
    return {sentence.words[place].segment for place in candidate.places}
