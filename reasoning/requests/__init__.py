"""Requests, which claim nothing: a sum to be worked out, a quantity in another unit, a figure to be looked up."""

from __future__ import annotations

from datetime import date

from knowledge import Library
from reasoning.model.answer import Finding
from reasoning.requests.calculator.calculation import UnreckonableError, calculate
from reasoning.requests.conversions import convert
from reasoning.requests.look_ups import look_up
from reasoning.requests.sizes import tell_size
from reasoning.requests.sums import work_out
from reasoning.requests.unknowns import find_unknown

LONGEST = 120  # characters; what is longer is a text about something


def answer_request(text: str, library: Library, as_of: date) -> Finding | None:
    """The finding of a request, in the language spoken; None for a text that is none, or is longer than 120 characters.

    Sums are tried before conversions, then sizes, unknown numbers and look-ups; figures are those of `library`
    for the day `as_of`.
    """
    asked = " ".join(text.split())
    if not asked or len(asked) > LONGEST:
        return None
    known = work_out(asked) or convert(asked, library, as_of) or tell_size(asked, library, as_of)
    known = known or calculate(text, library, as_of)
    return known or find_unknown(asked, library, as_of) or look_up(asked, library, as_of)


__all__ = ["UnreckonableError", "answer_request"]
