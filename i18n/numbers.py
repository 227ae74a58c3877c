"""A number as it is written: two significant figures in the language spoken, all of them in the working."""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache
from math import floor, log10
from typing import Literal

from babel import Locale
from babel.numbers import (
    format_compact_decimal,
    format_currency,
    format_decimal,
    get_currency_symbol,
    get_decimal_symbol,
)

from i18n.language import SOURCE, current

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


def amount(number: Fraction, figures: int = 2, locale: str | None = None) -> str:
    """A number as people write it in the language spoken: "159 million", "36,446", "0.35"."""
    return _amount(number, figures, locale or current())


def bare(number: Fraction, figures: int = 2) -> str:
    """A number as the exact working shows it, in whatever language the reply is."""
    return _amount(number, figures, SOURCE)


@lru_cache(maxsize=4096)
def _amount(number: Fraction, figures: int, locale: str) -> str:
    near = rounded(number, figures)
    if abs(near) >= 10**15:
        return _power(near, figures, locale)
    if abs(near) >= 1_000_000:
        digits = max(0, figures - _leading(near))
        style: Literal["long", "short"] = "long" if "long" in _scales(locale) else "short"
        return str(format_compact_decimal(float(near), format_type=style, locale=locale, fraction_digits=digits))
    return str(format_decimal(float(near), locale=locale, format="#,##0.######"))


@cache
def _scales(locale: str) -> frozenset[str]:
    """The styles in which a language writes large numbers; not all have long words for them."""
    return frozenset(str(name) for name in Locale.parse(locale).compact_decimal_formats)


def _power(near: Fraction, figures: int, locale: str) -> str:
    """Beyond the scale words: "5.97 × 10²⁴"; in whole numbers, since a float has no room for the largest."""
    digits = str(abs(int(near)))
    mantissa = f"{digits[0]}.{digits[1:figures]}".rstrip("0").rstrip(".").replace(".", get_decimal_symbol(locale))
    return f"{'-' if near < 0 else ''}{mantissa} × 10{str(len(digits) - 1).translate(RAISED)}"


def _leading(near: Fraction) -> int:
    """Digits before the scale word: 2 of "15 million", 3 of "159 million"."""
    return floor(log10(abs(float(near)))) % 3 + 1


def money(number: Fraction, currency: str = "USD", figures: int = 2, locale: str | None = None) -> str:
    """Money with its sign: "$1 million", "€120"."""
    return _money(number, currency, figures, locale or current())


@lru_cache(maxsize=4096)
def _money(number: Fraction, currency: str, figures: int, locale: str) -> str:
    near = rounded(number, figures)
    if abs(near) >= 1_000_000:
        sign = SIGNS.get(currency)
        text = amount(number, figures, locale)
        return f"{sign}{text}" if sign else f"{text} {currency}"
    digits = "¤#,##0.00" if near != int(near) else "¤#,##0"
    written = str(format_currency(float(near), currency, digits, locale=locale, currency_digits=False))
    symbol = str(get_currency_symbol(currency, locale))
    return written.replace(symbol, SIGNS.get(currency, symbol))


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
