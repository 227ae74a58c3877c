"""Products are found by their types alone."""

from __future__ import annotations

from fractions import Fraction

from knowledge.model.units import Exponents
from reasoning.derivation.products import Product, find_products
from reasoning.grounding.types import TypeCodes
from reasoning.model.leaf import Leaf, Sort

MONEY, PERSON, SECOND = (Exponents(((base, 1),)) for base in ("money", "person", "s"))


def leaf(ident: str, powers: Exponents, cost: float = 0.1, uses: frozenset[int] = frozenset()) -> Leaf:
    one = Fraction(1)
    return Leaf(ident, Sort.STATED, one, one, one, powers, cost, uses=uses)


def found(wanted: Exponents, leaves: list[Leaf], *, ratio: bool = False) -> set[str]:
    codes = TypeCodes()
    products = find_products(codes.code(wanted), [(one, codes.code(one.type)) for one in leaves], ratio=ratio)
    return {written(one) for one in products}


def written(one: Product) -> str:
    return "*".join(sorted(leaf.id for leaf in one.above)) + "".join(
        f"/{leaf.id}" for leaf in sorted(one.below, key=str)
    )


def test_a_budget_over_people_is_money_each() -> None:
    each = MONEY / PERSON
    assert found(each, [leaf("budget", MONEY), leaf("people", PERSON)]) == {"budget/people"}


def test_a_rate_times_a_time_is_an_amount() -> None:
    assert found(MONEY, [leaf("rate", MONEY / SECOND), leaf("years", SECOND)]) == {"rate*years"}


def test_three_and_four_factors() -> None:
    leaves = [leaf("wage", MONEY / PERSON / SECOND), leaf("people", PERSON), leaf("years", SECOND)]
    assert found(MONEY, leaves) == {"people*wage*years"}
    more = [*leaves[:2], leaf("weeks", SECOND), leaf("share", Exponents())]
    assert "people*share*wage*weeks" in found(MONEY, more)


def test_a_quantity_is_used_once() -> None:
    twice = [leaf("a", MONEY, uses=frozenset({0})), leaf("b", MONEY.__class__(()), uses=frozenset({0}))]
    assert found(MONEY, twice) == {"a"}


def test_what_has_no_fitting_type_makes_nothing() -> None:
    assert found(MONEY, [leaf("people", PERSON), leaf("years", SECOND)]) == set()


def test_two_of_one_type_cost_where_no_ratio_is_meant() -> None:
    codes = TypeCodes()
    leaves = [(leaf("a", PERSON), codes.code(PERSON)), (leaf("b", PERSON), codes.code(PERSON))]
    plain, ratio = find_products(0, leaves), find_products(0, leaves, ratio=True)
    assert min(one.cost for one in plain) > min(one.cost for one in ratio) + 0.5


def test_the_work_is_bounded() -> None:
    many = [leaf(f"n{number}", Exponents(), 0.01) for number in range(400)]
    assert len(find_products(0, [(one, 0) for one in many])) <= 40
