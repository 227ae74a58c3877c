"""Reads the quantities of a text: numbers with their units, bounds, ranges and rates. Pure, and quick to import.

>>> read("It will create more than 1 million US jobs over 5 years.").quantities[0].unit_name
'job'
"""

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
