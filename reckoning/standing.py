"""A claimed level beside the stored figure it is set against, both in the measure's unit and for its period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from i18n.number_format import format_number as amount
from knowledge import Figure, Nature
from knowledge.text.inflection import singular
from quantities import Interval, PeriodKind
from quantities.model.quantity import SECONDS
from reasoning.model.answer import Verdict
from reasoning.wording.numbers import measured, plural_of
from reckoning import band
from reckoning.currency import HOME, in_currency
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.physical import base_factor
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

YEARLY = Formula("yearly = claimed * year / period")
# Measures that a sentence without a name says of the whole world: "every minute 250 babies are born".
OF_ALL = ("population", "births", "deaths")
NEXT = timedelta(days=3 * 366)  # figures so far apart say little of a day between them
OLD = Fraction(1, 12)  # so much drift of what a census counts
# Beyond what a census allows, a near number is a stretch.
MILDER = {Verdict.ADDS_UP: Verdict.STRETCH, Verdict.PLAUSIBLE: Verdict.STRETCH}


@dataclass(frozen=True, slots=True)
class Standing:
    """`claimed` is the interval the words allow, `stated` the number said; `figure` the stored one.

    `assumed` is true where the text names nobody and the whole world is taken. `shown` turns the measure's unit into
    `unit`, the one the message uses, for the wording.
    """

    holder: str
    measure: str
    claimed: Interval
    stated: Fraction
    figure: DatedFigure
    assumed: bool
    shown: Fraction
    unit: str

    @property
    def verdict(self) -> Verdict:
        """By how far the two lie apart; of a part of the world that is not named, a small number says nothing."""
        verdict = band.level(self.claimed, self.figure.interval, self.figure.drifted, self.measure)
        if self.measure in band.CENSUS and not self.is_wide_of_age:
            verdict = self._as_counted(verdict)
        if self.assumed and verdict is not Verdict.ADDS_UP and self.claimed.below(self.figure.drifted):
            return Verdict.CANT_TELL
        return verdict

    @property
    def is_wide_of_age(self) -> bool:
        """Whether the figure is so old that its drift is most of what it allows."""
        low, high = self.figure.drifted.high, self.figure.interval.high
        return low is not None and high is not None and low > high * (1 + OLD)

    def _as_counted(self, verdict: Verdict) -> Verdict:
        """What a census counts is held to the number said, and not to all that its rounding allows."""
        low, high = self.figure.interval.low, self.figure.interval.high
        if not low or not high or not self.stated or self.claimed.overlaps(self.figure.interval):
            return verdict
        off = max(self.stated / high, low / self.stated) - 1  # from the nearer end of what is stored
        if off > band.COUNTED_WELL[1]:
            return MILDER.get(verdict, verdict)
        return Verdict.PLAUSIBLE if off > band.AGREES and verdict is Verdict.ADDS_UP else verdict

    def words(self, number: Fraction, figures: int = 2) -> str:
        """A number of the measure, in the message's unit; without one where the measure's name says it."""
        if self.unit in ("people", self.measure):
            return amount(number, figures)
        return measured(number * self.shown, self.unit, figures)


RECENT = timedelta(days=6 * 366)


def earlier(case: Case, standing: Standing) -> Figure | None:
    """The latest figure of the six years before the one used with which the claim agrees: it was so, then."""
    rest = standing.figure.rest
    series = case.library.series(standing.holder, standing.measure)
    used = next((one for one in series if one.id == rest.id), None)
    if used is None:
        return None
    before = [one for one in series if used.start - RECENT <= one.start < used.start]
    agrees = (one for one in reversed(before) if standing.claimed.overlaps(band.around(one.interval, band.AGREES)))
    return next(agrees, None)


def later(case: Case, standing: Standing, day: date) -> Figure | None:
    """The next figure after the one used, where the day lies between the two and the claim does too, or agrees."""
    rest = standing.figure.rest
    series = case.library.series(standing.holder, standing.measure)
    at = next((place for place, one in enumerate(series) if one.id == rest.id), len(series))
    if at + 1 >= len(series) or series[at].end >= day or series[at + 1].start - series[at].end > NEXT:
        return None
    low, high = sorted((series[at].value, series[at + 1].value))
    agrees = standing.claimed.overlaps(band.around(series[at + 1].interval, band.AGREES))
    return series[at + 1] if agrees or low <= standing.stated <= high else None


def stand(case: Case, statement: Statement, measure_id: str) -> list[Standing]:
    """The claimed level beside its figure, for each entity that the name may mean.

    None where a figure or a common unit is missing.
    """
    holder = case.holder(statement, measure_id)
    assumed = holder is None and not statement.names and measure_id in OF_ALL
    holder = "world" if assumed else holder or _home(case, statement, measure_id)
    if holder is None:
        return []
    namesakes = next((name.entities for name in statement.names if name.entities[0] == holder), (holder,))
    found = (_stand(case, statement, measure_id, entity, assumed=assumed) for entity in namesakes)
    return [standing for standing in found if standing is not None]


def _stand(case: Case, statement: Statement, measure_id: str, holder: str, *, assumed: bool) -> Standing | None:
    figure = case.figure(holder, measure_id, statement)
    factor = factor_of(case, statement, measure_id)
    if figure is None or factor is None or factor.middle is None:
        return None
    quantity, unit = statement.quantity, case.measure(measure_id).unit
    shown, name = Fraction(1), unit
    if quantity.unit.factor is not None and base_factor(quantity, unit) is not None:
        shown, name = 1 / factor.middle, plural_of(quantity.unit.name)
    claimed = quantity.interval * factor
    return Standing(holder, measure_id, claimed, quantity.value * factor.middle, figure, assumed, shown, name)


def _home(case: Case, statement: Statement, measure_id: str) -> str | None:
    """The country of the currency, for money of a country that nobody names: "the national debt is $38 trillion"."""
    if statement.names or not statement.is_money:
        return None
    home = HOME.get(statement.quantity.unit.currency or "")
    return home if home and case.library.series(home, measure_id) else None


def factor_of(case: Case, statement: Statement, measure_id: str, *, without_period: bool = False) -> Interval | None:
    """What turns the quantity into the measure's unit and period; None where that can't be."""
    measure, quantity = case.measure(measure_id), statement.quantity
    if quantity.unit.name and quantity.unit.name == singular(measure.unit):
        unit: Interval | None = Interval.point(1)
    else:
        unit = in_currency(case, quantity, measure.unit, case.day(statement)) or base_factor(quantity, measure.unit)
    if unit is None:
        return None
    period = None if without_period else quantity.period
    if period is None or period.kind is not PeriodKind.PER:
        return unit if measure.nature is Nature.STOCK or measure.period == "year" else None
    if measure.nature is Nature.STOCK or measure.period is None or period.seconds is None:
        return None
    year = Interval.point(SECONDS[measure.period])
    return YEARLY.solve("yearly", claimed=unit, year=year, period=Interval.point(period.seconds))
