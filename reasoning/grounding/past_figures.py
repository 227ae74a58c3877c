"""Figures of another time: of a day, the latest there is for now, a range between two where a year has none."""

from __future__ import annotations

from datetime import date

from knowledge import Figure, Library
from reasoning.grounding.context import is_year_end
from reasoning.grounding.figures import Who, leaf_of_figure, over_years
from reasoning.model.leaf import Leaf, Places

FAR_FROM_DATE = 400  # days: a figure farther from the date that is said stands for another time
MOST_BEHIND = 1200  # days that the latest figure may be old where what is now is meant; of a change so far
BEHIND_OF_SPAN = 0.35  # no more than this share of the whole time, or much of it is left out
MOST_BETWEEN = 4100  # days between two figures, of which a year between them is read as a range


def leaf_then(library: Library, like: Leaf, day: date, places: Places, *, since: date | None = None) -> Leaf | None:
    """The leaf of a figure as it was on a day; None where nobody knows.

    `since`, the first day of a time, is given where it ends today: for that day the latest figure stands.
    """
    series = library.series(like.entity, like.measure)
    figure = nearest_figure(series, day)
    if figure is None and since is not None:
        most = min(MOST_BEHIND, (day - since).days * BEHIND_OF_SPAN)
        known = [one for one in series if one.end <= day and (day - one.end).days <= most]
        figure = max(known, key=lambda one: one.end, default=None)
    if figure is not None:
        return _leaf(library, figure, like, places)
    return _between(library, series, like, day, places)


def _leaf(library: Library, figure: Figure, like: Leaf, places: Places) -> Leaf | None:
    """The leaf of a figure, in money of the same worth as the one that it is like."""
    leaf = leaf_of_figure(library, figure, Who(like.entity, 0.0), like.cost, like.places | places, figure.end)
    return leaf.in_units_of(like.factor / leaf.factor) if leaf is not None and leaf.unit == like.unit else leaf


def _between(library: Library, series: tuple[Figure, ...], like: Leaf, day: date, places: Places) -> Leaf | None:
    """The range from the figure before a day to the one after it, where they lie not too far apart."""
    before = max((one for one in series if one.end < day), key=lambda one: one.end, default=None)
    after = min((one for one in series if one.end > day), key=lambda one: one.end, default=None)
    if before is None or after is None or (after.end - before.end).days > MOST_BETWEEN:
        return None
    nearest = before if day - before.end < after.end - day else after
    leaf = _leaf(library, nearest, like, places)
    return None if leaf is None else over_years(library, leaf, before.end, after.end)


def nearest_figure(series: tuple[Figure, ...], day: date) -> Figure | None:
    """The figure of that time: the one whose period holds the day or ends nearest to it."""
    named = [one for one in series if one.dated in (str(day.year), f"FY{day.year}")] if is_year_end(day) else []
    if named:
        return named[0]
    holding = [one for one in series if one.start <= day <= one.end]
    if holding:
        return min(holding, key=lambda one: one.end - one.start)
    near = [one for one in series if abs((one.end - day).days) <= FAR_FROM_DATE]
    return min(near, key=lambda one: abs((one.end - day).days), default=None)
