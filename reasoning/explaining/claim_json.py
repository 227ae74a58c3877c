"""A claim as JSON: exact, without a word of the text that it was read in."""

from __future__ import annotations

import json
from typing import Any

from reasoning.data.tables import roots
from reasoning.grounding.types import PHYSICAL
from reasoning.model.claim import Claim, Term
from reasoning.model.leaf import Leaf, Sort


def claim_to_json(claim: Claim) -> str:
    """The claim as a JSON object with left, comparator, right, relation; numbers are exact fractions in base units.

    A term is a leaf, or {"operator": ..., "of": [terms]}. A leaf has its value and its type, as exponents of bases; a
    range has low and high, and what was looked up has the id of the figure. Equal claims give equal texts.
    """
    written = {
        "left": _term(claim.left),
        "comparator": claim.comparator,
        "right": _term(claim.right),
        "relation": claim.relation,
    }
    return json.dumps(written, ensure_ascii=False, sort_keys=True)


def _term(term: Term) -> dict[str, Any]:
    """A term with all terms below it."""
    if term.leaf is not None:
        return _leaf(term.leaf)
    return {"operator": term.operator.value, "of": [_term(part) for part in term.parts]}


def _leaf(leaf: Leaf) -> dict[str, Any]:
    """A leaf; what is said has no id, since that would tell its place in the message."""
    of: dict[str, Any] = {
        "value": str(leaf.value),
        "type": {base: power for base, power in leaf.type.of if _is_known(base)},
    }
    if leaf.is_range:
        of |= {"low": str(leaf.low), "high": str(leaf.high)}
    return of if leaf.sort is Sort.STATED else {"id": leaf.id, **of}


def _is_known(base: str) -> bool:
    """Whether a base of a type is the program's own: a noun of the message is none."""
    return base in roots().values() or base in PHYSICAL
