"""The cost of how far the words of figures and things stand from the number that is claimed."""

from __future__ import annotations

from reasoning.grounding.context import Context
from reasoning.model.claim import Candidate, Operator, Term
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.passage import Named, Sentence, Stated

SEGMENT_AWAY, THING_AWAY = 0.12, 0.25  # for each part of the sentence between: a figure's name carries further
MOST_SEGMENTS = 3
WORD_AWAY = 0.01  # for each word between: it only settles what is otherwise even
APPOSED = 0.6  # "a million dollars, the classic movie ransom, weighs"
BETWEEN = 0.35  # somebody else's name stands nearer to the number
AT_MOST = 1.5


def distance(candidate: Candidate, context: Context, home: int) -> float:
    """The cost of the distance of what is reckoned from the number; `home` is the segment of the number."""
    if candidate.target < 0:
        return 0.0
    sentence = context.sentence
    target = sentence.stated[candidate.target]
    of_things = any(leaf.sort is Sort.PROPERTY for leaf in candidate.claim.right.leaves())
    used = candidate.places if of_things else frozenset()
    left = [name for name in sentence.names if not name.places <= used]
    return min(_of_term(candidate.claim.right, sentence, target, home, left), AT_MOST)


def _of_term(term: Term, sentence: Sentence, target: Stated, home: int, left: list[Named]) -> float:
    """The cost of all leaves of a term, with the names `left` unused.

    What is added up is named together, and the nearest counts for all of it.
    """
    if term.leaf is None:
        costs = [_of_term(part, sentence, target, home, left) for part in term.parts]
        return min(costs) if term.operator is Operator.SUM else sum(costs)
    leaf = term.leaf
    if leaf.sort in (Sort.STATED, Sort.CONSTANT) or not leaf.places:
        return 0.0
    between = BETWEEN if _is_another_nearer(leaf, sentence, target, home, left) else 0.0
    return _away(leaf, sentence, target, home) + between


def _away(leaf: Leaf, sentence: Sentence, target: Stated, home: int) -> float:
    """The cost of the segments and words between the words of a leaf and the number."""
    nearest = min(abs(place - target.first) for place in leaf.places)
    segments = min(abs(sentence.words[place].segment - home) for place in leaf.places)
    away = SEGMENT_AWAY if leaf.sort is Sort.FIGURE else THING_AWAY
    aside = APPOSED if leaf.places <= sentence.apposed else 0.0
    return away * min(segments, MOST_SEGMENTS) + WORD_AWAY * nearest + aside


def _is_another_nearer(leaf: Leaf, sentence: Sentence, target: Stated, home: int, left: list[Named]) -> bool:
    """Whether, in the segment of the number, a name that is left unused stands nearer to it than the leaf's own."""
    own = [_gap(name, target) for name in sentence.names if leaf.entity in name.ids]
    others = (name for name in left if leaf.entity not in name.ids and name.segment == home)
    return bool(own) and any(_gap(name, target) < min(own) for name in others)


def _gap(name: Named, target: Stated) -> int:
    """How many places a name ends before a quantity or begins behind it; 0 where they overlap."""
    return max(name.first - target.last, target.first - name.last, 0)
