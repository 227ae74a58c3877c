"""From a text to the quantities in it: numerals, units, bounds, ranges, rates. Pure and quick to import."""

from quantities.json_format import to_json
from quantities.model.interval import Interval
from quantities.model.quantity import (
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
from quantities.text.sentence_splitter import split_sentences

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
    "split_sentences",
    "to_json",
]
