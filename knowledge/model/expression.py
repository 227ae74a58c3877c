"""Parses calculations: terms, + - * / ^, "per", "of" after a percentage, brackets.

A term is whatever stands between two signs: a number with its unit or words for a figure ("2.5 kg", "us debt 2010").
What a term means is not decided here. Nothing is evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

LONGEST = 300  # characters
MOST_TERMS = 30
DEEPEST = 12  # brackets within brackets
LARGEST_POWER = 12
T = TypeVar("T")

# A minus or an x is a sign only with room on both sides, or where no word can go on: "follow-up" is a word.
_SIGN = re.compile(
    r"(?P<open>\()|(?P<close>\))|(?P<power>\^|\*\*)"
    r"|(?P<times>[*×·∙]|(?<![^\s\d)])[xX](?=[\s\d(])|\btimes\b|\bmultiplied by\b)"
    r"|(?P<over>[/÷]|\bper\b|\bdivided by\b|\bfor each\b|\bfor every\b)"
    r"|(?P<plus>(?<![^\s\d)])\+|\bplus\b)|(?P<minus>(?<=[\s(])[-−–](?=[\s\d(])|^[-−–]|(?<=[)])[-−–]|\bminus\b)"
    r"|(?P<share>(?:(?<=%)|(?<=percent))\s+of\b)",
    re.IGNORECASE,
)
_JOINS = {"plus": "+", "minus": "-", "times": "*", "over": "/", "share": "*"}


class ExpressionError(ValueError):
    """The text is no expression of this grammar; the message says why, for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class Term:
    text: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class Negation:
    of: Node


@dataclass(frozen=True, slots=True)
class BinaryOperation:
    sign: str  # + - * /
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Power:
    base: Node
    exponent: int


Node = Term | Negation | BinaryOperation | Power


def parse_expression(text: str) -> Node:
    """Returns the tree of an expression. Raises ExpressionError, which says why."""
    if len(text) > LONGEST:
        raise ExpressionError(f"it is longer than {LONGEST} characters")
    tokens = list(_tokens(text))
    if sum(kind == "term" for kind, *_ in tokens) > MOST_TERMS:
        raise ExpressionError(f"it has more than {MOST_TERMS} terms")
    parser = _Parser(tokens)
    node = parser.sum(0)
    if not parser.at_end:
        raise ExpressionError(f"“{parser.here}” stands where a sign is expected")
    return node


def list_terms(node: Node) -> Iterator[Term]:
    """Yields the terms, from left to right."""
    match node:
        case Term():
            yield node
        case BinaryOperation(left=left, right=right):
            yield from list_terms(left)
            yield from list_terms(right)
        case Negation(of=inner) | Power(base=inner):
            yield from list_terms(inner)


def reduce_expression(
    node: Node, term: Callable[[Term], T], join: Callable[[str, T, T], T], power: Callable[[T, int], T]
) -> T:
    """Returns the tree worked out from its terms upwards; a negative is joined as -1 * x."""
    match node:
        case Term():
            return term(node)
        case Negation(of=inner):
            return join("*", term(Term("-1")), reduce_expression(inner, term, join, power))
        case Power(base=base, exponent=exponent):
            return power(reduce_expression(base, term, join, power), exponent)
        case BinaryOperation(sign=sign, left=left, right=right):
            return join(sign, reduce_expression(left, term, join, power), reduce_expression(right, term, join, power))


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    """Yields (kind, text, place) of the signs, and as "term" of what stands between them."""
    at = 0
    for sign in _SIGN.finditer(text):
        if text[at : sign.start()].strip():
            yield "term", text[at : sign.start()].strip(), _first(text, at)
        yield str(sign.lastgroup), sign[0], sign.start()
        at = sign.end()
    if text[at:].strip():
        yield "term", text[at:].strip(), _first(text, at)


def _first(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


class _Parser:
    def __init__(self, tokens: list[tuple[str, str, int]]) -> None:
        self.tokens = tokens
        self.place = 0

    @property
    def at_end(self) -> bool:
        return self.place >= len(self.tokens)

    @property
    def kind(self) -> str:
        return "" if self.at_end else self.tokens[self.place][0]

    @property
    def here(self) -> str:
        return "" if self.at_end else self.tokens[self.place][1].strip()

    def sum(self, depth: int) -> Node:
        return self._joined(("plus", "minus"), lambda: self.product(depth))

    def product(self, depth: int) -> Node:
        return self._joined(("times", "over", "share"), lambda: self.power(depth))

    def power(self, depth: int) -> Node:
        base = self.unit(depth)
        if self.kind != "power":
            return base
        self.place += 1
        written = self.here
        if self.kind != "term" or not re.fullmatch(r"[0-9]{1,3}", written):
            raise ExpressionError("a power must be a whole number")
        if int(written) > LARGEST_POWER:
            raise ExpressionError(f"a power may be {LARGEST_POWER} at most")
        self.place += 1
        return Power(base, int(written))

    def unit(self, depth: int) -> Node:
        kind, written, start = self.tokens[self.place] if not self.at_end else ("", "", 0)
        self.place += 1
        if kind == "term":
            return Term(written, start)
        if depth >= DEEPEST:
            raise ExpressionError(f"brackets stand more than {DEEPEST} deep")
        if kind == "minus":
            return Negation(self.unit(depth + 1))
        if kind != "open":
            raise ExpressionError(
                f"something is missing before “{written.strip()}”" if written else "the end is missing"
            )
        inner = self.sum(depth + 1)
        if self.kind != "close":
            raise ExpressionError("a bracket is not closed")
        self.place += 1
        return inner

    def _joined(self, signs: tuple[str, ...], part: Callable[[], Node]) -> Node:
        node = part()
        while self.kind in signs:
            sign = _JOINS[self.kind]
            self.place += 1
            node = BinaryOperation(sign, node, part())
        return node
