"""A table is read whole, shown with what is odd in it, and written only when somebody agrees."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.conftest import Run

LINE = ("knowledge", "import", "t.csv", "--measure", "population", "--source", "world-bank-population", "--dir", "own")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text("Country Name,Country Code,1953,1954\nFrench Republic,FRA,42.8,43.1\nGermans,,70.1,300\n")
    return path


def test_what_it_would_do_is_shown_before_anything_is_written(addsup: Run, table: Path, tmp_path: Path) -> None:
    done = addsup(*LINE, "--scale", "millions")
    assert done.returncode == 1
    assert done.stdout.startswith("4 new, 0 changed, 0 the same, 0 cells without a figure, 0 names left out\n")
    assert "DE.population.1954  300 million  4.3 times 1953's 70.1 million" in done.stdout
    assert done.stderr == "addsup: nothing written: --yes writes it without asking\n"
    assert not (tmp_path / "own").exists()


def test_it_is_written_with_yes(addsup: Run, table: Path, tmp_path: Path) -> None:
    done = addsup(*LINE, "--scale", "millions", "--yes")
    assert done.returncode == 0, done.stderr
    written = (tmp_path / "own/figures/population.yaml").read_text()
    assert '  FR:\n    "1953": 42.8 million\n    "1954": 43.1 million\n' in written
    assert 'note: "4.3 times 1953\'s, as in the table it comes from"' in written
    assert addsup("knowledge", "check", "--dir", "own").returncode == 0
    again = addsup(*LINE, "--scale", "millions", "--yes")
    assert again.stdout.endswith("Nothing to write: all of it is there already.\n")


def test_a_change_is_shown_with_what_it_was(addsup: Run, table: Path, tmp_path: Path) -> None:
    assert addsup(*LINE, "--scale", "millions", "--yes").returncode == 0
    table.write_text("country,1953\nFrance,60 million\n")
    done = addsup(*LINE, "--yes")
    assert done.returncode == 0, done.stderr
    assert "FR.population.1953  42.8 million  60 million  +40 %" in done.stdout
    assert "FR.population.1953  60 million  stored is 42.8 million (+40 %)" in done.stdout


@pytest.mark.parametrize(
    ("table_text", "options", "complaint"),
    [
        ("country,1953\nFrence,42\n", [], "t.csv:2: 'Frence' is nobody known. Did you mean 'France' (FR)?"),
        ("country,1953\nFrance,many\n", [], "t.csv:2 FR.1953: 'many' is not a number"),
        ("country,2953\nFrance,42\n", [], "FR.2953: lies in the future"),
        ("country,1953\nFrance,42\n", ["--unit", "km2"], "the table is in km2, but population is in people"),
        ("country,1953\nFrance,42\n", ["--measure", "populaton"], "unknown measure 'populaton'. Did you mean"),
        ("year,n\n1953,42\n", ["--entity", "FRR"], "unknown entity 'FRR'"),
        ("country,n\nFrance,42\n", ["--year", "May"], "'May' is no date"),
        ("country,1953\nFrence,42\n", ["--skip-unknown"], "the table has no figure of anybody known"),
    ],
)
def test_a_mistake_writes_nothing(
    addsup: Run, tmp_path: Path, table_text: str, options: list[str], complaint: str
) -> None:
    (tmp_path / "t.csv").write_text(table_text)
    done = addsup(*LINE, "--yes", *options)
    assert done.returncode == 1
    assert complaint in done.stderr
    assert not (tmp_path / "own").exists()


def test_a_file_that_is_not_there(addsup: Run) -> None:
    assert addsup(*LINE).stderr == "addsup: cannot read t.csv: no such file or directory\n"
