"""What the library answers: figures by date, words for measures, caveats."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from knowledge import Library, Nature


@pytest.mark.parametrize(
    ("entity", "measure", "as_of", "dated"),
    [
        ("US", "population", date(2016, 5, 1), "2016"),
        ("US", "population", date(2017, 12, 31), "2017"),
        ("US", "population", date(2026, 11, 23), "2017"),  # the latest before
        ("US", "population", date(2013, 6, 1), "2015"),  # nothing before: the earliest within two years
        ("US", "population", date(2012, 6, 1), None),
        ("US", "labour_force", date(2016, 3, 15), "2016-03"),  # both hold the day: the shorter period
        ("US", "labour_force", date(2016, 4, 1), "2016"),
        ("US", "labour_force", date(2017, 1, 9), "2016"),
        ("US", "debt", date(2016, 9, 30), "FY2016"),  # the fiscal year ends in September
        ("US", "debt", date(2015, 9, 30), "2010"),
        ("alibaba", "employees", date(2017, 1, 9), "2016-03"),
        ("amazon", "employees", date(2015, 6, 1), "2014-12"),
        ("alibaba", "population", date(2017, 1, 9), None),
        ("nobody", "population", date(2017, 1, 9), None),
        ("US", "nothing", date(2017, 1, 9), None),
    ],
)
def test_reference(library: Library, entity: str, measure: str, as_of: date, dated: str | None) -> None:
    reference = library.figure_at(entity, measure, as_of)
    assert (reference and reference.dated) == dated


def test_a_reference_says_where_it_comes_from(library: Library) -> None:
    reference = library.figure_at("US", "labour_force", date(2017, 1, 9))
    assert reference is not None
    assert reference.id == "US.labour_force.2016"
    assert reference.value == reference.low == reference.high == 159_200_000
    assert reference.unit == "people"
    assert (reference.source.producer, reference.source.title) == ("CIA", "The World Factbook 2016-17")
    assert not reference.is_estimate


def test_a_range_without_a_value_has_its_middle(library: Library) -> None:
    reference = library.figure_of("world.population.2016")
    assert reference is not None
    assert [reference.low, reference.value, reference.high] == [73 * 10**8, 74 * 10**8, 75 * 10**8]
    assert reference.interval.middle == Fraction(74 * 10**8)
    assert reference.is_estimate


def test_holders_and_measures(library: Library) -> None:
    assert library.holders("employees") == ("alibaba", "amazon", "apple")
    assert library.holders("nothing") == ()
    assert library.measures_of("US") == ("population", "labour_force", "debt")
    assert library.measures["revenue"].nature is Nature.FLOW
    assert library.measures["labour_force"].whole == "population"


def test_it_can_not_be_changed(library: Library) -> None:
    with pytest.raises(TypeError):
        library.entities["XX"] = library.entities["US"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "entities", "measures", "caveats"),
    [
        ("1 million Job Opportunities", ["US"], ["employees"], ["job-opportunities"]),
        ("1 million jobs", ["alibaba"], ["employees"], ["alibaba-2015"]),
        ("1 million jobs", ["amazon"], ["employees"], []),
        ("opportunities", ["US"], ["area"], []),
        ("jobless", ["alibaba"], ["employees"], []),
    ],
)
def test_fitting_caveats(
    library: Library, text: str, entities: list[str], measures: list[str], caveats: list[str]
) -> None:
    assert [caveat.id for caveat in library.fitting_caveats(text, entities, measures)] == caveats
