"""A stored claim as JSON: exact, without a word of the text that it was read in."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from quantities import Form, Quantity, Unit
from reasoning.model.claim import Term
from reasoning.model.leaf import Leaf, Sort
from reasoning.serialization.stored_claim import StoredClaim

SCHEMA = 1


def claim_to_json(stored: StoredClaim) -> str:
    """The claim as a JSON object that `load_claim` reads; numbers are exact fractions. Equal claims give equal texts.

    A term is a leaf, or {"operator": ..., "of": [terms]}. A leaf has its value and its type, as exponents of bases, in
    base units; a range has low and high. What was looked up has its id, what was said the place of its number among
    "numbers", which has it in the unit in which it was said.
    """
    claim = stored.claim
    written: dict[str, Any] = {
        "schema": SCHEMA,
        "left": _term(claim.left),
        "comparator": claim.comparator,
        "right": _term(claim.right),
        "relation": claim.relation,
        "numbers": [_number(one) for one in stored.numbers],
        "claimed": stored.claimed,
        "certainty": stored.certainty,
    }
    if stored.caveats:
        written["caveats"] = list(stored.caveats)
    if stored.fits:
        written["fits"] = stored.fits
    if stored.place:
        written["place"] = stored.place
    if stored.money >= 0:
        written["money"] = stored.money
    if stored.pledged is not None:
        written["pledged"] = str(stored.pledged)
    if stored.beside:
        written["beside"] = [_leaf(leaf) for leaf in stored.beside]
    if stored.shared:
        written["shared"] = list(stored.shared)
    marks = {"hedged": stored.hedged, "upper_only": stored.upper_only, "accepted": stored.accepted}
    return json.dumps(written | {name: True for name, is_set in marks.items() if is_set}, sort_keys=True)


def _term(term: Term) -> dict[str, Any]:
    """A term with all terms below it."""
    if term.leaf is not None:
        return _leaf(term.leaf)
    return {"operator": term.operator.value, "of": [_term(part) for part in term.parts]}


def _leaf(leaf: Leaf) -> dict[str, Any]:
    """A leaf with what tells where its value comes from."""
    of: dict[str, Any] = {"value": str(leaf.value), "type": dict(leaf.type.of)}
    if leaf.is_range:
        of |= {"low": str(leaf.low), "high": str(leaf.high)}
    if leaf.sort is Sort.STATED:
        return {"said": min(leaf.uses), "factor": str(leaf.factor), **of}
    of = {"sort": leaf.sort.value, "id": leaf.id, **of}
    if leaf.sort is Sort.CONSTANT:
        return {"label": leaf.label, **of}
    if leaf.sort is Sort.GIVEN:
        of["given"] = min(leaf.uses)
    if leaf.stale_years:
        of["stale_years"] = leaf.stale_years
    if leaf.years is not None:
        of["years"] = [day.isoformat() for day in leaf.years]
    return of


def _number(quantity: Quantity) -> dict[str, Any]:
    """A number in the unit in which it was said; what is usual is left out."""
    low, high = quantity.stated.low, quantity.stated.high
    assert low is not None
    of: dict[str, Any] = {"value": str(low), "unit": _unit(quantity.unit)}
    if high != low:
        of["to"] = str(high)
    if quantity.form is not Form.AMOUNT:
        of["form"] = quantity.form.value
    if quantity.bound.value != "exact":
        of["bound"] = quantity.bound.value
    if quantity.precision:
        of["precision"] = str(quantity.precision)
    period = quantity.period
    if period is not None:
        said = {"kind": period.kind.value, "count": _text(period.count), "unit": period.unit, "year": period.year}
        of["period"] = {name: value for name, value in said.items() if value not in (None, "")}
    return of


def _unit(unit: Unit) -> dict[str, Any]:
    """A unit; what it does not have is left out."""
    said = {
        "name": unit.name,
        "dimension": unit.dimension.value,
        "factor": _text(unit.factor),
        "currency": unit.currency,
        "noun": unit.noun,
        "per": None if unit.per is None else _unit(unit.per),
        "per_count": None if unit.per_count == 1 else str(unit.per_count),
    }
    return {name: value for name, value in said.items() if value not in (None, "")}


def _text(number: Fraction | None) -> str | None:
    return None if number is None else str(number)
