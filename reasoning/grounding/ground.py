"""All leaves of a sentence: what each of its mentions could stand for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from knowledge.model.units import CALENDAR
from reasoning.grounding.averages import average_leaves
from reasoning.grounding.context import Context
from reasoning.grounding.distances import distance_leaves
from reasoning.grounding.figures import Who, figure_leaves, over_years, who_is_meant
from reasoning.grounding.implied import constant_leaves, whole_leaves
from reasoning.grounding.stated import stated_leaves
from reasoning.grounding.thing_index import thing_index
from reasoning.grounding.things import property_leaves
from reasoning.grounding.types import POINTS, TIME
from reasoning.model.leaf import NOWHERE, Leaf, Sort

CALENDAR_YEAR = "year"  # the unit of such a figure; lengths of time are in years


@dataclass(frozen=True)
class Ground:
    """All leaves of a sentence by where they come from."""

    context: Context
    who: list[Who]
    stated: list[list[Leaf]]
    figures: list[Leaf]
    wholes: list[Leaf]
    constants: list[Leaf]
    properties: list[Leaf]
    points: list[Leaf]  # years and temperatures
    averages: list[Leaf]


def ground(context: Context) -> Ground:
    """Grounds every mention of a sentence."""
    long_names = [one.places for one in thing_index(context.library).things(context) if len(one.places) > 1]
    who = [one for one in who_is_meant(context) if not any(NOWHERE < one.places < places for places in long_names)]
    figures, properties = figure_leaves(context, who, context.day()), property_leaves(context)
    ever = figures if context.day() == context.as_of else figure_leaves(context, who, context.as_of)
    known = dict.fromkeys((*figures, *ever, *properties))
    points = [leaf for leaf in known if leaf.type in POINTS or is_calendar_year(leaf)]
    return Ground(
        context,
        who,
        stated_leaves(context),
        figures,
        whole_leaves(context, who, context.day()),
        constant_leaves(context),
        [*(leaf for leaf in properties if leaf not in points), *distance_leaves(context, who)],
        points,
        average_leaves(context, who),
    )


def is_calendar_year(leaf: Leaf) -> bool:
    """Whether it is a year of the calendar, in which something happened, and no length of time."""
    return leaf.type == CALENDAR or (leaf.sort is Sort.FIGURE and leaf.type == TIME and leaf.unit == CALENDAR_YEAR)


def on_its_day(found: Ground, index: int) -> Ground:
    """The leaves with the figures of the day that a quantity is said of."""
    context = found.context
    span = context.span_of(index)
    if span is not None:
        day = min(span[1], context.as_of)
        leaves = figure_leaves(context, found.who, day)
        spans = [wide for leaf in leaves if (wide := over_years(context.library, leaf, *span)) is not None]
        return replace(found, figures=spans, wholes=whole_leaves(context, found.who, day))
    day = context.day_of(index)
    if day == context.day():
        return found
    return replace(found, figures=figure_leaves(context, found.who, day), wholes=whole_leaves(context, found.who, day))
