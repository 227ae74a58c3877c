"""Calibration of the mass: bins, thresholds, and what the other files would choose for a file."""

from __future__ import annotations

import pytest

from benchmarks.labelled_claims import LabelledClaim, Truth
from benchmarks.mass_thresholds import Told, by_mass, chosen, counts, tables, tell
from knowledge import Library
from reasoning.explaining.decision import HEDGED
from tests.claims import DAY

RIGHT, WRONG = Told(Truth.TRUE, 0.9, Truth.TRUE), Told(Truth.FALSE, 0.8, Truth.TRUE)
NOISE = Told(Truth.FALSE, 0.85, Truth.NOTHING)


@pytest.mark.parametrize(
    ("text", "truth", "right"),
    [
        ("Germany has more inhabitants than Poland", Truth.TRUE, True),
        ("Mexico has 700 million people", Truth.FALSE, True),
        ("Mexico has 700 million people", Truth.TRUE, False),
    ],
)
def test_the_side_is_that_of_the_first_verdict(text: str, truth: Truth, right: bool, packaged: Library) -> None:
    told = tell(LabelledClaim(text, DAY, truth, text), packaged)
    assert told.right is right
    assert told.mass >= HEDGED


def test_what_has_no_verdict_has_less_mass(packaged: Library) -> None:
    told = tell(LabelledClaim("my neighbour counted snails", DAY, Truth.NOTHING, ""), packaged)
    assert told.mass < HEDGED


def test_claims_are_counted_from_a_threshold_on() -> None:
    assert counts([RIGHT, WRONG, NOISE], 0.7) == (2, 2, 1, 1)
    assert counts([RIGHT, WRONG, NOISE], 0.83) == (2, 1, 1, 1)
    assert counts([RIGHT, WRONG, NOISE], 0.95) == (2, 0, 0, 0)


def test_the_threshold_leaves_out_what_is_wrong_and_noise() -> None:
    assert chosen([RIGHT, WRONG]) == 0.81
    assert chosen([RIGHT, WRONG, NOISE]) == 0.86
    assert chosen([RIGHT] * 50 + [WRONG]) == 0.6  # one in 51 is within the aim


def test_either_side_has_its_bins() -> None:
    assert list(by_mass([RIGHT, WRONG, NOISE])) == [
        "| 0.80 | 0 | – | 1 | 0.000 |",
        "| 0.84 | 0 | – | 1 | 0.000 |",
        "| 0.90 | 1 | 1.000 | 0 | – |",
    ]


def test_a_file_is_judged_by_the_threshold_of_the_others() -> None:
    lines = tables({"one": [RIGHT, WRONG], "other": [RIGHT]})
    assert "| one | 0.60 | 1.000 | 0.500 | 1 | 0 |" in lines
    assert "| other | 0.81 | 1.000 | 1.000 | 0 | 0 |" in lines
