"""The kinds of claim, one file each with its examples in a YAML file beside it.

Adding a kind is adding those two and its name here. The order is that of the lines in a reply.
"""

from __future__ import annotations

from reckoning.kinds import (
    change,
    comparing,
    level,
    multiple,
    pace,
    parts,
    peer,
    per_head,
    pledge,
    product,
    rate,
    scale,
    share,
    unit_cost,
    whole,
)
from reckoning.offer import Kind

KINDS: tuple[Kind, ...] = (
    change,
    parts,
    rate,
    product,
    comparing,
    per_head,
    level,
    whole,
    pace,
    multiple,
    peer,
    share,
    unit_cost,
    pledge,
    scale,
)
