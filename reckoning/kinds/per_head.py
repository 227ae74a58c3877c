"""Per head or household: a sum shared out. "Split among all Germans, €10 billion gives everyone €100,000"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_money as money
from quantities import Interval, PeriodKind
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import measured, times
from reckoning import band
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.group import GROUPS, group_of, size
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.reading.verb import Action

NAME = "per_head"
EACH = Formula("each = total / heads")
# Measures that are a sum which may be shared out; a wage or a price is one's already.
SUMS = frozenset(
    """national_debt national_debt_kes national_debt_ngn national_debt_inr national_debt_zar national_debt_aud
    national_debt_cad national_debt_ghs debt_held_by_public federal_outlays federal_receipts federal_deficit
    gdp gdp_gbp gdp_eur
    public_debt_gbp public_spending_gbp household_debt student_debt credit_card_debt mortgage_debt auto_debt
    military_spending defence_spending_gbp health_spending health_spending_gbp foreign_aid foreign_aid_gbp
    social_security_spending medicare_spending medicaid_spending net_interest debt_interest_gbp income_tax_receipts
    tariff_revenue government_spending government_revenue exports imports remittances""".split()
)
FEWEST = 1000
RATIO = Formula("ratio = claimed / each")
FORMULAS = (EACH, RATIO)


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if not statement.is_money or statement.is_negated:
        return
    group = group_of(case, statement)
    heads = size(case, group, statement) if group else None
    if group is None or heads is None:
        return
    monies = [s for s in case.beside(statement) if s.is_money]
    totals = [s for s in monies if group_of(case, s) is None]
    if len(monies) == 2 and len(totals) == 1:
        yield from _shared_out(case, statement, totals[0], group, heads)
    elif not totals:
        yield from _stored_total(case, statement, group, heads)


def _shared_out(
    case: Case, each: Statement, total: Statement, group: tuple[str, str], heads: DatedFigure
) -> Iterator[Offer]:
    """The message gives the whole and what each gets: its own two sums and the stored number of heads."""
    if each.currency != total.currency or _is_rate(each) != _is_rate(total):
        return
    if total.quantity.value < each.quantity.value * FEWEST:
        return  # no sum of a whole people
    share = _length(each) / _length(total)
    whole = total.quantity.interval * Interval.point(share)
    reckoned = EACH.solve("each", total=whole, heads=heads.drifted)
    point = total.quantity.value * share / heads.value
    verdict = band.agreement(each.quantity.interval, reckoned)
    reading = say(
        "{total} shared out among the {group} is {each} each",
        total=money(total.quantity.value, total.currency, 3),
        group=case.titled(*group),
        each=money(each.quantity.value, each.currency, 3),
    )
    yield _offer((each, total), reading, _Sum(total.quantity.value * share, heads, point), verdict, ())


def _stored_total(case: Case, statement: Statement, group: tuple[str, str], heads: DatedFigure) -> Iterator[Offer]:
    """The message names a stored total, such as the debt: "the national debt is $100,000 per household"."""
    if statement.is_plan or not _is_plain(statement):
        return
    for measure in _totals(statement):
        total = case.figure(group[0], measure, statement)
        if total is None or total.rest.unit != statement.currency:
            continue
        reckoned = EACH.solve("each", total=total.drifted, heads=heads.drifted)
        verdict = band.agreement(statement.quantity.interval, reckoned)
        reading = say(
            "the {total} is {each} for each of the {group}",
            total=case.titled(group[0], measure),
            each=money(statement.quantity.value, statement.currency, 3),
            group=case.called(group[1]),
        )
        yield _offer((statement,), reading, _Sum(total.value, heads, total.value / heads.value), verdict, (total,))
        return


def _is_plain(statement: Statement) -> bool:
    """Whether the words say no more than that the total is so much each: a part of it would be another sum."""
    strange = [word for word in statement.unexplained if word.lower() not in GROUPS]
    return not strange and not statement.action & {Action.COST, Action.SPEND, Action.CHANGE}


def _totals(statement: Statement) -> list[str]:
    return [m for mention in statement.sentence.mentions for m in mention.measures if m in SUMS]


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total, the heads it is shared among, and what each gets."""

    total: Fraction
    heads: DatedFigure
    each: Fraction


def _offer(
    statements: tuple[Statement, ...], reading: str, done: _Sum, verdict: Verdict, rests: tuple[DatedFigure, ...]
) -> Offer:
    said, currency, heads = statements[0].quantity, statements[0].currency, done.heads
    ratio = RATIO.solve("ratio", claimed=Interval.point(said.value), each=Interval.point(done.each))
    got = money(done.each, currency)
    text = say(
        "{total} / {heads} = {each} each ({origin})",
        total=money(done.total, currency, 3),
        heads=measured(heads.value, heads.rest.unit, 3),
        each=got,
        origin=heads.origin,
    )
    worked = (
        f"{exact(done.total)} / {exact(heads.value)} = {exact(done.each)} {currency}; "
        f"{exact(said.value)} / {exact(done.each)} = {bare(said.value / done.each, 4)}"
    )
    comparison = Comparison(
        text, worked, ratio, "", Vote.DECIDES, verdict, (heads.rest, *(f.rest for f in rests)), NAME
    )
    headline, flip = say("{each} each", each=got), ""
    if verdict is not Verdict.ADDS_UP:
        headline = say("{each} each, not {said}", each=got, said=money(said.value, currency, 3))
        needed = money(said.value * heads.value, currency)
        flip = say("Would take {total} in all ({times} as much)", total=needed, times=times(ratio))
    return Offer(NAME, statements, reading, (comparison,), headline, flip, weight=Fraction(3), alone=True)


def _is_rate(statement: Statement) -> bool:
    period = statement.quantity.period
    return period is not None and period.kind is PeriodKind.PER


def _length(statement: Statement) -> Fraction:
    """The seconds of its period; 1 for a sum that is no rate."""
    period = statement.quantity.period
    seconds = period.seconds if period is not None and period.kind is PeriodKind.PER else None
    return seconds or Fraction(1)
