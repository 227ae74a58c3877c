"""What a text says of a number: value or range, unit, bound, precision, period, direction."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from quantities.model.interval import Interval

Span = tuple[int, int]


class Bound(StrEnum):
    """How the words around a number limit it."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    UP_TO = "up to"
    NEARLY = "nearly"


class Form(StrEnum):
    """What sort of number it is."""

    AMOUNT = "amount"  # 5 km, $3bn, 2,000 people
    RATIO = "ratio"  # 1 in 150, two thirds, 3:1 (the value is the fraction)
    PERCENT = "percent"  # the value is 20 for 20 %
    POINTS = "points"  # percentage points, basis points: the value as written
    MULTIPLE = "multiple"  # three times, doubled, 33-fold (the value is the factor)


class Direction(StrEnum):
    """Which way a number moved."""

    NONE = ""
    UP = "up"
    DOWN = "down"


class Role(StrEnum):
    """The place of a quantity in a change: "rose by 5", "fell from 8 to 6"."""

    LEVEL = "level"
    BY = "by"
    FROM = "from"
    TO = "to"


class Dimension(StrEnum):
    """What is measured."""

    NONE = "none"  # a bare number
    COUNT = "count"  # a counted noun: jobs, people
    MONEY = "money"
    RATIO = "ratio"  # percent, points, multiples
    TIME = "time"
    AGE = "age"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    ENERGY = "energy"
    POWER = "power"
    DATA = "data"
    TEMPERATURE = "temperature"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its singular English name.

    `factor` turns the unit into the base unit of its dimension (second, metre, square metre, cubic metre, kilogram,
    metre per second, joule, watt, byte); None for money, counted nouns and temperatures.
    `noun` is the singular head of a counted noun and `modifiers` the words before it ("1 million new US jobs":
    noun "job", modifiers ("new", "US")). `per` is the denominator of a compound unit ("per head", "per 100 km").
    """

    name: str = ""
    dimension: Dimension = Dimension.NONE
    factor: Fraction | None = None
    currency: str | None = None
    noun: str | None = None
    modifiers: tuple[str, ...] = ()
    per: Unit | None = None
    per_count: Fraction = Fraction(1)


class PeriodKind(StrEnum):
    """How a time belongs to a quantity."""

    PER = "per"  # a year, per week, every 10 seconds
    OVER = "over"  # over 5 years, in 12 months, in the last decade
    BY = "by"  # by 2030
    SINCE = "since"  # since 2008
    IN = "in"  # in 2015


@dataclass(frozen=True, slots=True)
class Period:
    """The time a quantity belongs to: a length (`count` times `unit`, such as 10 "second") or a calendar year."""

    kind: PeriodKind
    count: Fraction | None = None
    unit: str = ""
    year: int | None = None
    span: Span = (0, 0)

    @property
    def seconds(self) -> Fraction | None:
        """The length in seconds (a year is 365.25 days, a month a twelfth of it); None for a calendar year."""
        return None if self.count is None else self.count * SECONDS[self.unit]


SECONDS: dict[str, Fraction] = {
    "second": Fraction(1),
    "minute": Fraction(60),
    "hour": Fraction(3600),
    "day": Fraction(86400),
    "week": Fraction(7 * 86400),
    "fortnight": Fraction(14 * 86400),
    "month": Fraction(31557600, 12),
    "quarter": Fraction(31557600, 4),
    "year": Fraction(31557600),
    "decade": Fraction(315576000),
    "century": Fraction(3155760000),
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity of a text. `span` points at all its words, `number_span` at the numeral (both in characters).

    `stated` is the number or range as written (a range is the interval of its ends), before bounds and precision;
    `precision` is half a unit of the last digit that counts ("28 million" is good to 500,000), 0 where nothing is
    implied. `alternatives` are other readings of the same words, likelier first.
    """

    stated: Interval
    unit: Unit = Unit()
    form: Form = Form.AMOUNT
    bound: Bound = Bound.EXACT
    precision: Fraction = Fraction(0)
    direction: Direction = Direction.NONE
    role: Role = Role.LEVEL
    period: Period | None = None
    span: Span = (0, 0)
    number_span: Span = (0, 0)
    text: str = ""
    alternatives: tuple[Quantity, ...] = field(default=())

    @property
    def value(self) -> Fraction:
        """The number as written, or the middle of the range."""
        middle = self.stated.middle
        assert middle is not None
        return middle

    @property
    def is_range(self) -> bool:
        """Whether more than one number was said."""
        return not self.stated.is_point

    @property
    def unit_name(self) -> str:
        """The unit in words with its denominator: "gallon per year", "dollar", "people"."""
        name = self.unit.name
        if self.unit.per is not None:
            count = "" if self.unit.per_count == 1 else f"{self.unit.per_count} "
            name += f" per {count}{self.unit.per.name}"
        if self.period is not None and self.period.kind is PeriodKind.PER and self.period.count is not None:
            count = "" if self.period.count == 1 else f"{self.period.count} "
            name += f" per {count}{self.period.unit}"
        return name.strip()

    @property
    def interval(self) -> Interval:
        """The numbers that the words allow: the stated value with its precision, or with its bound.

        "more than 1,000" has no upper end; "about" is good to 10 % or the implied precision, whichever is wider;
        "nearly" reaches from 10 % below up to the number. A bound on a positive number does not go below zero.
        """
        low, high = self.stated.low, self.stated.high
        assert low is not None
        assert high is not None
        floor = Fraction(0) if low >= 0 else None
        slack = max(self.precision, abs(self.value) / 10)
        match self.bound:
            case Bound.AT_LEAST | Bound.MORE_THAN:
                return Interval(low, None, low_open=self.bound is Bound.MORE_THAN)
            case Bound.AT_MOST | Bound.LESS_THAN | Bound.UP_TO:
                return Interval(floor, high, high_open=self.bound is Bound.LESS_THAN)
            case Bound.ABOUT:
                return Interval(low - slack, high + slack)
            case Bound.NEARLY:
                return Interval(low - slack, high)
        return Interval(low - self.precision, high + self.precision)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text: the days it covers, or years from now for "last year" (-1), "this year" (0).

    `of_any_year` is the month and the day of one without a year.
    """

    span: Span
    start: date | None = None
    end: date | None = None
    years_from_now: int | None = None
    of_any_year: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in a text, in order of place; `ignored` are numbers that are no quantities."""

    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    ignored: tuple[tuple[Span, str], ...] = ()  # span and reason: "phone", "clock", "score", "version", "name", ...
