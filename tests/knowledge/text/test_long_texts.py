"""Long texts take work in proportion to their length: counted in calls, not timed."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest

from knowledge import Library
from knowledge.model.entity import Entity
from knowledge.text.neighbourhood import Neighbourhood
from tests.effort import calls

PATTERNS = (
    "Jordan, Georgia, US, births, Canada, Alibaba, London, ",
    "US. GDP? IT! ",
    "((( ... US ",
    "APPLE HAS. TARGET HAD. ",
    "www.example.com Chad x@example.com Turkey ",
    "reading is fun, mali has it, turkey has no ",
    "Washington and Lincoln ",
)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("look_up", ["names", "measure_mentions", "occupations"])
def test_four_times_the_text_takes_about_four_times_the_calls(packaged: Library, look_up: str, pattern: str) -> None:
    find = getattr(packaged, look_up)
    find(pattern)
    text = pattern * (4000 // len(pattern))
    short, long = calls(lambda: find(text)), calls(lambda: find(text * 4))
    assert 0 < long < 5 * short + 200


def test_what_is_related_is_counted_as_pair_by_pair(packaged: Library) -> None:
    entities = packaged.entities
    some = list(itertools.islice(entities, 0, None, max(1, len(entities) // 150)))
    named = {*some[::2], "US", "world", "CA", "nobody"}
    near = Neighbourhood(entities, named)
    for ident in [*some, "US", "world", "nobody"]:
        assert near.related(ident) == sum(related(entities, ident, other) for other in named)


def related(entities: Mapping[str, Entity], ident: str, other: str) -> bool:
    """Whether one is a part of the other, or both are of one kind in one country or region (the world apart)."""
    one, two = entities.get(ident), entities.get(other)
    if one is None or two is None:
        return False
    if other in one.part_of or ident in two.part_of:
        return other != "world" and ident != "world"
    return one.kind == two.kind and bool(set(one.part_of) & set(two.part_of) - {"world"})
