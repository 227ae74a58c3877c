"""Who is compared for a place, in all that comes with the program: states with states, rates with rates."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning import Verdict, answer

TRUE, FALSE = {Verdict.ADDS_UP, Verdict.PLAUSIBLE}, {Verdict.STRETCH, Verdict.DOESNT_ADD_UP}
OPEN = {Verdict.CANT_TELL}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("West Virginia has the highest overdose death rate in the country.", TRUE),
        ("Nebraska has the highest overdose death rate in the country.", FALSE),
        ("The murder rate in Louisiana is the highest of any state.", TRUE | OPEN),
        ("New Jersey residents pay the highest property taxes in America.", TRUE),
        ("Alabama has the highest property taxes in the nation.", FALSE),
        ("California has the highest state sales tax in the country.", TRUE),
        ("Alaska's gun death rate is among the highest in America.", OPEN),
        ("Maine's roads are some of the worst in the country.", OPEN),
    ],
)
def test_a_place_is_one_among_its_like(packaged: Library, text: str, expected: set[Verdict]) -> None:
    assert answer(text, packaged, date(2024, 12, 31)).verdict in expected
