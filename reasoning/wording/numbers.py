"""Numbers in words for people: "1 in 160", "33×", "at least 48 million people", "September 2025"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from babel.dates import format_date, format_skeleton

from i18n.language import SOURCE_LANGUAGE, current_language, say, translatable
from i18n.number_format import format_money, format_number, round_significant
from knowledge.model.units import OF_THE_CALENDAR
from knowledge.text.inflection import plural
from quantities import Bound, Form, Interval, Quantity

POWERS = str.maketrans("23", "²³")
BOUNDS = {
    Bound.ABOUT: translatable("about {number}"),
    Bound.AT_LEAST: translatable("at least {number}"),
    Bound.AT_MOST: translatable("at most {number}"),
    Bound.UP_TO: translatable("up to {number}"),
    Bound.MORE_THAN: translatable("more than {number}"),
    Bound.LESS_THAN: translatable("less than {number}"),
    Bound.NEARLY: translatable("nearly {number}"),
}
# For each unit the larger ones, the largest first: from which number on, the unit, and how many of the first it is.
LARGER_UNITS = {
    "m": ((10_000, "km", 1_000),),
    "kg": ((10_000, "t", 1_000),),
    "s": ((2 * 31_557_600, "years", 31_557_600), (2 * 86_400, "days", 86_400), (7_200, "hours", 3_600)),
}


def measured(number: Fraction, unit: str, figures: int = 2) -> str:
    """A number with a unit of the knowledge: "USD" is written as money, "people" and other nouns follow the number."""
    if len(unit) == 3 and unit.isupper():
        return format_money(number, unit, figures)
    if unit in ("%", "percent"):
        return percent(number, figures)
    if unit in OF_THE_CALENDAR:
        return OF_THE_CALENDAR[unit].format(number)
    number, unit = in_readable_unit(number, unit)
    return counted(number, "°C" if unit == "degC" else say(unit).translate(POWERS), figures)


def in_readable_unit(number: Fraction, unit: str) -> tuple[Fraction, str]:
    """A length, a mass or a time in the largest unit of which it is a good many: 384,400 km, not 384 million m.

    >>> in_readable_unit(Fraction(384_400_000), "m"), in_readable_unit(Fraction(8849), "m")
    ((Fraction(384400, 1), 'km'), (Fraction(8849, 1), 'm'))
    """
    for least, larger, size in LARGER_UNITS.get(unit, ()):
        if abs(number) >= least:
            return number / size, larger
    return number, unit


def counted(number: Fraction, noun: str, figures: int = 2) -> str:
    """A number of something, its noun as it is said: "48 million people"; the number alone without one."""
    written = format_number(number, figures)
    if not noun:
        return written
    if abs(number) > 900_000 and 1_000_000 <= abs(round_significant(number, figures)) < 10**15:
        # i18n: a number that ends in a word such as "million", and what is counted: "48 millones de personas"
        return say("{millions} {noun}", millions=written, noun=noun)
    return say("{number} {noun}", number=written, noun=noun)


def publishing(what: str, publisher: str) -> str:
    """A figure that is missing, with who publishes it: "employees of Zorblax (its annual report)"."""
    return say("{what} ({publisher})", what=what, publisher=say(publisher)) if publisher else what


def percent(number: Fraction, figures: int = 2) -> str:
    """A number of hundredths: "33 %"."""
    return say("{number} %", number=format_number(number, figures))


def several(unit: str) -> str:
    """A unit after a number that is not one: "metres", "miles per hour".

    >>> several("mile per hour"), several("km²"), several("foot")
    ('miles per hour', 'km²', 'feet')
    """
    return single(plural_of(unit))


def plural_of(unit: str) -> str:
    """Likewise, in English, whatever is spoken."""
    head, _, per = unit.partition(" per ")
    head = plural(head) if len(head) > 2 and head.isascii() else head
    return f"{head} per {per}" if per else head


def single(unit: str) -> str:
    """A unit as it stands, in the language spoken: "mile per hour"."""
    head, _, per = unit.partition(" per ")
    return say("{unit} per {per}", unit=say(head), per=say(per)) if per else say(head)


def words(quantity: Quantity) -> str:
    """A quantity as it was read: "$2 million", "48 million people", "33 %"."""
    unit = quantity.unit
    if unit.currency:
        return format_money(quantity.value, unit.currency, 3)
    if quantity.form is Form.RATIO:
        return one_in(Interval.point(quantity.value))
    if quantity.form is Form.MULTIPLE:
        return times(Interval.point(quantity.value))
    if quantity.form is Form.PERCENT:
        return percent(quantity.value, 3)
    return counted(quantity.value, several(unit.name), 3)


def dated(written: str) -> str:
    """A stored date for people: "2025-09" as "September 2025", "FY2025" as it is.

    >>> dated("2025-09"), dated("2016-03-31"), dated("2024")
    ('September 2025', '31 March 2016', '2024')
    """
    parts = written.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) == 1:
        return written
    return day_words(date(*(int(part) for part in (*parts, "1")[:3])), with_day=len(parts) > 2)


def day_words(day: date, *, with_day: bool = True) -> str:
    """A day, or its month: "31 March 2016", "March 2016"; in other languages as they write it."""
    if (language := current_language()) == SOURCE_LANGUAGE:
        return str(format_date(day, "d MMMM y" if with_day else "MMMM y", locale=language))
    return str(format_date(day, "long", language) if with_day else format_skeleton("yMMMM", day, locale=language))


def times(ratio: Interval) -> str:
    """A multiple with what its ends allow: "33×", "more than 3.3×", "27-33×"."""
    return _ends(ratio, lambda x: f"{format_number(x, 2)}×", "×")


def share_of(share: Interval, whole: str) -> str:
    """A share with its whole: "1 in 160 of the labour force", "33 % of it"; above one "2× the labour force"."""
    above = share.middle is not None and share.middle > 1
    if above:
        return say("{multiple} {whole}", multiple=one_in(share), whole=whole)
    return say("{share} of {whole}", share=one_in(share), whole=whole)


def one_in(share: Interval) -> str:
    """A share as "1 in 160"; as a percentage from a tenth on, as a multiple above one."""
    middle = share.middle
    assert middle is not None
    if middle > 1:
        return times(share)
    if middle >= Fraction(1, 3):
        return _ends(share, lambda x: percent(x * 100, 2), say("{number} %", number=""))
    inverse = Interval.point(1) / share if share.low else Interval.point(1 / middle)
    return say("1 in {number}", number=_ends(inverse, lambda x: format_number(x, 2), ""))


def _ends(interval: Interval, word: Callable[[Fraction], str], suffix: str) -> str:
    low, high = interval.low, interval.high
    if high is None and low is not None:
        first = word(low)
        return say("more than {number}", number=first) if interval.low_open else say("at least {number}", number=first)
    if high is not None and (low is None or low == 0):
        last = word(high)
        return say("less than {number}", number=last) if interval.high_open else say("at most {number}", number=last)
    assert low is not None
    assert high is not None
    first, last = word(low), word(high)
    if first == last or high <= low * Fraction(23, 20):
        middle = interval.middle
        assert middle is not None
        return word(middle)
    return first.removesuffix(suffix) + "-" + last
