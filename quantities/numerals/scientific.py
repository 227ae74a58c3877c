"""Powers and scientific notation: 6.02×10^23, 10³, 40^-1."""

from __future__ import annotations

from fractions import Fraction

from quantities.numerals.digits import MAX_EXPONENT, NumberTooLargeError, parse_digits
from quantities.parse_state import QuantityDraft, SentenceState

_RAISED = {c: str(n) for n, c in enumerate("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")}
_TIMES = frozenset(["x", "*", "\u00d7"])
_MAX_POWER_DIGITS = 400  # digits of the mantissa times the exponent


def read_scientific(sentence: SentenceState, i: int) -> QuantityDraft | None:
    """Returns a number times a power of ten, or a number raised to a power, at token i; None if there is none.

    Raises NumberTooLargeError before a number is built.
    """
    if not sentence.is_number(i):
        return None
    tokens = sentence.tokens
    times = tokens[i + 1].lower in _TIMES and tokens[i + 2].text == "10"
    base = i + 2 if times else i
    found = _exponent(sentence, base + 1)
    if found is None:
        return None
    exponent, place = found
    mantissa, root = parse_digits(tokens[i].text), parse_digits(tokens[base].text)
    if mantissa is None or root is None or abs(exponent) > MAX_EXPONENT or (root.value == 0 and exponent < 0):
        raise NumberTooLargeError(tokens[i].text[:20])
    if not times and len(tokens[base].text) * abs(exponent) > _MAX_POWER_DIGITS:
        raise NumberTooLargeError(tokens[i].text[:20])
    factor = root.value**exponent
    value = mantissa.value * factor if times else factor
    step = Fraction(1, 10**mantissa.decimals) * factor if times else Fraction(0)
    return QuantityDraft(i, place - 1, value, value, step)


def _exponent(sentence: SentenceState, at: int) -> tuple[int, int] | None:
    """Returns the exponent written from token `at` on, after ^ or in raised digits, and the place after it."""
    tokens, sign = sentence.tokens, 1
    raised = tokens[at].text == "^"
    if raised:
        at += 1
        if tokens[at].text in ("-", "+"):
            sign, at = (-1 if tokens[at].text == "-" else 1), at + 1
        if not tokens[at].text.isascii() or not tokens[at].text.isdigit():
            return None
        if len(tokens[at].text) > 4:
            raise NumberTooLargeError(tokens[at].text[:20])
        return sign * int(tokens[at].text), at + 1
    if tokens[at].text == "\u207b" and sentence.glued(at):
        sign, at = -1, at + 1
    digits = ""
    while tokens[at].text in _RAISED and sentence.glued(at) and len(digits) < 5:
        digits, at = digits + _RAISED[tokens[at].text], at + 1
    if len(digits) > 3:
        raise NumberTooLargeError(digits)
    return (sign * int(digits), at) if digits else None
