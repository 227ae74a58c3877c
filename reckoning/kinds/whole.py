"""More than the whole there is: a part that is larger than all of it. "He will create 550 million jobs in the US"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from i18n.number_format import format_number as amount
from quantities import PeriodKind
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import counted, measured, times
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import PLACES, Statement

NAME = "more_than_the_whole"
RATIO = Formula("ratio = part / whole")
FORMULAS = (RATIO,)
# The whole that a counted noun is a part of. Only living people and standing things: visits, doses and
# passengers may well outnumber the people there are.
WHOLES = {
    "people": "population",
    "resident": "population",
    "inhabitant": "population",
    "citizen": "population",
    "job": "labour_force",
    "worker": "labour_force",
    "household": "households",
    "family": "households",
    "small business": "small_businesses",
    "business": "businesses",
}
SPEAKING = frozenset({"speak", "speaks", "spoke", "spoken"})
INSIDE = 3  # of the ranks of a place: "in" it, or in the quantity itself
REPEATED = frozenset(
    """abroad outside overseas diaspora roots descent descendants ancestry heritage speak speaks spoke spoken ever
    history since cumulative cumulatively visit visited travel travelled doses times views""".split()
)


def whole_of(case: Case, statement: Statement) -> tuple[str, str] | None:
    """The entity and measure that the counted thing is a part of: ("US", "labour_force") for jobs in the US."""
    if not statement.is_count or not _is_one_place(case, statement):
        return None
    people_of = _people(case, statement)
    phrases = (statement.counted_as, statement.noun) if not people_of else ("people",)
    for phrase in phrases:
        measure = WHOLES.get(phrase)
        entity = people_of or case.place(statement)
        if measure and entity and case.library.series(entity, measure):
            return entity, measure
    return None


def _people(case: Case, statement: Statement) -> str | None:
    """The country whose people are counted: "3 million Americans"."""
    for name in statement.names:
        if name.form == "people" and statement.quantity.number_span[1] <= name.span[0] < statement.span[1] + 2:
            beside = case.scene.text[name.span[1] : name.span[1] + 6].split()[:1]
            return None if beside and beside[0].lower() in ("and", "or", "&", ",") else name.entities[0]
    return None


def _is_one_place(case: Case, statement: Statement) -> bool:
    """Whether one place is meant: the one in the quantity, or the only one named besides those that it is in.

    "Syrians in Turkey" are a part of neither whole.
    """
    if statement.place_rank > INSIDE:
        return True
    places = {n.entities[0] for n in statement.names if case.entity(n.entities[0]).kind in PLACES}
    return len({p for p in places if not any(case.is_within(other, p) for other in places)}) == 1


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    found = whole_of(case, statement)
    period = statement.quantity.period
    repeated = REPEATED - SPEAKING if _people(case, statement) else REPEATED  # of a people, each once
    if found is None or statement.lowers & repeated or not statement.is_asserted or statement.asks_size:
        return
    if statement.is_past or case.is_ahead(statement) or statement.place_rank < INSIDE:
        return
    if period is not None and period.kind in (PeriodKind.SINCE, PeriodKind.PER):
        return
    figure = case.figure(*found, statement)
    if figure is None or not figure.drifted.widened(Fraction(1, 10)).below(statement.quantity.interval):
        return
    yield _more(case, statement, found, figure)


def _more(case: Case, statement: Statement, found: tuple[str, str], figure: DatedFigure) -> Offer:
    claimed = statement.quantity
    ratio = RATIO.solve("ratio", part=claimed.stated, whole=figure.interval)
    middle = claimed.value / figure.value
    what = case.titled(*found)
    text = say("{times} the {whole} ({number}, {origin})", times=f"{amount(middle)}×", whole=what,
               number=measured(figure.value, figure.rest.unit, 3), origin=figure.origin)  # fmt: skip
    expression = f"{exact(claimed.value)} / {exact(figure.value)} = {bare(middle, 4)}"
    comparison = Comparison(
        text, expression, ratio, "", Vote.DECIDES, Verdict.DOESNT_ADD_UP, (figure.rest,), NAME, value=middle
    )
    number = counted(claimed.value, statement.counted, 3)
    reading = say("{what} in {where}", what=number, where=case.named(found[0]))
    edge, flip = figure.drifted.high, ""
    if edge is not None:
        flip = say("Possible only below {number}, the whole there is", number=measured(edge, figure.rest.unit))
    headline = say("{times} the {whole}", times=times(ratio), whole=what)
    return Offer(NAME, (statement,), reading, (comparison,), headline, flip)
