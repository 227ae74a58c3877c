"""What speaks against a reading: words, names and quantities that it leaves unexplained."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from knowledge import EntityKind
from reasoning.grounding.context import Context
from reasoning.grounding.types import count_bases
from reasoning.model.claim import Candidate
from reasoning.model.leaf import Sort
from reasoning.reading.language import words
from reasoning.reading.passage import Sentence

WORD_NEAR, WORD_BESIDE, WORD_FAR = 0.3, 0.6, 0.06
FAR_AT_MOST = 0.4
NEAR_AT_MOST = 1.8
UNKNOWN_NAME = 0.9
ENTITY_NEAR, ENTITY_FAR = 0.9, 0.3
QUANTITY_NEAR, QUANTITY_FAR = 0.7, 0.2
# A sum of its own takes all its numbers; what is only set in order has none.
TAKES_ALL = {"own": 1.4, "order": 2.0}
FIRST_PERSON = 0.9
SEGMENT_AWAY, THING_AWAY = 0.12, 0.25
BETWEEN = 0.35
NOT_EQUATED = 1.5
OPEN, UNLINKED, DENIED = 1.2, 0.7, 1.8
LONG_PAST, PAST, SUPPOSED, PLANNED = 1.6, 0.6, 0.7, 1.0
RECENT = 2024  # a text judged as of an earlier day speaks of its own time


def with_unexplained(candidate: Candidate, context: Context) -> Candidate:
    """The candidate with the cost of all that it leaves unexplained."""
    cost = dict(candidate.cost)
    sentence = context.sentence
    if not sentence.words:
        return candidate
    home = sentence.stated[candidate.target].segment if candidate.target >= 0 else 0
    near_segments = {sentence.words[place].segment for place in candidate.places} | {home}
    near, far, beside, unknown = 0.0, 0.0, 0.0, 0.0
    is_of_kinds = candidate.claim.relation in ("level", "change")
    classes = words()
    extra = sentence.number_places - sentence.core_places - _of_leaves(candidate)
    explained = (candidate.places | sentence.number_places) - extra
    starts = frozenset(one.first for one in sentence.stated)
    named = frozenset(place for name in sentence.names for place in name.places)
    for word in sentence.words:
        if word.place in explained or not word.is_word or word.low in classes.function or word.place in named:
            continue
        if word.low in classes.noise or word.low in classes.light:
            continue
        if word.capital and word.place and not starts_quotation(sentence, word.place) and not is_shouted(sentence):
            unknown += UNKNOWN_NAME if word.segment in near_segments else UNKNOWN_NAME / 3
        elif word.segment not in near_segments:
            far += WORD_FAR
        elif word.place + 1 in candidate.places and word.place + 1 not in named | starts:
            beside += WORD_BESIDE if is_of_kinds else WORD_NEAR
        else:
            near += WORD_NEAR
    cost["open"] = _open_question(context)
    cost["denied"] = _denied(candidate, context, near_segments)
    cost["unlinked"] = _unlinked(candidate, context)
    cost["past"] = _past(candidate, context)
    cost["supposed"] = _supposed(candidate, context)
    beside += _clause_behind(candidate, context)
    cost["near_words"] = min(near, NEAR_AT_MOST)
    cost["far_words"] = min(far, FAR_AT_MOST)
    cost["restriction"] = beside
    cost["unknown_names"] = min(unknown, 2.0)
    cost["entities"] = _unused_entities(candidate, context, near_segments)
    cost["quantities"] = _unused_quantities(candidate, context, near_segments)
    cost["first_person"] = _first_person(candidate, context, near_segments)
    cost["distance"] = _distance(candidate, context, home)
    return replace(
        candidate, cost=cost, upper_only=is_of_kinds and (beside > 0 or _in_a_part(candidate, context, near_segments))
    )


def unknown_names(sentence: Sentence) -> int:
    """How many words of a sentence look like names that the knowledge does not have."""
    classes = words()
    named = frozenset(place for name in (*sentence.names, *sentence.trades) for place in name.places)
    if is_shouted(sentence):
        return 0
    return sum(
        word.capital
        and word.is_word
        and word.place not in named | sentence.number_places
        and word.low not in classes.function | classes.light | classes.noise
        for word in sentence.words
        if word.place and not starts_quotation(sentence, word.place)
    )


def _of_leaves(candidate: Candidate) -> frozenset[int]:
    """The places that leaves other than what is said explain."""
    leaves = (leaf for leaf in candidate.claim.leaves() if leaf.sort is not Sort.STATED)
    return frozenset(place for leaf in leaves for place in leaf.places)


def starts_quotation(sentence: Sentence, place: int) -> bool:
    """Whether a word begins a quotation, or what stands behind a colon."""
    before = sentence.text[max(sentence.span[0], sentence.words[place].start - 2) : sentence.words[place].start]
    return '"' in before or ":" in before


def is_shouted(sentence: Sentence) -> bool:
    """Whether the sentence is a headline: most of its longer words begin with a capital."""
    long = [word for word in sentence.words if word.is_word and len(word.low) > 3]
    return len(long) >= 3 and sum(word.capital for word in long) >= 0.7 * len(long)


def _in_a_part(candidate: Candidate, context: Context, near: set[int]) -> bool:
    """Whether a place is named beside the number that the reading takes no notice of: "workers in Kentucky"."""
    library = context.library
    return any(
        name.segment in near
        and library.entities[name.ids[0]].kind in (EntityKind.CITY, EntityKind.STATE, EntityKind.COUNTRY)
        and not candidate.entities & set(name.ids)
        and not any(
            one in library.entities and name.ids[0] in library.entities[one].part_of for one in candidate.entities
        )
        for name in context.sentence.names
    )


def _unused_entities(candidate: Candidate, context: Context, near: set[int]) -> float:
    cost = 0.0
    library = context.library
    for name in context.sentence.names:
        if candidate.entities & set(name.ids) or not name.places.isdisjoint(candidate.places):
            continue
        if library.entities[name.ids[0]].kind is EntityKind.THING:
            continue
        if any(
            name.ids[0] in library.entities[one].part_of or one in library.entities[name.ids[0]].part_of
            for one in candidate.entities
            if one in library.entities
        ):
            cost += 0.15
            continue
        cost += ENTITY_NEAR if name.segment in near else ENTITY_FAR
    return min(cost, 2.5)


def _unused_quantities(candidate: Candidate, context: Context, near: set[int]) -> float:
    used = candidate.places
    cost = 0.0
    for index, one in enumerate(context.sentence.stated):
        if index in candidate.stated or one.places <= used:
            continue
        cost += QUANTITY_NEAR if one.segment in near else QUANTITY_FAR
    return min(cost * TAKES_ALL.get(candidate.claim.relation, 1.0), 2.0)


def _open_question(context: Context) -> float:
    """Whether a number is asked for: "how much would it cost?" claims nothing."""
    lows = context.sentence.lows
    asked = any(low == "how" and after in words().question for low, after in pairwise(lows))
    ends = context.sentence.text[: context.sentence.span[1]].rstrip().endswith("?")
    return OPEN if asked and ends else 0.0


def _denied(candidate: Candidate, context: Context, near: set[int]) -> float:
    """Whether something is denied beside the number: "people who can't swim" are not those who can."""
    if candidate.claim.relation == "own":
        return 0.0
    classes = words()
    return (
        DENIED if any(word.low in classes.negation and word.segment in near for word in context.sentence.words) else 0.0
    )


def _unlinked(candidate: Candidate, context: Context) -> float:
    """Numbers that stand side by side with no word that makes a sum of them."""
    if candidate.claim.relation != "own":
        return 0.0
    if any(len(leaf.uses) > 1 for leaf in candidate.claim.leaves()):
        return 0.0  # growth over a time, put together by its own words
    sentence = context.sentence
    places = [sentence.stated[index] for index in candidate.stated]
    first, last = min(one.first for one in places), max(one.last for one in places)
    inside = set(sentence.lows[max(first - 3, 0) : last + 2])
    apart = len({one.segment for one in places})
    if len(candidate.claim.leaves()) == len(candidate.stated) == 2 and not _are_equated(candidate, context):
        return NOT_EQUATED
    linked = inside & words().link or "=" in sentence.text[sentence.words[first].start : sentence.words[last].end]
    return (0.0 if linked else UNLINKED) + 0.1 * (apart - 1)


def _are_equated(candidate: Candidate, context: Context) -> bool:
    """Whether a word between two quantities says that one is the other."""
    sentence = context.sentence
    one, other = sorted((sentence.stated[index] for index in candidate.stated), key=lambda stated: stated.first)
    between = set(sentence.lows[one.first : other.last + 1])
    return (
        bool(between & words().link)
        or "=" in sentence.text[sentence.words[one.first].start : sentence.words[other.last].end]
    )


def _past(candidate: Candidate, context: Context) -> float:
    """Of another time than the figures: the past is spoken of, and no year is said."""
    if context.years() or candidate.claim.relation in ("own", "change"):
        return 0.0
    if not any(leaf.sort is Sort.FIGURE and leaf.dated for leaf in candidate.claim.leaves()):
        return 0.0
    sentence = context.sentence
    if candidate.target >= 0:
        segment = sentence.stated[candidate.target].segment
        home = {segment, segment - 1}  # "At independence, it had ..."
    else:
        home = {sentence.words[place].segment for place in candidate.places}
    lows = {word.low for word in sentence.words if word.segment in home}
    if lows & words().long_past:
        return LONG_PAST
    return PAST if lows & words().past and context.as_of.year >= RECENT else 0.0


def _supposed(candidate: Candidate, context: Context) -> float:
    """A level that "would be" is none that is: only what is reckoned from two or more numbers can be judged."""
    if candidate.claim.relation != "level" or len(candidate.claim.right.leaves()) > 1:
        return 0.0
    classes = words()
    if any(low in classes.plan for low in context.sentence.lows) and candidate.target >= 0:
        return PLANNED
    return SUPPOSED if any(low in classes.would or low == "if" for low in context.sentence.lows) else 0.0


def _clause_behind(candidate: Candidate, context: Context) -> float:
    """A clause that restricts what is counted, and is not explained: "people who can't read"."""
    if (
        candidate.target < 0
        or candidate.claim.relation == "own"
        or not count_bases(candidate.claim.left.leaves()[0].type)
    ):
        return 0.0
    sentence = context.sentence
    classes = words()
    for word in sentence.words[1:]:
        before = sentence.words[word.place - 1]
        if word.low not in classes.restricting or before.place not in candidate.places | sentence.number_places:
            continue
        if sentence.text[before.end : word.start].strip():
            continue
        clause = [one for one in sentence.words if one.segment == word.segment and one.place > word.place]
        left = [
            one
            for one in clause
            if one.is_word
            and one.place not in candidate.places | sentence.number_places
            and one.low not in classes.function
            and one.low not in classes.light
        ]
        if left:
            return WORD_BESIDE
    return 0.0


def _first_person(candidate: Candidate, context: Context, near: set[int]) -> float:
    classes = words()
    sentence = context.sentence
    for word in sentence.words:
        if word.low in classes.first_person and word.segment in near:
            end = sentence.stated[candidate.target].first if candidate.target >= 0 else word.place + 6
            after = [one.low for one in sentence.words[word.place + 1 : max(end - 1, word.place + 1)]]
            if not any(low in classes.lead_in for low in after):  # "I read 20 pages" tells of reading
                return FIRST_PERSON
    return 0.0


def _distance(candidate: Candidate, context: Context, home: int) -> float:
    """How far the words of the figures stand from the number, and whose name stands between."""
    sentence = context.sentence
    if candidate.target < 0:
        return 0.0
    target = sentence.stated[candidate.target]
    cost = 0.0
    for leaf in candidate.claim.right.leaves():
        if leaf.sort in (Sort.STATED, Sort.CONSTANT) or not leaf.places:
            continue
        nearest = min(abs(place - target.first) for place in leaf.places)
        segment = min(abs(sentence.words[place].segment - home) for place in leaf.places)
        away = SEGMENT_AWAY if leaf.sort is Sort.FIGURE else THING_AWAY
        cost += away * min(segment, 3) + 0.01 * nearest
        own = [name for name in sentence.names if leaf.entity in name.ids]
        if own:
            gap = min(_gap(name.first, name.last, target.first, target.last) for name in own)
            others = [name for name in sentence.names if leaf.entity not in name.ids]
            if any(
                _gap(name.first, name.last, target.first, target.last) < gap and name.segment == home for name in others
            ):
                cost += BETWEEN
    return min(cost, 1.5)


def _gap(first: int, last: int, start: int, end: int) -> int:
    return max(first - end, start - last, 0)
