"""The kinds that read loosely, with much unexplained around a number: asked only where the others can't tell."""

from __future__ import annotations

from reckoning.kinds import (
    beyond_all,
    compared_in_passing,
    each_one,
    ends,
    for_every,
    growing,
    in_passing,
    own_product,
    part_of_whole,
    scaled_up,
    share_in_passing,
    so_often,
)
from reckoning.offer import Kind

LOOSE: tuple[Kind, ...] = (
    own_product,
    part_of_whole,
    in_passing,
    share_in_passing,
    each_one,
    compared_in_passing,
    for_every,
    so_often,
    ends,
    growing,
    scaled_up,
    beyond_all,
)
