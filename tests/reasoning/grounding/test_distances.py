"""How far two places lie apart, by their coordinates."""

from __future__ import annotations

import pytest

from reasoning.grounding.distances import great_circle

LONDON, NEW_YORK, BERLIN, MOSCOW, SYDNEY = (
    (51.51, -0.13),
    (40.71, -74.01),
    (52.52, 13.41),
    (55.75, 37.62),
    (-33.87, 151.21),
)


@pytest.mark.parametrize(
    ("here", "there", "kilometres"),
    [(LONDON, NEW_YORK, 5570), (BERLIN, MOSCOW, 1610), (LONDON, SYDNEY, 16990), (LONDON, LONDON, 0)],
)
def test_the_great_circle(here: tuple[float, float], there: tuple[float, float], kilometres: int) -> None:
    assert great_circle(here, there) / 1000 == pytest.approx(kilometres, rel=0.005, abs=1)
    assert great_circle(here, there) == pytest.approx(great_circle(there, here))
