"""Plots a series in characters: dots at the figures, a line between them, dates below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from knowledge import Figure
from knowledge.listing import in_words

WIDTH = 64  # columns
HEIGHT = 10  # rows
PlotPoint = tuple[int, float]  # day, value


def plot_series(series: Sequence[Figure]) -> list[str]:
    """Returns the lines of the plot; none for fewer than two dates."""
    points = [(one.end.toordinal(), float(one.value)) for one in series]
    first, last = points[0][0], points[-1][0]
    if first == last:
        return []
    bottom, top = _axis_range([value for _, value in points])
    grid = [[" "] * WIDTH for _ in range(HEIGHT)]
    for column in range(WIDTH):
        day = first + (last - first) * column / (WIDTH - 1)
        grid[_grid_row(_interpolate(points, day), bottom, top)][column] = "·"
    for day, value in points:
        grid[_grid_row(value, bottom, top)][round((day - first) / (last - first) * (WIDTH - 1))] = "●"
    middle = date.fromordinal((first + last) // 2).isoformat()
    return _add_axes(grid, (bottom, top), (series[0].dated, middle[: len(series[0].dated)], series[-1].dated))


def _axis_range(values: list[float]) -> tuple[float, float]:
    """Returns least and greatest value of the axis: from 0, unless all values are close together or negative."""
    low, high = min(values), max(values)
    bottom = 0.0 if 0 <= low < high / 2 else low
    return (bottom, high) if high > bottom else (bottom - 1, high + 1)


def _grid_row(value: float, bottom: float, top: float) -> int:
    return HEIGHT - 1 - round((value - bottom) / (top - bottom) * (HEIGHT - 1))


def _interpolate(points: Sequence[PlotPoint], day: float) -> float:
    """Returns the value on a day, interpolated linearly between the points around it."""
    for (before, low), (after, high) in pairwise(points):
        if before <= day <= after:
            return low + (high - low) * ((day - before) / (after - before) if after > before else 1)
    return points[-1][1]


def _add_axes(grid: list[list[str]], values: tuple[float, float], dates: tuple[str, str, str]) -> list[str]:
    bottom, top = (in_words(_round_label(value)) for value in values)
    wide = max(len(bottom), len(top))
    marks = {0: top, HEIGHT - 1: bottom}
    lines = [
        f"{marks.get(number, ''):>{wide}} {'┤' if number in marks else '│'}{''.join(row)}".rstrip()
        for number, row in enumerate(grid)
    ]
    first, middle, last = dates
    axis = f"{first}{middle:^{WIDTH - len(first) - len(last)}}{last}"
    return [*lines, " " * wide + " └" + "─" * WIDTH, " " * (wide + 2) + axis]


def _round_label(value: float) -> Fraction:
    return Fraction(f"{value:.4g}")
