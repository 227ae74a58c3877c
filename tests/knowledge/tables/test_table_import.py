"""Tables from statistics offices: columns are understood or asked for, names resolved, odd values set apart."""

from __future__ import annotations

import pytest

from knowledge import KnowledgeError, Library
from knowledge.files.yaml_document import read_document
from knowledge.tables.columns import ColumnSelection, read_cells
from knowledge.tables.csv_file import LARGEST, MOST, read_csv
from knowledge.tables.table_import import ImportOptions, ImportResult, import_cells

POPULATION = ImportOptions("population", "bls")
PLAIN = ColumnSelection()


def harvest(
    table: str | bytes, library: Library, plan: ImportOptions = POPULATION, choice: ColumnSelection = PLAIN
) -> ImportResult:
    sheet = read_csv("t.csv", table.encode() if isinstance(table, str) else table)
    return import_cells(sheet, read_cells(sheet, choice), library, plan)


def figures(found: ImportResult) -> list[str]:
    rows = read_document("x.yaml", found.document).tree
    assert isinstance(rows, dict)
    assert not found.problems
    return [f"{who}.{dated} {row}" for who, dates in rows["figures"].items() for dated, row in dates.items()]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("country,2010,2011\nSpain,46,47\n", ["ES.2010 46", "ES.2011 47"]),
        ("country,year,value\nSpain,2010,46\nES,2011,47\n", ["ES.2010 46", "ES.2011 47"]),
        ("Time;Geo;OBS_VALUE\n2010;Spain;46\n", ["ES.2010 46"]),
        ("Geo\tTIME_PERIOD\tpeople alive\nSpain\t2010\t46\n", ["ES.2010 46"]),
        ("Population of the world\nas of 2026\n\ncountry,2010\nSpain,46\n", ["ES.2010 46"]),
        ("Country Name,Country Code,2010 [YR2010]\nKgd. of Spain,ESP,46\n", ["ES.2010 46"]),
        ("Country Name,Country Code,2010\nGeorgia,GEO,3\n", ["GE.2010 3"]),
        ("country,2010\nSpaniards,46\nTürkiye,74\n", ["ES.2010 46", "TR.2010 74"]),
        ("country,2010,2011\nSpain,46,..\n,1,2\nMexico,-,\n", ["ES.2010 46"]),
        ('country,2010\nSpain,"46,576,897"\nMexico,113 961 000\n', ["ES.2010 46,576,897", "MX.2010 113961000"]),
        ("country;2010\nSpain;46,5\nMexico;1.113,9\n", ["ES.2010 46.5", "MX.2010 1113.9"]),
        ("country,2016,2010\nUnited States,324 million,310\n", ["US.2010 310", "US.2016 324 million"]),
    ],
)
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table(library: Library, table: str, rows: list[str], code: str) -> None:
    assert figures(harvest(table.encode(code), library)) == rows


@pytest.mark.parametrize(
    ("table", "choice", "rows"),
    [
        ("when,how many\n2010,46\n", ColumnSelection(date="when", only="ES"), ["ES.2010 46"]),
        ("year,men,women\n2010,23,24\n", ColumnSelection(value="women", only="ES"), ["ES.2010 24"]),
        ("year,men,women\n2010,23,24\n", ColumnSelection(value="WOMEN", only="ES"), ["ES.2010 24"]),
        ("2010,2011\n46,47\n", ColumnSelection(only="ES"), ["ES.2010 46", "ES.2011 47"]),
        ("who,number\nSpain,46\n", ColumnSelection(owner="who", year="2016-01-01"), ["ES.2016-01-01 46"]),
    ],
)
def test_columns_that_are_named(library: Library, table: str, choice: ColumnSelection, rows: list[str]) -> None:
    assert figures(harvest(table, library, choice=choice)) == rows


def test_a_scale(library: Library) -> None:
    found = harvest("country,2010\nSpain,46.5\n", library, ImportOptions("population", "bls", "million"))
    assert figures(found) == ["ES.2010 46.5 million"]
    assert found.new[0].value == 46_500_000


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ("who,2010\nSpain,46\n", "which column says who the figures are of? Columns are who, 2010: --entity-column"),
        ("country,value\nSpain,46\n", "which column has the dates? Columns are country, value: --year-column names it"),
        ("country,year,men,women\nSpain,2010,2,3\n", "which column has the values? Columns of numbers are men, women"),
        ("country,year,value\nSpain,May,46\n", "t.csv:2: 'May' is no date, expected a year, 2016-03"),
        ("country,2010,2010\nSpain,46,47\n", "two columns are 2010: leave one out"),
        ("country;2010\nSpain;1,234\n", "is 1,234 a number of thousands or a decimal? Say --decimal . or --decimal ,"),
        ("country,2010\n", "has a heading and no rows below it"),
        ("hello\nworld\n", "has no columns"),
        ("", "has no columns"),
        ('country,2010\n"Spain,46\n', "is no CSV"),
        (b"PK\x03\x04\x00\x00", "is no text: save the table as CSV in UTF-8"),
        (b"\xff\xfec\x00o\x00\x00", "is no text"),
        (b"x" * (LARGEST + 1), "20,000,001 bytes are too many"),
        ("country,2010\n" + "Spain,46\n" * (MOST + 1), "has more than 200,000 rows"),
    ],
)
def test_a_table_that_isnt_clear(library: Library, table: str | bytes, complaint: str) -> None:
    with pytest.raises(KnowledgeError) as raised:
        harvest(table, library)
    assert complaint in str(raised.value)


def test_a_column_that_isnt_there(library: Library) -> None:
    with pytest.raises(KnowledgeError, match=r"no column 'wemen'\. Did you mean 'women'"):
        harvest("year,men,women\n2010,23,24\n", library, choice=ColumnSelection(value="wemen", only="ES"))


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("country,2010\nSpain,many\n", "t.csv:2 ES.2010: 'many' is not a number"),
        ("country,2010\nSpain,46 km2\n", "t.csv:2 ES.2010: '46 km2' is in km2, but population is in people"),
        ("country,2010\nSpain,5\nES,6\n", "t.csv:3 ES.2010: is 6 here and another number in line 2: leave one out"),
    ],
)
def test_a_cell_that_cant_be_read(library: Library, table: str, problem: str) -> None:
    assert [str(one) for one in harvest(table, library).problems if problem in str(one)]


def test_a_scale_said_twice(library: Library) -> None:
    found = harvest("country,2010\nSpain,46 million\n", library, ImportOptions("population", "bls", "million"))
    assert "leave --scale out" in str(found.problems[0])


def test_names_that_nobody_has_are_listed_once_with_who_may_be_meant(library: Library) -> None:
    found = harvest("country,2010,2011\nSpane,46,47\nGeorgia,4,4\nArab World,3,3\n", library)
    assert [str(problem) for problem in found.unknown.values()] == [
        "t.csv:2: 'Spane' is nobody known. Did you mean 'Spain' (ES)?",
        "t.csv:3: 'Georgia' may be GE or US-GA: write the id in its place",
        "t.csv:4: 'Arab World' is nobody known.",
    ]
    assert not found.rows


def test_what_is_new_changed_and_suspicious(library: Library) -> None:
    table = "country,2014,2015,2016,2017\nUS,320,321,324,400\nMX,,,124,9\n"
    found = harvest(table, library, ImportOptions("population", "cia-2017", "million"))
    assert [one.id for one in found.new] == ["US.population.2014", "MX.population.2017"]
    assert [new.id for _, new in found.changed] == ["US.population.2017", "MX.population.2016"]
    assert (found.same, found.empty) == (2, 2)
    assert [(one.id, why) for one, why in found.suspicious] == [
        ("US.population.2017", "stored is 326.6 million (+22 %)"),
        ("MX.population.2017", "1/14 of 2016's 124 million"),
    ]
    assert figures(found)[1] == (
        "MX.2017 {'value': '9 million', 'note': \"1/14 of 2016's, as in the table it comes from\"}"
    )
