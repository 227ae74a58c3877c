"""The owners' figures over knowledge checked before: the same as everything checked again, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import KnowledgeError, load

SMALL = Path(__file__).parents[2] / "frozen"
OWN = 'measure: population\nsource: {source}\nfigures:\n  MX:\n    "2015": {value}\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "own" / "figures").mkdir(parents=True)
    return tmp_path / "own"


def write(own: Path, value: str, source: str) -> None:
    (own / "figures" / "population.yaml").write_text(OWN.format(value=value, source=source))


def a_source() -> str:
    return next(iter(sorted(ident for ident, one in load(SMALL).sources.items() if not one.estimate)))


@pytest.mark.parametrize("value", ["121 million", "{low: 120 million, high: 122 million, note: ours}"])
def test_is_the_same_as_all_checked_again(own: Path, tmp_path: Path, value: str) -> None:
    load(SMALL, cache=tmp_path / "cache")
    write(own, value, a_source())
    (own / "sources.yaml").write_text("ours:\n  producer: We\n  title: Ours\n")
    quick, full = load(SMALL, own, cache=tmp_path / "cache"), load(SMALL, own)
    assert (quick.tree, quick.version) == (full.tree, full.version)


@pytest.mark.parametrize("value", ["12x million", "-5 km2", "99 billion"])
def test_what_is_wrong_is_told_alike(own: Path, tmp_path: Path, value: str) -> None:
    write(own, value, a_source())
    told = []
    for cache in (tmp_path / "cache", None):
        with pytest.raises(KnowledgeError) as error:
            load(SMALL, own, cache=cache)
        told.append(error.value.problems)
    assert told[0] == told[1]


def test_entities_are_checked_with_all_the_rest(own: Path, tmp_path: Path) -> None:
    (own / "entities").mkdir()
    (own / "entities" / "more.yaml").write_text("ZZ:\n  name: Mexico\n  kind: country\n")
    with pytest.raises(KnowledgeError, match="is the name of"):
        load(SMALL, own, cache=tmp_path / "cache")
