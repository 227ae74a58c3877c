"""What was checked once is not checked again until a file changes, and nothing depends on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge import KnowledgeError, diff, load
from knowledge.files import cache
from knowledge.files.cache import KEPT
from knowledge.loading.loader import is_checked


@pytest.fixture
def folder(tmp_path: Path, small_folder: Path) -> Path:
    return Path(shutil.copytree(small_folder, tmp_path / "knowledge"))


def test_the_same_library_comes_back(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "cache"
    first, second, plain = load(folder, cache=place), load(folder, cache=place), load(folder)
    assert len(list(place.glob("*.json"))) == 1
    assert first.version == second.version == plain.version
    assert diff(plain, second) == ()
    assert list(plain.figures()) == list(second.figures())
    assert second.names("Georgia and Texas") == plain.names("Georgia and Texas")
    assert second.caveats == plain.caveats


def test_a_change_is_seen(folder: Path, tmp_path: Path) -> None:
    load(folder, cache=tmp_path)
    file = folder / "figures/population.yaml"
    file.write_text(file.read_text().replace("80.7 million", "80.8 million"))
    assert load(folder, cache=tmp_path).series("DE", "population")[0].value == 80_800_000


def test_a_mistake_is_seen_and_not_kept(folder: Path, tmp_path: Path) -> None:
    load(folder, cache=tmp_path / "cache")
    (folder / "figures/population.yaml").write_text("measure: x\n")
    for _ in range(2):
        with pytest.raises(KnowledgeError):
            load(folder, cache=tmp_path / "cache")


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"entries": 1, "rows": {}}'])
def test_a_broken_file_is_written_anew(folder: Path, tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "cache"
    load(folder, cache=place)
    (kept,) = place.glob("*.json")
    kept.write_bytes(content)
    assert load(folder, cache=place).holders("employees") == ("alibaba", "amazon", "apple")
    assert len(kept.read_bytes()) > 1000


def test_a_folder_that_can_t_be_written(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert load(folder, cache=tmp_path / "file" / "cache").holders("debt") == ("US",)


def test_other_code_checks_anew(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "code" / "validation" / "check.py"
    module.parent.mkdir(parents=True)
    module.write_text("LIMIT = 3\n")
    monkeypatch.setattr(cache, "CODE", tmp_path / "code")
    load(folder, cache=tmp_path / "cache")
    assert is_checked(folder, cache=tmp_path / "cache")
    module.write_text("LIMIT = 10\n")
    assert not is_checked(folder, cache=tmp_path / "cache")


def test_old_ones_go(folder: Path, tmp_path: Path) -> None:
    for year in range(2000, 2008):
        (folder / "figures/area.yaml").write_text(
            f"measure: area\nsource: bls\nfigures: {{US: {{'{year}': 9 million}}}}\n"
        )
        load(folder, cache=tmp_path / "cache")
    assert len(list((tmp_path / "cache").iterdir())) == KEPT
