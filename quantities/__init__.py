"""From a text to the quantities in it: numerals, units, bounds, ranges, rates. Pure and quick to import."""

from quantities.interval import Interval
from quantities.quantity import (
    Bound,
    DateMention,
    Dimension,
    Direction,
    Form,
    Period,
    PeriodKind,
    Quantity,
    Reading,
    Role,
    Span,
    Unit,
)
from quantities.reader import DATE, read
from quantities.record import to_json
from quantities.sentence import sentences

__all__ = [
    "DATE",
    "Bound",
    "DateMention",
    "Dimension",
    "Direction",
    "Form",
    "Interval",
    "Period",
    "PeriodKind",
    "Quantity",
    "Reading",
    "Role",
    "Span",
    "Unit",
    "read",
    "sentences",
    "to_json",
]
