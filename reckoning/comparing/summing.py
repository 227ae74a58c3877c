"""One against several others by one measure, claimed and reckoned, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_number as amount
from quantities import Interval, Quantity
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import measured, publishing, times
from reckoning import band
from reckoning.comparing.ranking import CLEAR, CLEAR_OTHERWISE
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.reading.case import Case

NAME = "sum_of_parts"

RATIO = Formula("ratio = first / total")


@dataclass(frozen=True, slots=True)
class Sum:
    """One entity, or a number said, against several others by one measure."""

    measure: str
    first: DatedFigure
    parts: tuple[DatedFigure, ...]
    who: str  # "" where a number is said
    others: tuple[str, ...]
    claimed: Interval
    said: Quantity | None
    verdict: Verdict
    theirs: str = ""  # the measure of the other, where it is another

    @property
    def total(self) -> Fraction:
        return sum((part.value for part in self.parts), Fraction(0))

    @property
    def ratio(self) -> Fraction:
        return self.first.value / self.total if self.total else Fraction(0)


def verdict_of(found: Sum) -> Verdict:
    """A yes or a no only where the two are farther apart than they would be counted otherwise."""
    ratio, margin = found.ratio, _margin(found)
    surely = ratio > 1 + margin if ratio > 1 else ratio * (1 + margin) < 1
    if ratio in found.claimed:
        return Verdict.ADDS_UP if surely else Verdict.PLAUSIBLE
    return Verdict.DOESNT_ADD_UP if surely else Verdict.CANT_TELL


def _margin(found: Sum) -> Fraction:
    """By definition, and by how the figures may have drifted; as a share of one."""
    widest = max(_width(figure) for figure in (found.first, *found.parts))
    return CLEAR.get(found.measure, CLEAR_OTHERWISE) + widest


def _width(figure: DatedFigure) -> Fraction:
    assert figure.drifted.high is not None
    return figure.drifted.high / figure.value - 1


def listed(case: Case, entities: tuple[str, ...]) -> str:
    names = [case.named(entity) for entity in entities]
    return names[0] if len(names) == 1 else say("{list} and {last}", list=", ".join(names[:-1]), last=names[-1])


def reading(case: Case, found: Sum) -> str:
    others, what = listed(case, found.others), _named(case, found.measure)
    if found.said is not None:
        return say(
            "the combined {what} of {others} is {number}",
            what=what,
            others=others,
            number=_worded(found, found.first.value),
        )
    words = {"what": what, "who": case.named(found.who), "others": others}
    fewer = found.claimed.high is not None
    if found.theirs:
        return _across(words | {"theirs": _named(case, found.theirs)}, fewer=fewer)
    if len(found.others) > 1:
        if fewer:
            return say("the {what} of {who} is smaller than that of {others} together", **words)
        return say("the {what} of {who} is larger than that of {others} together", **words)
    if fewer:
        return say("the {what} of {who} is smaller than that of {others}", **words)
    return say("the {what} of {who} is larger than that of {others}", **words)


def _across(words: dict[str, str], *, fewer: bool) -> str:
    if fewer:
        return say("the {what} of {who} is smaller than the {theirs} of {others}", **words)
    return say("the {what} of {who} is larger than the {theirs} of {others}", **words)


def _named(case: Case, measure_id: str) -> str:
    measure = case.measure(measure_id)
    counted = measure.name.startswith("people") or (
        measure.name.endswith("s") and measure.unit in (measure.name, "people")
    )
    return say("number of {what}", what=say(measure.name)) if counted else say(measure.name)


def _worded(found: Sum, number: Fraction, figures: int = 3) -> str:
    unit = found.first.rest.unit
    return amount(number, figures) if unit == "people" else measured(number, unit, figures)


def headline(case: Case, found: Sum) -> str:
    if found.said is not None:
        return say("together it is {number}", number=_worded(found, found.total, 2))
    return say(
        "{times} the {what} of {others}",
        times=_times(found.ratio),
        what=case.called(found.theirs or found.measure),
        others=listed(case, found.others),
    )


def _times(ratio: Fraction) -> str:
    """Near one, so much closer that the side shows: "1.03×"."""
    near = Fraction(9, 10) < ratio < Fraction(11, 10)
    return f"{amount(ratio, 3)}×" if near else times(Interval.point(ratio))


def comparison(case: Case, found: Sum, vote: Vote) -> Comparison:
    rests = tuple(figure.rest for figure in (found.first, *found.parts) if figure.rest.id != "message")
    total = found.parts[0].interval
    for part in found.parts[1:]:
        total = total + part.interval
    first = found.first.rest
    ratio = RATIO.reckon("ratio", first=Interval(first.low, first.high), total=total)
    parts = " + ".join(_worded(found, part.value) for part in found.parts)
    if len(found.parts) > 1:
        parts = f"{parts} = {_worded(found, found.total)}"
    text = say(
        "{times}: {first} against {parts} ({origin})",
        times=_times(found.ratio),
        first=_worded(found, found.first.value),
        parts=parts,
        origin=_origin(found),
    )
    if found.said is None:
        text = say("by {what} {line}", what=case.called(found.measure), line=text)
    worked = (
        f"{exact(found.first.value)} / ({' + '.join(exact(part.value) for part in found.parts)}) = "
        f"{bare(found.ratio, 4)}"
    )
    points_to = found.verdict if vote is Vote.DECIDES else None
    kind = NAME if found.said or found.others[1:] else "compare"
    return Comparison(text, worked, ratio, "", vote, points_to, rests, kind, value=found.ratio)


def _origin(found: Sum) -> str:
    origins = [figure.origin for figure in (found.first, *found.parts) if figure.rest.id != "message"]
    return "; ".join(dict.fromkeys(origins))


def flip(case: Case, found: Sum) -> str:
    if found.verdict in (Verdict.ADDS_UP, Verdict.CANT_TELL):
        return ""
    if found.said is None:
        if found.verdict is Verdict.PLAUSIBLE:
            return ""
        return say("Would fit if {who} had {number}", who=case.named(found.who), number=_worded(found, found.total, 2))
    edge = band.around(Interval.point(found.total), band.ALLOWED)
    return say(
        "Would be plausible between {low} and {high}",
        low=_worded(found, edge.low or Fraction(0), 2),
        high=_worded(found, edge.high or Fraction(0), 2),
    )


def missing_figure(case: Case, found: Sum) -> str:
    """What would settle it: figures counted alike."""
    measure = case.measure(found.measure)
    entities = listed(case, (found.who, *found.others))
    missing = say("the {what} of {who}, counted alike", what=say(measure.name), who=entities)
    return publishing(missing, measure.publisher)
