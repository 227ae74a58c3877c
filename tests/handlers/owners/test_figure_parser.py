"""What owners say after /set, and the figure or the complaint that comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import knowledge
from handlers.owners.figure_parser import parse_figure
from handlers.owners.series_lookup import SeriesNotFoundError, name_series
from handlers.owners.source_parser import parse_source
from handlers.owners.table_upload import parse_caption
from knowledge import Library
from tests.handlers.conftest import KNOWLEDGE, NOW

READ = [
    ("Mexico population 2016 61 million", "MX.population.2016", "61 million"),
    ("mexico's population in 2016 is 61 million", "MX.population.2016", "61 million"),
    ("population of Mexico, 2016: 61,000,000", "MX.population.2016", "61,000,000"),
    ("Mexico population 61 million in 2016", "MX.population.2016", "61 million"),
    ("us population 2016 323m", "US.population.2016", "323m"),
    ("MX.population.2016 61 million", "MX.population.2016", "61 million"),
    ("mx.Population.2016 = 61 million", "MX.population.2016", "61 million"),
    ("MX.population 2016 61 million", "MX.population.2016", "61 million"),
    ("MX.population.FY2016 61 million", "MX.population.FY2016", "61 million"),
    ("Mexico population 2016-03 61 million", "MX.population.2016-03", "61 million"),
    ("Mexico population 2016/3/31 61 million", "MX.population.2016-03-31", "61 million"),
    ("Mexico population 2016 60-62 million", "MX.population.2016", "60 million to 62 million"),
    ("Mexico population 2016 60 to 62 million", "MX.population.2016", "60 million to 62 million"),
    ("Mexico population 2016 between 60 and 62 million", "MX.population.2016", "60 million to 62 million"),
    ("Mexico population 2016 900 thousand – 1.1 million", "MX.population.2016", "900 thousand to 1.1 million"),
    (
        "Mexico population 2016 61 million (60-62 million)",
        "MX.population.2016",
        "61 million (60 million to 62 million)",
    ),
    ("United Mexican States population 2016 1", "MX.population.2016", "1"),
    ("Zorblax staff 2016 3k", "zorblax.employees.2016", "3k"),
]
REFUSED = [
    ("", "Say which figure"),
    ("Mexico population 61 million", "no date"),
    ("Mexico population 2016", "no number after it"),
    ("Mexico 2016 61 million", "not what is counted"),
    ("2016 61 million", "not whose figure"),
    ("Atlantis population 2016 61 million", "know nobody of that name"),
    ("MX.popluation.2016 61 million", "Did you mean 'population'?"),
    ("MXX.population.2016 61 million", "no entity of mine"),
    ("Mexico population 2016 61k3", "is not a number"),
    ("Mexico population 2016 62-60 million", "62 million is more than 60 million"),
    ("Mexico population 2016-13 61 million", "month must be in 1..12"),
    ("Mexico population 2016 9**9**9", "is not a number"),
    ("Mexico population 2016 1e999999999", "is not a number"),
    ("Mexico population 2016 " + "9" * 900, "too long for a number"),
    ("Mexico " * 500, "too long for a figure"),
    ("MX.population.2016 " + "(" * 900, "too long for a number"),
]
SOURCES = [
    ("wb", "wb", ""),
    ("WB", "wb", ""),
    ("World Bank", "wb", ""),
    ("https://data.worldbank.org", "wb", ""),
    ("World Bank, Population, total", "wb", ""),
    ("INEGI, https://inegi.org.mx", "inegi-population", "https://inegi.org.mx"),
    ("INEGI, Censo 2020, https://inegi.org.mx.", "inegi-censo-2020", "https://inegi.org.mx"),
    ("INEGI, Censo 2020", "inegi-censo-2020", ""),
    ('Ñandú "x": {y}, title', "nandu-x-y-title", ""),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("knowledge")
    for name, content in KNOWLEDGE.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content)
    return knowledge.load(folder)


@pytest.mark.parametrize(("words", "ident", "number"), READ)
def test_what_is_read(library: Library, words: str, ident: str, number: str) -> None:
    figure = parse_figure(words, library)
    assert (figure.id, figure.number) == (ident, number)


@pytest.mark.parametrize(("words", "complaint"), REFUSED)
def test_what_is_refused(library: Library, words: str, complaint: str) -> None:
    with pytest.raises(
        SeriesNotFoundError, match=complaint.replace("(", r"\(").replace(".", r"\.").replace("?", r"\?")
    ):
        parse_figure(words, library)


def test_source_and_note_in_either_order(library: Library) -> None:
    one = parse_figure("Mexico population 2016 61 million source INEGI, https://inegi.org.mx note a new count", library)
    two = parse_figure(
        "Mexico population 2016 61 million note: a new count; source: INEGI, https://inegi.org.mx", library
    )
    assert one == two
    assert (one.source, one.note) == ("INEGI, https://inegi.org.mx", "a new count")


@pytest.mark.parametrize(("words", "ident", "address"), SOURCES)
def test_the_source_that_is_meant(library: Library, words: str, ident: str, address: str) -> None:
    meant = parse_source(words, "MX", "population", library, NOW.date())
    assert meant.source.id == ident
    assert bool(meant.entry) == (ident not in library.sources)
    if meant.entry:
        assert meant.source.address == address


@pytest.mark.parametrize("words", ["INEGI", "https://inegi.org.mx", "", "javascript:alert(1)"])
def test_a_source_that_says_too_little(library: Library, words: str) -> None:
    with pytest.raises(SeriesNotFoundError, match="I know no source"):
        parse_source(words, "MX", "population", library, NOW.date())


@pytest.mark.parametrize("series", [("MX", "population"), ("zorblax", "employees")])
def test_a_phrase_is_read_as_what_it_stands_for(library: Library, series: tuple[str, str]) -> None:
    figure = parse_figure(f"{name_series(*series, library)} 2016 5", library)
    assert (figure.entity, figure.measure) == series


def test_a_caption() -> None:
    assert parse_caption("MEASURE = population\nsource=World Bank, https://a.org scale=million") == {
        "measure": "population",
        "source": "World Bank, https://a.org",
        "scale": "million",
    }
    assert parse_caption("a table of mine") == {}
