"""All leaves of a sentence: what each of its mentions could stand for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reasoning.grounding.context import Context
from reasoning.grounding.distances import distance_leaves
from reasoning.grounding.figures import Who, figure_leaves, over_years, who_is_meant
from reasoning.grounding.implied import constant_leaves, whole_leaves
from reasoning.grounding.stated import stated_leaves
from reasoning.grounding.things import LONG_NAME, average_leaves, property_leaves, thing_index
from reasoning.model.leaf import NOWHERE, Leaf


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
    averages: list[Leaf]


def ground(context: Context) -> Ground:
    """Grounds every mention of a sentence."""
    long_names = [one.places for one in thing_index(context.library).things(context) if len(one.places) >= LONG_NAME]
    who = [one for one in who_is_meant(context) if not any(NOWHERE < one.places < places for places in long_names)]
    return Ground(
        context,
        who,
        stated_leaves(context),
        figure_leaves(context, who, context.day()),
        whole_leaves(context, who, context.day()),
        constant_leaves(context),
        [*property_leaves(context), *distance_leaves(context, who)],
        average_leaves(context, who),
    )


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
