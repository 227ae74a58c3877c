"""Plain sums as people type them: "2+2", "2+2=5", "20% off 80", "90+10%", "50 out of 200 is 30%".

Nothing is evaluated: a sum is parsed by the grammar of `knowledge.model.expression` over an allow-list of characters,
and reckoned with exact fractions under its limits of length, depth and powers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from math import isqrt

from i18n.language import say
from i18n.number_format import format_exact
from knowledge.model.expression import BinaryOperation, ExpressionError, Node, Term, parse_expression, reduce_expression
from knowledge.model.numbers import NumberFormatError, parse_amount
from quantities import Dimension, Form, Interval, read
from reasoning.explaining.decision import LABELS
from reasoning.judging.outcome import bands
from reasoning.model.answer import Comparison, Finding, Verdict, Vote
from reasoning.requests.phrases import pattern, phrases
from reasoning.wording.numbers import percent

MOST_DIGITS = 40  # in the whole text
ROOT_DIGITS = 12  # behind the point of a root that never ends
LARGEST = 10**30  # of a number in words
FAR_APART = Fraction(99)  # stands for a ratio that there is none of: of numbers of two signs, or beside zero
OPENING = r"^<sum_openings>\s+"
EQUALS = r"\s*(?:=|\b<equals>\b)\s*"
# What a side is beside a sum in signs, and what it comes to; the first that fits counts.
TAKEN_OFF = r"^(?P<one>[\d.]+)\s?% <taken_off> (?P<other>[\d.,]+)$"
SHARE_OF = r"^(?P<one>[\d.]+)\s?% <share_of> (?P<other>[\d.,]+)$"
PART_OF = r"^(?P<one>[\d.,]+) <part_of> (?P<other>[\d.,]+)$"
ROOT = r"^<root>\s*\(?\s*(?P<one>[\d.,]+)\s*\)?$"
SQUARE = r"^(?P<one>[\d.,]+) <squared>$"
RAISED = r"^<increase> (?P<one>[\d.,]+) by (?P<other>[\d.]+)\s?%$"
LOWERED = r"^<decrease> (?P<one>[\d.,]+) by (?P<other>[\d.]+)\s?%$"
WHICH_SHARE = r"^(?P<one>[\d.,]+) <as_a_share_of> (?P<other>[\d.,]+)$"
SHARE_ASKED = r"^<share_asked> (?P<other>[\d.,]+) is (?P<one>[\d.,]+)$"
HUNDRED = Fraction(100)
PATTERNS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    TAKEN_OFF: lambda share, whole: whole * (1 - share / HUNDRED),
    SHARE_OF: lambda share, whole: whole * share / HUNDRED,
    WHICH_SHARE: lambda part, whole: part / whole,
    SHARE_ASKED: lambda part, whole: part / whole,
    PART_OF: lambda part, whole: part / whole,
    RAISED: lambda whole, share: whole * (1 + share / HUNDRED),
    LOWERED: lambda whole, share: whole * (1 - share / HUNDRED),
    ROOT: lambda number, _: square_root(number),
    SQUARE: lambda number, _: number * number,
}
SHARES_ASKED = (WHICH_SHARE, SHARE_ASKED)  # their result is a percentage
_SIDE = re.compile(r"[\d\s.,+\-−–*/x×÷^()%]+")
_SIGN = re.compile(r"[+*/×÷^%]|(?<=\d)\s*[-−–]\s*(?=\d)|\d\s*x\s*\d")
_DATE_LIKE = re.compile(r"^\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?$")


def work_out(text: str) -> Finding | None:
    """The finding of a sum, or of an equation that is right or wrong; None for a text that is none.

    >>> found = work_out("20% off 80")
    >>> found.headline if found else None
    '64'
    """
    written = _in_signs(pattern(OPENING).sub("", text).rstrip(" ?!").strip())
    whole = any(pattern(form).match(written) for form in SHARES_ASKED)
    sides = [written] if whole else [side for side in pattern(EQUALS).split(written) if side]
    if not 1 <= len(sides) <= 2 or sum(map(str.isdigit, written)) > MOST_DIGITS or _DATE_LIKE.match(written):
        return None
    try:
        values = [_value(side) for side in sides]
    except (ExpressionError, NumberFormatError, ZeroDivisionError, OverflowError):
        return None
    first, *others = values
    if first is None or None in others:
        return None
    if not others:
        return _result(sides[0], first)
    return _equation(sides, first, others[0]) if others[0] is not None else None


def square_root(number: Fraction) -> Fraction:
    """The square root of a number of 0 or more, exact or to 12 digits. Raises OverflowError for one below 0.

    >>> square_root(Fraction(9, 4)), round(float(square_root(Fraction(2))), 6)
    (Fraction(3, 2), 1.414214)
    """
    if number < 0:
        raise OverflowError
    root = Fraction(isqrt(number.numerator), isqrt(number.denominator))
    if root * root == number:
        return root
    scale = 10**ROOT_DIGITS
    return Fraction(isqrt(int(number * scale * scale)), scale)


def _in_signs(text: str) -> str:
    """The text with words for signs and numbers put in signs: "2 million plus half of 3" as "2000000 + 0.5 * 3"."""
    for word, sign in phrases().signs.items():
        behind, put = (r"(?<=\d)", "% ") if sign == "%" else ("", f" {sign} ")
        text = re.sub(rf"{behind}\s*\b{word}\b\s*", put, text, flags=re.IGNORECASE)
    for words, factor in phrases().factors.items():
        text = re.sub(rf"^{words} ", f"{factor} * ", text, flags=re.IGNORECASE)
    return _in_digits(text.strip())


def _in_digits(text: str) -> str:
    """The text with numbers in words, or with words behind them, in digits: "2 million" as "2000000"."""
    for one in reversed(read(text).quantities):
        is_worded = any(character.isalpha() for character in text[slice(*one.span)])
        if is_worded and one.unit.dimension is Dimension.NONE and one.form is Form.AMOUNT and one.value < LARGEST:
            text = f"{text[: one.span[0]]}{format_exact(one.value).replace(',', '')}{text[one.span[1] :]}"
    return text


def _value(side: str) -> Fraction | None:
    """What a side comes to; None where it is no sum. A lone number counts only as the other side of one."""
    side = side.strip()
    for form, reckon in PATTERNS.items():
        if found := pattern(form).match(side):
            numbers = found.groupdict()
            return reckon(parse_amount(numbers["one"]), parse_amount(numbers.get("other") or "1"))
    if not _SIDE.fullmatch(side):
        return None
    spaced = re.sub(r"\s*([+*/×÷^()−–])\s*|(?<=[\d%)])\s*(-)\s*(?=[\d(])", lambda sign: f" {sign[0].strip()} ", side)
    return _reckon(parse_expression(" ".join(spaced.replace("x", " x ").split())))


def _reckon(node: Node) -> Fraction:
    """The number of a tree; a percentage that is added or taken off is one of what stands before it."""
    if (
        isinstance(node, BinaryOperation)
        and node.sign in "+-"
        and isinstance(node.right, Term)
        and "%" in node.right.text
    ):
        whole = _reckon(node.left)
        share = whole * _number(node.right)
        return whole + share if node.sign == "+" else whole - share
    if isinstance(node, BinaryOperation):
        return join_numbers(node.sign, _reckon(node.left), _reckon(node.right))
    return reduce_expression(node, _number, join_numbers, raise_number)


def _number(term: Term) -> Fraction:
    """The number of a term; a percentage as a fraction of 1."""
    text = term.text.strip()
    return parse_amount(text[:-1].strip()) / 100 if text.endswith("%") else parse_amount(text)


def join_numbers(sign: str, left: Fraction, right: Fraction) -> Fraction:
    """The result of one of the four operations. Raises ZeroDivisionError."""
    if sign in "+-":
        return left + right if sign == "+" else left - right
    return left * right if sign == "*" else left / right


def raise_number(base: Fraction, exponent: int) -> Fraction:
    """A power; the grammar bounds the exponent."""
    return Fraction(base.numerator**exponent, base.denominator**exponent)


def _result(side: str, value: Fraction) -> Finding | None:
    """The finding that tells what a sum comes to."""
    if _is_plain(side):
        return None  # a number alone is no sum
    shown = format_exact(value)
    if any(pattern(form).match(side) for form in SHARES_ASKED):
        shown = percent(value * HUNDRED, 4)
    text = f"{side.strip()} = {shown}"
    line = Comparison(text, text, Interval.point(value), "", Vote.SCALE, None, (), "calculation", value=value)
    return Finding("calculation", side.strip(), Verdict.CANT_TELL, shown, (line,), span=(0, len(side)))


def _equation(sides: list[str], left: Fraction, right: Fraction) -> Finding | None:
    """Whether both sides come to the same, within the rounding of the message's own arithmetic."""
    if all(_is_plain(side) for side in sides):
        return None
    said, reckoned = (left, right) if _is_plain(sides[0]) and not _is_plain(sides[1]) else (right, left)
    verdict = LABELS[bands()["own"].label(_apart(said, reckoned))]
    text = " = ".join(side.strip() for side in sides)
    working = f"{sides[0].strip()} = {format_exact(left)}"
    ratio = said / reckoned if reckoned else Fraction(0)
    line = Comparison(
        working,
        f"{working}; {format_exact(right)}",
        Interval.point(ratio),
        "",
        Vote.DECIDES,
        verdict,
        (),
        "sum",
        value=ratio,
    )
    return Finding(
        "sum", text, verdict, say("it makes {number}", number=format_exact(reckoned)), (line,), span=(0, len(text))
    )


def _apart(said: Fraction, reckoned: Fraction) -> Fraction:
    """The ratio, 1 or more, between two numbers; 1 where they are equal."""
    if said > 0 and reckoned > 0:
        return max(said / reckoned, reckoned / said)
    return Fraction(1) if said == reckoned else FAR_APART


def _is_plain(side: str) -> bool:
    """Whether a side is a number alone, and no sum or share."""
    return not _SIGN.search(side) and not any(pattern(form).match(side.strip()) for form in PATTERNS)
