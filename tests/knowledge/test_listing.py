"""The lines on an entity, a measure or a figure, and which series are out of date."""

from __future__ import annotations

from datetime import date

from knowledge import Library, show, stale


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
