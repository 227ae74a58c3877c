"""A share of a share, or of a number: "30 % of 20 % is 6 %", "a quarter of 5 million is 1.25 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from quantities import Form, Interval, Quantity
from reasoning.model.answer import Verdict
from reasoning.wording.numbers import percent
from reckoning import band
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.own import OwnSum
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "product_of_shares"
PART = Formula("part = share * whole")
FORMULAS = (PART,)
OF = re.compile(r"\s*of\s+(?:the\s+|those\s+|that\s+|these\s+|a\s+)?", re.IGNORECASE)
IS = re.compile(
    r"\s*(?:,\s*)?(?:(?:which|that|so|it)\s+)?(?:is|are|was|were|equals?|=|makes?|comes?\s+to|"
    r"gives?|would\s+be|that['’]s|works\s+out\s+(?:at|as|to))\s*"
    r"(?:only|just|about|roughly|exactly|really)?\s*",
    re.IGNORECASE,
)
# "20 % off $50", "a 15 % tip on $80": what is left, or what comes on top, and what the share itself is.
OFF = re.compile(r"\s*(?:off|discount\s+(?:on|off))\s+(?:of\s+)?(?:a\s+|the\s+)?", re.IGNORECASE)
ON = re.compile(r"\s*(?:tip|tax|vat|sales\s+tax|commission|fee)\s+(?:on|of)\s+(?:a\s+|the\s+)?", re.IGNORECASE)
SHARES = (Form.PERCENT, Form.RATIO)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    yield from _parted(case, statement)
    here = case.beside(statement)
    if statement not in here or len(here) < 3 or statement.quantity.form not in SHARES:
        return
    at = here.index(statement)
    if at + 2 >= len(here):
        return
    whole, part = here[at + 1], here[at + 2]
    text = case.scene.text
    if at and OF.fullmatch(text[here[at - 1].span[1] : statement.span[0]]):
        return  # a share of a share of something: another kind
    joint = text[statement.span[1] : whole.span[0]]
    if not any(words.fullmatch(joint) for words in (OF, OFF, ON)) or not IS.fullmatch(
        text[whole.span[1] : part.span[0]]
    ):
        return
    if not statement.is_asserted or statement.is_negated or not _fit(statement.quantity, whole.quantity, part.quantity):
        return
    if OF.fullmatch(joint):
        yield _offer(statement, whole, part)
    elif whole.is_money and part.is_money and len(here) == 3 and 0 < statement.quantity.value < 100:
        yield _priced(statement, whole, part, off=bool(OFF.fullmatch(joint)))


def _parted(case: Case, statement: Statement) -> Iterator[Offer]:
    """A share said twice: "12 of 40 students failed, that is 40 %"."""
    here = case.beside(statement)
    if len(here) != 2 or here[0] is not statement or len(statement.sentence.quantities) != 2:
        return
    share, again = here[0].quantity, here[1].quantity
    text = case.scene.text
    counts = PARTED.match(text[statement.span[0] : statement.span[1]])
    behind = text[again.span[1] : statement.sentence.span[1]]
    if share.form is not Form.RATIO or again.form is not Form.PERCENT or counts is None:
        return
    if not AGAIN.search(text[statement.span[1] : again.span[0]]) or not ENDS.fullmatch(behind):
        return
    if again.direction.value or again.period is not None or not statement.is_asserted or statement.is_negated:
        return
    yield _twice(here[0], here[1], share.value * 100, counts)


PARTED = re.compile(r"([\d,]+)\s+(?:out\s+)?of\s+(?:the\s+|their\s+|our\s+)?([\d,]+)\b", re.IGNORECASE)
AGAIN = re.compile(
    r"(?:[,;:(]\s*|\s)(?:that\s+is|that['’]s|which\s+is|so|i\.e\.,?|or|=|makes|equals)\s*$", re.IGNORECASE
)
ENDS = re.compile(r"\s*(?:of\s+(?:them|all|the\s+total))?[)\s.!?]*")


def _twice(share: Statement, again: Statement, point: Fraction, counts: re.Match[str]) -> Offer:
    wide = Interval(point - Fraction(1, 2), point + Fraction(1, 2))
    verdict = band.own(again.quantity.interval, wide, point)
    said, got = percent(again.quantity.value, 3), percent(point, 3)
    one, other = counts[1], counts[2]
    return OwnSum(
        kind=NAME,
        statements=(share, again),
        reading=say("{part} of {whole} is {share}", part=one, whole=other, share=said),
        text=say("{part} of {whole} is {share}, the message's own figures", part=one, whole=other, share=got),
        worked=f"{one} / {other} × 100 = {exact(point)}",
        result=Interval.point(point),
        point=point,
        verdict=verdict,
        got=got,
        said=said,
        unit="%",
    ).offer()


def _fit(share: Quantity, whole: Quantity, part: Quantity) -> bool:
    """A share of a share is a share, a share of an amount is an amount of the same sort."""
    if any(q.direction.value or q.unit.per is not None or q.period is not None for q in (share, whole, part)):
        return False
    if whole.form in SHARES:
        return part.form in SHARES
    if whole.form is not Form.AMOUNT or part.form is not Form.AMOUNT:
        return False
    same = whole.unit.dimension is part.unit.dimension and whole.unit.currency == part.unit.currency
    nouns = {whole.unit.noun, part.unit.noun}
    return (
        whole.unit.name == part.unit.name
        or (same and whole.unit.factor is None and None in nouns)
        or not part.unit.name
    )


def _as_fraction(quantity: Quantity) -> Fraction:
    return quantity.value / 100 if quantity.form is Form.PERCENT else quantity.value


def _offer(share: Statement, whole: Statement, part: Statement) -> Offer:
    base = _as_fraction(whole.quantity) if whole.quantity.form in SHARES else whole.quantity.value
    point = _as_fraction(share.quantity) * base
    scale = Fraction(1, 100) if part.quantity.form is Form.PERCENT else Fraction(1)
    claimed = part.quantity.interval * Interval.point(scale)
    result = Interval.point(point).widened(Fraction(1, 200))
    verdict = band.own(claimed, result, point)
    shown = (
        _shown(share, _as_fraction(share.quantity)),
        _shown(whole, base),
        _shown(part, point),
        _shown(part, part.quantity.value * scale),
    )
    needed = PART.solve(
        "share", part=Interval.point(part.quantity.value * scale), whole=Interval.point(base)
    ).middle or Fraction(0)
    return OwnSum(
        kind=NAME,
        statements=(share, whole, part),
        reading=say("{share} of {whole} is {part}", share=shown[0], whole=shown[1], part=shown[3]),
        text=say(
            "{share} of {whole} is {part}, the message's own figures", share=shown[0], whole=shown[1], part=shown[2]
        ),
        worked=f"{exact(_as_fraction(share.quantity))} × {exact(base)} = {exact(point)}",
        result=result,
        point=point,
        verdict=verdict,
        got=shown[2],
        said=shown[3],
        flip=say("Would fit with {share}", share=percent(needed * 100)),
    ).offer()


def _priced(share: Statement, whole: Statement, part: Statement, *, off: bool) -> Offer:
    """A price less a discount, or a tip on it; plausible where the other of the two amounts is said."""
    base, claimed = whole.quantity.value, part.quantity.interval
    cut = PART.solve("part", share=Interval.point(_as_fraction(share.quantity)), whole=Interval.point(base)).low
    assert cut is not None
    point, other = (base - cut, cut) if off else (cut, base + cut)
    exact_cent = Interval(point - CENT, point + CENT)
    verdict = band.own(claimed, exact_cent, point)
    if verdict is not Verdict.ADDS_UP and claimed.overlaps(Interval(other - CENT, other + CENT)):
        point, verdict = other, Verdict.PLAUSIBLE
    rate, price = percent(_as_fraction(share.quantity) * 100, 3), whole.worded(base)
    got, said = part.worded(point), part.worded(part.quantity.value)
    return OwnSum(
        kind=NAME,
        statements=(share, whole, part),
        reading=_said_of(rate, price, said, off=off),
        text=say(
            "{share} of {whole} is {part}, the message's own figures", share=rate, whole=price, part=part.worded(cut)
        ),
        worked=_steps(base, _as_fraction(share.quantity), point, cut),
        result=Interval.point(point),
        point=point,
        verdict=verdict,
        got=got,
        said=said,
        unit=part.quantity.unit.currency or "",
    ).offer()


def _said_of(rate: str, price: str, said: str, *, off: bool) -> str:
    if off:
        return say("{share} off {whole} is {part}", share=rate, whole=price, part=said)
    return say("{share} on {whole} is {part}", share=rate, whole=price, part=said)


CENT = Fraction(1, 100)


def _steps(base: Fraction, share: Fraction, point: Fraction, cut: Fraction) -> str:
    first = f"{exact(share)} × {exact(base)} = {exact(cut)}"
    if point == cut:
        return first
    return f"{first}; {exact(base)} {'-' if point < base else '+'} {exact(cut)} = {exact(point)}"


def _shown(statement: Statement, number: Fraction) -> str:
    """A share in per cent, an amount in its own words."""
    return percent(number * 100, 3) if statement.quantity.form in SHARES else statement.worded(number)
