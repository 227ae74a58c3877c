"""Reads numbers as knowledge files write them: "36,446", "159.2 million", "124.3k", "1.2e9"; exact, never evaluated.

The grammar is one regular expression, which the schema shows to editors too. A unit that follows must be the measure's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

SCALES = {
    "thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "mln": 6, "billion": 9, "bn": 9, "b": 9,
    "trillion": 12, "tn": 12, "t": 12, "quadrillion": 15, "quintillion": 18,
}  # fmt: skip
WORDS = ("thousand", "million", "billion", "trillion", "quadrillion", "quintillion")
LONGEST = 60  # characters; a longer number is a mistake, or an attack on int()
PATTERN = (
    r"^(?P<sign>-?)(?P<money>\$?)(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<part>[0-9]+))?"
    r"(?:[eE](?P<exponent>[+-]?[0-9]{1,2}))?"
    r"(?: ?(?P<scale>thousand|million|billion|trillion|quadrillion|quintillion|mn|mln|bn|tn|[kKmMbBtT])"
    r"(?![a-zA-Z0-9/]))?"
    r"(?:(?P<percent> ?%)| (?P<unit>[a-zA-Z][a-zA-Z0-9_/]{0,20}))?$"
)
_AMOUNT = re.compile(PATTERN)
_PLAIN = re.compile(r"-?[0-9]{1,30}\Z")
_FOREIGN = re.compile(r"[-~<>≈+ ]*[€£¥₹]")


class NumberFormatError(ValueError):
    """The text isn't in the grammar; the message ends with a suggestion where there is one."""


def parse_amount(text: str) -> Fraction:
    """Returns the exact number; a unit after it is left out. Raises NumberFormatError.

    >>> parse_amount("159.2 million"), parse_amount("124.3k"), parse_amount("50bn")
    (Fraction(159200000, 1), Fraction(124300, 1), Fraction(50000000000, 1))
    """
    return parse_amount_with_unit(text)[0]


@lru_cache(maxsize=64)  # the checks of a row ask again
def parse_amount_with_unit(text: str) -> tuple[Fraction, str]:
    """Returns the number and the unit written with it, "" for none; "$" is USD and "%" percent.

    Raises NumberFormatError.
    """
    if _PLAIN.match(text):
        return Fraction(int(text)), ""
    found = _AMOUNT.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        raise NumberFormatError(_complaint(text))
    sign, money, whole, part, exponent, scale, percent, unit = found.groups()
    part = part or ""
    power = int(exponent or 0) + SCALES.get((scale or "").lower(), 0) - len(part)
    digits = int(sign + whole.replace(",", "") + part)
    exact = Fraction(digits * 10**power) if power >= 0 else Fraction(digits, 10**-power)
    return exact, "USD" if money else "percent" if percent else unit or ""


def without_unit(text: str) -> str:
    """Returns the number and its scale: "342 million" of "342 million people". Raises NumberFormatError.

    >>> without_unit("342 million people"), without_unit("$5bn"), without_unit("3.5%")
    ('342 million', '5bn', '3.5')
    """
    if not parse_amount_with_unit(text)[1]:
        return text
    found = _AMOUNT.fullmatch(text)
    assert found is not None
    last = found["percent"] or found["unit"] or ""
    return text.removesuffix(last).replace("$", "").strip()


def _complaint(text: str) -> str:
    shown = text if len(text) <= LONGEST else text[:20] + "…"
    if len(text) > LONGEST:
        return f"'{shown}' is too long for a number (at most {LONGEST} characters)"
    if _FOREIGN.match(text):
        return f"'{shown}' has the sign of a currency in it: write the number alone, in the unit of its measure"
    for guess in _guesses(text):
        if _AMOUNT.fullmatch(guess):
            return f"'{shown}' is not a number. Did you mean '{guess}'?"
    return f"'{shown}' is not a number, expected one like 36,446 or 159.2 million or 1.2e9"


def _guesses(text: str) -> Iterator[str]:
    """Yields readings of a mistyped number, the likeliest first."""
    tidy = text.strip().lstrip("~<>≈+ ")
    yield tidy
    yield re.sub(r"^([0-9]+)([kmbt])([0-9]+)$", r"\1.\3\2", tidy)
    yield re.sub(r"(?<=[0-9])[ _'\u00a0\u202f](?=[0-9])", "", tidy)
    yield re.sub(r"^([0-9]+),([0-9]{1,2})(?![0-9])", r"\1.\2", tidy)
    yield re.sub(r"(?<=[0-9])\.(?=[0-9]{3}\b)", "", tidy)
    yield re.sub(r"(?<=[0-9])[oO]|[oO](?=[0-9])", "0", tidy).replace("l", "1")
    yield tidy.replace(",", "")
    yield from _respelled(tidy)


def _respelled(text: str) -> Iterator[str]:
    from knowledge.problem import nearest

    number, _, word = text.partition(" ")
    near = nearest(word, WORDS) if word else None
    if near:
        yield f"{number} {near}"
