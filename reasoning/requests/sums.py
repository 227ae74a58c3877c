"""Plain sums as people type them: "2+2", "2+2=5", "20% off 80", "90+10%", "50 out of 200 is 30%".

Nothing is evaluated: a sum is parsed by the grammar of `knowledge.model.expression` over an allow-list of characters,
and reckoned with exact fractions under its limits of length, depth and powers.
"""

from __future__ import annotations

import re
from fractions import Fraction

from i18n.language import say
from knowledge.model.expression import BinaryOperation, ExpressionError, Node, Term, parse_expression, reduce_expression
from knowledge.model.numbers import NumberFormatError, parse_amount
from quantities import Interval
from reasoning.explaining.decision import LABELS
from reasoning.judging.outcome import bands
from reasoning.requests.phrases import pattern, phrases
from reckoning.answer import Comparison, Finding, Verdict, Vote
from reckoning.number import exact

MOST_DIGITS = 40  # in the whole text
FAR_APART = Fraction(99)  # stands for a ratio that there is none of: of numbers of two signs, or beside zero
OPENING = r"^<sum_openings>\s+"
EQUALS = r"\s*(?:=|\b<equals>\b)\s*"
TAKEN_OFF = r"^(?P<share>[\d.]+)\s?% <taken_off> (?P<whole>[\d.,]+)$"
PART_OF = r"^(?P<part>[\d.,]+) <part_of> (?P<whole>[\d.,]+)$"
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
    sides = [side for side in pattern(EQUALS).split(written) if side]
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


def _in_signs(text: str) -> str:
    """The text with words for signs put in signs: "2 plus 2" as "2 + 2"."""
    for word, sign in phrases().signs.items():
        text = re.sub(rf"\s*\b{word}\b\s*", f" {sign} " if sign != "%" else "% ", text, flags=re.IGNORECASE)
    return text.strip()


def _value(side: str) -> Fraction | None:
    """What a side comes to; None where it is no sum. A lone number counts only as the other side of one."""
    side = side.strip()
    if found := pattern(TAKEN_OFF).match(side):
        return parse_amount(found["whole"]) * (1 - Fraction(found["share"]) / 100)
    if found := pattern(PART_OF).match(side):
        return parse_amount(found["part"]) / parse_amount(found["whole"])
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
        return _join(node.sign, _reckon(node.left), _reckon(node.right))
    return reduce_expression(node, _number, _join, _power)


def _number(term: Term) -> Fraction:
    """The number of a term; a percentage as a fraction of 1."""
    text = term.text.strip()
    return parse_amount(text[:-1].strip()) / 100 if text.endswith("%") else parse_amount(text)


def _join(sign: str, left: Fraction, right: Fraction) -> Fraction:
    """The result of one of the four operations. Raises ZeroDivisionError."""
    if sign in "+-":
        return left + right if sign == "+" else left - right
    return left * right if sign == "*" else left / right


def _power(base: Fraction, exponent: int) -> Fraction:
    """A power; the grammar bounds the exponent."""
    return Fraction(base.numerator**exponent, base.denominator**exponent)


def _result(side: str, value: Fraction) -> Finding | None:
    """The finding that tells what a sum comes to."""
    if not _SIGN.search(side) and not pattern(TAKEN_OFF).match(side):
        return None  # a number alone is no sum
    text = f"{side.strip()} = {exact(value)}"
    line = Comparison(text, text, Interval.point(value), "", Vote.SCALE, None, (), "calculation", value=value)
    return Finding("calculation", side.strip(), Verdict.CANT_TELL, exact(value), (line,), span=(0, len(side)))


def _equation(sides: list[str], left: Fraction, right: Fraction) -> Finding | None:
    """Whether both sides come to the same, within the rounding of the message's own arithmetic."""
    if all(_is_plain(side) for side in sides):
        return None
    said, reckoned = (left, right) if _is_plain(sides[0]) and not _is_plain(sides[1]) else (right, left)
    verdict = LABELS[bands()["own"].label(_apart(said, reckoned))]
    text = " = ".join(side.strip() for side in sides)
    working = f"{sides[0].strip()} = {exact(left)}"
    ratio = said / reckoned if reckoned else Fraction(0)
    line = Comparison(
        working, f"{working}; {exact(right)}", Interval.point(ratio), "", Vote.DECIDES, verdict, (), "sum", value=ratio
    )
    return Finding("sum", text, verdict, say("it makes {number}", number=exact(reckoned)), (line,), span=(0, len(text)))


def _apart(said: Fraction, reckoned: Fraction) -> Fraction:
    """The ratio, 1 or more, between two numbers; 1 where they are equal."""
    if said > 0 and reckoned > 0:
        return max(said / reckoned, reckoned / said)
    return Fraction(1) if said == reckoned else FAR_APART


def _is_plain(side: str) -> bool:
    """Whether a side is a number alone, and no sum or share."""
    return not _SIGN.search(side) and not pattern(PART_OF).match(side)
