"""Rates right behind a quantity: a day, per 10 seconds, /week, per head, a barrel, per 100 km."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

from quantities.model.quantity import SECONDS, Dimension, Form, Period, PeriodKind, Unit
from quantities.parse_state import NO_UNIT, QuantityDraft, SentenceState
from quantities.text.lexicon import FUNCTION_WORDS, VERBS
from quantities.units import physical_units
from quantities.units.unit_matcher import match_simple_unit
from quantities.word_tables import names, word_class

_UNITS = names("time_words", "rate_units")
ADVERBS = names("time_words", "rate_adverbs")
_CONSUMED = (Dimension.VOLUME, Dimension.ENERGY)  # by a car, which takes "7 litres per hundred" kilometres
_KILOMETRE = physical_units.BY_NAME["kilometre"]
_PER = frozenset(["a", "an", "per", "each", "every", "/"])


def attach_rate(sentence: SentenceState, n: int, draft: QuantityDraft) -> None:
    """Gives the draft the rate right behind it: "$800 a month", "3 million litres of milk a year", "/day".

    A denominator that is no time goes into the unit: "$2 a share".
    """
    at = draft.end + 1
    hyphen = sentence.tokens[at].text == "-" and sentence.glued(at)
    at += hyphen
    at += sentence.lower[at] == "each" and sentence.lower[at + 1] in _PER and sentence.lower[at + 2] in SECONDS
    if sentence.lower[at] in ADVERBS:
        return
    bracket = sentence.tokens[at].text == "(" and sentence.tokens[at + 3].text == ")"
    found = read_rate(sentence, at + bracket)
    if found is not None and found.unit == draft.unit.name:
        return
    if found is not None and sentence.lower[at - 1] != "for":
        draft.period, draft.end = found, last_token(sentence, found)
        if n + 1 < len(sentence.drafts) and sentence.drafts[n + 1].start <= draft.end:
            sentence.drafts[n + 1].dropped = True  # the 10 of "every 10 seconds"
        return
    if _per_dozen(sentence, n, draft, at) or _to_a_unit(sentence, draft, at) or _denominator(sentence, n, draft, at):
        return
    stop = sentence.drafts[n + 1].start if n + 1 < len(sentence.drafts) else sentence.size
    _attach_behind_noun(sentence, draft, at, stop)


def _attach_behind_noun(sentence: SentenceState, draft: QuantityDraft, at: int, stop: int) -> None:
    """Attaches the rate behind what is counted: "3 million litres of milk a year"."""
    place = at
    while place < min(stop, at + 6) and (sentence.tokens[place].kind == "word" or place in sentence.taken):
        if (
            sentence.lower[place] in ("a", "an", "per", "each")
            and place > at
            and (sentence.lower[at] in ("of", "in", "more") or _is_paid_as(sentence, draft, at, place))
        ):
            found = read_rate(sentence, place)
            if found is not None and sentence.lower[place + 2] not in (
                "ago",
                "earlier",
                "later",
                "or",
                "after",
                "before",
            ):
                draft.period, draft.end = found, last_token(sentence, found)
            return
        place += 1


def _is_paid_as(sentence: SentenceState, draft: QuantityDraft, at: int, place: int) -> bool:
    """Whether nothing but a noun or two stands between an amount and its rate: "$900 child benefit a month"."""
    between = FUNCTION_WORDS | VERBS | {sentence.lower[place]}
    plain = between.isdisjoint(sentence.lower[at:place]) and not any(sentence.is_number(k) for k in range(at, place))
    return draft.unit.dimension is Dimension.MONEY and plain and place - at <= 2


def last_token(sentence: SentenceState, period: Period) -> int:
    """Returns the last token of a period."""
    return sentence.place(period.span[1]) - 1


def read_rate(sentence: SentenceState, at: int) -> Period | None:
    """Returns the period that "a day", "per 10 seconds", "every year" or "/week" from token `at` says; None if none."""
    joint = sentence.lower[at]
    if joint in ADVERBS:
        return Period(PeriodKind.PER, Fraction(1), ADVERBS[joint], span=sentence.span(at, at))
    if joint not in _PER or (joint in ("a", "an") and sentence.lower[at + 2] in ("ago", "earlier", "later", "before")):
        return None
    place, count = at + 1, Fraction(1)
    if sentence.tokens[place].text == "-":
        place += 1
    if sentence.lower[place] == "single":
        place += 1
    if sentence.is_number(place) and sentence.tokens[place].text.isdigit() and len(sentence.tokens[place].text) < 7:
        count, place = Fraction(int(sentence.tokens[place].text)), place + 1
    unit = _UNITS.get(sentence.lower[place])
    if unit is None or (joint in ("a", "an") and sentence.lower[place] in ("h", "s")) or count == 0:
        return None
    return Period(PeriodKind.PER, count, unit, span=sentence.span(at, place))


SHARED = word_class("topics", "shared")


def _denominator(sentence: SentenceState, n: int, draft: QuantityDraft, at: int) -> bool:
    """Adds a denominator that is no time, and returns whether it did: "$2 a share", "per sq m", "apiece"."""
    if sentence.lower[at] == "apiece":
        draft.unit, draft.end = dataclasses.replace(draft.unit, per=Unit("item", Dimension.COUNT, noun="item")), at
        return True
    if sentence.lower[at] not in ("per", "/", "a", "an") or draft.unit.per is not None or draft.form is not Form.AMOUNT:
        return False
    counted = sentence.drafts[n + 1] if n + 1 < len(sentence.drafts) else None
    if sentence.lower[at + 1] == "hundred" and draft.unit.dimension in _CONSUMED:
        return _per_hundred(draft, counted, at)
    if counted is not None and counted.start == at + 1 and _divides(sentence, at, draft, counted):
        return _per_number(draft, counted)
    hyphen = sentence.tokens[at + 1].text == "-"  # "$100-a-barrel"
    priced = draft.unit.dimension is Dimension.MONEY or (draft.unit is NO_UNIT and not draft.is_fraction)
    shared = sentence.lower[at + 1 + hyphen] in SHARED and priced
    at += hyphen
    if (sentence.lower[at - hyphen] != "per" and not shared) or sentence.tokens[at + 1].kind != "word":
        return False
    below, draft.end = _unit_at(sentence, at + 1)
    draft.unit = dataclasses.replace(draft.unit, per=below)
    return True


def _to_a_unit(sentence: SentenceState, draft: QuantityDraft, at: int) -> bool:
    """Adds the unit of "20 drops to the ml" below, and returns whether it did."""
    said = sentence.lower[at] == "to" and sentence.lower[at + 1] in ("a", "an", "the")
    plain = draft.unit is not NO_UNIT and draft.unit.per is None and draft.form is Form.AMOUNT
    if not said or not plain or sentence.lower[draft.start - 1] == "from":
        return False
    found = match_simple_unit(sentence, at + 2, close=False)
    if found is None or found[0].dimension in (Dimension.TIME, draft.unit.dimension):
        return False
    draft.unit, draft.end = dataclasses.replace(draft.unit, per=found[0]), found[1]
    return True


def _per_dozen(sentence: SentenceState, n: int, draft: QuantityDraft, at: int) -> bool:
    """Adds the twelve of "3.60 the dozen" and "2 euros a dozen" below a price, and returns whether it did."""
    counted = draft.unit.noun == "dozen"  # "2.40 a dozen"
    priced = draft.unit.dimension is Dimension.MONEY or (counted and draft.low.denominator > 1)
    priced |= draft.unit is NO_UNIT and draft.low.denominator > 1
    said = counted or (sentence.lower[at] in ("per", "a", "the") and sentence.lower[at + 1] == "dozen")
    if not priced or not said:
        return False
    draft.end = draft.end if counted else at + 1
    for later in sentence.drafts[n + 1 : n + 2]:
        later.dropped |= later.start <= draft.end
    below = Unit("head", Dimension.COUNT)
    draft.unit = dataclasses.replace(NO_UNIT if counted else draft.unit, per=below, per_count=Fraction(12))
    return True


def _divides(sentence: SentenceState, at: int, draft: QuantityDraft, counted: QuantityDraft) -> bool:
    """Whether "per", or a slash, puts the number after it below: "8.5 l/100km", "6 l / 100 km", "6 litres a 100 km"."""
    if sentence.lower[at] != "per" and not (sentence.glued(at) and sentence.glued(at + 1)):
        return draft.unit.dimension in _CONSUMED and counted.unit.dimension is Dimension.LENGTH
    return sentence.lower[at] in ("per", "/")


def _per_hundred(draft: QuantityDraft, counted: QuantityDraft | None, at: int) -> bool:
    """Adds the kilometres of "7 litres per hundred" as a denominator."""
    if counted is not None and counted.start == at:
        counted.dropped = True
    draft.unit, draft.end = dataclasses.replace(draft.unit, per=_KILOMETRE, per_count=Fraction(100)), at + 1
    return True


def _per_number(draft: QuantityDraft, counted: QuantityDraft) -> bool:
    """Adds a denominator with a number, which is no quantity of its own: "per 100 km", "per 100,000 people"."""
    if (
        counted.low <= 1
        or counted.unit.dimension is Dimension.MONEY
        or counted.is_range
        or counted.form is not Form.AMOUNT
    ):
        return False
    unsaid = _KILOMETRE if draft.unit.dimension in _CONSUMED and counted.low == 100 else Unit("head", Dimension.COUNT)
    below = counted.unit if counted.unit.name else unsaid
    draft.unit = dataclasses.replace(draft.unit, per=below, per_count=counted.low)
    draft.end, counted.dropped = counted.end, True
    return True


def _unit_at(sentence: SentenceState, place: int) -> tuple[Unit, int]:
    """Returns the unit that the word or two at `place` name, physical or counted, and its last token."""
    word = sentence.tokens[place]
    if sentence.glued(place + 1):
        squared = physical_units.SYMBOLS.get(word.text + sentence.tokens[place + 1].text)
        if squared is not None:
            return squared, place + 1  # "per km2"
    length = 2 if (word.lower, sentence.lower[place + 1]) in physical_units.WORDS else 1
    known = physical_units.WORDS.get(tuple(sentence.lower[place : place + length])) or physical_units.SYMBOLS.get(
        word.text
    )
    if known is not None:
        return known, place + length - 1
    return Unit(_head_name(word.lower), Dimension.COUNT, noun=_head_name(word.lower)), place


def _head_name(word: str) -> str:
    return {"capita": "person", "head": "person"}.get(word, word)
