"""The period of a quantity: its kind, length and words."""

from __future__ import annotations

from quantities import PeriodKind, read


def test_a_period_has_a_kind_a_span_and_a_length() -> None:
    text = "1 million jobs over 5 years"
    period = read(text).quantities[0].period
    assert period is not None
    assert period.kind is PeriodKind.OVER
    assert text[slice(*period.span)] == "over 5 years"
    assert period.seconds == 5 * 31_557_600
