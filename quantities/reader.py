"""Reads the quantities of a text: each sentence goes once through RULES, in their order."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from fractions import Fraction

from quantities.filters.calendar_dates import MONTHS, find_dates
from quantities.filters.non_quantities import ignore_non_quantities
from quantities.model.interval import Interval
from quantities.model.quantity import DateMention, Dimension, Quantity, Reading, Span, Unit
from quantities.numerals import fractions, standalone_words, vague_numbers
from quantities.numerals.number_words import LEADING
from quantities.numerals.numeral import find_numerals
from quantities.numerals.precision import implied_precision
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.relations import multiples
from quantities.relations.bounds import attach_bounds
from quantities.relations.changes import attach_changes
from quantities.relations.elided_units import fill_in_units
from quantities.relations.ranges import join_ranges
from quantities.relations.ratios import join_ratios
from quantities.text.normalization import normalize
from quantities.text.sentence_splitter import split_normalized
from quantities.text.tokenizer import tokenize_padded
from quantities.units.compound_counts import attach_compound_counts
from quantities.units.counted_nouns import attach_counted_nouns
from quantities.units.money import attach_money
from quantities.units.periods import attach_periods
from quantities.units.scale_letters import resolve_scale_letters
from quantities.units.shares_of_money import find_shares_of_money
from quantities.units.unit_phrases import attach_units

RULES: tuple[Callable[[SentenceState], None], ...] = (
    find_dates,
    ignore_non_quantities,
    find_numerals,
    attach_money,
    resolve_scale_letters,
    attach_units,
    join_ratios,
    find_shares_of_money,
    multiples.find_multiples,
    join_ranges,
    attach_compound_counts,
    attach_counted_nouns,
    attach_bounds,
    attach_changes,
    fill_in_units,
    attach_periods,
)
# A sentence with neither a digit nor one of these has no quantity, and goes through no rule.
_NUMBER_WORDS = (
    LEADING
    | vague_numbers.STARTS
    | (standalone_words.STARTS - {"a", "point"})
    | multiples.TRIGGERS
    | {"hundred", "thousand", "million", "billion", "dozen", "twice", "every"}
    | frozenset(fractions.DENOMINATORS)
    | frozenset(MONTHS)
    | {"year", "decade", "trillion", "lakh", "crore"}
)

# The other reading of "1/2", as a day and a month: the number stays as written, the unit says what it is.
DATE = Unit("a date, day and month", Dimension.OTHER)


def read(text: str, *, locale: str = "en", most: int | None = None) -> Reading:
    """Returns the quantities, dates and ignored numbers of a text, with spans in its characters.

    `locale` decides doubtful separators ("1.200"). The reading stops behind the sentence with the last of `most`
    quantities. It never raises, and takes time in proportion to the length of the text.

    >>> reading = read("Prices rose by 2.5 to 3 % in 2019.")
    >>> [(quantity.text, str(quantity.role)) for quantity in reading.quantities], len(reading.dates)
    ([('2.5 to 3 %', 'by')], 1)
    """
    plain = normalize(text)
    quantities: list[Quantity] = []
    dates: list[DateMention] = []
    ignored: list[tuple[Span, str]] = []
    for start, end in split_normalized(plain):
        sentence = _read_sentence(plain, start, end, locale)
        if sentence is None:
            continue
        quantities.extend(_finish(text, sentence, draft) for draft in sentence.drafts)
        dates.extend(sentence.dates)
        ignored.extend(sentence.ignored)
        if most is not None and len(quantities) >= most:
            break
    return Reading(tuple(quantities), tuple(sorted(dates, key=lambda d: d.span)), tuple(sorted(ignored)))


def _read_sentence(plain: str, start: int, end: int, locale: str) -> SentenceState | None:
    tokens = tokenize_padded(plain, start, end)
    sentence = SentenceState(plain, tokens, locale)
    if sentence.size == 2 and sentence.lower[0] in ("a", "an"):
        return _apply_rules(sentence)
    numbers = any(token.kind == "number" for token in tokens)
    if not numbers and _NUMBER_WORDS.isdisjoint(sentence.lower) and not any(t.text in fractions.SIGNS for t in tokens):
        return None
    return _apply_rules(sentence)


def _apply_rules(sentence: SentenceState) -> SentenceState:
    for rule in RULES:
        rule(sentence)
    return sentence


def _finish(text: str, sentence: SentenceState, draft: QuantityDraft) -> Quantity:
    stated = Interval(draft.low, draft.high)
    span = sentence.span(draft.start, max(draft.end, draft.last))
    quantity = Quantity(
        stated,
        draft.unit,
        draft.form,
        draft.bound,
        implied_precision(draft),
        draft.direction,
        draft.role,
        draft.period,
        span,
        sentence.span(draft.first, draft.last),
        text[span[0] : span[1]],
    )
    return _with_alternatives(quantity, draft)


def _with_alternatives(quantity: Quantity, draft: QuantityDraft) -> Quantity:
    others = [
        dataclasses.replace(quantity, stated=Interval.point(value), precision=Fraction(0))
        for value in draft.others
        if not draft.is_range
    ]
    others += [
        dataclasses.replace(
            quantity,
            stated=Interval(draft.low * factor, draft.high * factor),
            unit=other,
            precision=quantity.precision * factor,
        )
        for factor, other in draft.other_units
    ]
    if _may_be_date(quantity, draft):
        others.append(dataclasses.replace(quantity, unit=DATE))
    return dataclasses.replace(quantity, alternatives=tuple(others)) if others else quantity


def _may_be_date(quantity: Quantity, draft: QuantityDraft) -> bool:
    """Whether a bare fraction may be a day and a month: "1/2" is 1 February, or 2 January."""
    top, slash, bottom = quantity.text.partition("/")
    if not (draft.is_fraction and slash and quantity.unit.dimension is Dimension.NONE):
        return False
    if not (top.isdecimal() and bottom.isdecimal() and len(top) <= 2 and len(bottom) <= 2):
        return False
    return min(int(top), int(bottom)) <= 12 and max(int(top), int(bottom)) <= 31
