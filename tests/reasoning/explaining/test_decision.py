"""When a side is taken, when it is hedged, what a yes is worth beside open numbers, and what is told first."""

from __future__ import annotations

from fractions import Fraction

import pytest

from knowledge import Library
from reasoning.check import Checked
from reasoning.explaining.decision import HEDGED, LEANING, SURE, TOLD_FIRST, decide, decide_all
from reasoning.judging.outcome import Basis, Outcome
from reasoning.judging.posterior import Judged, Sides
from reasoning.model.answer import Verdict
from reasoning.model.claim import Candidate, Claim, single
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.passage import Sentence, read_passage

ONE = single(Leaf("one", Sort.STATED, Fraction(1), Fraction(1), Fraction(1)))


def checked(sentence: Sentence, mass: float, label: int, index: int = 0, relation: str = "level") -> Checked:
    """A group of one reading, of one quantity of a sentence, with so much of the mass on the side of its label."""
    yes, no = (mass, 0.0) if label < 2 else (0.0, mass)
    candidate = Candidate(Claim(ONE, "=", ONE, relation), stated=frozenset({index}), target=index)
    judged = Judged(candidate, Outcome(Basis.FIRM, 1.0, over=True, label=label, ratio=Fraction(1)), yes, no)
    return Checked(sentence, index, Sides(yes, no, (judged,)))


def sentences(text: str, library: Library) -> tuple[Sentence, ...]:
    return read_passage(text, library).sentences


@pytest.mark.parametrize(
    ("mass", "label", "verdict"),
    [
        (SURE, 0, Verdict.ADDS_UP),
        (SURE, 1, Verdict.PLAUSIBLE),
        (SURE, 2, Verdict.STRETCH),
        (SURE, 3, Verdict.DOESNT_ADD_UP),
        (SURE - 0.01, 0, Verdict.PLAUSIBLE),
        (SURE - 0.01, 3, Verdict.STRETCH),
        (HEDGED, 0, Verdict.PLAUSIBLE),
        (HEDGED - 0.01, 0, None),
        (HEDGED - 0.01, 3, None),
    ],
)
def test_a_side_is_taken_hedged_or_left_open(
    mass: float, label: int, verdict: Verdict | None, library: Library
) -> None:
    (sentence,) = sentences("5,000 people", library)
    decided = decide(checked(sentence, mass, label))
    assert (decided.verdict if decided is not None else None) == verdict


def test_a_plan_never_adds_up(library: Library) -> None:
    (sentence,) = sentences("5,000 people", library)
    decided = decide(checked(sentence, 0.99, 0, relation="plan"))
    assert decided is not None
    assert decided.verdict is Verdict.PLAUSIBLE


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("5,000 people live there", [Verdict.ADDS_UP]),
        ("5,000 people have 700 boats", []),  # that may be what is claimed
        ("5,000 people have 700 boats and 900 goats", []),
        ("5,000 people have 7 boats and 9 goats", [Verdict.ADDS_UP]),  # handfuls are no claims
        ("5,000 people live there for 300 years", [Verdict.ADDS_UP]),  # nor are times
        ("5,000 people live there. They have 700 boats.", [Verdict.PLAUSIBLE]),
        ("5,000 people live there, so 7 in each boat", []),  # what is concluded is what is claimed
        ("5,000 people live there, that's 300 years of work", []),
        ("5,000 people live there. It would need 7 boats.", [Verdict.ADDS_UP]),
    ],
)
def test_a_yes_is_worth_less_beside_numbers_that_stay_open(
    text: str, verdicts: list[Verdict], library: Library
) -> None:
    first, *others = sentences(text, library)
    groups = [checked(first, 0.99, 0), *(Checked(other, -1, Sides(0.0, 0.0, ())) for other in others)]
    assert [decided.verdict for _, decided in decide_all(groups)] == verdicts


def test_a_no_stands_however_many_numbers_stay_open(library: Library) -> None:
    (sentence,) = sentences("5,000 people have 700 boats and 900 goats", library)
    assert [decided.verdict for _, decided in decide_all([checked(sentence, 0.99, 3)])] == [Verdict.DOESNT_ADD_UP]


def test_what_is_surely_wrong_is_told_first_then_the_surest(library: Library) -> None:
    (sentence,) = sentences("5,000 people have 700 boats and 900 goats", library)
    groups = [checked(sentence, 0.97, 0, 0), checked(sentence, 0.98, 0, 1), checked(sentence, 0.96, 3, 2)]
    told = [one.target for one, _ in decide_all(groups)]
    assert told == [2, 1, 0]


def test_a_likely_no_is_told_before_a_sure_yes(library: Library) -> None:
    (sentence,) = sentences("5,000 people have 700 boats", library)
    groups = [checked(sentence, TOLD_FIRST, 3, 0), checked(sentence, 0.98, 0, 1)]
    assert [one.target for one, _ in decide_all(groups)] == [0, 1]


def test_a_no_that_is_not_likely_enough_waits_its_turn(library: Library) -> None:
    (sentence,) = sentences("5,000 people have 700 boats", library)
    groups = [checked(sentence, TOLD_FIRST - 0.01, 3, 0), checked(sentence, 0.98, 0, 1)]
    assert [one.target for one, _ in decide_all(groups)] == [1, 0]


@pytest.mark.parametrize(
    ("mass", "label", "told"),
    [
        (LEANING, 0, [Verdict.PLAUSIBLE]),
        (LEANING - 0.01, 0, []),  # it is hardly known what it says
        (LEANING, 3, []),
    ],
)
def test_a_yes_stands_beside_a_number_that_leans_to_yes(
    mass: float, label: int, told: list[Verdict], library: Library
) -> None:
    (sentence,) = sentences("5,000 people have 700 boats", library)
    groups = [checked(sentence, 0.99, 0, 0), checked(sentence, mass, label, 1)]
    assert [decided.verdict for _, decided in decide_all(groups)] == told
