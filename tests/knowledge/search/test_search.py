"""Figures found the way a person asks for them."""

from __future__ import annotations

import pytest

from knowledge import Library, find


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("us debt 2010", "US.debt.2010"),
        ("us debt", "US.debt.FY2016"),
        ("US debt 2012", "US.debt.2010"),
        ("US debt FY2016", "US.debt.FY2016"),
        ("US labour force 2016-03", "US.labour_force.2016-03"),
        ("populaton of germny", "DE.population.2016"),
        ("American population 2015", "US.population.2015"),
        ("how many people work at alibaba", "alibaba.employees.2016-03"),
        ("alibaba employes 2015", "alibaba.employees.2015-03"),
        ("people in texas", "US-TX.population.2016"),
        ("US.population.2016", "US.population.2016"),
        ("US labour_force", "US.labour_force.2016"),
        ("germans", "DE.population.2016"),
        ("china", "CN.population.2016"),
        ("workforce", "CN.labour_force.2016"),
        ("employees", "amazon.employees.2016-12"),
        ("alibabba staff", "alibaba.employees.2016-03"),
    ],
)
def test_find(library: Library, text: str, first: str) -> None:
    assert find(library, text)[0].id == first
    assert find(library, text, limit=1)[0].id == first


@pytest.mark.parametrize("text", ["", "xyzzy", "🙂", "9**9**9", "revenue", "spain revenue"])
def test_find_nothing(library: Library, text: str) -> None:
    assert find(library, text) == ()
