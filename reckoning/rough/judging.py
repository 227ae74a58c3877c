"""What a loose reading is worth. Agreement is rare by chance, so it speaks for the reading; disagreement may only mean
that another thing was read, and counts where the core of the claim leaves no doubt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_money as money
from i18n.number_format import format_number as amount
from i18n.number_format import round_significant as rounded
from knowledge import Figure, Library
from quantities import Bound, Form, Interval, Quantity
from reasoning.model.answer import Comparison, Reference, Verdict, Vote
from reasoning.wording.numbers import counted, dated, one_in, percent, several, times
from reckoning import band
from reckoning.figure import BOUNDED, stored
from reckoning.offer import Offer
from reckoning.reading.statement import Statement

# A loose reading agrees within so much of the figures; one round digit may be a quarter off.
TIGHT = Fraction(12, 100)
ROUNDEST = Fraction(1, 4)
# However round the number and however wide the figures' range, adds up means so near.
SUREST = Fraction(15, 100)
# "More than 80" is said of 86 and not of 800.
ROOM = Fraction(3, 2)
# "Less than 2 %" is said of 1.1 %.
WIDE = Fraction(2)
# So many times off, no definition or rounding explains it.
FAR = Fraction(4, 3)
# So many times the deaths there are is past all doubt.
BEYOND_DOUBT = Fraction(200)
# Beyond a range that is wide already, so much is enough.
LEAST = Fraction(9, 8)
# A count so many times too small is of a part, if no word says that it is small.
PART = 8
SMALL = frozenset("only just merely mere".split())


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What the figures say that a number should be, in the number's own unit.

    `what` names it ("interest on the US federal debt"); `is_end` says that it went "to" the number. `working` is the
    sum in full. `is_sure` where the words leave no doubt that this is meant; then a number more than `spread` times off
    is a stretch.
    """

    interval: Interval
    value: Fraction
    what: str
    working: str
    rests: tuple[Reference, ...]
    is_sure: bool = False
    spread: Fraction = FAR
    is_end: bool = False

    def reading(self, said: str) -> str:
        if self.is_end:
            return say("{what} to {number}", what=self.what, number=said)
        return say("{what} is {number}", what=self.what, number=said)

    def line(self, got: str, said: str, origin: str) -> str:
        values = {"what": self.what, "reckoned": got, "said": said, "origin": origin}
        if self.is_end:
            return say("{what} to {reckoned} by the figures; said: {said} ({origin})", **values)
        return say("{what} is {reckoned} by the figures; said: {said} ({origin})", **values)


def claimed(quantity: Quantity) -> Interval:
    """What the words allow, read loosely: some room on both sides, and no endless "more than"."""
    value = quantity.value
    low, high = quantity.stated.low or value, quantity.stated.high or value
    slack = max(TIGHT, min(_roundness(quantity), ROUNDEST))
    match quantity.bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return Interval(low / (1 + TIGHT), high * ROOM)
        case Bound.AT_MOST | Bound.LESS_THAN | Bound.UP_TO:
            return Interval(low / (ROOM if _roundness(quantity) < ROUNDEST else WIDE), high * (1 + TIGHT))
    return Interval(low / (1 + slack), high * (1 + slack))


def _roundness(quantity: Quantity) -> Fraction:
    """Half the worth of the only digit, as a share: 1/8 for 4 billion, 1/10 for one in five; 0 for more digits."""
    value = abs(quantity.value)
    if quantity.form is Form.RATIO and 0 < value < 1:
        value = 1 / value
    if value == 0 or rounded(value, 1) != value:
        return Fraction(0)
    while value >= 10:
        value /= 10
    while value < 1:
        value *= 10
    return Fraction(1, 2) / value


def agrees(quantity: Quantity, reckoning: Reckoning) -> bool:
    return claimed(quantity).overlaps(reckoning.interval)


def is_far(statement: Statement, reckoning: Reckoning) -> bool:
    """Whether the number is beyond all that the figures allow; "more than 5" is not refuted by 50.

    A number far too small is rather of a part, unless the text says that it is small.
    """
    said, low, high = statement.quantity.interval, reckoning.interval.low, reckoning.interval.high
    if low is None or high is None or low <= 0:
        return False
    spread = max(LEAST, reckoning.spread * low / high)
    above = said.low is not None and (said.low > high * spread or _leaves_less(statement, said.low, high))
    below = said.high is not None and said.high * spread < low
    if below and said.high is not None and said.high * PART < low and statement.is_count:
        return bool(statement.lowers & SMALL)
    return above or below


def _is_beyond_doubt(statement: Statement, reckoning: Reckoning) -> bool:
    """Whether so many are said to die that no definition makes up for it."""
    said, high = statement.quantity.interval.low, reckoning.interval.high
    deadly = all(rest.unit == "deaths" for rest in reckoning.rests)
    return deadly and said is not None and high is not None and said > high * BEYOND_DOUBT


def _leaves_less(statement: Statement, said: Fraction, high: Fraction) -> bool:
    """Whether a share leaves less than half of what the figures leave: 90 %, where it is 72."""
    whole = {Form.PERCENT: 100, Form.RATIO: 1}.get(statement.quantity.form)
    return whole is not None and high < said <= whole and (whole - said) * 2 <= whole - high


def judge(statement: Statement, kind: str, reckonings: Iterable[Reckoning]) -> Offer | None:
    """The offer of the reading that agrees best; where none does and all that are sure are far off, of the nearest."""
    found = list(reckonings)
    quantity = statement.quantity
    near = [r for r in found if agrees(quantity, r)]
    if near:
        best = min(near, key=lambda r: _apart(quantity, r))
        close = quantity.interval.overlaps(band.around(best.interval, band.AGREES)) and quantity.bound not in BOUNDED
        close = close and _apart(quantity, best) <= SUREST
        return _offer(statement, kind, best, Verdict.ADDS_UP if best.is_sure and close else Verdict.PLAUSIBLE)
    sure = [r for r in found if r.is_sure]
    if sure and all(_is_beyond_doubt(statement, r) for r in found):
        return _offer(statement, kind, min(sure, key=lambda r: _apart(quantity, r)), Verdict.DOESNT_ADD_UP)
    if sure and all(is_far(statement, r) for r in found):
        return _offer(statement, kind, min(sure, key=lambda r: _apart(quantity, r)), Verdict.STRETCH)
    return None


def _apart(quantity: Quantity, reckoning: Reckoning) -> Fraction:
    """How many times apart the two are, less one."""
    if reckoning.value <= 0 or quantity.value <= 0:
        return Fraction(10**9)
    ratio = quantity.value / reckoning.value
    return max(ratio, 1 / ratio) - 1


def _offer(statement: Statement, kind: str, reckoning: Reckoning, verdict: Verdict) -> Offer:
    said, got = worded(statement, statement.quantity.value), worded(statement, reckoning.value)
    ratio = statement.quantity.value / reckoning.value if reckoning.value else Fraction(0)
    origin = "; ".join(dict.fromkeys(_origin(rest) for rest in reckoning.rests))
    text = reckoning.line(got, said, origin)
    comparison = Comparison(
        text, reckoning.working, reckoning.interval, statement.quantity.unit.currency or "", Vote.DECIDES, verdict,
        reckoning.rests, kind, value=reckoning.value,
    )  # fmt: skip
    headline, flip = say("{reckoned} by the figures", reckoned=got), ""
    if verdict in (Verdict.STRETCH, Verdict.DOESNT_ADD_UP):
        headline = say("{times} what the figures give, {reckoned}", times=times(Interval.point(ratio)), reckoned=got)
        flip = say("Would be plausible near {reckoned}", reckoned=got)
    return Offer(kind, (statement,), reckoning.reading(said), (comparison,), headline, flip)


def worded(statement: Statement, number: Fraction) -> str:
    """A number in the words of the claim: "$4 billion a day", "1 in 5", "86 deaths"."""
    quantity = statement.quantity
    if quantity.unit.currency:
        text = money(number, quantity.unit.currency, 3)
    elif quantity.form is Form.RATIO:
        return one_in(Interval.point(number))
    elif quantity.form is Form.PERCENT:
        text = percent(number, 3)
    elif quantity.form is Form.MULTIPLE:
        text = times(Interval.point(number))
    else:
        text = counted(number, statement.counted, 3)
    return f"{text} {per(statement)}".strip()


def per(statement: Statement) -> str:
    """The period of a rate: "a day", "every 10 seconds"; nothing for other quantities."""
    period = statement.quantity.period
    if period is None or period.kind != "per" or not period.unit or period.count is None:
        return ""
    if period.count == 1:
        return say("an hour") if period.unit == "hour" else say("a {unit}", unit=say(period.unit))
    return say("every {count} {unit}", count=amount(period.count), unit=several(period.unit))


def rest(library: Library, reference: Figure) -> Reference:
    return stored(library, reference, reference.end).rest


def _origin(rest: Reference) -> str:
    if rest.estimate:
        return say("an estimate, {date}", date=dated(rest.as_of)) if rest.as_of else say("an estimate")
    return f"{rest.producer}, {dated(rest.as_of)}" if rest.as_of else rest.producer
