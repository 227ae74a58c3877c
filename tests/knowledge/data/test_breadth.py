"""How much is known, of what comes with the program: what is counted, and at least how many there must be."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from knowledge import Library
from knowledge.model.entity import EntityKind

Counting = Callable[[Library], int]

US_YEARLY = """
    population households labour_force employed jobs unemployed unemployment_rate federal_receipts federal_outlays
    federal_deficit national_debt debt_held_by_public gdp military_spending net_interest social_security_spending
    medicare_spending medicaid_spending median_household_income average_wage hourly_earnings consumer_price_index births
    deaths deaths_heart_disease deaths_cancer deaths_accidents deaths_stroke deaths_suicide deaths_guns deaths_road
    deaths_overdose murders violent_crimes property_crimes robberies burglaries border_encounters green_cards uninsured
    people_in_poverty snap_recipients
""".split()
WORLDWIDE_YEARLY = "population gdp life_expectancy co2_emissions labour_participation".split()


def of_kind(kind: EntityKind) -> Callable[[Library], list[str]]:
    return lambda library: [ident for ident, entity in library.entities.items() if entity.kind is kind]


countries = of_kind(EntityKind.COUNTRY)
companies = of_kind(EntityKind.COMPANY)


def having(library: Library, entities: Iterable[str], *measures: str) -> int:
    """How many have figures of all of these."""
    return sum(all(library.series(entity, measure) for measure in measures) for entity in entities)


def figures(library: Library, kind: EntityKind) -> int:
    """How many different figures (not dates) there are of things of a kind."""
    return sum(len(library.measures_of(entity)) for entity in of_kind(kind)(library))


def years(library: Library, entity: str, measure: str) -> int:
    return len({reference.end.year for reference in library.series(entity, measure)})


def series_of(entity: str) -> Counting:
    """How many of its measures have figures of five years or more."""
    return lambda library: sum(years(library, entity, measure) >= 5 for measure in library.measures_of(entity))


def years_of(entity: str, measure: str) -> Counting:
    return lambda library: years(library, entity, measure)


def measures_of(entity: str) -> Counting:
    return lambda library: len(library.measures_of(entity))


def yearly(measure: str) -> Counting:
    return lambda library: sum(years(library, country, measure) >= 12 for country in countries(library))


def states(library: Library) -> list[str]:
    return [ident for ident in library.entities if ident.startswith("US-") and ident != "US-DC"]


ROWS: dict[str, tuple[int, Counting]] = {
    "countries and territories with 40 measures": (
        195,
        lambda library: sum(len(library.measures_of(country)) >= 40 for country in countries(library)),
    ),
    **{f"countries with {measure} by year": (185, yearly(measure)) for measure in WORLDWIDE_YEARLY},
    "countries with unemployment by year": (95, yearly("unemployment_rate")),
    "countries with a labour force of several years": (
        155,
        lambda library: sum(years(library, country, "labour_force") >= 3 for country in countries(library)),
    ),
    **{f"years of {measure} in the US": (9, years_of("US", measure)) for measure in US_YEARLY},
    "states with 8 measures": (
        50,
        lambda library: sum(len(library.measures_of(state)) >= 8 for state in states(library)),
    ),
    "occupations with jobs": (
        800,
        lambda library: having(library, of_kind(EntityKind.OCCUPATION)(library), "occupation_jobs"),
    ),
    "occupations with median and mean pay": (
        800,
        lambda library: having(
            library, of_kind(EntityKind.OCCUPATION)(library), "occupation_median_wage", "occupation_mean_wage"
        ),
    ),
    "industries with jobs and pay": (
        400,
        lambda library: having(library, of_kind(EntityKind.INDUSTRY)(library), "industry_jobs", "industry_mean_wage"),
    ),
    "consumer price categories by year": (
        19,
        lambda library: sum(
            years(library, "US", measure) >= 5 for measure in library.measures if measure[:4] == "cpi_"
        ),
    ),
    **{f"measures of {entity}": (30, measures_of(entity)) for entity in ("GB", "EU", "CN", "IN")},
    "series of the United Kingdom": (40, series_of("GB")),
    "series of the European Union": (5, series_of("EU")),
    "series of China": (20, series_of("CN")),
    "series of India": (18, series_of("IN")),
    "budget of the NHS": (1, lambda library: years(library, "nhs", "budget_gbp")),
    "staff of the NHS by year": (3, lambda library: years(library, "nhs", "employees")),
    "measures of the world": (50, lambda library: len(library.measures_of("world"))),
    "companies with employees and revenue": (
        500,
        lambda library: having(library, companies(library), "employees", "revenue"),
    ),
    "companies with a country": (
        500,
        lambda library: sum(bool(library.entities[company].country) for company in companies(library)),
    ),
    "companies by year": (
        60,
        lambda library: sum(
            years(library, company, "employees") >= 4 and years(library, company, "revenue") >= 4
            for company in companies(library)
        ),
    ),
    "platforms with users": (20, lambda library: len(library.holders("users")) + len(library.holders("daily_users"))),
    "cities": (1000, lambda library: having(library, of_kind(EntityKind.CITY)(library), "population")),
    "currencies by year": (
        40,
        lambda library: sum(
            years(library, holder, "exchange_rate") >= 7 for holder in library.holders("exchange_rate")
        ),
    ),
    "figures of things": (500, lambda library: figures(library, EntityKind.THING)),
    "caveats": (60, lambda library: len(library.caveats)),
}


@pytest.mark.parametrize("what", ROWS)
def test_there_is_at_least(packaged: Library, what: str) -> None:
    least, count = ROWS[what]
    assert count(packaged) >= least


# a wording that the issue of breadth names -> the caveat that speaks of it
WORDINGS = """
    job opportunities -> job-opportunities
    job-years -> job-years
    jobs supported -> supported-jobs
    deficit -> debt-and-deficit
    earnings -> revenue-and-profit
    percentage points -> percent-and-points
    milliard -> million-billion
    net pay -> gross-and-net-pay
    net contribution -> gross-and-net-contribution
    record high -> nominal-and-real
    taxpayers -> people-households-taxpayers
    gun deaths -> murders-and-gun-deaths
    users -> users-and-monthly-users
    capacity -> capacity-and-output
"""


@pytest.mark.parametrize("row", [line.strip() for line in WORDINGS.strip().splitlines()])
def test_a_wording_has_its_caveat(packaged: Library, row: str) -> None:
    wording, ident = row.split(" -> ")
    assert wording in next(caveat for caveat in packaged.caveats if caveat.id == ident).phrases


def test_pledges_that_were_made_before(packaged: Library) -> None:
    pledges = {caveat.id: caveat.dated for caveat in packaged.caveats if caveat.dated}
    assert pledges["alibaba-2018-withdrawn"].startswith("2018-09")
    assert {"alibaba-2015-plan", "alibaba-2017-pledge", "softbank-half-pledged"} <= pledges.keys()


def test_an_estimate_has_a_range_and_every_source_a_date_or_a_reading(packaged: Library) -> None:
    opened = [source for source in packaged.sources.values() if not source.estimate]
    assert len(opened) > 200
    assert [source.id for source in opened if not source.accessed] == []
    estimates = [figure for figure in packaged.figures() if figure.source.estimate]
    assert [figure.id for figure in estimates if not figure.low <= figure.value <= figure.high] == []
    assert sum(figure.low < figure.high for figure in estimates) > 3000


def test_only_the_kinds_that_a_measure_names_have_figures_of_it(packaged: Library) -> None:
    strange = {
        (measure.id, packaged.entities[holder].kind)
        for measure in packaged.measures.values()
        for holder in packaged.holders(measure.id)
        if measure.kinds and packaged.entities[holder].kind not in measure.kinds
    }
    assert sum(bool(measure.kinds) for measure in packaged.measures.values()) > 100
    assert not strange
