"""A reader of workings for the tests, on its own: "a × b / c = d" with the error that the digits shown allow."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction

MAGNITUDES = {
    "thousand": Fraction(10**3),
    "million": Fraction(10**6),
    "billion": Fraction(10**9),
    "trillion": Fraction(10**12),
    "quadrillion": Fraction(10**15),
}
POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
NUMBER = r"\d+(?:,\d+)*(?:\.\d+)?(?:e[-+]?\d+)?"
MAGNITUDE = rf"(?: (?:{'|'.join(MAGNITUDES)})\b)?"
TOKEN = re.compile(
    rf"(?P<number>{NUMBER}{MAGNITUDE})(?P<power>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?|(?P<sign>[-+−–×/()^])|(?P<percent>%)|(?P<log>log|ln)(?=\()|(?P<unit>[^\W\d_][\w.'’]*|[$€£¥₹])|\s+"
)
# What a number written with a point may be off by, at most: the working shows more digits than the reply.
ROUNDED = Fraction(1, 1000)
# Long numbers are written through floats.
FLOAT = Fraction(1, 10**12)


class NoWorkingError(ValueError):
    """What stands there is no working that can be done again."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the error that its digits allow on either side."""

    value: Fraction
    error: Fraction = Fraction(0)

    def __add__(self, other: Number) -> Number:
        return Number(self.value + other.value, self.error + other.error)

    def __sub__(self, other: Number) -> Number:
        return Number(self.value - other.value, self.error + other.error)

    def __mul__(self, other: Number) -> Number:
        return Number(self.value * other.value, abs(self.value) * other.error + abs(other.value) * self.error)

    def __truediv__(self, other: Number) -> Number:
        if other.value == 0:
            raise NoWorkingError("divided by nothing")
        ratio = self.value / other.value
        return Number(ratio, (self.error + abs(ratio) * other.error) / abs(other.value))

    def __pow__(self, other: Number) -> Number:
        grown = Fraction(float(self.value) ** float(other.value))
        return Number(grown, abs(grown) * (abs(other.value) * self.error / abs(self.value) + Fraction(1, 10**9)))

    def log(self) -> Number:
        """The natural logarithm."""
        if self.value <= 0:
            raise NoWorkingError(f"a logarithm of {self.value}")
        return Number(Fraction(math.log(self.value)), self.error / self.value + Fraction(1, 10**9))

    def near(self, other: Number) -> bool:
        """Whether both may be the same number."""
        return abs(self.value - other.value) <= self.error + other.error + FLOAT * abs(self.value)


def number(written: str) -> Number:
    """What is written, and half of its last digit that is no nought.

    >>> number("2.5 million").error
    Fraction(50000, 1)
    >>> number("240,000").error
    Fraction(5000, 1)
    >>> number("2.5e-3")
    Number(value=Fraction(1, 400), error=Fraction(1, 20000))
    """
    digits, _, magnitude = written.partition(" ")
    times = MAGNITUDES.get(magnitude, Fraction(1))
    digits, _, exponent = digits.replace(",", "").partition("e")
    times *= Fraction(10) ** int(exponent or 0)
    whole, _, part = digits.partition(".")
    part = part.rstrip("0")
    last = Fraction(1, 10 ** len(part)) if part else Fraction(10 ** (len(whole) - len(whole.rstrip("0"))))
    return Number(Fraction(digits) * times, last * times / 2 if Fraction(digits) else Fraction(1, 2))


def equations(working: str) -> list[list[Number]]:
    """The sides of each equation of a working, done: "1 / 4 = 0.25; 2 × 3 = 6" has two. The last side is the result.

    Raises NoWorkingError for what is none.
    """
    return [_sides(part) for part in working.split(";")]


def steps(working: str) -> list[Fraction]:
    """Every number that stands in a working, what each bracket comes to, and each side.

    >>> [int(step) for step in steps("12 / (1 + 2) = 4")]
    [12, 1, 2, 3, 4, 4, 4]
    """
    readers = [_Reader(side) for part in working.split(";") for side in part.split("=")]
    found: list[Fraction] = []
    for reader in readers:
        found += [number(token["number"]).value for token in reader.tokens if token["number"]]
        whole = reader.whole(exact=True).value
        found += [*reader.brackets, whole]
    return found


def _sides(equation: str) -> list[Number]:
    texts = equation.split("=")
    *done, result = [_Reader(side) for side in texts]
    return [*(side.whole(exact=True) for side in done), result.whole(exact=len(texts) == 1)]


class _Reader:
    """A side of an equation: sums of products of powers, with brackets. Units are passed over."""

    def __init__(self, side: str) -> None:
        self.tokens: list[re.Match[str]] = []
        at = 0
        side = side.strip()
        while at < len(side):
            token = TOKEN.match(side, at)
            if token is None:
                raise NoWorkingError(f"{side[at:]!r} in {side!r}")
            at = token.end()
            if token.lastgroup not in (None, "unit"):
                self.tokens.append(token)
        self.side = side
        self.exact = True
        self.brackets: list[Fraction] = []

    def whole(self, *, exact: bool) -> Number:
        """The side done. A result has the error of its last digit, an operand only where it is written with a point."""
        self.exact = exact or any(token["sign"] in ("/", "+") for token in self.tokens)  # "1/11.44" is as good as 11.44
        if self.tokens and self.tokens[-1][0] == "×":  # "1.9×"
            self.tokens.pop()
        found = self._sum()
        if self.tokens:
            raise NoWorkingError(f"{self.tokens[0][0]!r} is left of {self.side!r}")
        return found

    def _sum(self) -> Number:
        found = self._product()
        while sign := self._take("+-−–"):
            other = self._product()
            found = found + other if sign == "+" else found - other
        return found

    def _product(self) -> Number:
        found = self._power()
        while sign := self._take("×/"):
            other = self._power()
            found = found * other if sign == "×" else found / other
        return found

    def _power(self) -> Number:
        found = self._atom()
        return found ** self._power() if self._take("^") else found

    def _atom(self) -> Number:
        if self._take("-−"):
            return Number(Fraction(0)) - self._atom()
        if self.tokens and self.tokens[0]["log"]:
            self.tokens.pop(0)
            return self._atom().log()
        if self._take("("):
            found = self._sum()
            if not self._take(")"):
                raise NoWorkingError(f"a bracket stays open in {self.side!r}")
            self.brackets.append(found.value)
            return found
        if not self.tokens or self.tokens[0]["number"] is None:
            raise NoWorkingError(f"no number where one must stand in {self.side!r}")
        return self._number(self.tokens.pop(0))

    def _number(self, token: re.Match[str]) -> Number:
        found = number(token["number"])
        rounded = any(sign in token["number"] for sign in ". e")
        if self.exact:
            found = Number(found.value, min(found.error, abs(found.value) * ROUNDED) if rounded else Fraction(0))
        elif not rounded:  # "10,980" is good to four digits, "9" to one half
            found = Number(found.value, max(Fraction(1, 2), min(found.error, found.value * ROUNDED)))
        if token["power"]:
            found = Number(found.value ** int(token["power"].translate(POWERS)))
        if self.tokens and self.tokens[0]["percent"]:
            self.tokens.pop(0)
            found = found / Number(Fraction(100))
        return found

    def _take(self, signs: str) -> str:
        if self.tokens and self.tokens[0]["sign"] and self.tokens[0][0] in signs:
            return self.tokens.pop(0)[0]
        return ""
