"""Reads the example files: a text, then under it, indented, the quantities that must be read from it.

    xfail: marks a text that is not read so yet; it must fail (strict)
    1 million US jobs over 5 years
        1000000 | job | = | modifiers=US | period=over 5 year
        5 | year | =

A value is exact: 7/2, or [5, 10] for a range. After the change come form, role, bound, period, noun, modifiers and
or (the first other reading), where they are not the plain ones. `none` means that no quantity must be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from quantities import Bound, Form, Quantity, Role, to_json

_SHOWN_BOUNDS = (Bound.AT_LEAST, Bound.AT_MOST, Bound.NEARLY, Bound.UP_TO)


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the quantities expected from it in the form of `describe`, and whether it is a known gap."""

    place: str
    text: str
    expected: tuple[str, ...]
    gap: bool


def load(folder: Path) -> list[Example]:
    """The examples of every file in the folder and below, in order of the files' names."""
    return [example for path in sorted(folder.rglob("*.txt")) for example in _read(path, folder)]


def _read(path: Path, folder: Path) -> list[Example]:
    name = path.relative_to(folder).with_suffix("").as_posix()
    found: list[Example] = []
    text, place, expected = "", "", list[str]()
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.startswith("    "):
            expected.append(line.strip())
            continue
        if text:
            gap = text.startswith("xfail: ")
            if not expected:
                raise ValueError(f"{place}: nothing stands under {text!r}; write `none` if nothing is to be read")
            found.append(Example(place, text.removeprefix("xfail: "), tuple(e for e in expected if e != "none"), gap))
        text, place, expected = "" if line.startswith("#") else line, f"{name}:{number}", []
    return found


def describe(quantity: Quantity) -> str:
    """The quantity in the form of the example files."""
    written = to_json(quantity)
    parts = [_value(quantity), written["unit"] or "-", written["change"]]
    if quantity.form is not Form.AMOUNT:
        parts.append(f"form={quantity.form}")
    if quantity.role is not Role.LEVEL:
        parts.append(f"role={quantity.role}")
    if quantity.bound in _SHOWN_BOUNDS:
        parts.append(f"bound={quantity.bound}")
    period = quantity.period
    if period is not None:
        parts.append(f"period={period.kind} {period.year or f'{period.count} {period.unit}'}")
    if quantity.unit.noun and quantity.form is not Form.AMOUNT:
        parts.append(f"noun={quantity.unit.noun}")
    if quantity.unit.modifiers:
        parts.append(f"modifiers={' '.join(quantity.unit.modifiers)}")
    if quantity.alternatives:
        other = quantity.alternatives[0]
        parts.append(f"or={_number(other.value)} {other.unit.name or '-'}")
    return " | ".join(parts)


def _value(quantity: Quantity) -> str:
    low, high = quantity.stated.low, quantity.stated.high
    assert low is not None
    assert high is not None
    return f"[{_number(low)}, {_number(high)}]" if quantity.is_range else _number(low)


def _number(value: Fraction) -> str:
    return str(value)
