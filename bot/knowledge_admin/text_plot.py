"""A series as a small plot of characters: dots at the figures, a fine line between them, dates below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from knowledge import Figure
from knowledge.listing import in_words

WIDTH = 64
HEIGHT = 10
Point = tuple[int, float]  # day, value


def plot(series: Sequence[Figure]) -> list[str]:
    """The lines of the plot; none for fewer than two dates."""
    points = [(one.end.toordinal(), float(one.value)) for one in series]
    first, last = points[0][0], points[-1][0]
    if first == last:
        return []
    bottom, top = _axis([value for _, value in points])
    grid = [[" "] * WIDTH for _ in range(HEIGHT)]
    for column in range(WIDTH):
        day = first + (last - first) * column / (WIDTH - 1)
        grid[_row(_between(points, day), bottom, top)][column] = "·"
    for day, value in points:
        grid[_row(value, bottom, top)][round((day - first) / (last - first) * (WIDTH - 1))] = "●"
    middle = date.fromordinal((first + last) // 2).isoformat()
    return _framed(grid, (bottom, top), (series[0].dated, middle[: len(series[0].dated)], series[-1].dated))


def _axis(values: list[float]) -> tuple[float, float]:
    """From nought, unless all values lie close together or below it."""
    low, high = min(values), max(values)
    bottom = 0.0 if 0 <= low < high / 2 else low
    return (bottom, high) if high > bottom else (bottom - 1, high + 1)


def _row(value: float, bottom: float, top: float) -> int:
    return HEIGHT - 1 - round((value - bottom) / (top - bottom) * (HEIGHT - 1))


def _between(points: Sequence[Point], day: float) -> float:
    """The value on a day, on the straight line between the figures around it."""
    for (before, low), (after, high) in pairwise(points):
        if before <= day <= after:
            return low + (high - low) * ((day - before) / (after - before) if after > before else 1)
    return points[-1][1]


def _framed(grid: list[list[str]], values: tuple[float, float], dates: tuple[str, str, str]) -> list[str]:
    bottom, top = (in_words(_rounded(value)) for value in values)
    wide = max(len(bottom), len(top))
    marks = {0: top, HEIGHT - 1: bottom}
    lines = [
        f"{marks.get(number, ''):>{wide}} {'┤' if number in marks else '│'}{''.join(row)}".rstrip()
        for number, row in enumerate(grid)
    ]
    first, middle, last = dates
    axis = f"{first}{middle:^{WIDTH - len(first) - len(last)}}{last}"
    return [*lines, " " * wide + " └" + "─" * WIDTH, " " * (wide + 2) + axis]


def _rounded(value: float) -> Fraction:
    return Fraction(f"{value:.4g}")
