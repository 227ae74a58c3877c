"""Texts made to hurt return, and read what they should."""

from __future__ import annotations

import pytest

from quantities import read
from tests.effort import calls

LENGTH = 4096
PIECES = (
    "9**9**9|9|(|1 |hundred |one hundred and |1 lakh lakh crore |half a |1 of |1-|1.|1,|1/|$|$1 |a@|1 per |2019 |1e9"
    "|5 days over |from 1 to |more than |one |one point |1^|1\u00b2|jan 5 |every 5 seconds |http://a |+1 |1:|0|1% |1m "
    "|w| |\u00bd|and |+49 |0123 |1 234 |- |1 m2 |1x10^6 |dozen |A.|twenty fifths |5 dollars 50 |between 1 and |up 5 to "
    "|\n|1\n|\u0967 |..|'1|1e"
)


@pytest.mark.parametrize("piece", PIECES.split("|"))
def test_repetition_takes_bounded_work(piece: str) -> None:
    text = (piece * LENGTH)[:LENGTH]
    assert calls(lambda: read(text)) <= 250 * LENGTH


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("9" * 4000, "too large"),
        ("1e999999999", "too large"),
        ("10^99999", "too large"),
        ("1" + ",000" * 40, "too large"),
    ],
)
def test_a_number_beyond_all_quantities_is_not_built(text: str, why: str) -> None:
    reading = read(text)
    assert not reading.quantities
    assert reading.ignored == (((0, len(text)), why),)


def test_digits_that_int_refuses() -> None:
    assert not read("² and ③").quantities


def test_a_million_characters() -> None:
    text = ("The town of Ulm has 126,000 people and 3% growth. " * 20_001)[:1_000_000]
    assert len(read(text).quantities) == 40_000
