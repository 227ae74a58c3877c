"""Percent, per mille, percentage points and basis points."""

from __future__ import annotations

from quantities.model.quantity import Dimension, Form, Unit
from quantities.parse_state import SentenceState

PERCENT = Unit("percent", Dimension.RATIO)


_FORMS: dict[tuple[str, ...], tuple[Unit, Form]] = {
    ("%",): (PERCENT, Form.PERCENT),
    ("percent",): (PERCENT, Form.PERCENT),
    ("per", "cent"): (PERCENT, Form.PERCENT),
    ("pct",): (PERCENT, Form.PERCENT),
    ("percents",): (PERCENT, Form.PERCENT),
    ("percentage",): (PERCENT, Form.PERCENT),
    ("percentages",): (PERCENT, Form.PERCENT),
    ("pc",): (PERCENT, Form.PERCENT),
    ("prozent",): (PERCENT, Form.PERCENT),
    ("\u2030",): (Unit("per mille", Dimension.RATIO), Form.RATIO),
    ("per", "mille"): (Unit("per mille", Dimension.RATIO), Form.RATIO),
    ("percentage", "point"): (Unit("percentage point", Dimension.RATIO), Form.POINTS),
    ("percentage", "points"): (Unit("percentage point", Dimension.RATIO), Form.POINTS),
    ("percent", "points"): (Unit("percentage point", Dimension.RATIO), Form.POINTS),
    ("%", "points"): (Unit("percentage point", Dimension.RATIO), Form.POINTS),
    ("pp",): (Unit("percentage point", Dimension.RATIO), Form.POINTS),
    ("ppts",): (Unit("percentage point", Dimension.RATIO), Form.POINTS),
    ("basis", "point"): (Unit("basis point", Dimension.RATIO), Form.POINTS),
    ("basis", "points"): (Unit("basis point", Dimension.RATIO), Form.POINTS),
    ("bps",): (Unit("basis point", Dimension.RATIO), Form.POINTS),
    ("bp",): (Unit("basis point", Dimension.RATIO), Form.POINTS),
    ("pts",): (Unit("point", Dimension.COUNT, noun="point"), Form.AMOUNT),
}


def read(sentence: SentenceState, at: int) -> tuple[Unit, int, Form] | None:
    """Percent, percentage points and basis points."""
    low, after = sentence.lower[at], sentence.lower[at + 1]
    found = _FORMS.get((low, after))
    if found:
        return found[0], at + 1, found[1]
    single = _FORMS.get((low,))
    return (single[0], at, single[1]) if single else None
