"""Formulas of the kinds: written as text, solved by sympy for every unknown, run on exact intervals."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from operator import add, mul, sub, truediv
from typing import Any

from quantities import Interval

Run = Callable[[Mapping[str, Interval]], Interval]
OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: add,
    ast.Sub: sub,
    ast.Mult: mul,
    ast.Div: truediv,
}


@dataclass(frozen=True, slots=True)
class Formula:
    """An equation such as "ratio = claimed / stored", in names, numbers, + - * / and whole powers.

    It is solved for each of its names once, at first use; a text of a person never gets here.

    >>> share = Formula("share = part / whole")
    >>> share.solve("part", share=Interval.point(Fraction(1, 4)), whole=Interval.point(200)).low
    Fraction(50, 1)
    """

    text: str

    def solve(self, unknown: str, **known: Interval) -> Interval:
        """The interval of one name, given those of the others. Raises ZeroDivisionError where a divisor may be zero."""
        return _solved(self.text)[unknown](known)

    def reckon(self, unknown: str, **known: Interval) -> Interval:
        """Likewise; where a divisor may be zero, anything may come of it."""
        try:
            return self.solve(unknown, **known)
        except ZeroDivisionError:
            return Interval(None, None)

    @property
    def right(self) -> str:
        """The side after the equals sign."""
        return self.text.partition("=")[2].strip()

    @property
    def left(self) -> str:
        """The name before the equals sign."""
        return self.text.partition("=")[0].strip()


@cache
def _solved(text: str) -> dict[str, Run]:
    import sympy  # 0.3 s to import: a text with nothing to check never pays it

    left, _, right = text.partition("=")
    equation = sympy.Eq(_symbolic(left), _symbolic(right))
    runs: dict[str, Run] = {}
    for symbol in equation.free_symbols:
        solutions = [s for s in sympy.solve(equation, symbol) if s.is_real is not False]
        if len(solutions) == 1:
            runs[str(symbol)] = _compile(_least_repeated(solutions[0]))
    return runs


def warm(formulas: tuple[Formula, ...]) -> None:
    """Solves the formulas now, so that the first claim need not wait for it."""
    for formula in formulas:
        _solved(formula.text)


def _symbolic(text: str) -> Any:
    return _from_tree(ast.parse(text.strip(), mode="eval").body)


def _from_tree(node: ast.expr) -> Any:
    import sympy

    match node:
        case ast.Name(id=name):
            return sympy.Symbol(name, positive=True)
        case ast.Constant(value=int(number)):
            return sympy.Integer(number)
        case ast.BinOp(left=left, op=ast.Pow(), right=ast.Constant(value=int(power))):
            return _from_tree(left) ** power
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in OPERATORS:
            return OPERATORS[type(sign)](_from_tree(left), _from_tree(right))
    raise ValueError(f"a formula has only names, whole numbers, + - * / **: {ast.unparse(node)}")


def _least_repeated(expression: Any) -> Any:
    """The form in which names stand least often: (b - a) / a as b/a - 1.

    An interval then keeps what its ends have in common; where every name stands once, its range is exact.
    """
    import sympy

    forms = [expression, sympy.expand(expression), sympy.factor(expression), sympy.simplify(expression)]
    return min(forms, key=lambda form: sum(form.count(symbol) for symbol in form.free_symbols))


def _compile(expression: Any) -> Run:
    import sympy

    if expression.is_Symbol:
        name = str(expression)
        return lambda known: known[name]
    if expression.is_Rational:
        constant = Interval.point(Fraction(int(expression.p), int(expression.q)))
        return lambda _: constant
    above, below = sympy.fraction(expression)
    if below != 1 and not expression.is_Add:
        return _folded([_compile(above), _compile(below)], truediv)
    if expression.is_Pow and expression.exp.is_Integer:
        return _folded([_compile(expression.base)] * int(expression.exp), mul)
    if not (expression.is_Add or expression.is_Mul):
        raise ValueError(f"a formula can't have {expression}")
    return _folded([_compile(term) for term in expression.args], add if expression.is_Add else mul)


def _folded(parts: list[Run], join: Callable[[Interval, Interval], Interval]) -> Run:
    def run(known: Mapping[str, Interval]) -> Interval:
        result = parts[0](known)
        for part in parts[1:]:
            result = join(result, part(known))
        return result

    return run
