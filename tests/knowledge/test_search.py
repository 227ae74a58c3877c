"""Figures found the way a person asks for them."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library, find, show, stale


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


def test_show_a_series(library: Library) -> None:
    assert (
        show(library, "alibaba staff")
        == show(library, "alibaba.employees")
        == (
            "Alibaba, employees, 2015-03: 34,985 people — Company filings, Annual reports",
            "Alibaba, employees, 2016-03: 36,446 people — Company filings, Annual reports",
        )
    )


def test_show_an_entity(library: Library) -> None:
    assert show(library, "world") == (
        "world: the world (world)",
        "  also: world, worldwide, the globe",
        "  people: people alive, people in the world",
        (
            "the world, population, 2016: 7.4 billion (7.3 billion to 7.5 billion) people"
            " — General knowledge, Order of magnitude, an estimate; rounded"
        ),
    )


def test_show_a_measure(library: Library) -> None:
    assert show(library, "labour_force") == (
        "labour_force: labour force, in people, a stock",
        "China, labour force, 2016: 806 million people — CIA, The World Factbook 2016-17",
        "United States, labour force, 2016: 159.2 million people — CIA, The World Factbook 2016-17",
    )


def test_show_nothing(library: Library) -> None:
    assert show(library, "xyzzy") == ()


def test_stale(library: Library) -> None:
    assert [reference.id for reference in stale(library, date(2020, 6, 1))] == [
        "alibaba.employees.2016-03",
        "US.debt.FY2016",
        "CN.labour_force.2016",
        "US.labour_force.2016",
        "amazon.employees.2016-12",
        "apple.employees.FY2016",
    ]
    assert stale(library, date(2017, 1, 1)) == ()
