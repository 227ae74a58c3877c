"""The calculator: "us debt / us households", "12% of uk gdp" give a number with its working."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from knowledge import Library
from knowledge.model.expression import (
    BinaryOperation,
    ExpressionError,
    Negation,
    Node,
    Power,
    Term,
    list_terms,
    parse_expression,
    reduce_expression,
)
from reasoning.model.answer import Comparison, Finding, Verdict, Vote
from reasoning.requests.calculator.magnitudes import Magnitude, join, power, worded
from reasoning.requests.calculator.terms import Reading, Resolver, bare_number
from reasoning.requests.phrases import pattern
from reasoning.requests.sums import join_numbers, raise_number

NAME = "calculation"
LONGEST = 160  # characters; what is longer is a text about something
ASKS = r"^\s*(?:=|<sum_openings>\b)\s*"
SIGNS = r"[-+*/×÷^(%−·]|\s[xX]\s|\b<words_for_signs>\b"
PLAIN = r"(?<=\s)[*/+×÷^](?=\s)|\s[xX]\s|%\s+<share_of>\b"
YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
SHOWN = {"*": " × ", "/": " / ", "+": " + ", "-": " − "}
TIGHT = Fraction(102, 100)  # a range narrower than this is not worth saying


class UnreckonableError(ValueError):
    """A calculation whose units don't go together, or whose result is beyond all use. Its text says why."""


def calculate(text: str, library: Library, as_of: date) -> Finding | None:
    """The finding of a calculation; None for a text that is none.

    Raises UnreckonableError where its units don't go together, where it divides by zero, or past the largest number.
    """
    written = pattern(ASKS).sub("", text.strip()).rstrip(" ?=.").strip()
    if not written or len(written) > LONGEST or "\n" in written or not pattern(SIGNS).search(written):
        return None
    try:
        tree = parse_expression(written)
        readings = _read(tree, Resolver(library, as_of))
    except ExpressionError:
        return None  # no calculation: brackets in a sentence, a dash
    if readings is None or not _is_meant(tree, readings, written):
        return None
    try:
        result = reduce_expression(tree, lambda term: readings[term].magnitude, join, power)
    except ExpressionError as error:
        raise UnreckonableError(say("That can't be reckoned: {why}.", why=error)) from error
    return _finding(tree, readings, result, len(text))


def _is_meant(tree: Node, readings: dict[Term, Reading], written: str) -> bool:
    """Whether somebody wants it worked out: it has a figure, or signs with room around them ("5 * 33", not "24/7")."""
    if isinstance(tree, Term):
        return False
    return any(reading.rest for reading in readings.values()) or bool(pattern(PLAIN).search(written))


def _read(tree: Node, resolver: Resolver) -> dict[Term, Reading] | None:
    """Every term's meaning, None where one has none.

    A bare noun takes its entity, and gives its year, from and to the others: "gdp of france per person in 1990".
    """
    readings: dict[Term, Reading] = {Term("-1"): bare_number("-1")}
    bare: list[Term] = []
    for term in list_terms(tree):
        reading = resolver.number(term.text) or resolver.figure(term.text)
        if reading is None:
            bare.append(term)
        else:
            readings[term] = reading
    named = {reading.entity for reading in readings.values() if reading.entity}
    if bare and len(named) != 1:
        return None
    for term in bare:
        reading = resolver.figure(term.text, next(iter(named)))
        if reading is None:
            return None
        readings[term] = reading
    return _dated(tree, readings, bare, resolver)


def _dated(tree: Node, readings: dict[Term, Reading], bare: list[Term], resolver: Resolver) -> dict[Term, Reading]:
    """A year behind the last bare noun is that of the whole."""
    years = [int(found[0]) for term in bare if (found := YEAR.search(term.text))]
    if len(years) == 1:
        for term in list_terms(tree):
            again = resolver.figure(term.text, year=years[0]) if term not in bare and readings[term].rest else None
            if again is not None:
                readings[term] = again
    return readings


def _finding(tree: Node, readings: dict[Term, Reading], result: Magnitude, length: int) -> Finding:
    said = worded(result)
    low, high = result.interval.low, result.interval.high
    wide = low is not None and high is not None and low > 0 and high > low * TIGHT
    span = say("{low} to {high}", low=worded(result, low), high=worded(result, high)) if wide else ""
    text = f"{_shown(tree, {term: reading.text for term, reading in readings.items()})} = {said}"
    text += f", {span}" if span else ""
    numbers = _numbers(tree, readings)
    working = f"{_shown(tree, {term: exact(n) for term, n in numbers.items()})} = {exact(_raw(tree, numbers))}"
    rests = tuple(dict.fromkeys(reading.rest for reading in readings.values() if reading.rest))
    comparison = Comparison(text, working, result.interval, "", Vote.SCALE, None, rests, NAME, value=result.value)
    reading = _shown(tree, {term: term.text for term in readings})
    return Finding(NAME, reading, Verdict.CANT_TELL, said, (comparison,), span=(0, length))


def _numbers(tree: Node, readings: dict[Term, Reading]) -> dict[Term, Fraction]:
    """The terms as bare numbers: as written, or in base units where some are added."""
    added = any(sign in "+-" for sign in _signs(tree))
    return {term: reading.magnitude.value if added else reading.exact for term, reading in readings.items()}


def _signs(tree: Node) -> Iterator[str]:
    match tree:
        case BinaryOperation(sign=sign, left=left, right=right):
            yield sign
            yield from _signs(left)
            yield from _signs(right)
        case Negation(of=inner) | Power(base=inner):
            yield from _signs(inner)


def _raw(tree: Node, numbers: dict[Term, Fraction]) -> Fraction:
    """The result of the numbers as they are shown, units left out."""
    return reduce_expression(tree, numbers.__getitem__, join_numbers, raise_number)


def _shown(tree: Node, said: dict[Term, str], within: str = "") -> str:
    if isinstance(tree, Term):
        return said[tree]
    if isinstance(tree, Negation):
        return f"−{_shown(tree.of, said, '*')}"
    if isinstance(tree, Power):
        return f"({_shown(tree.base, said)})^{tree.exponent}"
    outer = "/" if tree.sign in "/-" else tree.sign
    left = _shown(tree.left, said, "+" if tree.sign in "+-" else "*")
    text = f"{left}{SHOWN[tree.sign]}{_shown(tree.right, said, outer)}"
    return f"({text})" if within == "/" or (tree.sign in "+-" and within == "*") else text
