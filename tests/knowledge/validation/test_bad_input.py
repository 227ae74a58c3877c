"""What an owner may send by mistake, or somebody on purpose: refused with what to do, and nothing has changed."""

from __future__ import annotations

import os
import shutil
import threading
from datetime import date
from pathlib import Path

import pytest

from knowledge import KnowledgeError, check, load
from knowledge.editing.folder_lock import lock_folder
from knowledge.editing.staging import Staged, stage, stage_figure
from knowledge.files.yaml_document import LARGEST

HEAD = "measure: population\nsource: bls\nfigures:\n"


@pytest.fixture
def folder(tmp_path: Path, small_folder: Path) -> Path:
    return Path(shutil.copytree(small_folder, tmp_path / "knowledge"))


def refused(document: bytes, folder: Path, own: Path, today: date) -> str:
    """What is said of the document; nothing may have been written."""
    with pytest.raises(KnowledgeError) as raised:
        stage(document, "sent.yaml", (folder, own), today)
    assert not own.exists()
    return str(raised.value)


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ("  US:\n    '2016': 12:30\n", "sent.yaml:5 US.2016: '12:30' is not a number"),
        ("  US:\n    '2016': 0x1F\n", "'0x1F' is not a number, expected one like 36,446"),
        ("  US:\n    '2016': yes\n", "'yes' is not a number"),
        ("  US:\n    '2016': .inf\n", "'.inf' is not a number"),
        ("  US:\n    '2016': ~\n", "'~' is not a number"),
        ("  US:\n    '2016': 1e999\n", "'1e999' is not a number"),
        ("  US:\n    '2016': " + "9" * 5000 + "\n", "is too long for a number"),
        ("  US:\n    '2016': 5\n    '2016': 6\n", "sent.yaml:6 US.2016: stands here twice: keep one"),
        ("  US: {'2016': 5}\n  US: {'2017': 5}\n", "sent.yaml:5 US: stands here twice: keep one"),
        ("  US: &a\n    '2016': 5\n", "sent.yaml:4 figures: the anchor '&a' is not allowed"),
        ("  US: *a\n", "the alias '*a' is not allowed: write the text again"),
        ("  US:\n    <<: {'2016': 5}\n", "sent.yaml:5 US.<<: '<<' is not a date"),
        ("  US:\n\t'2016': 5\n", "sent.yaml:5: not YAML"),
        ("  US:\n    '2016': !!python/object/apply:os.system [ls]\n", "is not allowed: plain text only"),
        ("  US:\n    '2016': !!float 5\n", "the tag 'tag:yaml.org,2002:float' is not allowed"),
        ("  US:\n    '2016': [[[[[[[[5]]]]]]]]\n", "nested deeper than 8 levels"),
        ("  US:\n    '2016': 5 km2\n", "'5 km2' is in km2, but population is in people"),
        ("  US:\n    '2016': $5\n", "'$5' is in USD, but population is in people"),
        ("  US:\n    '2016': 324 bilion\n", "Did you mean '324 billion'?"),
        ("  Us:\n    '2016': 324 million\n", "unknown entity 'Us'. Did you mean 'US'?"),
    ],
)
def test_rows(folder: Path, tmp_path: Path, today: date, rows: str, complaint: str) -> None:
    assert complaint in refused(f"{HEAD}{rows}".encode(), folder, tmp_path / "own", today)


@pytest.mark.parametrize(
    ("written", "value"), [("012", 12), ("1e6", 1_000_000), ("36,446", 36_446), ("'5'", 5), ("1.2e9", 1_200_000_000)]
)
def test_a_number_is_what_a_person_reads(folder: Path, tmp_path: Path, today: date, written: str, value: int) -> None:
    document = f"measure: employees\nsource: filings\nfigures:\n  target:\n    2016: {written}\n"
    staged = stage(document.encode(), "x.yaml", (folder, tmp_path / "own"), today)
    assert staged.library.series("target", "employees")[0].value == value


def test_norway_is_a_country(folder: Path, tmp_path: Path, today: date) -> None:
    (folder / "entities/n.yaml").write_text("NO: {name: Norway, kind: country, part_of: [world]}\n")
    staged = stage(f"{HEAD}  NO:\n    2016: 5.2 million\n".encode(), "x.yaml", (folder, tmp_path / "own"), today)
    assert staged.library.series("NO", "population")[0].value == 5_200_000


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (
            f"{HEAD}  US: {{'2016': 5}}  # Zürich\n".encode("latin-1"),
            "not UTF-8 text (byte 63): save the file as UTF-8",
        ),
        (f"{HEAD}  US: {{'2016': 5}}\n".encode("utf-16"), "save the file as UTF-8"),
        (b"\x7fELF\x02\x01\x01\x00", "holds a NUL character"),
        (b"#" * (LARGEST + 1), "5,000,001 bytes are too many, at most 5,000,000: split the file in two"),
        (b"[" * 100_000, "nested deeper than 8 levels"),
        (b"a: " + b"{b: " * 5_000, "nested deeper than 8 levels"),
    ],
)
def test_files(folder: Path, tmp_path: Path, today: date, content: bytes, complaint: str) -> None:
    assert complaint in refused(content, folder, tmp_path / "own", today)


def test_100_megabytes_are_never_read(folder: Path, today: date) -> None:
    with (folder / "figures/huge.yaml").open("wb") as file:
        file.truncate(100_000_000)
    assert [str(problem) for problem in check([folder], today)] == [
        "figures/huge.yaml: 100,000,000 bytes are too many, at most 5,000,000: split the file in two"
    ]


def test_what_is_no_file_is_never_opened(folder: Path, today: date) -> None:
    os.mkfifo(folder / "figures/pipe.yaml")
    assert [str(problem) for problem in check([folder], today)] == ["figures/pipe.yaml: is no file"]


def test_an_entity_in_two_files(folder: Path, today: date) -> None:
    (folder / "entities/more.yaml").write_text("US: {name: Nowhere, kind: country}\n")
    assert "entities/place.yaml:3 US: stands in entities/more.yaml too: keep one" in map(str, check([folder], today))


def test_two_owners_at_once(folder: Path, tmp_path: Path, today: date) -> None:
    """Both agree to their change at the same moment: one is made, the other is told to send it again."""
    own = tmp_path / "own"
    staged = [
        stage_figure((folder, own), "US", "population", f"202{n}", "330 million", "bls", today=today) for n in range(4)
    ]
    together, said = threading.Barrier(len(staged)), list[str]()

    def commit(change: Staged) -> None:
        together.wait()
        try:
            change.commit(own)
        except KnowledgeError as error:
            said.append(str(error))

    threads = [threading.Thread(target=commit, args=(change,)) for change in staged]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said == [f"{own}: has changed meanwhile: send the change again"] * 3
    assert [one.dated[:3] for one in load(folder, own).series("US", "population")][-1] == "202"
    assert sorted(path.name for path in own.rglob("*.yaml")) == ["population.yaml"]


def test_who_writes_is_alone(tmp_path: Path) -> None:
    order = []

    def second() -> None:
        with lock_folder(tmp_path):
            order.append("second")

    with lock_folder(tmp_path):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.1)
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]
    assert list(tmp_path.iterdir()) == []
