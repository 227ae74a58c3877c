"""Costs of the words that a reading leaves unexplained: by how near they stand, and whether they look like names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quantities import Dimension
from reasoning.data.tables import cues
from reasoning.grounding.context import Context, dating_places, once
from reasoning.grounding.types import count_bases
from reasoning.model.claim import CHANGES, Candidate, Operator
from reasoning.model.leaf import Places, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import Sentence, Stated, Word, is_share
from reasoning.reading.side_notes import side_places
from reasoning.reading.strangers import is_strange

WORD_NEAR, WORD_FAR = 0.3, 0.06  # in the part of the sentence that the reading is taken from, and elsewhere
MEASURED = frozenset({Dimension.VOLUME, Dimension.MASS})
OTHER_STUFF = 0.5  # what is measured, and not looked up
WORD_BESIDE = 0.6  # right before an explained word: "literate people" are not all people
PART_OF_A_PLACE = 0.9  # "greater London", "rural India"
OWNED, OWNED_IN_ORDER = 1.3, 2.0  # what somebody has, "Chile's kelp", is what the sentence speaks of
SHORTEST_NAME = 5  # letters, of a name that begins a sentence and is known by being in no dictionary
UNKNOWN_NAME = 0.9  # somebody is spoken of whom the reading knows nothing of; a third of it elsewhere in the sentence


@dataclass(slots=True)
class WordCosts:
    """The costs of a sentence's unexplained words: `beside` of those right before an explained one."""

    near: float = 0.0
    far: float = 0.0
    beside: float = 0.0
    unknown: float = 0.0

    def add(self, near: float, beside: float) -> None:
        """Adds the cost of one more word."""
        self.near += near
        self.beside += beside


def word_costs(candidate: Candidate, context: Context, near: set[int]) -> WordCosts:
    """The costs of the words that a reading leaves unexplained; `near` are the segments that it is taken from."""
    sentence = context.sentence
    explained = _explained_places(candidate, sentence)
    before = candidate.places - sentence.name_places - frozenset(one.first for one in sentence.stated)
    is_order = candidate.target < 0  # has no number that could be a narrow hit
    if any(leaf.sort in (Sort.PROPERTY, Sort.AVERAGE) for leaf in candidate.claim.leaves()):
        explained = explained | _typical_before(candidate.places, sentence)
    costs = WordCosts()
    for word, is_name, is_owned in _telling_words(context):
        if word.place in explained:
            continue
        if is_name:
            costs.unknown += UNKNOWN_NAME if word.segment in near else UNKNOWN_NAME / 3
        elif word.segment not in near:
            costs.far += WORD_FAR
        elif word.low in words().parts_of_places and word.place + 1 in sentence.name_places:
            costs.beside += PART_OF_A_PLACE
        elif is_owned:
            costs.near += 0.0 if is_order else OWNED
            costs.beside += OWNED_IN_ORDER if is_order else 0.0
        else:
            narrows = word.place + 1 in before and sentence.lows[word.place + 1] not in words().function
            costs.add(*_cost_of_word(word, candidate, context, narrows=narrows))
    if _is_of_other_stuff(candidate, context):
        costs.near += OTHER_STUFF
    return costs


def _cost_of_word(word: Word, candidate: Candidate, context: Context, *, narrows: bool) -> tuple[float, float]:
    """What an unexplained word costs near the reading, and as one that may narrow what is counted."""
    if narrows and restricts_kinds(candidate):
        return 0.0, WORD_BESIDE
    if narrows:
        return 0.0, WORD_NEAR
    return (0.0, WORD_BESIDE) if _is_what_for(word, candidate, context) else (WORD_NEAR, 0.0)


def _is_what_for(word: Word, candidate: Candidate, context: Context) -> bool:
    """Whether a word says on what so much money is spent: "spends 60bn on its opera" is not all that is spent."""
    if not restricts_kinds(candidate) or "money" not in dict(candidate.claim.left.leaves()[0].type.of):
        return False
    number = context.sentence.stated[candidate.target] if candidate.target >= 0 else None
    lows, place = context.sentence.lows, word.place - 1
    while place >= 0 and lows[place] in words().function and lows[place] not in words().spent_on:
        place -= 1
    return number is not None and place == number.last + 1 and lows[place] in words().spent_on


def _typical_before(places: Places, sentence: Sentence) -> Places:
    """The places of words right before those explained that say it is as most are: "an adult heart beats"."""
    typical = (word.place for word in sentence.words if word.low in words().typical)
    return frozenset(place for place in typical if not places.isdisjoint((place + 1, place + 2)))


def _is_of_other_stuff(candidate: Candidate, context: Context) -> bool:
    """Whether what is measured, the blood of "5 litres of blood", is no part of what was looked up for it."""
    if candidate.target < 0 or candidate.claim.relation != "level":
        return False
    right, sentence = candidate.claim.right.leaves(), context.sentence
    one = sentence.stated[candidate.target]
    if one.quantity.unit.dimension not in MEASURED or any(leaf.sort is Sort.STATED for leaf in right):
        return False
    stuff = _stuff(one, sentence)
    return bool(stuff) and stuff.isdisjoint(place for leaf in right for place in leaf.places)


def _stuff(one: Stated, sentence: Sentence) -> Places:
    """The places of the noun that is measured, behind the unit and "of"; none where nothing is said of it."""
    unit = max(one.places & sentence.core_places, default=one.last)
    behind = sentence.words[unit + 1 : unit + 2]
    if not behind or behind[0].low not in words().part_of:
        return frozenset()
    found = []
    for word in sentence.words[unit + 2 :]:
        if not word.is_word or word.low in words().function or word.segment != one.segment:
            break
        found.append(word.place)
    return frozenset(found)


@once
def _telling_words(context: Context) -> list[tuple[Word, bool, bool]]:
    """The words that say something, and no date or known name; whether each may be a name, and whether it is owned."""
    sentence = context.sentence
    settled = sentence.name_places | dating_places(context) | set_aside(context) | context.cue("not.up")
    return [
        (
            word,
            word.place not in context.thing_places
            and (word.place > 0 or _names_nobody_known(word))
            and looks_like_a_name(word, sentence),
            _is_owned(word, sentence),
        )
        for word in sentence.words
        if not (word.place in settled or _says_nothing(word) or _is_title(word, sentence))
    ]


@once
def set_aside(context: Context) -> Places:
    """The places of the words that only head the claim of a post or cheer behind it."""
    return side_places(context.sentence)


def _is_owned(word: Word, sentence: Sentence) -> bool:
    """Whether a word stands right behind a name's possessive, or says within what of somebody's: "in our county"."""
    owner, classes = sentence.words[word.place - 1], words()
    if word.stem in cues()["share"] or word.place in sentence.apposed:
        return False
    inside = (classes.within | classes.at_rate) - classes.part_of
    around = sentence.lows[word.place - 2] if word.place > 1 else ""
    if owner.low in classes.possessive & (classes.we | classes.first_person) and around in inside:
        return True
    ending = sentence.text[owner.end - 2 : owner.end].lower()
    return word.place > 0 and owner.place in sentence.name_places and ending == "'s"


def restricts_kinds(candidate: Candidate) -> bool:
    """Whether an unexplained word beside what is counted narrows it: retired nurses are fewer than nurses."""
    claim = candidate.claim
    is_span = claim.relation == "level" and claim.right.operator is Operator.DIFFERENCE  # between two dates
    return claim.relation in ("level", *CHANGES) and not is_span


def clause_behind(candidate: Candidate, sentence: Sentence) -> float:
    """The cost of a clause that restricts what is counted and is not explained: "people who can't read"."""
    if candidate.target < 0 or candidate.claim.relation == "own":
        return 0.0
    shared = is_share(sentence.stated[candidate.target].quantity)
    if not shared and not count_bases(candidate.claim.left.leaves()[0].type):
        return 0.0
    explained = candidate.places | sentence.number_places
    clauses = (word for word in sentence.words[1:] if _opens_clause(word, sentence, explained))
    return WORD_BESIDE if any(_leaves_words(word, sentence, candidate.places) for word in clauses) else 0.0


def unknown_names(sentence: Sentence) -> int:
    """The number of words of a sentence that look like names which the knowledge does not have."""
    if sentence.is_shouted:
        return 0
    return sum(
        word.capital
        and word.place not in sentence.known_places
        and not _says_nothing(word)
        and not _is_title(word, sentence)
        for word in sentence.words
        if word.place and not starts_quotation(sentence, word.place)
    )


def looks_like_a_name(word: Word, sentence: Sentence) -> bool:
    """Whether a word has a capital that no quotation and no headline gave it. Not for the first word of a sentence."""
    return word.capital and not starts_quotation(sentence, word.place) and not sentence.is_shouted


def _names_nobody_known(word: Word) -> bool:
    """Whether a word that begins a sentence is likely somebody's name: no dictionary has it, and it is no plural."""
    return word.low.isalpha() and len(word.low) >= SHORTEST_NAME and word.low[-1] != "s" and is_strange(word)


def starts_quotation(sentence: Sentence, place: int) -> bool:
    """Whether a word begins a quotation, or what stands behind a colon."""
    start = sentence.words[place].start
    before = sentence.text[max(sentence.span[0], start - 2) : start]
    return '"' in before or ":" in before


def _is_title(word: Word, sentence: Sentence) -> bool:
    """Whether a word is the title of somebody whose name follows."""
    return word.low in words().title and word.place + 1 in sentence.name_places


def _says_nothing(word: Word) -> bool:
    """Whether a word is none, or one that says nothing of what is claimed."""
    return not word.is_word or word.low in _empty_words()


@cache
def _empty_words() -> frozenset[str]:
    """The words that say nothing of what is claimed."""
    classes = words()
    return classes.empty | classes.noise | classes.people | classes.holders


def _explained_places(candidate: Candidate, sentence: Sentence) -> frozenset[int]:
    """The places of the reading and of all numerals, but not of what only surrounds a counted noun."""
    leaves = (leaf for leaf in candidate.claim.leaves() if leaf.sort is not Sort.STATED)
    of_leaves = frozenset(place for leaf in leaves for place in leaf.places)
    extra = sentence.number_places - sentence.core_places - of_leaves
    if candidate.target < 0:
        extra -= candidate.places
    return (candidate.places | sentence.number_places) - extra


def is_told_of_some(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether an unexplained word is said of so many of what is counted: "2 million people in the UK are dentists"."""
    if candidate.target < 0 or not count_bases(candidate.claim.left.leaves()[0].type):
        return False
    explained = candidate.places | sentence.number_places
    empty = words().empty
    target = sentence.stated[candidate.target]
    behind = [word for word in sentence.words[target.last + 1 :] if word.segment == target.segment]
    link = next((word.place for word in behind if word.low in words().link), None)
    if link is None:
        return False
    between, after = ([word for word in behind if (word.place < link) is before] for before in (True, False))
    known = all(word.place in explained or word.low in empty for word in between)
    return known and any(word.is_word and word.place not in explained and word.low not in empty for word in after)


def _opens_clause(word: Word, sentence: Sentence, explained: frozenset[int]) -> bool:
    """Whether a word restricts the explained word right before it, with no sign between them."""
    before = sentence.words[word.place - 1]
    if word.low not in words().restricting or before.place not in explained:
        return False
    return not sentence.text[before.end : word.start].strip()


def _leaves_words(opening: Word, sentence: Sentence, explained: frozenset[int]) -> bool:
    """Whether the clause behind an opening word holds one that is not explained."""
    classes = words()
    empty = classes.empty
    return any(
        one.is_word and one.place not in explained and one.low not in empty
        for one in sentence.words
        if one.segment == opening.segment and one.place > opening.place
    )
