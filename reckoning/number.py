"""Numbers in words for people: two significant figures, "1 in 160", "33×", money with its sign."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import floor, log10

from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_currency, format_decimal

from knowledge.inflection import plural
from quantities import Form, Interval, Quantity

UNCHANGED = frozenset({"percent", "celsius", "fahrenheit", "hertz"})
POWERS = str.maketrans("23", "²³")
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}


def rounded(number: Fraction, figures: int) -> Fraction:
    """To so many significant figures, halves away from zero.

    >>> rounded(Fraction(159187), 3)
    Fraction(159000, 1)
    """
    if number == 0:
        return number
    size = floor(log10(abs(number.numerator)) - log10(number.denominator))
    step = Fraction(10) ** (size + 1 - figures)
    scaled = abs(number) / step
    whole = int(scaled + Fraction(1, 2))
    return (whole if number > 0 else -whole) * step


@lru_cache(maxsize=4096)
def amount(number: Fraction, figures: int = 2, locale: str = "en") -> str:
    """A number as people write it: "159 million", "36,446", "0.35"."""
    near = rounded(number, figures)
    if abs(near) >= 10**15:
        return _power(near, figures)
    if abs(near) >= 1_000_000:
        digits = max(0, figures - _leading(near))
        return str(format_compact_decimal(float(near), format_type="long", locale=locale, fraction_digits=digits))
    return str(format_decimal(float(near), locale=locale, format="#,##0.######"))


def _power(near: Fraction, figures: int) -> str:
    """Beyond the scale words: "5.97 × 10²⁴"; in whole numbers, since a float has no room for the largest."""
    digits = str(abs(int(near)))
    mantissa = f"{digits[0]}.{digits[1:figures]}".rstrip("0").rstrip(".")
    return f"{'-' if near < 0 else ''}{mantissa} × 10{str(len(digits) - 1).translate(RAISED)}"


def _leading(near: Fraction) -> int:
    """Digits before the scale word: 2 of "15 million", 3 of "159 million"."""
    return floor(log10(abs(float(near)))) % 3 + 1


@lru_cache(maxsize=4096)
def money(number: Fraction, currency: str = "USD", figures: int = 2, locale: str = "en") -> str:
    """Money with its sign: "$1 million", "€120"."""
    near = rounded(number, figures)
    if abs(near) >= 1_000_000:
        sign = SIGNS.get(currency)
        text = amount(number, figures, locale)
        return f"{sign}{text}" if sign else f"{text} {currency}"
    digits = "¤#,##0.00" if near != int(near) else "¤#,##0"
    return str(format_currency(float(near), currency, digits, locale=locale, currency_digits=False))


def measured(number: Fraction, unit: str, figures: int = 2, locale: str = "en") -> str:
    """A number with a unit of the knowledge: "USD" is written as money, "people" and other nouns follow the number."""
    if len(unit) == 3 and unit.isupper():
        return money(number, unit, figures, locale)
    if unit in ("%", "percent"):
        return f"{amount(number, figures, locale)} %"
    return f"{amount(number, figures, locale)} {unit.translate(POWERS)}".strip()


def several(unit: str) -> str:
    """A unit after a number that is not one: "metres", "miles per hour".

    >>> several("mile per hour"), several("km²"), several("foot")
    ('miles per hour', 'km²', 'feet')
    """
    head, _, per = unit.partition(" per ")
    head = plural(head) if len(head) > 2 and head.isascii() and head not in UNCHANGED else head
    return f"{head} per {per}" if per else head


def words(quantity: Quantity) -> str:
    """A quantity as it was read: "$2 million", "48 million people", "33 %"."""
    unit = quantity.unit
    if unit.currency:
        return money(quantity.value, unit.currency, 3)
    if quantity.form is Form.RATIO:
        return one_in(Interval.point(quantity.value))
    if quantity.form is Form.MULTIPLE:
        return times(Interval.point(quantity.value))
    if quantity.form is Form.PERCENT:
        return f"{amount(quantity.value, 3)} %"
    return f"{amount(quantity.value, 3)} {several(unit.name)}".strip()


def dated(written: str) -> str:
    """A stored date for people: "2025-09" as "September 2025", "FY2025" as it is.

    >>> dated("2025-09"), dated("2016-03-31"), dated("2024")
    ('September 2025', '31 March 2016', '2024')
    """
    parts = written.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) == 1:
        return written
    day = date(*(int(part) for part in (*parts, "1")[:3]))
    return str(format_date(day, "MMMM y" if len(parts) == 2 else "d MMMM y", locale="en"))


def times(ratio: Interval, locale: str = "en") -> str:
    """A multiple with what its ends allow: "33×", "more than 3.3×", "27-33×"."""
    return _ends(ratio, lambda x: f"{amount(x, 2, locale)}×", "×")


def share_of(share: Interval, whole: str, locale: str = "en") -> str:
    """A share with its whole: "1 in 160 of the labour force", "33 % of it"; above one "2× the labour force"."""
    above = share.middle is not None and share.middle > 1
    return f"{one_in(share, locale)} {'' if above else 'of '}{whole}"


def one_in(share: Interval, locale: str = "en") -> str:
    """A share as "1 in 160"; as a percentage from a tenth on, as a multiple above one."""
    middle = share.middle
    assert middle is not None
    if middle > 1:
        return times(share, locale)
    if middle >= Fraction(1, 3):
        return _ends(share, lambda x: f"{amount(x * 100, 2, locale)} %", " %")
    inverse = Interval.point(1) / share if share.low else Interval.point(1 / middle)
    return "1 in " + _ends(inverse, lambda x: amount(x, 2, locale), "")


def _ends(interval: Interval, word: Callable[[Fraction], str], suffix: str) -> str:
    low, high = interval.low, interval.high
    if high is None and low is not None:
        return ("more than " if interval.low_open else "at least ") + word(low)
    if high is not None and (low is None or low == 0):
        return ("less than " if interval.high_open else "at most ") + word(high)
    assert low is not None
    assert high is not None
    first, last = word(low), word(high)
    if first == last or high <= low * Fraction(23, 20):
        middle = interval.middle
        assert middle is not None
        return word(middle)
    return first.removesuffix(suffix) + "-" + last


def exact(number: Fraction) -> str:
    """A number in full for the working: thousands separated, up to six decimals.

    >>> exact(Fraction(1000000, 3))
    '333,333.333333'
    """
    if number.denominator == 1:
        return f"{number.numerator:,}"
    if abs(number) < Fraction(1, 1000):
        return f"{float(number):.6g}"
    return f"{float(number):,.6f}".rstrip("0").rstrip(".")
