"""Numbers as the language in use writes them: rounded to two significant figures in replies, exact in the working."""

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

from i18n.language import SOURCE_LANGUAGE, current_language

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
CURRENCY_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}


def round_significant(number: Fraction, figures: int) -> Fraction:
    """Returns the number rounded to so many significant figures, halves away from zero.

    >>> round_significant(Fraction(159187), 3)
    Fraction(159000, 1)
    """
    if number == 0:
        return number
    size = floor(log10(abs(number.numerator)) - log10(number.denominator))
    step = Fraction(10) ** (size + 1 - figures)
    scaled = abs(number) / step
    whole = int(scaled + Fraction(1, 2))
    return (whole if number > 0 else -whole) * step


def format_number(number: Fraction, figures: int = 2, locale: str | None = None) -> str:
    """Returns a number as people write it in the language in use, or in `locale`.

    >>> [format_number(Fraction(number), 3) for number in (159_187_000, 36_446, 6 * 10**24)]
    ['159 million', '36,400', '6 × 10²⁴']
    """
    return _format_number(number, figures, locale or current_language())


def format_in_english(number: Fraction, figures: int = 2) -> str:
    """Returns a number as the exact working writes it, in English whatever the language in use."""
    return _format_number(number, figures, SOURCE_LANGUAGE)


@lru_cache(maxsize=4096)
def _format_number(number: Fraction, figures: int, locale: str) -> str:
    near = round_significant(number, figures)
    if abs(near) >= 10**15:
        return _format_power(near, figures, locale)
    if abs(near) >= 1_000_000:
        digits = max(0, figures - _count_leading_digits(near))
        style: Literal["long", "short"] = "long" if "long" in _scale_styles(locale) else "short"
        return str(format_compact_decimal(float(near), format_type=style, locale=locale, fraction_digits=digits))
    return str(format_decimal(float(near), locale=locale, format="#,##0.######"))


@cache
def _scale_styles(locale: str) -> frozenset[str]:
    """Returns the styles in which a language writes large numbers; not all have long words for them."""
    return frozenset(str(name) for name in Locale.parse(locale).compact_decimal_formats)


def _format_power(near: Fraction, figures: int, locale: str) -> str:
    """Returns a number beyond the scale words, "5.97 × 10²⁴": from its digits, as a float can't hold the largest."""
    digits = str(abs(int(near)))
    mantissa = f"{digits[0]}.{digits[1:figures]}".rstrip("0").rstrip(".").replace(".", get_decimal_symbol(locale))
    return f"{'-' if near < 0 else ''}{mantissa} × 10{str(len(digits) - 1).translate(SUPERSCRIPTS)}"


def _count_leading_digits(near: Fraction) -> int:
    """Counts the digits before the scale word: 2 of "15 million", 3 of "159 million"."""
    return floor(log10(abs(float(near)))) % 3 + 1


def format_money(number: Fraction, currency: str = "USD", figures: int = 2, locale: str | None = None) -> str:
    """Returns an amount of money with the sign of its currency (an ISO code), or with the code where it has none.

    >>> [format_money(Fraction(number), currency) for number, currency in ((10**6, "USD"), (120, "EUR"))]
    ['$1 million', '€120']
    """
    return _format_money(number, currency, figures, locale or current_language())


@lru_cache(maxsize=4096)
def _format_money(number: Fraction, currency: str, figures: int, locale: str) -> str:
    near = round_significant(number, figures)
    if abs(near) >= 1_000_000:
        sign = CURRENCY_SIGNS.get(currency)
        text = format_number(number, figures, locale)
        return f"{sign}{text}" if sign else f"{text} {currency}"
    digits = "¤#,##0.00" if near != int(near) else "¤#,##0"
    written = str(format_currency(float(near), currency, digits, locale=locale, currency_digits=False))
    symbol = str(get_currency_symbol(currency, locale))
    return written.replace(symbol, CURRENCY_SIGNS.get(currency, symbol))


def format_exact(number: Fraction) -> str:
    """Returns a number in full for the working: thousands separated, up to six decimals, in English.

    >>> format_exact(Fraction(1000000, 3))
    '333,333.333333'
    """
    if number.denominator == 1:
        return f"{number.numerator:,}"
    if abs(number) < Fraction(1, 1000):
        return f"{float(number):.6g}"
    return f"{float(number):,.6f}".rstrip("0").rstrip(".")
