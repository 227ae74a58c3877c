"""A share of those a share has left: "20 % answered and half of them said yes, so 10 % of all said yes"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_number as amount
from quantities import Form, Interval, Quantity
from reasoning.wording.numbers import percent
from reckoning import band
from reckoning.comparing.tagged import Tagged, tag
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.own import OwnSum
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "shares_in_turn"
PART = Formula("part = first * second * whole")
FORMULAS = (PART,)
SHARES = (Form.PERCENT, Form.RATIO)
_THEM = r"(?:of (?:them|those|these|whom|which|that)|of the (?:rest|remainder)(?P<rest>))"
_SO = (
    r"(?:, )?(?:so|thus|hence|therefore|that is|that 's|which is|which makes|makes|making|meaning|"
    r"in other words|:|i\.e\.|=|and so)(?: that is| that 's| that makes| only| just| about| ,)*"
)
SHAPES = (
    # 20 % answered and half of them said yes, so 10 % of all said yes
    re.compile(
        rf"(?P<first>Q\d+) (?P<one>[^Q]*?)(?:, )?(?:and |but )?(?P<second>Q\d+) {_THEM.replace('(?P<rest>)', '')} "
        rf"(?P<two>[^Q]*?){_SO} (?P<part>Q\d+)(?: (?:of (?:all|everyone|everybody|the total|the whole|"
        r"the lot|people)|overall|in all|altogether|in total)[^Q]*)?"
    ),
    # 40 % of 25 % of 300 is 30; 20 % of 50 % of all is 10 %
    re.compile(
        r"(?P<first>Q\d+) of (?P<second>Q\d+) of (?:(?P<whole>Q\d+)|all) (?:is|are|makes|equals|=) (?P<part>Q\d+)"
    ),
    # 40 % of the 300 staff are women, and a quarter of those are managers: 30 managers
    re.compile(
        r"(?P<first>Q\d+) of (?:the |our |its |their )?(?P<whole>Q\d+) (?P<one>[^Q]*?)(?:, )?(?:and "
        rf"|but )?(?P<second>Q\d+) {_THEM.replace('(?P<rest>)', '')} (?P<two>[^Q]*?){_SO} (?P<part>Q\d+)(?: "
        r"[^Q]*)?"
    ),
)
PEOPLE = re.compile(
    r"(?P<first>Q\d+) of (?:(?P<second>Q\d+) of )?(?:all |the )*(?:(?P<people>N\d+)|(?P<holder>N\d+) "
    r"'s (?P<owned>M\d+|people)|(?P<measure>M\d+) of (?:the )?(?P<of>N\d+)"
    r"|people (?:in|on) (?:the )?(?P<in>N\d+)) (?:is|are|means|would be|makes|=|comes to|equals) (?P<part>Q\d+)"
)
UNLESS = frozenset("not no nor except without rest remainder others remaining".split())


@dataclass(frozen=True, slots=True)
class _Turn:
    """Shares one after the other, of a whole that is said, stored, or one."""

    shares: tuple[Quantity, ...]
    whole: Fraction
    worded: str
    part: Quantity
    figure: DatedFigure | None = None


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if statement.quantity.form not in SHARES or not statement.is_asserted or statement.sentence.lowers & UNLESS:
        return
    here = case.beside(statement)
    if here[0] is not statement or not 2 <= len(here) <= 4:
        return
    tagged = tag(statement.sentence, fluff=True)
    turn = _turn(case, statement, tagged)
    if turn is None or any(share.form not in SHARES for share in turn.shares) or not turn.whole:
        return
    yield _offer(here, turn)


def _turn(case: Case, statement: Statement, tagged: Tagged) -> _Turn | None:
    for shape in SHAPES:
        if match := shape.fullmatch(tagged.text):
            part = tagged.quantity(match["part"])
            shares = tuple(tagged.quantity(match[name]) for name in ("first", "second"))
            whole = tagged.quantity(match["whole"]) if match.groupdict().get("whole") else None
            if whole is None:
                return _Turn(shares, Fraction(1), say("all"), part) if part.form in SHARES else None
            if (
                part.form is not Form.AMOUNT
                or whole.form is not Form.AMOUNT
                or part.unit.dimension is not whole.unit.dimension
            ):
                return None
            return _Turn(shares, whole.value, amount(whole.value, 4), part)
    match = PEOPLE.fullmatch(tagged.text)
    return _of_people(case, statement, tagged, match) if match else None


def _of_people(case: Case, statement: Statement, tagged: Tagged, match: re.Match[str]) -> _Turn | None:
    """Shares of the people of a place, or of another stored figure."""
    sign = next(match[name] for name in ("people", "holder", "of", "in") if match[name])
    entity = tagged.name(sign).entities[0]
    if match["people"] and tagged.name(sign).form != "people":
        return None
    word = match["owned"] or match["measure"] or "people"
    measures = tagged.measure(word).measures if word.startswith("M") else ("population",)
    measure = next((m for m in measures if m in case.library.measures and case.library.series(entity, m)), None)
    figure = case.figure(entity, measure, statement) if measure else None
    part = tagged.quantity(match["part"])
    if figure is None or measure is None or part.form is not Form.AMOUNT or case.measure(measure).unit != "people":
        return None
    if part.unit.noun not in (None, "people", "person"):
        return None
    shares = tuple(tagged.quantity(match[name]) for name in ("first", "second") if match[name])
    return _Turn(shares, figure.value, case.titled(entity, measure), part, figure)


def _offer(here: list[Statement], turn: _Turn) -> Offer:
    point, reckoned = turn.whole, turn.figure.drifted if turn.figure is not None else Interval.point(turn.whole)
    for share in turn.shares:
        point *= _fraction(share)
        reckoned = reckoned * Interval.point(_fraction(share))
    scale = Fraction(1, 100) if turn.part.form is Form.PERCENT else Fraction(1)
    claimed = turn.part.interval * Interval.point(scale)
    verdict = (
        band.agreement(claimed, reckoned)
        if turn.figure is not None
        else band.own(claimed, reckoned.widened(Fraction(1, 200)), point)
    )
    shown = [percent(_fraction(share) * 100, 3) for share in turn.shares]
    got, said = _worded(turn.part, point), _worded(turn.part, turn.part.value * scale)
    steps = shown[0] if len(shown) == 1 else say("{share} of {whole}", share=shown[0], whole=shown[1])
    whole = amount(turn.whole, 3) if turn.figure is not None else turn.worded
    worked = " × ".join(exact(_fraction(share)) for share in turn.shares)
    return OwnSum(
        kind=NAME,
        statements=tuple(here),
        reading=say("{share} of {whole} is {part}", share=steps, whole=turn.worded, part=said),
        text=_text(turn, steps, whole, got),
        worked=f"{worked} × {exact(turn.whole)} = {exact(point)}",
        result=reckoned,
        point=point,
        verdict=verdict,
        got=got,
        said=said,
        flip=say("Would fit with {part}", part=got),
        rests=(turn.figure.rest,) if turn.figure is not None else (),
    ).offer()


def _text(turn: _Turn, shares: str, whole: str, part: str) -> str:
    if turn.figure is None:
        return say("{share} of {whole} is {part}, the message's own figures", share=shares, whole=whole, part=part)
    origin = turn.figure.origin
    return say("{share} of {whole} is {part} ({origin})", share=shares, whole=whole, part=part, origin=origin)


def _fraction(share: Quantity) -> Fraction:
    return share.value / 100 if share.form is Form.PERCENT else share.value


def _worded(part: Quantity, number: Fraction) -> str:
    return percent(number * 100, 3) if part.form in SHARES else amount(number, 3)
