"""What a plan comes to beside what there is: so much a year, its part of a place, its multiple of a staff, its cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from i18n.language import say, translatable
from i18n.number_format import format_exact, format_in_english, format_money, format_number
from knowledge import Library
from quantities import Interval, Period, PeriodKind, Quantity
from quantities.model.quantity import SECONDS
from reasoning.explaining.amounts import in_unit_of, said
from reasoning.explaining.said_figures import SaidFigure
from reasoning.explaining.size import is_sizable, size_lines
from reasoning.model.answer import Comparison, Reference, Vote
from reasoning.model.leaf import Leaf
from reasoning.serialization.stored_claim import StoredClaim
from reasoning.wording.numbers import dated, measured, one_in, percent, share_of, times
from reasoning.wording.references import figure_name, reference_to

# Kinds of lines.
PACE, SHARE, PEER = "pace", "share", "peer"
MULTIPLE, UNIT_COST, NEW_MONEY = "multiple", "unit_cost", "new_money"
LEAST_YEARS = 2
STORED_TIMES = translatable("({multiple} the {number} stored for {date}, {producer})")
STORED_SHARE = translatable("({multiple} of the {number} stored for {date}, {producer})")


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as it is said in one sentence or several: how much, of what, over how many years, where, for what money.

    `own` is what it is set beside, `pledged` the share of the money that was pledged before.
    """

    quantity: Quantity
    leaf: Leaf
    own: Leaf
    period: Period | None = None
    place: str | None = None
    money: Quantity | None = None
    pledged: Fraction | None = None

    @property
    def years(self) -> Fraction | None:
        """How many years it is to take; None where nothing is said."""
        return self.period.seconds / SECONDS["year"] if self.period is not None and self.period.seconds else None

    @property
    def interval(self) -> Interval:
        """The number planned in base units."""
        return self.quantity.stated * Interval.point(self.leaf.factor)

    def is_own(self, figure: SaidFigure) -> bool:
        """Whether a figure of the text is of what the plan is set beside."""
        return (figure.stored.entity, figure.stored.measure) == (self.own.entity, self.own.measure)

    def is_peer(self, figure: SaidFigure) -> bool:
        """Whether it is of the same of another one, and the plan is for more than all of that."""
        is_other = figure.stored.measure == self.own.measure and figure.stored.entity != self.own.entity
        return is_other and self.leaf.value > figure.leaf.value

    def is_whole(self, figure: SaidFigure) -> bool:
        """Whether it is of all there are in the place of the plan."""
        return figure.stored.entity == self.place and figure.stored.type == self.leaf.type


def plan_of(stored: StoredClaim) -> Plan | None:
    """The plan that a stored claim is; None for any other claim."""
    quantity, left, right = stored.quantity, stored.claim.left.leaf, stored.claim.right.leaf
    if stored.claim.relation != "plan" or quantity is None or left is None or right is None:
        return None
    period = quantity.period if quantity.period is not None and quantity.period.kind is PeriodKind.OVER else None
    money = stored.numbers[stored.money] if stored.money >= 0 else None
    return Plan(quantity, left, right, period, stored.place or None, money, stored.pledged)


def plan_lines(
    plan: Plan, figures: dict[tuple[str, str], SaidFigure], library: Library, as_of: date
) -> Iterator[Comparison]:
    """The lines that show the size of a plan; figures that the text gives itself go before those that are stored."""
    if plan.years is not None and plan.years >= LEAST_YEARS:
        yield _pace(plan, plan.years, library)
    if plan.money is not None:
        yield _unit_cost(plan, plan.money, library)
        if plan.pledged is not None:
            yield _new_money(plan.money, plan.pledged)
    yield from (_times_of(plan, one, library, Vote.INDICATES, PEER) for one in figures.values() if plan.is_peer(one))
    if plan.place is not None and is_sizable(plan.quantity):
        wholes = [one for one in figures.values() if plan.is_whole(one)]
        if wholes:
            yield _times_of(plan, wholes[0], library, Vote.SCALE, SHARE)
        else:
            yield from size_lines(plan.quantity, plan.place, library, as_of)[:1]


def multiple_line(plan: Plan, figure: SaidFigure, library: Library) -> Comparison:
    """The line that decides where the text says itself what there is: "33× employees of ...: about 30,000"."""
    return _times_of(plan, figure, library, Vote.DECIDES, MULTIPLE)


def _pace(plan: Plan, years: Fraction, library: Library) -> Comparison:
    quantity = plan.quantity
    each = quantity.value / years
    time = say("{number} years", number=format_number(years))
    text = say("{each} a year, every year for {time}", each=in_unit_of(each, quantity, library), time=time)
    worked = f"{format_exact(quantity.value)} / {format_exact(years)} = {format_exact(each)}"
    return Comparison(text, worked, quantity.stated / Interval.point(years), "a year", Vote.SCALE, None, (), PACE)


def _unit_cost(plan: Plan, money: Quantity, library: Library) -> Comparison:
    each, currency = money.value / plan.quantity.value, money.unit.currency or ""
    text = say(
        "{money} for each of the {number}", money=format_money(each, currency), number=said(plan.quantity, library)
    )
    worked = f"{format_exact(money.value)} / {format_exact(plan.quantity.value)} = {format_exact(each)} {currency}"
    result = money.stated / plan.quantity.stated
    return Comparison(text, worked, result, currency, Vote.SCALE, None, (), UNIT_COST, value=each)


def _new_money(money: Quantity, pledged: Fraction) -> Comparison:
    new, currency = money.value * (1 - pledged), money.unit.currency or ""
    text = say(
        "{share} of the {money} was pledged before, the message says: {new} is new",
        share=percent(pledged * 100),
        money=format_money(money.value, currency),
        new=format_money(new, currency),
    )
    worked = f"{format_exact(money.value)} × (1 − {format_exact(pledged)}) = {format_exact(new)} {currency}"
    return Comparison(text, worked, Interval.point(new), currency, Vote.SCALE, None, (), NEW_MONEY, value=new)


def _times_of(plan: Plan, figure: SaidFigure, library: Library, vote: Vote, kind: str) -> Comparison:
    """The plan as a share or a multiple of what the text gives itself, with what is stored beside it."""
    ratio = plan.interval / figure.interval
    rests = (figure.reference(library), *_stored(figure, library))
    name = figure_name(figure.stored.measure, figure.stored.entity, library)
    text = say(
        "{multiple}: {number}, the message's own figure",
        multiple=_of(ratio, name),
        number=figure.number(library),
    )
    if rests[1:]:
        text += " " + _beside(plan, figure, rests[1])
    worked = (
        f"{format_in_english(plan.leaf.value, 6)} / {format_in_english(figure.leaf.value, 6)}"
        f" = {format_in_english(plan.leaf.value / figure.leaf.value, 4)}"
    )
    return Comparison(text, worked, ratio, "", vote, None, rests, kind)


def _of(ratio: Interval, name: str) -> str:
    """A ratio with what it is of: "33× employees of Alibaba", "1 in 15 of labour force of Germany"."""
    if ratio.middle is None or ratio.middle > 1:
        return f"{times(ratio)} {name}"
    return share_of(ratio, say("the {what}", what=name))


def _stored(figure: SaidFigure, library: Library) -> tuple[Reference, ...]:
    stored = library.figure_of(figure.stored.id)
    return (reference_to(stored, library),) if stored is not None else ()


def _beside(plan: Plan, figure: SaidFigure, rest: Reference) -> str:
    """What the plan is of the figure that is stored: "(27× the 36,400 stored for March 2016, Alibaba)"."""
    ratio = plan.interval / Interval.point(figure.stored.value)
    sentence = STORED_TIMES if plan.leaf.value > figure.stored.value else STORED_SHARE
    return say(
        sentence,
        multiple=one_in(ratio),
        number=measured(rest.value, "", 3),
        date=dated(rest.as_of),
        producer=rest.producer,
    )
