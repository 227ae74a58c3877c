"""Look-ups as people type them, in all that comes with the program: `lookups.txt` is the list, written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge import Library, find, suggest
from knowledge.model.figure import Figure

ROWS = Path(__file__).parent / "lookups.txt"
RIGHT = 0.99  # the share that must be


def rows() -> Iterator[tuple[str, list[str]]]:
    """Each look-up, and the ids that will do."""
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, expected = line.rpartition(" -> ")
            yield text, expected.split(" or ")


def test_nearly_every_look_up_finds_what_is_meant_first(packaged: Library) -> None:
    asked = list(rows())
    assert len(asked) >= 300
    wrong = []
    for text, expected in asked:
        first = next(iter(find(packaged, text, 1)), None)
        if not any(is_meant(packaged, first, ident) for ident in expected):
            wrong.append(f"{text}: {first.id if first else '-'}, not {' or '.join(expected)}")
    print(f"{len(asked) - len(wrong)} of {len(asked)} right", *wrong, sep="\n")  # pytest -s shows it when all is well
    assert len(wrong) <= (1 - RIGHT) * len(asked), "\n".join(wrong)


@pytest.mark.parametrize("ident", sorted({ident for _, expected in rows() for ident in expected if ident != "-"}))
def test_what_is_expected_is_kept(packaged: Library, ident: str) -> None:
    entity, measure, dated = parts(ident)
    assert [figure for figure in packaged.series(entity, measure) if is_dated(figure, dated or figure.dated)]


def is_meant(library: Library, first: Figure | None, ident: str) -> bool:
    """Whether the figure found has this id; without a date the newest is meant."""
    if first is None or ident == "-":
        return first is None and ident == "-"
    entity, measure, dated = parts(ident)
    if (first.entity, first.measure) != (entity, measure):
        return False
    return is_dated(first, dated) if dated else first == library.series(entity, measure)[-1]


def parts(ident: str) -> tuple[str, str, str]:
    entity, measure, dated, *_ = (*ident.split("."), "")
    return entity, measure, dated


def is_dated(figure: Figure, dated: str) -> bool:
    """Whether a figure is of that date, or of a month or day of that year."""
    return figure.dated == dated or figure.dated.startswith(f"{dated}-")


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("revenue of Mircosft", "revenue of Microsoft"),
        ("gdp of Grmny", "gdp of Germany"),
        ("unemploymnt in Spian", "unemploymnt in Spain"),
    ],
)
def test_what_finds_nothing_is_asked_again_with_a_known_word(packaged: Library, text: str, suggested: str) -> None:
    assert suggest(packaged, text)[0] == suggested
    assert find(packaged, suggested)


@pytest.mark.parametrize("text", ["xyzzy", "population of Lilliput", "", "🙂", "us debt of"])
def test_nothing_far_fetched_is_suggested(packaged: Library, text: str) -> None:
    assert suggest(packaged, text) == ()
