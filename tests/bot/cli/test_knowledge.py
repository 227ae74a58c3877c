"""Keeping one's own figures from the command line, in a folder laid over the packaged one."""

from __future__ import annotations

from pathlib import Path

from knowledge.files.schema import SHAPES
from tests.bot.conftest import Run

FIGURE = "US.population.2015-02-03"
FILE = "own/figures/population.yaml"


def source(addsup: Run) -> str:
    """Some source that the packaged knowledge has."""
    shown = addsup("knowledge", "show", "US.population.2016").stdout
    return shown.split("source ", 1)[1].split(":", 1)[0]


def test_the_packaged_knowledge_is_sound(addsup: Run) -> None:
    done = addsup("knowledge", "check")
    assert done.returncode == 0, done.stdout
    assert "all fit together" in done.stdout


def test_figures_are_found_and_shown(addsup: Run) -> None:
    assert "US.population.2016" in addsup("knowledge", "find", "us", "population", "2016").stdout
    shown = addsup("knowledge", "show", "US.population.2016").stdout
    assert "measures 2016-01-01 to 2016-12-31" in shown
    assert "United States" in addsup("knowledge", "show", "US").stdout
    series = addsup("knowledge", "show", "US.population").stdout
    assert series.startswith("United States, population, people\n")
    assert "●" in series
    assert "\n2016  " in series
    assert "\naddress: https://" in series
    assert "Germany, population, " in addsup("knowledge", "show", "population").stdout


def test_an_own_figure_is_added_changed_and_told_apart(addsup: Run, tmp_path: Path) -> None:
    known = source(addsup)
    added = addsup("knowledge", "add", FIGURE, "321 million", "--source", known, "--note", "a guess", "--dir", "own")
    assert added.returncode == 0, added.stderr
    assert "321 million" in added.stdout

    again = addsup("knowledge", "add", FIGURE, "322 million", "--source", known, "--dir", "own")
    assert again.returncode == 1
    assert "there is a figure US.population.2015-02-03 already" in again.stderr

    changed = addsup("knowledge", "set", FIGURE, "322 million", "--dir", "own")
    assert changed.returncode == 0, changed.stderr
    assert "322 million" in (tmp_path / FILE).read_text(encoding="utf-8")

    told = addsup("knowledge", "diff", "--dir", "own").stdout.splitlines()
    assert [line.split() for line in told] == [
        ["id", "before", "after", "change"],
        [FIGURE, "322", "million", "people"],
    ]
    assert addsup("knowledge", "check", "--dir", "own").returncode == 0


def test_a_packaged_figure_is_changed_in_the_own_folder_only(addsup: Run, tmp_path: Path) -> None:
    changed = addsup("knowledge", "set", "US.population.2016", "330 million", "--dir", "own")
    assert changed.returncode == 0, changed.stderr
    assert "330 million" in addsup("knowledge", "show", "US.population.2016", KNOWLEDGE_DIR="own").stdout
    assert "330 million" not in addsup("knowledge", "show", "US.population.2016").stdout


def test_a_mistake_changes_nothing(addsup: Run, tmp_path: Path) -> None:
    done = addsup("knowledge", "add", FIGURE, "35l million", "--source", source(addsup), "--dir", "own")
    assert done.returncode == 1
    assert done.stderr.startswith("addsup: not written: figure")
    assert not (tmp_path / "own").exists()


def test_unknown_ids_are_met_with_a_suggestion(addsup: Run) -> None:
    done = addsup("knowledge", "add", "US.populaton.2031", "5", "--source", "x", "--dir", "own")
    assert done.stderr == "addsup: unknown measure 'populaton'. Did you mean 'population'?\n"
    assert "addsup knowledge add" in addsup("knowledge", "set", FIGURE, "5", "--dir", "own").stderr
    done = addsup("knowledge", "add", "acme.employees.2025", "5", "--source", "x", "--dir", "own")
    assert done.stderr.endswith("A new one is first named in a file of own/entities\n")


def test_a_broken_file_is_listed_with_file_and_line(addsup: Run, tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.parent.mkdir(parents=True)
    file.write_text("measure: population\nfigures:\n  US:\n    2031: 124k3\n", encoding="utf-8")
    done = addsup("knowledge", "check", "--dir", "own")
    assert done.returncode == 1
    assert "figures/population.yaml:4 US.2031:" in done.stdout
    assert "mistake" in done.stderr
    used = addsup("check", "hello", KNOWLEDGE_DIR="own")
    assert used.returncode == 1
    assert used.stderr.startswith("addsup: the knowledge has a mistake: figures/population.yaml:4")


def test_stale_figures_are_listed(addsup: Run) -> None:
    done = addsup("knowledge", "stale")
    assert done.returncode == 0
    heading, *rows = done.stdout.splitlines()
    assert heading.split() == ["measure", "series", "oldest", "newest", "kept", "for", "published", "by"]
    assert rows
    each = addsup("knowledge", "stale", "--all").stdout
    assert len(each.splitlines()) > len(rows)
    assert "  1 years old" not in each


def test_a_folder_that_is_named_must_be_there(addsup: Run) -> None:
    for command in (["check"], ["find", "us"], ["show", "US"], ["stale"]):
        done = addsup("knowledge", *command, "--dir", "owm")
        assert (done.returncode, done.stderr) == (1, "addsup: there is no folder owm: addsup knowledge add makes one\n")


def test_the_schemas_are_written_where_the_files_name_them(addsup: Run, tmp_path: Path) -> None:
    assert addsup("knowledge", "schema", "figures").stdout.startswith('{\n "$defs"')
    assert addsup("knowledge", "schema", "figgures").returncode == 2
    assert addsup("knowledge", "schema", "--write", "--dir", "own").returncode == 0
    assert sorted(path.stem for path in (tmp_path / "own/schema").iterdir()) == sorted(SHAPES)


def test_what_a_person_types_is_taken_as_it_is_meant(addsup: Run, tmp_path: Path) -> None:
    said = ("--source", source(addsup), "--dir", "own")
    assert addsup("knowledge", "add", "US.jobs_added_in_month.2026-09", "-20,000", *said).returncode == 0
    added = addsup("knowledge", "add", "USA.population.2026", "342 million people", "--note", "a\nb", *said)
    assert added.returncode == 0, added.stderr
    written = (tmp_path / "own/figures/population.yaml").read_text(encoding="utf-8")
    assert "342 million," in written
    assert 'note: "a b"' in written or "note: 'a b'" in written


def test_a_figure_that_is_not_there_is_not_guessed(addsup: Run) -> None:
    done = addsup("knowledge", "set", "US.population.2031", "5", "--dir", "own")
    assert done.stderr.startswith("addsup: there is no figure US.population for 2031 (there are those of ")
    assert done.stderr.endswith("addsup knowledge add US.population.2031 makes it\n")
    done = addsup("knowledge", "diff", "", "--dir", ".")
    assert (done.returncode, done.stderr) == (1, "addsup: an empty name is no folder and no revision\n")


def test_a_published_source_is_offered_first(addsup: Run) -> None:
    done = addsup("knowledge", "add", FIGURE, "5", "--source", "census", "--dir", "own")
    assert "unknown source 'census'. Did you mean 'census-" in done.stderr
