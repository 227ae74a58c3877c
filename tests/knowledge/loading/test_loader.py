"""All mistakes in a folder are said at once: file, line, place, what was expected and what was perhaps meant."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import KnowledgeError, check, load
from knowledge.files.folder import FILES as FILES_OF_A_FOLDER
from knowledge.files.folder import SourceFile, list_files
from knowledge.loading.loader import assemble

SMALL = Path(__file__).parents[1] / "small"

FIGURES = "measure: labour_force\nsource: bls\nfigures:\n"


@pytest.fixture
def folder(tmp_path: Path, small_folder: Path) -> Path:
    return Path(shutil.copytree(small_folder, tmp_path / "knowledge"))


def problems(folder: Path, today: date) -> list[str]:
    return [str(problem) for problem in check([folder], today)]


def test_the_small_library_is_right(small_folder: Path, today: date) -> None:
    assert check([small_folder], today) == ()


ROWS = r"""
CN: {'2016': 124k3}                 | more.yaml:4 CN.2016: '124k3' is not a number. Did you mean '124.3k'?
CN: {'2017': 806 milion}            | is in milion, but labour_force is in people. Did you mean '806 million'?
CN: {'2017': 806 million km2}       | more.yaml:4 CN.2017: '806 million km2' is in km2, but labour_force is in people
CN: {'2017': $806 million}          | is in USD, but labour_force is in people
CN: {'2017/03': 1}                  | 2016-03-31 or FY2016. Did you mean '2017-03'?
CN: {'2017-02-30': 1}               | more.yaml:4 CN.2017-02-30: '2017-02-30' is not a day there is
China: {'2017': 1}                  | more.yaml:4 China: unknown entity 'China'
cn: {'2017': 1}                     | more.yaml:4 cn: unknown entity 'cn'. Did you mean 'CN'?
CN: {'2017': {value: 1, sauce: x}}  | more.yaml:4 CN.2017.sauce: unknown key 'sauce'. Did you mean 'source'?
CN: {'2017': {value: 1, source: x}} | more.yaml:4 CN.2017: unknown source 'x'
CN: {'2017': {value: 1, source: bsl}} | more.yaml:4 CN.2017: unknown source 'bsl'. Did you mean 'bls'?
CN: {'2017': {value: 1k3, source: x}} | more.yaml:4 CN.2017: unknown source 'x'
CN: {'2017': {value: 1k3, source: x}} | more.yaml:4 CN.2017: '1k3' is not a number
CN: {'2017': {low: 3, high: 2}}     | more.yaml:4 CN.2017: expected low <= value <= high, not 3, the middle, 2
CN: {'2017': {value: 5, low: 1, high: 2}} | expected low <= value <= high, not 1, 5, 2
CN: {'2017': {low: 1}}              | more.yaml:4 CN.2017: a value is missing, or both low and high
CN: {'2017': {value: 1, source: general}} | an estimate (source general) needs low and high
CN: {'2017': }                      | more.yaml:4 CN.2017: is empty
CN: {'2017': [1, 2]}                | more.yaml:4 CN.2017
CN: 5                               | more.yaml:4 CN: '5' expected a mapping of keys to values
CN: {'2030': 806 million}           | more.yaml:4 CN.2030: lies in the future (today is 2026-11-23)
DE: {'2016': 81 million}            | DE.2016: 81 million is more than its whole, DE.population.2016 = 80.7 million
CN: {'2016': 1}                     | more.yaml:4 CN.2016: stands in figures/labour_force.yaml too
CN: {'2017': 1, '2017': 2}          | more.yaml:4 CN.2017: stands here twice: keep one
"""

FILES = r"""
entities/x.yaml | FR: {name: France, kind: contry}  | entities/x.yaml:1 FR.kind: 'contry' is not known
entities/x.yaml | FR: {name: France, kind: contry}  | Did you mean 'country'?
entities/x.yaml | FR: {name: France}                | entities/x.yaml:1 FR.kind: is missing
entities/x.yaml | FR: {name: F, kind: country, alias: [x]} | unknown key 'alias'. Did you mean 'aliases'?
entities/x.yaml | FR: {name: F, kind: country, aliases: x} | expected a list, such as [one, two]
entities/x.yaml | FR: {name: F, kind: country, part_of: [wurld]} | unknown entity 'wurld'. Did you mean 'world'?
entities/x.yaml | FR: {name: F, kind: country, article: maybe} | 'maybe' expected yes or no
entities/x.yaml | FR: {name: F, kind: country, currency: euro} | expected an ISO currency code such as USD
entities/x.yaml | 'a b': {name: F, kind: country}   | 'a b' expected an id of letters, digits, - and _
entities/x.yaml | FR: {name: Spain, kind: country}  | x.yaml:1 FR: 'spain' is the name of ES, FR: add 'spain: [ES, FR]'
entities/x.yaml | US: {name: Usa, kind: country}    | US: stands in entities/place.yaml too: keep one
entities/x.yaml | [a, b]                            | entities/x.yaml: expected a mapping of keys to values
entities/x.yml  | FR: {name: F, kind: country}      | not a knowledge file. Did you mean 'entities/x.yaml'?
measure.yaml    |                                   | measure.yaml: not a knowledge file. Did you mean 'measures.yaml'?
figures/x.yaml  | {measure: populaton, figures: {}} | unknown measure 'populaton'. Did you mean 'population'?
figures/x.yaml  | {measure: length, figures: {US: {'2016': 5}}} | US.2016: a source is missing
figures/x.yaml  | {measure: length, source: bls, figures: {US: {'2016': 5 m}}} | may be in m or in millions
caveats.yaml    | x: {text: y, measures: [emploees]} | unknown measure 'emploees'. Did you mean 'employees'?
ambiguous.yaml  | Georgia: 5                        | ambiguous.yaml:1 Georgia: '5' expected a list, such as [one, two]
nobody.yaml     | Spain: []                         | Spain: is a name of ES: take one of the two out
ambiguous.yaml  | Georgia: [GE, US-GE]              | Georgia: unknown entity 'US-GE'. Did you mean 'US-GA'?
measures.yaml   | a: {name: a, unit: m, nature: x}  | measures.yaml:1 a.nature: 'x' is not known
"""


def table(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


@pytest.mark.parametrize(("row", "problem"), table(ROWS))
def test_a_row(folder: Path, today: date, row: str, problem: str) -> None:
    (folder / "figures/more.yaml").write_text(f"{FIGURES}  {row}\n")
    found = problems(folder, today)
    assert [said for said in found if problem in said], found


@pytest.mark.parametrize(("file", "content", "problem"), table(FILES))
def test_a_file(folder: Path, today: date, file: str, content: str, problem: str) -> None:
    (folder / file).write_text(content)
    found = problems(folder, today)
    assert [said for said in found if problem in said], found


def test_all_at_once(folder: Path, today: date) -> None:
    (folder / "figures/a.yaml").write_text(FIGURES + "  CN:\n    '2017': many\n    '2018': {value: 1, sauce: x}\n")
    (folder / "figures/b.yaml").write_text("measure: length\nsource: bls\nfigures: {US: {'2016': few}}\n")
    (folder / "entities/x.yaml").write_text("FR: {name: France\n")
    with pytest.raises(KnowledgeError) as raised:
        load(folder)
    assert [(problem.file, problem.place) for problem in raised.value.problems] == [
        ("entities/x.yaml", ""),
        ("figures/a.yaml", "CN.2017"),
        ("figures/a.yaml", "CN.2018.sauce"),
        ("figures/b.yaml", "US.2016"),
    ]


def test_a_part_of_a_country_is_no_larger_than_the_country(folder: Path, today: date) -> None:
    (folder / "figures/x.yaml").write_text(
        "measure: population\nsource: bls\nfigures: {US-TX: {'2015': 400 million}}\n"
    )
    assert (
        "figures/x.yaml:3 US-TX.2015: 400 million is more than its whole, US.population.2015 = 321 million"
        in problems(folder, today)
    )


def test_a_part_is_in_the_unit_of_its_whole(folder: Path, today: date) -> None:
    with (folder / "measures.yaml").open("a") as measures:
        measures.write("forest: {name: forest, unit: ha, nature: stock, whole: area}\n")
    assert problems(folder, today) == ["measures.yaml:9 forest.whole: area is in km2, forest in ha: no whole and part"]


def test_a_folder_that_is_not_there(tmp_path: Path, today: date) -> None:
    assert "is no folder" in problems(tmp_path / "none", today)[0]


def test_a_folder_laid_over_another(tmp_path: Path, small_folder: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures/population.yaml").write_text(
        "measure: population\nsource: bls\nfigures: {US: {'2016': 325 million, '2018': 328 million}}\n"
    )
    (tmp_path / "sources.yaml").write_text("bls: {producer: Bureau of Labor Statistics, title: CPS}\n")
    library = load(small_folder, tmp_path)
    assert [(one.dated, int(one.value), one.source.producer) for one in library.series("US", "population")] == [
        ("2015", 321_000_000, "CIA"),
        ("2016", 325_000_000, "Bureau of Labor Statistics"),
        ("2017", 326_600_000, "CIA"),
        ("2018", 328_000_000, "Bureau of Labor Statistics"),
    ]
    assert library.version != load(small_folder).version


def test_the_version_is_of_the_content(tmp_path: Path, small_folder: Path) -> None:
    copy = Path(shutil.copytree(small_folder, tmp_path / "copy"))
    assert load(copy).version == load(small_folder).version


TREES = st.recursive(
    st.sampled_from(["US", "2016", "159.2 million", "bls", "population", "x", "", "yes"]),
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "measure",
                    "figures",
                    "source",
                    "US",
                    "2016",
                    "value",
                    "low",
                    "name",
                    "kind",
                    "unit",
                    "nature",
                    "text",
                    "x",
                ]
            ),
            below,
            max_size=3,
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("kind", [*FILES_OF_A_FOLDER, "entities/x.yaml", "figures/x.yaml"])
@settings(max_examples=40, deadline=None)
@given(tree=TREES)
def test_any_tree_is_loaded_or_refused(kind: str, tree: object) -> None:
    leaf = SourceFile(kind, FILES_OF_A_FOLDER.get(kind, kind.partition("/")[0]), json.dumps(tree).encode())
    library, found = assemble([list_files(SMALL)[0], [leaf]])
    assert library is not None or found
    assert all(str(problem) for problem in found)


@pytest.mark.parametrize(
    ("written", "flag"), [("yes", True), ("YES", True), ("NO", False), ("no", False), ("true", True)]
)
def test_a_flag(folder: Path, written: str, flag: bool) -> None:
    (folder / "entities/x.yaml").write_text(f"FR: {{name: France, kind: country, article: {written}}}\n")
    assert load(folder).entities["FR"].article is flag


def test_a_country_called_no(folder: Path) -> None:
    (folder / "entities/x.yaml").write_text("NO: {name: Norway, kind: country}\n")
    (folder / "figures/x.yaml").write_text("measure: population\nsource: bls\nfigures:\n  NO:\n    2016: 012\n")
    assert load(folder).series("NO", "population")[0].value == 12
