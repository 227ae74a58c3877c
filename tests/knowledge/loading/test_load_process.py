"""Knowledge is read and checked in a process of its own; the program that asked takes it from the cache."""

from __future__ import annotations

import gc
import shutil
import subprocess
import weakref
from pathlib import Path

import pytest

from knowledge import load
from knowledge.loading.load_process import (
    freeze_garbage,
    load_command,
    load_environment,
    load_without_collector,
    parse_problems,
)


@pytest.fixture
def folder(tmp_path: Path, small_folder: Path) -> Path:
    return Path(shutil.copytree(small_folder, tmp_path / "knowledge"))


def refreshed(cache: Path, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        load_command(cache, [folder]),
        env=load_environment(),
        cwd=cache.parent,
        capture_output=True,
        check=False,
        timeout=180,
    )


def test_what_is_right_is_in_the_cache(folder: Path, tmp_path: Path) -> None:
    done = refreshed(tmp_path / "cache", folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert len(list((tmp_path / "cache").glob("*.json"))) == 1
    library = load_without_collector(folder, cache=tmp_path / "cache")
    assert library.version == load(folder).version
    assert gc.isenabled()


def test_what_is_wrong_is_told(folder: Path, tmp_path: Path) -> None:
    (folder / "figures/area.yaml").write_text("measure: area\nsource: bls\nfigures: {US: {'2016': many}}\n")
    done = refreshed(tmp_path / "cache", folder)
    assert done.returncode == 1
    (problem,) = parse_problems(done.stdout)
    assert str(problem).startswith("figures/area.yaml:3 US.2016: 'many' is not a number")
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("said", [b"", b"[]", b"Killed", b"[1]", b"\xff"])
def test_a_process_that_came_to_no_end_tells_of_no_mistake(said: bytes) -> None:
    assert parse_problems(said) == ()


def test_a_library_no_longer_in_use_goes_without_a_round_of_the_collector(folder: Path) -> None:
    library = load_without_collector(folder)
    list(library.figures())
    gone = weakref.ref(library)
    gc.disable()
    try:
        del library
        assert gone() is None
    finally:
        gc.enable()


def test_what_is_loaded_is_out_of_the_rounds_and_what_is_dropped_goes() -> None:
    class Kept:
        alive = 0

        def __init__(self) -> None:
            self.itself = self  # only a round of the collector finds this
            Kept.alive += 1

        def __del__(self) -> None:
            Kept.alive -= 1

    try:
        one = Kept()
        freeze_garbage()
        assert gc.get_freeze_count() > 0
        del one
        freeze_garbage()
        assert Kept.alive == 0
    finally:
        gc.unfreeze()
