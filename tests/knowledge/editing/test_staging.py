"""An owner's document is tried beside the current library, shown as a difference, and written whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge import KnowledgeError, diff, load, packaged_folder
from knowledge.editing.file_placement import figures_header, kind_of
from knowledge.editing.staging import Staged, stage, stage_figure

NEW = "measure: population\nsource: bls\nfigures:\n  US:\n    '2026': 342.5 million\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


def accept(document: str, small: Path, own: Path, today: date, name: str = "x.yaml") -> Staged:
    staged = stage(document.encode(), name, (small, own), today)
    staged.commit(own)
    return staged


def text(own: Path, file: str) -> str:
    return (own / file).read_text()


def test_staging_changes_nothing(small_folder: Path, own: Path, today: date) -> None:
    staged = stage(NEW.encode(), "x.yaml", (small_folder, own), today)
    assert [str(change) for change in staged.changes] == ["US.population.2026: nothing → 342.5 million people [bls]"]
    assert staged.library.series("US", "population")[-1].dated == "2026"
    assert not own.exists()


def test_a_new_file_is_kept_as_it_was_sent(small_folder: Path, own: Path, today: date) -> None:
    accept("# from the census\n" + NEW, small_folder, own, today)
    assert text(own, "figures/population.yaml") == "# from the census\n" + NEW
    assert load(small_folder, own).series("US", "population")[-1].value == 342_500_000
    assert [path.name for path in own.rglob("*")] == ["figures", "population.yaml"]


def test_the_difference_has_old_new_and_percent(small_folder: Path, own: Path, today: date) -> None:
    row = "measure: employees\nsource: filings\nfigures: {amazon: {'2016-12': '375,451'}}\n"
    (change,) = accept(row, small_folder, own, today).changes
    assert change.old is not None
    assert change.new is not None
    assert [change.old.value, change.new.value] == [341_400, 375_451]
    assert change.percent == pytest.approx(9.974, abs=0.001)
    assert str(change).endswith("341,400 people [filings] → 375,451 people [filings] (+10 %)")


def test_rows_are_merged_into_the_owners_file(small_folder: Path, own: Path, today: date) -> None:
    accept("# mine\n" + NEW + "    # counted anew\n    '2025': 341 million\n", small_folder, own, today)
    rows = "{US: {'2024': 340 million, '2026': 343 million}, DE: {'2025': 84 million}}"
    accept(f"measure: population\nsource: cia-2017\nfigures: {rows}", small_folder, own, today)
    assert text(own, "figures/population.yaml") == (
        "# mine\nmeasure: population\nsource: bls\nfigures:\n"
        "  DE:\n"
        '    "2025": {value: 84 million, source: cia-2017}\n'
        "  US:\n"
        '    "2024": {value: 340 million, source: cia-2017}\n'
        "    '2026': {value: 343 million, source: cia-2017}\n"
        "    # counted anew\n    '2025': 341 million\n"
    )
    assert [one.dated for one in load(small_folder, own).series("US", "population")][-3:] == ["2024", "2025", "2026"]


def test_flow_style_is_written_anew(small_folder: Path, own: Path, today: date) -> None:
    accept("measure: population\nsource: bls\nfigures: {US: {'2026': 342.5 million}}\n", small_folder, own, today)
    stage_figure((small_folder, own), "DE", "population", "2025", "84 million", "bls", today=today).commit(own)
    assert '"2025": 84 million' in text(own, "figures/population.yaml")
    assert load(small_folder, own).series("DE", "population")[-1].value == 84_000_000


def test_one_figure(small_folder: Path, own: Path, today: date) -> None:
    staged = stage_figure((small_folder, own), "DE", "population", "2025", "84 million", "bls", today=today)
    staged.commit(own)
    assert text(own, "figures/population.yaml") == (
        figures_header("population").decode()
        + 'measure: population\nfigures:\n  DE:\n    "2025": {value: 84 million, source: bls}\n'
    )
    assert (own / "schema/figures.json").exists()
    again = stage_figure(
        (small_folder, own), "DE", "population", "2025", {"low": "83m", "high": "85m"}, "bls", today=today
    )
    assert [str(change) for change in again.changes] == [
        "DE.population.2025: 84 million people [bls] → 84 million (83 million to 85 million) people [bls]"
    ]


def test_entries(small_folder: Path, own: Path, today: date) -> None:
    accept("# west\nFR: {name: France, kind: country}\nPT: {name: Portugal, kind: country}\n", small_folder, own, today)
    accept("PT: {name: Portugal, kind: country, aliases: [Lusitania]}\n", small_folder, own, today)
    assert text(own, "entities/fr.yaml") == "# west\nFR: {name: France, kind: country}\n"
    assert text(own, "entities/pt.yaml") == "PT: {name: Portugal, kind: country, aliases: [Lusitania]}\n"
    accept("x: {producer: X, title: Y}\n", small_folder, own, today)
    accept("y: {producer: Y, title: Y}\n", small_folder, own, today)
    assert text(own, "sources.yaml") == "x: {producer: X, title: Y}\ny: {producer: Y, title: Y}\n"


def test_the_current_library_may_be_given(small_folder: Path, own: Path, today: date) -> None:
    folders = (small_folder, own)
    staged = stage(NEW.encode(), "x.yaml", folders, today, current=load(small_folder))
    assert staged.changes == stage(NEW.encode(), "x.yaml", folders, today).changes


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "..", "", "a\0b.yaml", "figures/employees.yaml", "x" * 500]
)
def test_the_name_decides_nothing(small_folder: Path, own: Path, today: date, name: str) -> None:
    staged = stage(NEW.encode(), name, (small_folder, own), today)
    assert [path.relative_to(own).as_posix() for path in staged.commit(own)] == ["figures/population.yaml"]


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ("measure: ../../x\nfigures: {US: {'2026': 1}}\n", "expected an id of letters, digits, - and _"),
        ("../x: {name: X, kind: country}\n", "expected an id"),
        (NEW.replace("342.5", "many"), "US.2026: 'many million' is not a number"),
        (NEW.replace("2026", "2027"), "US.2027: lies in the future"),
        (NEW.replace("US:", "USS:"), "x.yaml:4 USS: unknown entity 'USS'. Did you mean 'US'?"),
        ("", "is no knowledge file"),
        ("hello", "is no knowledge file"),
        ("- 1\n", "is no knowledge file"),
        ("a: 1\n", "is no knowledge file"),
        ("a: &a [*a]\n", "not allowed"),
        ("FR: {name: Spain, kind: country}\n", "FR: 'spain' is the name of ES, FR"),
    ],
)
def test_a_wrong_document_changes_nothing(
    small_folder: Path, own: Path, today: date, document: str, problem: str
) -> None:
    with pytest.raises(KnowledgeError) as raised:
        accept(document, small_folder, own, today)
    assert problem in str(raised.value)
    assert not own.exists()


def test_the_packaged_folder_is_never_written_to(small_folder: Path, own: Path, today: date) -> None:
    staged = stage(NEW.encode(), "x.yaml", (small_folder, own), today)
    with pytest.raises(KnowledgeError, match="never written to"):
        staged.commit(packaged_folder())


def test_two_owners_at_once(small_folder: Path, own: Path, today: date) -> None:
    first = stage(NEW.encode(), "x.yaml", (small_folder, own), today)
    second = stage(NEW.replace("342", "344").encode(), "x.yaml", (small_folder, own), today)
    first.commit(own)
    with pytest.raises(KnowledgeError, match="has changed meanwhile"):
        second.commit(own)
    assert "342.5" in text(own, "figures/population.yaml")


def test_diff_of_folders(small_folder: Path, own: Path, today: date) -> None:
    accept("bls: {producer: BLS, title: Other}\nfed: {producer: Fed, title: H.8}\n", small_folder, own, today)
    before, after = load(small_folder), load(small_folder, own)
    assert diff(before, before) == ()
    assert [str(change) for change in diff(before, after)][:2] == [
        "sources.bls: title: Current Population Survey → Other; address: https://www.bls.gov/cps/ → nothing",
        "sources.fed: new",
    ]
    assert "sources.fed: gone" in [str(change) for change in diff(after, before)]


@pytest.mark.parametrize(
    ("tree", "kind"),
    [
        ({"measure": "x", "figures": {}}, "figures"),
        ({"FR": {"name": "France", "kind": "country"}}, "entities"),
        ({"x": {"producer": "X"}}, "sources"),
        ({"x": {"name": "x", "unit": "m", "nature": "stock"}}, "measures"),
        ({"x": {"text": "y"}}, "caveats"),
        ({"Georgia": ["GE"]}, "ambiguous"),
        ({"Georgia": {"GE": ["Tbilisi"]}}, "ambiguous"),
        ({}, None),
        ("text", None),
    ],
)
def test_the_kind_is_seen_from_the_content(tree: object, kind: str | None) -> None:
    assert kind_of(tree) == kind


def test_a_measure_in_two_of_the_owners_files(small_folder: Path, own: Path, today: date) -> None:
    """A row is changed where it stands."""
    (own / "figures").mkdir(parents=True)
    for name, row in (("asia", "CN: {'2020': 1.4 billion}"), ("europe", "DE: {'2020': 83 million}")):
        (own / f"figures/{name}.yaml").write_text(f"measure: population\nsource: bls\nfigures:\n  {row}\n")
    accept(NEW.replace("US", "DE").replace("2026", "2020").replace("342.5", "84"), small_folder, own, today)
    assert "84 million" in text(own, "figures/europe.yaml")
    assert "DE" not in text(own, "figures/asia.yaml")
    assert load(small_folder, own).series("DE", "population")[-1].value == 84_000_000


def test_an_owners_folder_needn_t_be_there(small_folder: Path, own: Path) -> None:
    assert load(small_folder, own).holders("debt") == ("US",)
    with pytest.raises(KnowledgeError, match="is no folder"):
        load(own)
