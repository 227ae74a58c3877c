"""Every number of a reply can be reckoned again from the working that it shows.

For all golden conversations and for all claims of tests/claims that get an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from knowledge import load
from quantities import Interval, read
from quantities.model.quantity import SECONDS
from reasoning import answer
from reasoning.model.answer import Answer, Comparison, Finding, Verdict
from tests.claims import ask, rows
from tests.reasoning.working import MAGNITUDE, NUMBER, POWERS, NoWorkingError, Number, equations, number, steps

TESTS = Path(__file__).parents[1]
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# How far off something is, is told from the nearest number that is meant: "about" is good to 5 %, a round number and an
# old figure to about as much.
NEAREST = Fraction(105, 100) ** 3
TOLD = ("known", "look_up")  # kinds of lines that only tell a figure
# Numbers that nothing is reckoned with: days and years, how many stand in an order, the 1 of "1 in 160".
DATE = re.compile(rf"\b(?:(?:\d{{1,2}} )?(?:{MONTHS}) \d{{4}}|FY\d{{4}}|(?:1[5-9]|20)\d\d(?:-\d\d)?(?!,\d|\.\d))\b")
RANK = re.compile(r"(?:\bnumber \d+ )?\bof \d+(?=:|$)|\b\d+(?:st|nd|rd|th)\b|\b1 in (?=\d)")
WRITTEN = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER}{MAGNITUDE})(?: × 10(?P<power>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?")
MOST_ROUNDED = Fraction(1, 10)  # "20 %" may be 18.8, "1,000" no less than 900


def _answers() -> Iterator[tuple[str, Answer]]:
    frozen = load(TESTS / "frozen")
    for file in sorted((TESTS / "golden").glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        today = re.search(r"^today: (\S+)$", text, re.MULTILINE)
        assert today, file
        for said in re.findall(r"^> (.*)$", text, re.MULTILINE):
            yield said, answer(said, frozen, date.fromisoformat(today[1]))
    for row in rows():
        yield row.text, ask(row)


@cache
def _found() -> list[tuple[str, Finding]]:
    """Each claim that gets an answer, with its text."""
    return [(text, finding) for text, found in _answers() for finding in found.findings]


def test_there_is_something_to_reckon() -> None:
    assert sum(len(finding.comparisons) for _, finding in _found()) > 150


def test_a_figure_is_told_as_it_is_stored() -> None:
    assert [(c.text, c.expression) for c, _ in _lines() if c.kind in TOLD and not tells_what_is_stored(c)] == []


def test_every_working_comes_out() -> None:
    assert [(c.kind, c.expression) for c, _ in _worked() if not comes_out(c)] == []


def test_the_result_stands_in_the_working() -> None:
    assert [(c.kind, c.expression, text) for c, text in _worked() if not holds_result(c, text)] == []


def test_every_number_of_a_line_can_be_found() -> None:
    assert [(c.kind, c.text, lost, text) for c, text in _worked() for lost in _lost(c.text, [c], text)] == []


def test_every_number_of_a_headline_can_be_found() -> None:
    found = _found()
    assert [
        (f.kind, f.headline, lost, text)
        for text, f in found
        for lost in _lost(f.headline, f.comparisons, text)
        if not (f"{lost}×" in f.headline and tells_how_far(number(lost), f))
    ] == []


def _lines() -> Iterator[tuple[Comparison, str]]:
    return ((c, text) for text, f in _found() for c in f.comparisons)


def _worked() -> Iterator[tuple[Comparison, str]]:
    """The lines in which something is reckoned."""
    return ((c, text) for c, text in _lines() if c.kind not in TOLD)


def tells_how_far(written: Number, finding: Finding) -> bool:
    """Whether a ratio is that of one of the lines, or of an end of its range, or nearer to 1 by what "about" allows."""
    lines = [c for c in finding.comparisons if c.kind not in TOLD]
    ends = [abs(end) for c in lines for end in (c.value, c.result.low, c.result.high) if end]
    far = [max(end, 1 / end) for end in ends]
    return any(one / NEAREST - written.error <= written.value <= one + written.error for one in far)


# --- what is told


def tells_what_is_stored(comparison: Comparison) -> bool:
    """Whether each number of a line is an end or the middle of what is stored, rounded, in the unit of the line."""
    ends = [end for end in (comparison.result.low, comparison.result.high, comparison.value) if end is not None]
    rests = comparison.rests
    stored = [end for rest in rests for end in (rest.low, rest.value, rest.high)]
    stored += [rests[0].value / rests[1].value] if len(rests) == 2 else []  # so much a head
    ends += [comparison.result.middle] if comparison.result.middle is not None else []
    units = [Fraction(1), *_factors(comparison.expression)]
    written = [_written(m) for m in WRITTEN.finditer(DATE.sub("", comparison.expression))]
    return bool(written) and all(
        any(abs(one.value * unit - abs(end)) <= one.error * unit for unit in units for end in (*ends, *stored))
        for one in written
    )


def _factors(told: str) -> Iterator[Fraction]:
    """The base units in one of those in which something is told: of "120 – 350 litre" a thousandth of a cubic metre."""
    yield from (1 / seconds for seconds in SECONDS.values())  # an average, by its own period
    for quantity in read(told).quantities:
        factor = quantity.unit.factor or Fraction(1)
        yield from (factor, Fraction(1, 100))
        yield from (factor / seconds for seconds in SECONDS.values())


# --- the working


def comes_out(comparison: Comparison) -> bool:
    """Whether each equation holds within its digits; a figure alone must be one that the line rests on."""
    try:
        done = equations(comparison.expression)
    except NoWorkingError:
        return False
    return all(len(sides) > 1 and all(side.near(sides[-1]) for side in sides) for sides in done)


def holds_result(comparison: Comparison, text: str) -> bool:
    """Whether what the line came to is what one of its equations came to, or that against a number of the message."""
    value = comparison.result.middle if comparison.value is None else comparison.value
    assert value is not None
    results = [sides[-1].value for sides in equations(comparison.expression)]
    found = [*results, *(said / result for said in _said(text) for result in results if result)]
    return any(_same(value, other) or _same(value, 100 * other) for other in found)


def _same(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) <= Fraction(1, 1000) * max(abs(one), abs(other))


# --- the words


def _lost(line: str, comparisons: tuple[Comparison, ...] | list[Comparison], text: str) -> list[str]:
    """The numbers of a line that come from nowhere."""
    known = {value for comparison in comparisons for value in _known(comparison, text)}
    bare = RANK.sub("", DATE.sub("", line))
    return [m[0] for m in WRITTEN.finditer(bare) if not _is_known(_written(m), known)]


def _written(match: re.Match[str]) -> Number:
    found = number(match["number"])
    times = Fraction(10) ** int(match["power"].translate(POWERS)) if match["power"] else Fraction(1)
    most = max(Fraction(1, 2), abs(found.value) * MOST_ROUNDED)
    return Number(found.value * times, min(found.error, most) * times)


def _is_known(written: Number, known: set[Fraction]) -> bool:
    return any(abs(written.value - value) <= written.error for value in known)


def _known(comparison: Comparison, text: str) -> set[Fraction]:
    """What a line may say: figures it rests on, numbers of the message, the working, and these against each other."""
    said = _said(text)
    worked = steps(comparison.expression) if comes_out(comparison) else []
    ends = [e for e in (comparison.value, comparison.result.low, comparison.result.high) if e]
    rests = [value for rest in comparison.rests for value in (rest.low, rest.value, rest.high)]
    against = [value for s in said for e in ends for value in (s / e, s * e)]
    against += [s / value for s in said for value in rests if value]
    return {value for x in (*said, *ends, *worked, *rests, *against) for value in _as_said(x)}


def _as_said(x: Fraction) -> Iterator[Fraction]:
    """A ratio as a multiple, one in so many, a percentage, so much more or less; percentages as so many too many."""
    yield from (abs(x), 100 * abs(x), abs(x) / 100, abs(x - 100))
    if x:
        yield from (1 / abs(x), 100 * abs(x - 1), 100 * abs(1 / x - 1))


@cache
def _said(text: str) -> list[Fraction]:
    quantities = read(text).quantities
    found = [end for q in quantities for end in (q.stated.low, q.stated.high) if end]
    found += [q.value + room for q in quantities for room in (q.precision, -q.precision) if q.value + room]
    return [*found, *(number(m["number"]).value for m in WRITTEN.finditer(text))]


# --- the tests themselves can fail


def test_a_ratio_from_nowhere_is_found_out() -> None:
    line = Comparison("", "10 / 2 = 5", Interval.point(Fraction(5)), value=Fraction(5), kind="claim")
    finding = Finding("claim", "", Verdict.DOESNT_ADD_UP, comparisons=(line,))
    assert [tells_how_far(number(ratio), finding) for ratio in ("5", "4.5", "4.1", "6")] == [True, True, False, False]


def test_a_figure_that_is_told_wrong_is_found_out() -> None:
    told = [
        Comparison("", f"{number} people", Interval.point(Fraction(36446)), kind="known")
        for number in ("36,400", "37,400")
    ]
    assert [tells_what_is_stored(line) for line in told] == [True, False]


@pytest.mark.parametrize("working", ["6 / 4 = 1.4", "2 × 3 = 7", "5 / 2 = 2.5; 9 / 3 = 4", "1 / 12 = 1/11.44"])
def test_a_wrong_working_does_not_come_out(working: str) -> None:
    assert not all(side.near(sides[-1]) for sides in equations(working) for side in sides)


@pytest.mark.parametrize(
    ("working", "value"),
    [
        ("1,000,000 / 159,187,000 = 1/159.2", Fraction("0.00628")),
        ("(50 - 40) / 40 = 25 %", Fraction(1, 4)),
        ("3.6 × 10¹⁵ / 36 trillion = 100", Fraction(100)),
        ("1,000 × 1.05^20 = 2,653.30 USD", Fraction("2653.3")),
        ("log(2) / log(1.07) = 10.24 years", Fraction("10.245")),
        ("2 × 3.16881e-08 = 6.338e-08", Fraction("6.338e-8")),
        ("2,500 m³ / 0.15 m³ = 16,667 bathtubs", Fraction(16667)),
    ],
)
def test_a_right_working_comes_out(working: str, value: Fraction) -> None:
    for sides in equations(working):
        assert all(side.near(sides[-1]) for side in sides)
        assert sides[0].near(Number(value, abs(value) / 1000))


@pytest.mark.parametrize("working", ["", "1,000 -> 2,000: 2×", "three times", "1 / = 2", "(1 + 2 = 3"])
def test_what_is_no_working(working: str) -> None:
    with pytest.raises(NoWorkingError):
        equations(working)
