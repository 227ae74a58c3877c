"""The plans of a text, each gathered from all sentences that say it, with what the text itself gives beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from knowledge import Library
from quantities import Dimension, Form, Period, PeriodKind, Quantity
from quantities.model.quantity import SECONDS
from reasoning.check import Checked
from reasoning.data.tables import cues
from reasoning.explaining.decision import Decided
from reasoning.explaining.plan_lines import Plan
from reasoning.explaining.size import place_named
from reasoning.model.claim import Candidate
from reasoning.model.leaf import Sort
from reasoning.reading.passage import Sentence, is_share, read_passage

PLAN = "plan"
Key = tuple[Fraction, str, str]  # the number planned, and whose and what it is set beside


@dataclass(frozen=True, slots=True)
class _Said:
    """A plan in one of the sentences that say it."""

    sentence: Sentence
    candidate: Candidate


def plan_key(candidate: Candidate) -> Key | None:
    """What is the same in two sentences that say the same plan; None where a number is set beside no single figure."""
    left, right = candidate.claim.left.leaf, candidate.claim.right.leaf
    if left is None or right is None or right.sort is not Sort.FIGURE:
        return None
    return left.value, right.entity, right.measure


def gather_plans(decided: Iterable[tuple[Checked, Decided]], text: str, library: Library) -> dict[Key, Plan]:
    """The plans of a text by their keys; what one sentence leaves out is taken from the others that say the same."""
    said: dict[Key, list[_Said]] = {}
    for checked, one in decided:
        key = plan_key(one.judged.candidate)
        if key is not None:
            said.setdefault(key, []).append(_Said(checked.sentence, one.judged.candidate))
    return {
        key: _gathered(rows, text, library)
        for key, rows in said.items()
        if any(row.candidate.claim.relation == PLAN for row in rows)
    }


def _gathered(rows: list[_Said], text: str, library: Library) -> Plan:
    first = next(row for row in rows if row.candidate.claim.relation == PLAN)
    left, right = first.candidate.claim.left.leaf, first.candidate.claim.right.leaf
    assert left is not None
    assert right is not None
    quantity = first.sentence.stated[first.candidate.target].quantity
    period = next(filter(None, map(_period, rows)), None)
    place = next(filter(None, (place_named(row.sentence, library) for row in rows)), None)
    money = next(filter(None, map(_money, rows)), None)
    plan = Plan(quantity, left, right, period, place)
    if money is None:
        return plan
    return replace(plan, money=money, pledged=_pledged_before(first.sentence, text, library))


def _period(row: _Said) -> Period | None:
    """The time that a plan is to take, where its sentence says so."""
    sentence, candidate = row.sentence, row.candidate
    period = sentence.stated[candidate.target].quantity.period
    if period is not None and period.kind is PeriodKind.OVER and period.seconds:
        return period
    if candidate.claim.relation != PLAN:
        return None
    said = [sentence.stated[index].quantity for index in sorted(candidate.stated - {candidate.target})]
    times = [one for one in said if one.unit.dimension is Dimension.TIME and one.unit.name in SECONDS]
    return Period(PeriodKind.OVER, times[0].value, times[0].unit.name) if times else None


def _money(row: _Said) -> Quantity | None:
    """The money that is said in the sentence of a planned number of something."""
    if row.candidate.claim.relation != PLAN or _is_money(row.sentence.stated[row.candidate.target].quantity):
        return None
    found = [one.quantity for one in row.sentence.stated if _is_money(one.quantity)]
    return found[0] if len(found) == 1 else None


def _is_money(quantity: Quantity) -> bool:
    """Whether a number is an amount of money, and not so much for each of something."""
    return bool(quantity.unit.currency) and quantity.form is Form.AMOUNT and not (quantity.unit.per or quantity.period)


def _pledged_before(sentence: Sentence, text: str, library: Library) -> Fraction | None:
    """The share of a plan's money that the next sentence says was pledged before: "half of it had been ... before"."""
    after = [one for one in read_passage(text, library).sentences if one.span[0] >= sentence.span[1]]
    if not after or len(after[0].stated) != 1:
        return None
    quantity, stems = after[0].stated[0].quantity, set(after[0].stems)
    if not is_share(quantity) or not (stems & cues()["earlier"] and stems & cues()["that_sum"]):
        return None
    share = quantity.value / 100 if quantity.form is Form.PERCENT else quantity.value
    return share if 0 < share < 1 else None
