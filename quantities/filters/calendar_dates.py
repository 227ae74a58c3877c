"""Finds dates and years: they are no quantities, and stand in Reading.dates."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date

from quantities.model.quantity import DateMention
from quantities.numerals.scale_words import SCALES
from quantities.parse_state import SentenceState
from quantities.text.lexicon import VERBS, is_plural
from quantities.units.physical_units import NOUNS, SYMBOLS, WORDS
from quantities.word_tables import names, numbers, word_class

MONTHS = numbers("time_words", "months")
_DECADES = numbers("time_words", "decades")
_BEFORE_A_DECADE = word_class("time_words", "before_a_decade")
_WORD_MONTHS = word_class("time_words", "ordinary_months")
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
_YEAR = re.compile(r"1[0-9]\d\d|2[01]\d\d")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)(?![\d/.])")
ROUND = 2000  # as often a number as a year: "it holds 2000 films"
LEAP_YEAR = 2024  # in which every day of the calendar is one
_RELATIVE = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
BEFORE_A_YEAR = word_class("time_words", "before_a_year")
_CERTAIN_BEFORE = word_class("time_words", "certain_before_a_year")
_COUNTED = word_class("time_words", "counted_not_dated")
_RATES = frozenset(names("time_words", "rate_units"))
UNAMBIGUOUS = frozenset(words[0] for words in WORDS if len(words) == 1) - NOUNS - frozenset(["seconds"])
_BEFORE_AN_AMOUNT = word_class("time_words", "before_an_amount")


def find_dates(sentence: SentenceState) -> None:
    """Adds the dates and years of the sentence to its dates, and takes their tokens, so that no rule counts them."""
    _take_written_dates(sentence)
    for i in range(sentence.size):
        if i in sentence.taken:
            continue
        token = sentence.tokens[i]
        if token.kind == "word":
            if token.lower in MONTHS:
                _take_month(sentence, i)
            elif token.lower in _DECADES and _is_decade(sentence, i):
                year = _DECADES[token.lower]
                _take(sentence, i, i, date(year, 1, 1), date(year + 9, 12, 31))
            elif token.lower in ("year", "decade", "century") and sentence.lower[i - 1] in _RELATIVE:
                _take_relative_year(sentence, i)
        elif token.kind == "number" and _YEAR.fullmatch(token.text) and _is_year(sentence, i):
            _take_year(sentence, i)


def _take_written_dates(sentence: SentenceState) -> None:
    """Takes dates in digits: 2019-09-01T10:38, 12/25/2019, 25.12.2019."""
    start, end = sentence.span(0, sentence.size - 1)
    for pattern in (_ISO, _SLASHED):
        for match in pattern.finditer(sentence.plain, start, end):
            first = sentence.place(match.start())
            if sentence.tokens[first].start != match.start():
                continue
            last = first
            while last + 1 < sentence.size and (
                sentence.tokens[last + 1].end <= match.end() or sentence.glued(last + 1)
            ):
                last += 1
            _take(sentence, first, last, _day_of(pattern, match))


def _day_of(pattern: re.Pattern[str], match: re.Match[str]) -> date | None:
    a, b, c = (int(group) for group in match.groups())
    if pattern is _ISO:
        return _safe(a, b, c)
    year = c if c > 99 else 2000 + c
    return _safe(year, b, a) if a > 12 or "." in match.group() else _safe(year, a, b)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _take(sentence: SentenceState, first: int, last: int, start: date | None, end: date | None = None) -> None:
    span = sentence.span(first, last)
    sentence.dates.append(DateMention(span, start, end or start))
    for place in range(first, last + 1):
        sentence.taken[place] = "date"


def _take_month(sentence: SentenceState, i: int) -> None:
    month, token = MONTHS[sentence.lower[i]], sentence.tokens[i]
    first = last = i
    if sentence.tokens[i + 1].text == "." and sentence.glued(i + 1):
        last += 1
    day, year = 0, 0
    if _is_day(sentence, i - 1):
        day, first = int(sentence.tokens[i - 1].text), i - 1
    elif sentence.lower[i - 1] in ("st", "nd", "rd", "th") and _is_day(sentence, i - 2):
        day, first = int(sentence.tokens[i - 2].text), i - 2
    elif _is_day(sentence, last + 1) and not _starts_amount(sentence, last + 1):
        day, last = int(sentence.tokens[last + 1].text), last + 1
        last += sentence.lower[last + 1] in ("st", "nd", "rd", "th") and sentence.glued(last + 1)
    comma = sentence.tokens[last + 1].text == ","
    if _YEAR.fullmatch(sentence.tokens[last + 1 + comma].text) and sentence.tokens[last + 1 + comma].kind == "number":
        year, last = int(sentence.tokens[last + 1 + comma].text), last + 1 + comma
    unsure = sentence.lower[i] in _WORD_MONTHS and (token.text.islower() or sentence.lower[i] == "may")
    if not (day or year) or (unsure and token.text.islower() and not (year or first < i)):
        return
    _take(sentence, first, last, *_covered(year, month, day))
    if not year and _safe(LEAP_YEAR, month, day):
        sentence.dates[-1] = replace(sentence.dates[-1], of_any_year=(month, day))


def _is_decade(sentence: SentenceState, i: int) -> bool:
    """Whether a word for ten years is of the calendar: "since the nineties", "in the eighties", no "his eighties"."""
    if sentence.lower[max(i - 2, 0) : i] == ["in", "the"]:
        return True
    before = [low for low in sentence.lower[max(i - 3, 0) : i] if low not in ("the", "-")]
    return bool(before) and before[-1] in _BEFORE_A_DECADE


def _starts_amount(sentence: SentenceState, i: int) -> bool:
    return sentence.lower[i + 1] in SCALES or (sentence.tokens[i + 1].text == "%")


def _covered(year: int, month: int, day: int) -> tuple[date | None, date | None]:
    """Returns the first and last day of a date, the last None for a single day; none without a year."""
    if not year:
        return None, None
    if day:
        return _safe(year, month, day), None
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _is_day(sentence: SentenceState, i: int) -> bool:
    return (
        i >= 0 and i not in sentence.taken and sentence.is_number(i) and bool(_DAY.fullmatch(sentence.tokens[i].text))
    )


def _take_relative_year(sentence: SentenceState, i: int) -> None:
    if sentence.lower[i] != "year":
        return
    span = sentence.span(i - 1, i)
    sentence.dates.append(DateMention(span, years_from_now=_RELATIVE[sentence.lower[i - 1]]))


def _is_year(sentence: SentenceState, i: int) -> bool:
    """Whether a number of four digits is a year, by its neighbours; a unit or a counted noun after it says no."""
    year, before, after = int(sentence.tokens[i].text), sentence.lower[i - 1], sentence.tokens[i + 1]
    if (
        (sentence.glued(i) and i > 0 and before not in "-/('\"\u2019~")
        or after.lower in SCALES
        or after.text in ("%", "/")
    ):
        return after.text == "/" and before in BEFORE_A_YEAR
    if (
        (after.text in "$\u20ac\u00a3\u00b0" and after.kind == "sign")
        or after.lower in _COUNTED
        or _is_unit(after.text)
        or (after.text == "W" and before not in _CERTAIN_BEFORE)
        or _has_rate(sentence, i)
    ):
        return False
    if after.kind == "word" and sentence.glued(i + 1):
        return after.lower == "s"
    if before in _CERTAIN_BEFORE or sentence.lower[i + 1] in ("ad", "bc", "bce", "ce"):
        return True
    if (
        before in BEFORE_A_YEAR
        and 1000 <= year <= 2100
        and not is_plural(after.lower)
        and _is_year_of_pair(sentence, i)
    ):
        return True
    alone = before in VERBS or not before.isalpha()
    counts = year == ROUND and after.lower.isalpha() and is_plural(after.lower) and alone
    during = before == "over" and after.kind != "word" and year != ROUND  # "prices tripled over 2023;"
    return 1900 <= year <= 2039 and (during or before not in _BEFORE_AN_AMOUNT) and not counts


def _is_unit(text: str) -> bool:
    """Whether a word after a number is a unit and nothing else: "kcal", "kilograms"."""
    if text in SYMBOLS:
        return len(text) > 1
    return is_plural(text) and text in UNAMBIGUOUS


def _has_rate(sentence: SentenceState, i: int) -> bool:
    """Whether a number of four digits has a rate: "2000 a month"; but "in 2000 a month passed", "1950 a year later"."""
    rate = sentence.lower[i + 1] in ("a", "an", "per") and sentence.lower[i + 2] in _RATES
    dated = sentence.lower[i - 1] in ("in", "since", "during")
    counted = sentence.lower[i - 1] in ("thats", "that's", "is", "=", "makes")  # "that's 1960 a month before tax"
    after = sentence.lower[i + 3] in ("after", "ago", "before", "earlier", "later")
    return rate and not dated and (counted or not after)


def _is_year_of_pair(sentence: SentenceState, i: int) -> bool:
    """Whether a number after a word that stands before years and amounts alike is a year.

    "of 1500" and "to 1100" are amounts; "from 1600" and "between 1600 and 1900" are years.
    """
    before = sentence.lower[i - 1]
    if before in ("and", "to", "or", "through"):
        return i - 2 in sentence.taken
    if before == "between":
        return sentence.lower[i + 1] == "and" and bool(_YEAR.fullmatch(sentence.tokens[i + 2].text))
    if before in ("of", "for", "around", "a", "the", "from"):
        return 1900 <= int(sentence.tokens[i].text) <= 2039
    return True


def _take_year(sentence: SentenceState, i: int) -> None:
    year, last = int(sentence.tokens[i].text), i
    start, end = date(year, 1, 1), date(year, 12, 31)
    if sentence.lower[i + 1] in ("s", "'s") and sentence.glued(i + 1):
        last = i + 1
        decade = sentence.tokens[i].text.endswith("0") and sentence.lower[i + 1] == "s"
        end = date(min(year + 9, 9999), 12, 31) if decade else end
    elif (
        sentence.tokens[i + 1].text in ("-", "/")
        and sentence.is_number(i + 2)
        and sentence.glued(i + 1)
        and sentence.glued(i + 2)
    ):
        second = sentence.tokens[i + 2].text
        if _YEAR.fullmatch(second) or re.fullmatch(r"\d\d", second):
            last, closing = i + 2, int(second) if len(second) == 4 else year // 100 * 100 + int(second)
            end = date(max(closing, year), 12, 31)
    _take(sentence, i, last, start, end)
