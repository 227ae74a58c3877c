"""Checks names, dates and measures throughout the library; sizes of figures: knowledge.validation.consistency."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge.library import Library
from knowledge.model.entity import Nature
from knowledge.problem import Problem
from knowledge.text.name_index import build_name_index
from knowledge.validation.locations import Locations
from quantities.text.normalization import fold

SHARE = "percent"  # the unit of a measure that is a share of its whole


def check_names(library: Library, where: Locations) -> Iterator[Problem]:
    """Yields names of two entities without a line in ambiguous.yaml, and names in nobody.yaml that an entity has."""
    rules = library.tree.entries["ambiguous"]
    ruled = {fold(written) for written in rules}
    claimed = build_name_index(library.entities.values())
    for written, rule in rules.items():
        if not rule and fold(written) in claimed:
            ids = ", ".join(sorted(claimed[fold(written)].senses))
            yield where.entry("ambiguous", written, "", f"is a name of {ids}: take one of the two out")
    for key, name in claimed.items():
        if len(name.senses) > 1 and key not in ruled:
            ids = ", ".join(sorted(name.senses))
            message = f"'{key}' is the name of {ids}: add '{key}: [{ids}]' to ambiguous.yaml, the likeliest first"
            yield where.entry("entities", list(name.senses)[-1], "", message)


def check_measures(library: Library, where: Locations) -> Iterator[Problem]:
    """Yields measures that are a part of one in another unit, unless they are a share of it; flows without a period."""
    for measure in library.measures.values():
        whole = library.measures.get(measure.whole or "")
        if whole and measure.unit not in (whole.unit, SHARE):
            message = f"{whole.id} is in {whole.unit}, {measure.id} in {measure.unit}: no whole and part"
            yield where.entry("measures", measure.id, "whole", message)
        if measure.nature is Nature.FLOW and not measure.period:
            yield where.entry("measures", measure.id, "nature", "a flow needs its period: year, month or day")


def check_future_dates(library: Library, where: Locations, today: date) -> Iterator[Problem]:
    """Yields figures of a time that hasn't begun, and sources accessed or published on a day to come."""
    for figure in library.figures():
        if figure.start > today:
            yield where.figure(figure, f"lies in the future (today is {today})")
    for source in library.sources.values():
        for key, said in (("accessed", source.accessed), ("published", source.published)):
            if said[:4].isdigit() and said > today.isoformat():
                yield where.entry("sources", source.id, key, f"'{said}' lies in the future (today is {today})")
