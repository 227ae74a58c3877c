"""How the weight of a reading and how near it comes are set against each other, whatever the fitted weights are."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import log

import pytest

from reasoning.judging.outcome import Basis, Outcome
from reasoning.judging.posterior import is_slip, judge, unlikeliness, weigh, weights
from reasoning.model.claim import Candidate, Claim, single
from reasoning.model.leaf import Leaf, Sort

ONE = single(Leaf("one", Sort.STATED, Fraction(1), Fraction(1), Fraction(1)))
HIT = Outcome(Basis.FIRM, 1.0, over=False, label=0, ratio=Fraction(1))
MISS = Outcome(Basis.FIRM, 5.0, over=True, label=3, ratio=Fraction(5))
BELOW = Outcome(Basis.FIRM, 5.0, over=False, label=3, ratio=Fraction(1, 5))


def candidate(nats: float = 0.0, relation: str = "level", *, upper_only: bool = False) -> Candidate:
    """A reading with so much against it."""
    cost = {"product": nats / weights().parts["product"]}
    return Candidate(Claim(ONE, "=", ONE, relation), cost, upper_only=upper_only)


def bound() -> float:
    """How many nats dearer a narrow hit may be than a miss, and still weigh more."""
    return log(weights().true_density["firm"] / weights().false_density)


@pytest.mark.parametrize(("dearer", "side"), [(-0.1, "yes"), (0.1, "no")])
def test_a_narrow_hit_beats_a_cheaper_miss_within_a_bound(dearer: float, side: str) -> None:
    hit, miss = judge(candidate(bound() + dearer), HIT), judge(candidate(), MISS)
    sides = weigh([hit, miss])
    assert (sides.yes > sides.no) is (side == "yes")
    assert sides.best[0] is (hit if side == "yes" else miss)


def test_the_bound_is_some_nats_so_that_no_far_fetched_hit_wins() -> None:
    assert 0.5 < bound() < 4
    sides = weigh([judge(candidate(5.0), HIT), judge(candidate(), MISS)])
    assert sides.no > sides.yes


def test_a_hit_speaks_for_yes_and_a_miss_for_no() -> None:
    hit, miss = judge(candidate(), HIT), judge(candidate(), MISS)
    assert hit.yes > hit.no
    assert miss.no > miss.yes


def test_a_miss_by_many_decades_speaks_against_the_reading_itself() -> None:
    far = Outcome(Basis.FIRM, 1e9, over=True, label=3, ratio=Fraction(10**9))
    assert judge(candidate(3.0), far).no < judge(candidate(3.0), MISS).no / 100


def test_what_speaks_against_a_reading_moves_mass_to_neither_side() -> None:
    sides = [weigh([judge(candidate(nats), HIT)]) for nats in (0.0, 1.0, 3.0, 9.0)]
    assert [one.yes for one in sides] == sorted((one.yes for one in sides), reverse=True)
    assert all(one.yes + one.no < 1 for one in sides)
    assert sides[-1].yes < 0.5 < sides[0].yes


def test_no_reading_is_on_no_side() -> None:
    assert (weigh([]).yes, weigh([]).no) == (0, 0)


def test_what_is_only_the_most_there_can_be_is_wrong_only_above_it() -> None:
    above, below = (judge(candidate(upper_only=True), one) for one in (MISS, BELOW))
    assert above.no > 0 == below.no
    assert judge(candidate(upper_only=True), HIT).yes < judge(candidate(), HIT).yes


def test_an_order_is_on_one_side_alone() -> None:
    right, wrong = (judge(candidate(relation="order"), one) for one in (HIT, MISS))
    assert (right.no, wrong.yes) == (0, 0)
    assert right.yes == wrong.no > 0


def test_a_part_of_the_cost_that_has_no_weight_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        unlikeliness(Candidate(Claim(ONE, "=", ONE, "level"), {"weather": 1.0}))


@pytest.mark.parametrize(("spread", "least"), [(0.1, 0.9), (0.5, 0.7), (2.0, 0.5)])
def test_three_times_off_refutes_the_more_the_narrower_the_range_is(spread: float, least: float) -> None:
    off = replace(MISS, basis=Basis.ENVELOPE, apart=3.0, spread=spread)
    sides = weigh([judge(candidate(), off)])
    assert least < sides.no / (sides.yes + sides.no) < least + 0.25


def read_of(stated: set[int], *, unlinked: float = 0.0) -> Candidate:
    """A reading that takes these of the numbers."""
    return Candidate(Claim(ONE, "=", ONE, "own"), {"unlinked": unlinked}, stated=frozenset(stated))


@pytest.mark.parametrize(
    ("of_the_sum", "unlinked", "stands"),
    [({0, 1, 2}, 0.0, False), ({0, 1, 2}, 1.5, True), ({0, 1}, 0.0, True), ({1, 2, 3}, 0.0, True)],
)
def test_what_a_failed_sum_starts_from_is_no_rival(of_the_sum: set[int], unlinked: float, stands: bool) -> None:
    known = judge(read_of({0}), replace(HIT, basis=Basis.LOOSE))
    failed = judge(read_of(of_the_sum, unlinked=unlinked), replace(MISS, basis=Basis.OWN))
    assert (weigh([known, failed]).yes > 0.1) is stands


def off_by(apart: int) -> Outcome:
    """What is so many times as much as was reckoned."""
    return Outcome(Basis.FIRM, float(apart), over=True, label=3, ratio=Fraction(apart))


def test_a_number_that_is_off_by_a_place_is_wrong_the_more_surely() -> None:
    by_place, near_it = (weigh([judge(candidate(2.0), off_by(apart))]) for apart in (100, 70))
    assert by_place.no > near_it.no


def test_by_a_place_alone_no_hit_is_outweighed() -> None:
    hit, off = judge(candidate(2.0), HIT), judge(candidate(1.5), off_by(10))
    assert off.no < hit.yes < off.no * weights().slip
    assert weigh([hit, off]).yes > weigh([hit, off]).no


def test_of_numbers_that_no_word_joins_a_place_says_nothing() -> None:
    assert is_slip(judge(candidate(), off_by(10)))
    assert not is_slip(judge(replace(candidate(), cost={"unlinked": 0.9}), off_by(10)))
