"""Numbers in digits, with the separators of several countries."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from quantities.text.lexicon import words

MAX_DIGITS = 40
MAX_EXPONENT = 60

_GROUPS_OF_THREE = {mark: re.compile(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+") for mark in ",.'"}
_INDIAN = re.compile(r"\d{1,3}(?:,\d{2})+,\d{3}")
COMMA_LOCALES = words("de es fr it pt nl ru pl tr id sv da nb fi cs uk")


class Digits(NamedTuple):
    """A number in digits: its value, how many decimals it shows, and what else it may be ("3.350": 3350)."""

    value: Fraction
    decimals: int
    exponent: int = 0
    others: tuple[Fraction, ...] = ()


class NumberTooLargeError(ValueError):
    """More digits or a larger exponent than any quantity has."""


def parse_digits(text: str, locale: str = "en") -> Digits | None:
    """Returns the number that ASCII digits with separators and exponent write; None if none, such as "1.2.3".

    The locale decides if "1.200" is a decimal or a thousand. Raises NumberTooLargeError before a number is built.

    >>> parse_digits("1.000.000,5").value
    Fraction(2000001, 2)
    """
    mantissa, _, power = text.lower().partition("e")
    exponent = _exponent(power) if power else 0
    if len(mantissa) > MAX_DIGITS + MAX_DIGITS // 3:
        raise NumberTooLargeError(text[:20])
    marks = [c for c in mantissa if not c.isdigit()]
    if not marks:
        return _build(mantissa, "", exponent)
    kinds = set(marks)
    if len(kinds) == 1:
        return _one_kind(mantissa, marks, exponent, locale)
    return _two_kinds(mantissa, marks, exponent)


def _exponent(power: str) -> int:
    if len(power) > 4 or abs(int(power)) > MAX_EXPONENT:
        raise NumberTooLargeError(power[:20])
    return int(power)


def _one_kind(mantissa: str, marks: list[str], exponent: int, locale: str) -> Digits | None:
    mark = marks[0]
    whole, _, part = mantissa.partition(mark)
    grouped = bool(_GROUPS_OF_THREE[mark].fullmatch(mantissa)) or (mark == "," and bool(_INDIAN.fullmatch(mantissa)))
    if len(marks) > 1 or mark == "'":
        return _build(mantissa.replace(mark, ""), "", exponent) if grouped else None
    decimal = _build(whole or "0", part, exponent)
    if not grouped or whole.startswith("0"):
        return decimal
    thousands = _build(whole + part, "", exponent)
    groups_first = (mark == ",") != (locale.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0] in COMMA_LOCALES)
    likely, other = (thousands, decimal) if groups_first else (decimal, thousands)
    # "1,200" is never doubted in English; "3.350" and, where the comma is decimal, both are.
    doubtful = not (groups_first and mark == ",")
    return likely._replace(others=(other.value,)) if doubtful else likely


def _two_kinds(mantissa: str, marks: list[str], exponent: int) -> Digits | None:
    mark = marks[-1]
    if marks.count(mark) > 1 or len(set(marks)) > 2:
        return None
    whole, _, part = mantissa.rpartition(mark)
    group = marks[0]
    if not (_GROUPS_OF_THREE[group].fullmatch(whole) or (group == "," and _INDIAN.fullmatch(whole))):
        return None
    return _build(whole.replace(group, ""), part, exponent)


def _build(whole: str, part: str, exponent: int) -> Digits:
    if len(whole) + len(part) > MAX_DIGITS:
        raise NumberTooLargeError(whole[:20])
    value = Fraction(int(whole + part), 10 ** len(part))
    return Digits(value * Fraction(10) ** exponent if exponent else value, len(part), exponent)
