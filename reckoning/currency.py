"""Money of one currency in another, by the stored yearly exchange rate."""

from __future__ import annotations

from datetime import date

from quantities import Dimension, Interval, Quantity
from reckoning.reading.case import Case

RATE = "exchange_rate"  # units of a currency for one dollar, kept by country


def in_currency(case: Case, quantity: Quantity, unit: str, day: date) -> Interval | None:
    """What turns an amount of money into another currency; None where it is no money or no rate is stored."""
    if quantity.unit.dimension is not Dimension.MONEY or len(unit) != 3:
        return None
    given = quantity.unit.currency or "USD"
    if given == unit:
        return Interval.point(1)
    there, here = _per_dollar(case, unit, day), _per_dollar(case, given, day)
    return there / here if there is not None and here is not None else None


def _per_dollar(case: Case, currency: str, day: date) -> Interval | None:
    if currency == "USD":
        return Interval.point(1)
    if RATE not in case.library.measures:
        return None
    for holder in case.library.holders(RATE):
        if case.entity(holder).currency == currency:
            figure = case.stored(holder, RATE, day)
            return figure.drifted if figure is not None else None
    return None


# The country that people mean by a sum in its money when they name none.
HOME = {"USD": "US", "GBP": "GB", "INR": "IN", "JPY": "JP", "CAD": "CA", "AUD": "AU", "CNY": "CN", "MXN": "MX"}
