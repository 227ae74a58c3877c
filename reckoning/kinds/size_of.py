"""A size in things that people know: "20,000 km², an area the size of Wales", "enough to fill 3,000 Olympic pools"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_number as amount
from knowledge import EntityKind
from quantities import Form, Interval, Quantity
from reasoning.model.answer import Comparison, Reference, Verdict, Vote
from reasoning.wording.numbers import counted, measured, several
from reckoning import band
from reckoning.comparing.implied import IMPLIED
from reckoning.comparing.tagged import Tagged, tag
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.physical import UNITS
from reckoning.reading.case import Case
from reckoning.reading.statement import PLACES, Statement
from reckoning.thing import BY_DIMENSION, BY_WORD, counted_thing

NAME = "size_of"
RATIO = Formula("ratio = size / (count * thing)")
FORMULAS = (RATIO,)
_SIZE = "size|area|length|height|weight|volume|mass"
_LIKE = (
    r"(?:(?:an? )?(?:M\d+|area|space|lake|region|territory|stretch|fire|hole|park|forest|pile|"
    r"wall|line|mass|weight|volume) )?"
    rf"(?:(?P<multiple>Q\d+) )?(?:(?:about |roughly |nearly |almost |around )?(?:the (?P<word>{_SIZE}|"
    r"M\d+) of|as (?P<as>\w+) as|equal to|equivalent to"
    r"|the equivalent of|(?:is |are |was |were )?enough (?:water )?to fill|(?:would |could |can "
    r"|will )?fills?|(?:would |could |can |will )?covers?|enough to cover|which would fill|which "
    r"(?:is|equals)|bigger than|larger than|that is|that 's|is)"
    rf"(?: about| roughly| nearly)?(?: the (?:size|area|weight|volume|length|height) of)?)"
)
_TARGET = r"(?:the )?(?P<target>N\d+|Q\d+)(?: (?:N\d+|M\d+))?"
# Behind another quantity, up to the end of the sentence: "20,000 km², an area the size of Wales".
BEHIND = re.compile(
    r"(?:.*?[ (])?(?P<size>Q\d+)(?: of [a-z ]+?)?(?: (?:that|which) [a-z]+)?(?: burned| burnt|"
    rf" flooded| cleared| lost)?[ ,:(-]*(?:or )?(?:that is )?{_LIKE}? ?{_TARGET}(?: \)| each year|"
    r" every year| a year)?"
)
# A known entity: "a blue whale weighs as much as 25 elephants", "France is the size of Texas".
ENTITY = re.compile(
    r"(?:(?:the )?(?P<what>M\d+) of )?(?:an? |the |one )?(?P<who>N\d+) (?:is|was|(?P<verb>weighs?|"
    r"holds|covers|stands|measures))(?: about| roughly| nearly| almost)? "
    rf"(?:(?P<multiple>Q\d+) )?(?:(?:the (?P<word>{_SIZE}|M\d+) of|as (?P<as>heavy|long|tall|high|"
    rf"wide|deep|big|large|much|M\d+) as) )?{_TARGET}(?: (?:are|is) \w+)?"
)
LENGTHWISE = ("heavy", "long", "tall", "high", "wide", "deep")
MEASURED = (EntityKind.THING, *PLACES)


@dataclass(frozen=True, slots=True)
class _Size:
    """A size, by the message or of an entity, against so many of a thing; all in the measure's unit."""

    size: DatedFigure
    who: str
    count: Quantity | None
    factor: Fraction
    thing: str
    measure: str
    each: DatedFigure
    worded: str = ""

    @property
    def number(self) -> Fraction:
        return self.factor if self.count is None else self.count.value

    @property
    def claimed(self) -> Interval:
        if self.count is None:
            near = Fraction(15, 100) if self.factor == 1 else Fraction(5, 100)  # "the size of" is said loosely
            return Interval.point(self.factor).widened(near)
        # "as much as 25 elephants" compares, and sets no bound
        as_much = self.count.text.lower().startswith(("as much as", "as many as"))
        return self.count.stated if as_much else self.count.interval

    @property
    def fitting(self) -> Fraction:
        """How many of the thing it is."""
        return self.size.value / self.each.value


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if statement.via == IMPLIED:
        yield from _of_entity(case, statement)
        return
    if not statement.is_asserted or statement.is_negated or statement.quantity.unit.dimension not in BY_DIMENSION:
        return
    tagged = tag(statement.sentence)
    match = BEHIND.fullmatch(tagged.text)
    if match is None or tagged.quantity(match["size"]) is not statement.quantity or len(tagged.quantities) > 3:
        return
    measures = BY_DIMENSION[statement.quantity.unit.dimension]
    found = _sized(case, statement, tagged, match, measures)
    if found:
        yield _offer(case, statement, found)


def _sized(
    case: Case, statement: Statement, tagged: Tagged, match: re.Match[str], measures: tuple[str, ...]
) -> _Size | None:
    quantity, target = statement.quantity, _target(case, tagged, match)
    if target is None or quantity.form is not Form.AMOUNT or quantity.direction.value or quantity.unit.per is not None:
        return None
    thing, count, factor = target
    measure = next((m for m in measures if m in case.library.measures and case.library.series(thing, m)), None)
    each = case.figure(thing, measure, statement) if measure else None
    unit = case.measure(measure).unit if measure else ""
    if (
        each is None
        or (each.drifted.low or 0) <= 0
        or measure is None
        or unit not in UNITS
        or quantity.unit.factor is None
    ):
        return None
    scale = quantity.unit.factor / UNITS[unit][1]
    stated = quantity.stated * Interval.point(scale)
    assert stated.low is not None
    assert stated.high is not None
    worded = counted(quantity.value, several(quantity.unit.name), 3)
    rest = Reference(
        "message",
        say("the message's own {number}", number=worded),
        stated.low,
        quantity.value * scale,
        stated.high,
        unit,
        "",
        say("the message"),
    )
    size = DatedFigure(stated, quantity.interval * Interval.point(scale), rest)
    if factor == 1 and count is None and match["word"] is None and match["as"] is None:
        return None  # a name alone behind a number likens nothing
    return _Size(size, "", count, factor, thing, measure, each, worded)


def _target(case: Case, tagged: Tagged, match: re.Match[str]) -> tuple[str, Quantity | None, Fraction] | None:
    """The thing, how many of them (a quantity, or a factor before its name)."""
    sign, multiple = match["target"], tagged.quantity(match["multiple"]) if match["multiple"] else None
    if multiple is not None and multiple.form not in (Form.MULTIPLE, Form.RATIO):
        return None
    factor = multiple.value if multiple is not None else Fraction(1)
    if sign.startswith("Q"):
        count = tagged.quantity(sign)
        thing = counted_thing(case.library, count) if count.form is Form.AMOUNT else None
        return (thing, count, Fraction(1)) if thing and factor == 1 else None
    entity = tagged.name(sign).entities[0]
    return (entity, multiple, factor) if case.entity(entity).kind in MEASURED else None


def _of_entity(case: Case, statement: Statement) -> Iterator[Offer]:
    tagged = tag(statement.sentence)
    match = ENTITY.fullmatch(tagged.text)
    target = _target(case, tagged, match) if match else None
    if match is None or target is None or (match["multiple"] and match["as"] not in LENGTHWISE):
        return  # a multiple of another is compared elsewhere
    who, (thing, count, factor) = tagged.name(match["who"]).entities[0], target
    said = match["word"] or match["as"] or "much"
    word = (match["verb"] or "") if said == "much" else said
    word = match["what"] or word
    measures = tagged.measure(word).measures if word.startswith("M") else BY_WORD.get(word, ())
    measures = measures if who != thing else ()
    for measure in measures:
        size, each = (
            case.figure(e, measure, statement) if measure in case.library.measures else None for e in (who, thing)
        )
        if size is not None and each is not None and (each.drifted.low or 0) > 0:
            yield _offer(case, statement, _Size(size, who, count, factor, thing, measure, each))
            return


def _offer(case: Case, statement: Statement, found: _Size) -> Offer:
    reckoned = RATIO.reckon("ratio", size=found.size.drifted, thing=found.each.drifted, count=Interval.point(1))
    verdict = band.agreement(found.claimed, reckoned)
    unit = found.each.rest.unit
    each = measured(found.each.value, unit, 3)
    thing = case.named(found.thing)
    shown = amount(found.fitting, 3 if Fraction(9, 10) < found.fitting / found.number < Fraction(11, 10) else 2)
    text = say(
        "{size} is {number} × {thing} ({each}, {origin})",
        size=_size(found),
        number=shown,
        thing=thing,
        each=each,
        origin=found.each.origin,
    )
    worked = f"{exact(found.size.value)} / {exact(found.each.value)} = {bare(found.fitting, 4)}"
    rests = tuple(figure.rest for figure in (found.size, found.each) if figure.rest.id != "message")
    actual = RATIO.reckon("ratio", size=found.size.interval, thing=found.each.interval, count=Interval.point(1))
    comparison = Comparison(text, worked, actual, "", Vote.DECIDES, verdict, rests, NAME, value=found.fitting)
    headline = say("it is {number} × {thing}", number=shown, thing=thing)
    here = [s for s in case.beside(statement) if found.count is not None and s.quantity is found.count]
    flip = "" if verdict is Verdict.ADDS_UP else _flip(case, found)
    return Offer(
        NAME, (statement, *here), _reading(case, found), (comparison,), headline, flip, weight=Fraction(3), alone=True
    )


def _size(found: _Size) -> str:
    return found.worded or measured(found.size.value, found.size.rest.unit, 3)


def _reading(case: Case, found: _Size) -> str:
    what = (
        _size(found)
        if not found.who
        else say("the {what} of {who}", what=case.called(found.measure), who=case.named(found.who))
    )
    if found.number == 1:
        return say("{what} is the {thing}", what=what, thing=case.titled(found.thing, found.measure))
    return say(
        "{what} is {number} times the {thing}",
        what=what,
        number=amount(found.number, 3),
        thing=case.titled(found.thing, found.measure),
    )


def _flip(case: Case, found: _Size) -> str:
    edge = band.around(Interval.point(found.fitting), band.ALLOWED)
    return say(
        "Would be plausible between {low} and {high} times {thing}",
        low=amount(edge.low or Fraction(0)),
        high=amount(edge.high or Fraction(0)),
        thing=case.named(found.thing),
    )
