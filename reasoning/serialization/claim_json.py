"""A stored claim as JSON: exact, without a word of the text that it was read in."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from quantities import Period, Quantity, Unit
from reasoning.model.claim import Term
from reasoning.model.leaf import Leaf, Sort
from reasoning.serialization.stored_claim import StoredClaim

SCHEMA = 1
# What a claim may have beside its terms and numbers, and what is usual of it.
MORE = {field.name: field.default for field in fields(StoredClaim)[4:]}


def claim_to_json(stored: StoredClaim) -> str:
    """The claim as a JSON object that `load_claim` reads; numbers are exact fractions. Equal claims give equal texts.

    A term is a leaf, or {"operator": ..., "of": [terms]}. A leaf has its value and its type, as exponents of bases, in
    base units; a range has low and high. What was looked up has its id, what was said the place of its number among
    "numbers", which has it in the unit in which it was said.
    """
    claim = stored.claim
    written = {
        "schema": SCHEMA,
        "left": _term(claim.left),
        "comparator": claim.comparator,
        "right": _term(claim.right),
        "relation": claim.relation,
        "numbers": [_number(one) for one in stored.numbers],
        "claimed": stored.claimed,
        "certainty": stored.certainty,
    }
    more = {name: getattr(stored, name) for name, usual in MORE.items() if getattr(stored, name) != usual}
    return json.dumps(
        written | more, sort_keys=True, default=lambda one: _leaf(one) if isinstance(one, Leaf) else str(one)
    )


def _term(term: Term) -> dict[str, Any]:
    """A term with all terms below it."""
    if term.leaf is not None:
        return _leaf(term.leaf)
    return {"operator": term.operator, "of": [_term(part) for part in term.parts]}


def _leaf(leaf: Leaf) -> dict[str, Any]:
    """A leaf with what tells where its value comes from."""
    of: dict[str, Any] = {"value": leaf.value, "type": dict(leaf.type.of)}
    if leaf.is_range:
        of |= {"low": leaf.low, "high": leaf.high}
    if leaf.sort is Sort.STATED:
        return {"said": min(leaf.uses), "factor": leaf.factor, **of}
    of = {"sort": leaf.sort, "id": leaf.id, **of}
    if leaf.sort is Sort.CONSTANT:
        return {"label": leaf.label, **of}
    if leaf.sort is Sort.GIVEN:
        of["given"] = min(leaf.uses)
    return of | {name: value for name in ("stale_years", "years") if (value := getattr(leaf, name))}


def _number(quantity: Quantity) -> dict[str, Any]:
    """A number in the unit in which it was said; what is usual is left out."""
    low, high = quantity.stated.ends
    of: dict[str, Any] = {"value": low, "unit": _unit(quantity.unit)} | ({"to": high} if high != low else {})
    usual = Quantity(quantity.stated)
    said = {name: getattr(quantity, name) for name in ("form", "bound", "precision")}
    of |= {name: value for name, value in said.items() if value != getattr(usual, name)}
    return of if quantity.period is None else of | {"period": _known(quantity.period, "kind count unit year")}


def _unit(unit: Unit) -> dict[str, Any]:
    """A unit; what it does not have is left out."""
    below = {} if unit.per is None else {"per": _unit(unit.per)}
    return _known(unit, "name dimension factor currency noun") | below | _known(unit, "per_count", 1)


def _known(one: Unit | Period, names: str, *usual: int) -> dict[str, Any]:
    """The attributes of some names that are neither empty nor as usual."""
    return {name: value for name in names.split() if (value := getattr(one, name)) not in (None, "", *usual)}
