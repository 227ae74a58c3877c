"""The kinds of claim, one file each with its examples in a YAML file beside it.

Adding a kind is adding those two and its name here. The order is that of the lines in a reply.
"""

from __future__ import annotations

from reckoning.kinds import (
    average,
    break_even,
    chain,
    change,
    comparing,
    compounding,
    conversion,
    exceeding,
    level,
    multiple,
    outnumbering,
    pace,
    parts,
    past_money,
    peer,
    per_head,
    pledge,
    prices,
    product,
    rate,
    scale,
    share,
    shares_in_turn,
    size_of,
    stuff_per_head,
    superlative,
    times_as_much,
    unit_cost,
    whole,
)
from reckoning.offer import Kind

KINDS: tuple[Kind, ...] = (
    chain,
    change,
    parts,
    conversion,
    past_money,
    prices,
    break_even,
    compounding,
    size_of,
    rate,
    product,
    average,
    shares_in_turn,
    comparing,
    times_as_much,
    exceeding,
    outnumbering,
    superlative,
    per_head,
    stuff_per_head,
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

# Those that read sentences without a number of their own, beside the others' statements.
WORDLESS: tuple[Kind, ...] = (exceeding, outnumbering, size_of, superlative)
