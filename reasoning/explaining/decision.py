"""The verdict on each claim of a text, and the order in which they are told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quantities import Dimension, Form, Quantity
from reasoning.check import Checked
from reasoning.judging.outcome import Basis, Outcome
from reasoning.judging.posterior import Judged
from reasoning.model.answer import Verdict
from reasoning.model.claim import Claim
from reasoning.model.leaf import Sort
from reasoning.reading.language import words
from reasoning.reading.passage import Sentence
from reasoning.reading.results import announced_results

LABELS = (Verdict.ADDS_UP, Verdict.PLAUSIBLE, Verdict.STRETCH, Verdict.DOESNT_ADD_UP)  # by `Outcome.label`
YES = (Verdict.ADDS_UP, Verdict.PLAUSIBLE)
HEDGED, SURE = 0.75, 0.93  # the share of the mass from which a side is taken, and from which it is sure
# The share from which what doesn't add up is told before what does: of those with less, one in four was wrong.
TOLD_FIRST = 0.8
# From so many times off on nothing is a stretch under any reading, and less of the mass is sure. Measured with masses
# below `SURE`: from `FAR_MASS` 32 of 33 were wrong; by things and averages, or by what is known and two or more numbers
# that are said, from `FAR_JOINED` all 34 of the read files and an unread list (48 of 50 with the project's own lists).
# What is still further off is misread more often.
FAR, TOO_FAR, FAR_MASS, FAR_JOINED = 10, 3000, 0.9, 0.78
THINGS = frozenset({Sort.PROPERTY, Sort.AVERAGE})
UNDATED = 0.77  # the most that a claim of a past without a date, or of a part, counts that is not sure
DOUBTED = 0.44  # the share of the mass against a claim that keeps the others of a text from being confirmed
NO_BEFORE = 0.1
LEAST_CLAIM = 100  # a smaller number beside a claim is an age, a rank, a few of something
MOST_LEFT = 1  # numbers that may stay open beside a yes
LEANING, LEANING_MORE = 0.45, 2  # the share of the mass, and how many times the other side's, that supports a yes


@dataclass(frozen=True, slots=True)
class Decided:
    """The reading that decides a group of rivals, its verdict, and the share of the mass on its side, 0 to 1.

    `hedged` tells that its yes stands beside numbers that stay open, `accepted` that it is judged as if a person had
    said that this reading is meant, as it is told.
    """

    judged: Judged
    verdict: Verdict
    mass: float
    hedged: bool = False
    accepted: bool = False


def decide_all(checked: list[Checked]) -> list[tuple[Checked, Decided]]:
    """The claims of a text that are decided: those that likely don't add up first, then by their mass.

    A yes to one number of a text is no yes to the text where the numbers beside it stay open, or only nearly fit: where
    one is left open it is only plausible; where two are that don't lean to a yes, or what is concluded from it is, or
    one is doubted, it is left out; a plan is told all the same behind what doesn't add up.
    """
    found = [(one, decided) for one in checked if (decided := decide(one)) is not None]
    still_open = _open_quantities(checked, found)
    ends = _ends_of_sums(found)
    blocking = [
        (sentence, index)
        for sentence, index in still_open
        if not _leans_to_yes(sentence, index, checked) and index <= ends.get(id(sentence), index)
    ]
    left = sum(_weighs(sentence.stated[index].quantity) for sentence, index in blocking)
    concluded = any(_is_concluded(sentence, index) for sentence, index in blocking)
    still_open_weighs = any(_weighs(sentence.stated[index].quantity) for sentence, index in still_open)
    weaker = any(decided.verdict not in YES or decided.judged.outcome.label > 0 for _, decided in found)
    refuted = any(_is_told_first(decided) for _, decided in found)
    known = {id(one) for one, _ in found}
    doubted = any(one.sides.no >= DOUBTED for one in checked if id(one) not in known)
    kept = []
    for one, decided in found:
        left_out = left > MOST_LEFT or concluded or doubted or _is_premise(one, decided, found)
        left_out = left_out or _leads_on(one, decided, blocking)
        if decided.verdict in YES and left_out and not (refuted and _is_plan(decided)):
            continue
        kept.append((one, _hedged(decided) if still_open_weighs or weaker else decided))
    return sorted(kept, key=lambda pair: (not _is_told_first(pair[1]), -_weight(pair[1])))


def decide(checked: Checked) -> Decided | None:
    """The verdict on a group; None where no side has enough of the mass.

    Of readings that are as likely the one is told that comes nearest. Where a side is not sure it is hedged: a
    plausible for a yes, a stretch for a no. So is a yes to a plan.
    """
    sides = checked.sides
    mass = max(sides.yes, sides.no)
    if mass < HEDGED or not sides.best:
        return None
    yes = sides.yes >= sides.no
    best = max(sides.best, key=lambda one: (round(one.yes if yes else one.no, 4), -one.outcome.apart))
    if (best.outcome.label < 2) != yes:
        return None
    loose = best.candidate.upper_only or best.candidate.cost.get("past")
    if loose and mass < SURE:  # of another time, or of only some, it may be as far off as it likes
        mass = min(mass, UNDATED)
    return Decided(best, verdict_of(best.outcome, best.candidate.claim, mass), mass)


def verdict_of(outcome: Outcome, claim: Claim, mass: float, *, hedged: bool = False) -> Verdict:
    """The verdict on a claim that was read with so much of the mass, hedged where that is not sure."""
    label = outcome.label
    far = FAR <= outcome.apart <= TOO_FAR and mass >= (FAR_JOINED if _is_joined(outcome, claim) else FAR_MASS)
    misread = outcome.basis is Basis.OWN and outcome.apart > TOO_FAR
    if (mass < SURE and not far) or misread or (claim.relation == "plan" and label < 2):
        label = min(max(label, 1), 2)
    return LABELS[max(label, 1) if hedged else label]


def _is_joined(outcome: Outcome, claim: Claim) -> bool:
    """Whether a claim is set beside things and averages, or joins two numbers that are said by what is known."""
    sorts = [leaf.sort for leaf in claim.leaves()]
    return bool(THINGS.intersection(sorts)) or (outcome.basis is not Basis.OWN and sorts.count(Sort.STATED) > 1)


def _hedged(decided: Decided) -> Decided:
    """The same beside a number that stays open: a yes is only plausible."""
    outcome, claim = decided.judged.outcome, decided.judged.candidate.claim
    return replace(decided, verdict=verdict_of(outcome, claim, decided.mass, hedged=True), hedged=True)


def _weight(decided: Decided) -> float:
    """How early a claim is told: what doesn't add up a little before what does."""
    return decided.mass + (0.0 if decided.verdict in YES else NO_BEFORE)


def _is_premise(one: Checked, decided: Decided, found: list[tuple[Checked, Decided]]) -> bool:
    """Whether what doesn't add up in its sentence takes more of its numbers: then it is only what that starts from."""
    own = decided.judged.candidate.stated
    return any(
        other.sentence is one.sentence and no.verdict not in YES and len(no.judged.candidate.stated) > len(own)
        for other, no in found
    )


def _leads_on(one: Checked, decided: Decided, still_open: list[tuple[Sentence, int]]) -> bool:
    """Whether a weighty number that stays open follows in the sentence: what is said of it may be the claim."""
    last = max(decided.judged.candidate.stated, default=-1)
    return any(
        sentence is one.sentence and index > last and _weighs(sentence.stated[index].quantity)
        for sentence, index in still_open
    )


def _leans_to_yes(sentence: Sentence, index: int, checked: list[Checked]) -> bool:
    """Whether the readings of a number that is not decided are far more for it than against it."""
    sides = [one.sides for one in checked if one.sentence is sentence and one.target == index]
    return any(LEANING <= each.yes >= LEANING_MORE * each.no for each in sides)


def _open_quantities(checked: list[Checked], found: list[tuple[Checked, Decided]]) -> list[tuple[Sentence, int]]:
    """The quantities that no decided claim of a text uses, each as its sentence and its index there."""
    settled = {(id(one.sentence), index) for one, decided in found for index in decided.judged.candidate.stated}
    return [
        (sentence, index)
        for sentence in {id(one.sentence): one.sentence for one in checked}.values()
        for index in range(len(sentence.stated))
        if (id(sentence), index) not in settled
    ]


def _ends_of_sums(found: list[tuple[Checked, Decided]]) -> dict[int, int]:
    """By sentence the index of an announced result that all numbers before it make; what follows goes on to more."""
    ends = {}
    for one, decided in found:
        candidate, sentence = decided.judged.candidate, one.sentence
        used = frozenset().union(*(other.judged.candidate.stated for each, other in found if each.sentence is sentence))
        announced = decided.verdict in YES and candidate.target in announced_results(sentence)
        if announced and candidate.claim.relation == "own" and frozenset(range(candidate.target)) <= used:
            ends[id(sentence)] = candidate.target
    return ends


def _is_concluded(sentence: Sentence, index: int) -> bool:
    """Whether a quantity is said to follow from the one before it: "..., so 40 a day"."""
    if index == 0:
        return False
    before, own = sentence.stated[index - 1], sentence.stated[index]
    between = sentence.words[before.last + 1 : own.first]
    said = {sentence.text[word.start : word.end].lower().replace("’", "'") for word in between}
    return not words().conclusion.isdisjoint(said)


def _is_plan(decided: Decided) -> bool:
    """Whether a claim is a plan: its yes says no more than that it is within reach, and its lines show its size."""
    return decided.judged.candidate.claim.relation == "plan"


def _is_told_first(decided: Decided) -> bool:
    """Whether a claim likely enough doesn't add up that no yes beside it stands for the text."""
    return decided.verdict not in YES and decided.mass >= TOLD_FIRST


def _weighs(quantity: Quantity) -> bool:
    """Whether a number is one that a text may be about: no age, rank or handful."""
    if quantity.unit.dimension in (Dimension.TIME, Dimension.AGE):
        return False
    if quantity.unit.dimension not in (Dimension.NONE, Dimension.COUNT, Dimension.RATIO):
        return True
    return quantity.value >= LEAST_CLAIM or quantity.form in (Form.PERCENT, Form.MULTIPLE)
