"""The label of a claim by its basis, just inside and just outside each threshold; and claims compared another way."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from knowledge.model.units import NUMBER
from quantities import read
from reasoning.grounding.types import TIME
from reasoning.judging.comparison import compare
from reasoning.judging.outcome import Basis
from reasoning.model.claim import Claim, Operator, Term, single
from reasoning.model.leaf import Leaf, Sort

ADDS_UP, PLAUSIBLE, STRETCH, DOESNT_ADD_UP = range(4)


def leaf(low: str, high: str | None = None, sort: Sort = Sort.STATED) -> Leaf:
    """A leaf of a number, or of a range with its middle."""
    ends = Fraction(low), Fraction(high or low)
    return Leaf(f"{sort}.{low}", sort, ends[0], sum(ends, Fraction(0)) / 2, ends[1])


OWN, FIRM = leaf("100"), leaf("100", sort=Sort.FIGURE)
LOOSE, STALE = replace(FIRM, estimate=True), replace(FIRM, stale_years=1)
TIGHT = replace(FIRM, measure="life_expectancy")
BROAD, NARROW = leaf("1", "4", Sort.PROPERTY), leaf("100", "150", Sort.AVERAGE)
NARROWEST = leaf("100", "121", Sort.PROPERTY)


def claim(said: str, right: Leaf, relation: str = "level", comparator: str = "=") -> Claim:
    return Claim(single(leaf(said)), comparator, single(right), relation)


@pytest.mark.parametrize(
    ("right", "basis", "adds_up", "plausible", "stretch", "beyond"),
    [
        (OWN, Basis.OWN, "100 100.5", "100.51 102", "102.1 105", "105.1"),
        (FIRM, Basis.FIRM, "100 110", "110.1 122", "122.1 150", "150.1"),
        (TIGHT, Basis.TIGHT, "100 103", "103.1 107", "107.1 120", "120.1"),
        (LOOSE, Basis.LOOSE, "100 110", "110.1 135", "135.1 300", "300.1"),
        (BROAD, Basis.ENVELOPE, "1 2 4 4.2", "4.21 8", "8.01 20", "20.1"),
        (NARROW, Basis.ENVELOPE, "100 150 157", "158 229", "230 450", "451"),  # narrower bands
        (NARROWEST, Basis.LOOSE, "100 121 133", "134 163", "164 363", "364"),  # as good as a figure
        (STALE, Basis.LOOSE, "103 113.3", "113.4 139", "139.1 309", "309.1"),  # 3 % more room for a year
        # Below it is the same, as a ratio.
        (FIRM, Basis.FIRM, "91", "90 82", "81 67", "66"),
        (LOOSE, Basis.LOOSE, "91", "90 75", "74 34", "33"),
        (BROAD, Basis.ENVELOPE, "0.96", "0.94 0.5", "0.49 0.2", "0.19"),
    ],
)
def test_each_label_holds_up_to_its_threshold(
    right: Leaf, basis: Basis, adds_up: str, plausible: str, stretch: str, beyond: str
) -> None:
    for label, numbers in enumerate((adds_up, plausible, stretch, beyond)):
        for said in numbers.split():
            outcome = compare(claim(said, right), None)
            assert outcome is not None
            assert (said, outcome.basis, outcome.label) == (said, basis, label)


@pytest.mark.parametrize(
    ("said", "comparator", "apart"),
    [
        ("115", "=", 1.15),
        ("105", "~", 1.0),  # about: 5 % on either side
        ("96", "~", 1.0),
        ("50", ">", 1.0),
        ("101", ">", 1.01),
        ("20", ">", 5 / 3),  # true, and odd
        ("200", "<", 1.0),
        ("99", "<", 100 / 99),
        ("600", "<", 2.0),
    ],
)
def test_a_bound_is_held_or_missed(said: str, comparator: str, apart: float) -> None:
    outcome = compare(claim(said, FIRM, comparator=comparator), None)
    assert outcome is not None
    assert outcome.apart == pytest.approx(apart)


def test_a_rounded_number_has_the_room_of_its_last_digit() -> None:
    (quantity,) = read("1.4 million people").quantities
    said = claim("1400000", leaf("1449000", sort=Sort.FIGURE))
    with_room, without = compare(said, quantity), compare(said, None)
    assert with_room is not None
    assert without is not None
    assert with_room.apart == 1 < without.apart


def test_a_range_that_is_too_wide_decides_nothing_inside() -> None:
    for high, wide in (("10", False), ("11", True)):
        outcome = compare(claim("5", leaf("1", high, Sort.PROPERTY)), None)
        assert outcome is not None
        assert outcome.wide is wide


@pytest.mark.parametrize(("said", "right"), [("0", "5"), ("5", "0"), ("-5", "5"), ("5", "-5")])
def test_nothing_is_compared_with_zero_or_over_signs(said: str, right: str) -> None:
    assert compare(claim(said, leaf(right)), None) is None


def test_more_than_a_little_is_far_from_a_figure_of_none() -> None:
    none = leaf("0", sort=Sort.FIGURE)
    outcome = compare(claim("5", none), None)
    assert outcome is not None
    assert (outcome.label, outcome.ratio) == (3, Fraction(0))
    assert outcome.plausible is None
    assert compare(claim("5", none, comparator="<"), None) is None


def test_two_losses_are_compared_as_amounts() -> None:
    outcome = compare(claim("-200", leaf("-100")), None)
    assert outcome is not None
    assert (outcome.ratio, outcome.apart, outcome.over) == (Fraction(2), 2.0, True)


@pytest.mark.parametrize(
    ("left", "comparator", "label"),
    [
        ("104", ">", ADDS_UP),
        ("102", ">", PLAUSIBLE),  # too close for an order
        ("99.5", ">", PLAUSIBLE),
        ("98", ">", STRETCH),
        ("95", ">", STRETCH),
        ("90", ">", DOESNT_ADD_UP),
        ("90", "<", ADDS_UP),
        ("120", "<", DOESNT_ADD_UP),
    ],
)
def test_two_figures_in_order(left: str, comparator: str, label: int) -> None:
    for relation in ("order", "rank"):
        outcome = compare(claim(left, FIRM, relation, comparator), None)
        assert outcome is not None
        assert outcome.label == label


@pytest.mark.parametrize(
    ("said", "label"),
    [("1", PLAUSIBLE), ("60", PLAUSIBLE), ("61", STRETCH), ("300", STRETCH), ("301", DOESNT_ADD_UP)],
)
def test_a_plan_is_a_share_of_what_there_is_and_never_adds_up(said: str, label: int) -> None:
    outcome = compare(claim(said, FIRM, "plan"), None)
    assert outcome is not None
    assert outcome.label == label


@pytest.mark.parametrize(
    ("said", "label"), [("160", PLAUSIBLE), ("161", STRETCH), ("500", STRETCH), ("501", DOESNT_ADD_UP)]
)
def test_a_plan_beside_what_is_made_in_its_time_has_more_room(said: str, label: int) -> None:
    made = replace(FIRM, type=NUMBER / TIME)
    outcome = compare(claim(said, made, "plan"), None)
    assert outcome is not None
    assert outcome.label == label


@pytest.mark.parametrize(("right", "low", "high"), [(FIRM, 100 / 1.22, 122), (NARROWEST, 100 / 1.35, 163.35)])
def test_the_range_that_would_be_plausible_is_that_of_its_band(right: Leaf, low: float, high: float) -> None:
    outcome = compare(claim("900", right), None)
    assert outcome is not None
    assert outcome.plausible is not None
    assert [float(end) for end in outcome.plausible] == pytest.approx([low, high])


@pytest.mark.parametrize(
    ("total", "label"), [("1", None), ("100", None), ("101", STRETCH), ("150", STRETCH), ("151", DOESNT_ADD_UP)]
)
def test_a_gift_is_judged_only_where_it_is_out_of_reach(total: str, label: int | None) -> None:
    outcome = compare(claim(total, FIRM, "gift", "<"), None)
    assert (outcome.label if outcome is not None else None) == label


@pytest.mark.parametrize(
    ("was", "label"), [("-3", DOESNT_ADD_UP), ("0", DOESNT_ADD_UP), ("5", ADDS_UP), ("6", PLAUSIBLE)]
)
def test_a_change_that_went_the_other_way_is_wrong(was: str, label: int) -> None:
    outcome = compare(claim("5", leaf(was, sort=Sort.FIGURE), "change"), None)
    assert outcome is not None
    assert outcome.label == label


@pytest.mark.parametrize(
    ("said", "comparator", "label"),
    [
        ("2", "=", ADDS_UP),
        ("1", "=", STRETCH),  # who is counted may differ by one
        ("3", "=", PLAUSIBLE),  # within 3 % of the one behind
        ("5", "=", DOESNT_ADD_UP),
        ("3", ">", ADDS_UP),
        ("1", ">", DOESNT_ADD_UP),
    ],
)
def test_a_place_is_counted_off_and_neighbours_may_have_it(said: str, comparator: str, label: int) -> None:
    figures = tuple(single(leaf(value, sort=Sort.FIGURE)) for value in ("100", "300", "98", "40", "30"))
    ranked = Claim(single(leaf(said)), comparator, Term(None, Operator.RANK, figures), "place")
    outcome = compare(ranked, None)
    assert outcome is not None
    assert outcome.label == label


@pytest.mark.parametrize(
    ("now", "comparator", "label"),
    [
        ("110", ">", ADDS_UP),
        ("100.1", ">", PLAUSIBLE),
        ("99.9", ">", STRETCH),
        ("90", ">", DOESNT_ADD_UP),
        ("90", "<", ADDS_UP),
    ],
)
def test_a_trend_goes_the_way_that_is_said(now: str, comparator: str, label: int) -> None:
    outcome = compare(Claim(single(leaf(now, sort=Sort.FIGURE)), comparator, single(FIRM), "trend"), None)
    assert outcome is not None
    assert outcome.label == label


def test_more_than_little_says_less_than_more_than_much() -> None:
    little, much = (compare(claim(said, FIRM, comparator=">"), None) for said in ("40", "95"))
    assert little is not None
    assert much is not None
    assert (little.label, much.label) == (ADDS_UP, ADDS_UP)
    assert little.beyond > much.beyond > 1
