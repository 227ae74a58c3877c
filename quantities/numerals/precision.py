"""The precision that a written number implies."""

from __future__ import annotations

from fractions import Fraction

from quantities.model.quantity import Dimension, Form
from quantities.parse_state import QuantityDraft

_COARSEST = 20  # never coarser than a twentieth of the number: "1 million" is not meant to the half million
_COUNTED = 1000  # whole numbers below this are counted, not rounded


def implied_precision(draft: QuantityDraft) -> Fraction:
    """Returns half the worth of the last digit that counts; 0 where the words imply none.

    "28 million" is good to 500,000, "3.25 %" to 0.005, "40,000" to 2,000: its zeros don't count, but see _COARSEST.
    """
    if not draft.step or draft.is_range or draft.form in (Form.RATIO, Form.MULTIPLE):
        return Fraction(0)
    size = abs(draft.low)
    if draft.form in (Form.PERCENT, Form.POINTS):
        return draft.step / 2
    whole = draft.step == 1 and draft.scale == 1
    if whole and (size < _COUNTED or draft.unit.dimension in (Dimension.TIME, Dimension.AGE)):
        return Fraction(0)
    step = _last_digit(size, draft.step)
    return min(step / 2, size / _COARSEST)


def _last_digit(size: Fraction, step: Fraction) -> Fraction:
    """Returns the worth of the last digit that is no zero, from `step` upwards."""
    digits = size / step
    if digits.denominator != 1 or digits == 0:
        return step
    count, factor = digits.numerator, 1
    while count % 10 == 0:
        count, factor = count // 10, factor * 10
    return step * factor
