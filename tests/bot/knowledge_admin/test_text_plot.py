"""A series as characters: dots at the figures, its highest and lowest value, its first and last date."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from bot.knowledge_admin.text_plot import HEIGHT, WIDTH, plot_series
from knowledge import Figure, Source

SOURCE = Source("s", "S", "S")


def series(**values: float) -> tuple[Figure, ...]:
    """Figures by year, such as y2016=5."""

    def one(dated: str, value: Fraction) -> Figure:
        year = int(dated[1:])
        days = date(year, 1, 1), date(year, 12, 31)
        return Figure(dated, "US", "x", value, value, value, "people", *days, dated[1:], SOURCE)

    return tuple(one(dated, Fraction(value)) for dated, value in values.items())


def test_a_rise() -> None:
    lines = plot_series(series(y2000=0, y2010=500_000, y2020=1_000_000))
    assert len(lines) == HEIGHT + 2
    assert lines[0].startswith("1 million ┤")
    assert lines[0].endswith("●")
    assert lines[HEIGHT - 1].startswith("        0 ┤●")
    assert lines[-1].split() == ["2000", "2010", "2020"]
    assert sum(line.count("●") for line in lines) == 3
    assert max(map(len, lines)) <= WIDTH + 12


@pytest.mark.parametrize(
    ("values", "marks"),
    [
        ({"y2000": -5, "y2001": 5}, ["5", "-5"]),
        ({"y2000": 100, "y2001": 110}, ["110", "100"]),  # close together: not from nought
        ({"y2000": 10, "y2001": 110}, ["110", "0"]),
        ({"y2000": 7, "y2001": 7}, ["8", "6"]),
    ],
)
def test_the_axis(values: dict[str, float], marks: list[str]) -> None:
    lines = plot_series(series(**values))
    assert [line.split("┤")[0].strip() for line in lines if "┤" in line] == marks


def test_one_date_is_no_plot() -> None:
    assert plot_series(series(y2000=1)) == []
