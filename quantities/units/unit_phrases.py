"""The unit right after a number: percent, points, physical units, ages."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

from quantities.model.quantity import Dimension, Form, Unit
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.units import physical_units
from quantities.units.ages import complete_age, is_age, read_age_group
from quantities.units.currencies import POUND
from quantities.units.percent import read_percent

_OPEN, _CLOSE = {"[": "]", "<": ">", "(": ")"}, "])>"


YEAR_OF_AGE = Unit("year of age", Dimension.AGE, physical_units.BY_NAME["year"].factor)


def attach_units(sentence: SentenceState) -> None:
    """Gives each draft the unit written after it."""
    if sentence.size == 2 and not sentence.drafts:
        _read_one(sentence)
    earlier: QuantityDraft | None = None
    for draft in sentence.drafts:
        if draft.unit_first < 0:
            _find_one(sentence, draft, earlier)
        earlier = draft


def _read_one(sentence: SentenceState) -> None:
    """Reads a whole text such as "a kilometre" as one of the unit; "a year" is a rate."""
    found = match_unit(sentence, 1, close=False) if sentence.lower[0] in ("a", "an") else None
    if found is not None and found[0].dimension is not Dimension.TIME:
        sentence.drafts.append(QuantityDraft(0, 0, Fraction(1), Fraction(1), in_words=True))


def _find_one(sentence: SentenceState, draft: QuantityDraft, earlier: QuantityDraft | None) -> None:
    group = read_age_group(sentence, draft)
    if group is not None:
        attach_unit(draft, YEAR_OF_AGE, draft.last + 1, draft.last + 1)
        draft.bound, draft.bounded = group, True
        return
    at, closing, hyphen = _after_marks(sentence, draft)
    if draft.is_fraction or draft.scale > 1 or draft.low < 1:
        at = _skip_article(sentence, draft, at)
    close = sentence.glued(at) or hyphen
    found = _inches(sentence, draft, earlier, at) or read_percent(sentence, at) or match_unit(sentence, at, close=close)
    if found is None or _is_quoted(sentence, draft, at):
        if is_age(sentence, draft):
            attach_unit(draft, YEAR_OF_AGE, draft.last, draft.last)
        return
    unit, end, form = found
    attach_unit(draft, unit, at, end + bool(closing and sentence.tokens[end + 1].text == closing), form)
    draft.hyphened = hyphen
    _complete_unit(sentence, draft, at)


def _after_marks(sentence: SentenceState, draft: QuantityDraft) -> tuple[int, str, bool]:
    """Returns where the unit stands behind a hyphen or bracket ("7 [kg]"), the closing bracket, and if hyphened."""
    at = draft.last + 1
    hyphen = sentence.tokens[at].text == "-" and sentence.glued(at)
    closing = _OPEN.get(sentence.tokens[at].text, "")
    bracket = bool(closing) and (sentence.tokens[at + 2].text == closing or _is_ratio_in_brackets(sentence, at))
    return at + (hyphen or bracket), closing if bracket else "", hyphen


def _is_ratio_in_brackets(sentence: SentenceState, at: int) -> bool:
    """Whether a unit over another stands in brackets from token `at` on: "2 (g/day)"."""
    slash, closing = sentence.tokens[at + 2], sentence.tokens[at + 4]
    if slash.text != "/" or closing.text != _OPEN[sentence.tokens[at].text]:
        return False
    return bool(_simple(sentence, at + 1, close=True) and _simple(sentence, at + 3, close=True))


def _complete_unit(sentence: SentenceState, draft: QuantityDraft, at: int) -> None:
    """Adds what some units need beside their name: the age after years, "squared", the other reading of a pound."""
    if draft.unit.name == "pound-mass" and sentence.lower[at] in ("pound", "pounds"):
        draft.other_units = ((Fraction(1), POUND),)
    elif draft.unit.dimension is Dimension.TIME:
        complete_age(sentence, draft)
    elif draft.unit.dimension is Dimension.LENGTH:
        _merge_square(sentence, draft)


def _is_quoted(sentence: SentenceState, draft: QuantityDraft, at: int) -> bool:
    """Whether the number stands in single quotation marks, which are no feet."""
    return sentence.tokens[at].text == "'" == sentence.tokens[draft.start - 1].text


def _inches(
    sentence: SentenceState, draft: QuantityDraft, earlier: QuantityDraft | None, at: int
) -> tuple[Unit, int, Form] | None:
    """Returns the inches of "9 ft 4 in" and "6-foot-2": "in" right after feet is no preposition."""
    feet = earlier is not None and earlier.unit.name == "foot" and draft.start - earlier.end <= 2
    if feet and sentence.tokens[draft.start - 1].text == "-" and sentence.glued(draft.start):
        return physical_units.BY_NAME["inch"], draft.last, Form.AMOUNT  # "6-foot-2"
    return (physical_units.BY_NAME["inch"], at, Form.AMOUNT) if feet and sentence.lower[at] in ("in", '"') else None


def attach_unit(draft: QuantityDraft, unit: Unit, first: int, end: int, form: Form = Form.AMOUNT) -> None:
    """Gives the draft a unit whose tokens go from `first` to `end`."""
    draft.unit, draft.unit_first, draft.form = unit, first, form
    draft.end = max(draft.end, end)


def _skip_article(sentence: SentenceState, draft: QuantityDraft, at: int) -> int:
    """Returns the place of the unit after "of", "a" and "US": "half an hour", "1/4 of a US pint"."""
    first = at
    if sentence.lower[at] == "of":
        at += 1
    if sentence.lower[at] in ("a", "an"):
        at += 1
    if at > first and sentence.lower[at] in ("us", "uk", "imperial"):
        at += 1
    share = draft.is_fraction or draft.low < 1
    if at > first and share and (read_percent(sentence, at) or match_unit(sentence, at, close=False)):
        draft.is_fraction = False
        return at
    return first


def match_unit(sentence: SentenceState, at: int, *, close: bool) -> tuple[Unit, int, Form] | None:
    """Returns the physical unit at token `at` with its denominator, its last token and its form; None if none.

    `close` says that it is written without a space or with a hyphen, where single letters are units.
    """
    found = _simple(sentence, at, close=close)
    if found is None:
        return None
    unit, end = found
    return (*_with_denominator(sentence, unit, end), Form.AMOUNT)


def _simple(sentence: SentenceState, at: int, *, close: bool) -> tuple[Unit, int] | None:
    word = sentence.lower[at]
    symbol = _symbol(sentence, at)
    compound = sentence.tokens[at + 1].text == "/" and sentence.glued(at + 1)
    if symbol is not None and (close or compound or sentence.tokens[at].text not in _SPACED_OUT):
        return symbol
    longest = physical_units.FIRST_WORDS.get(word, 0)
    for length in range(longest, 0, -1):
        words, end = _words_from(sentence, at, length)
        unit = physical_units.WORDS.get(words)
        if unit is not None and not (length == 1 and word in physical_units.NOUNS and not _is_weight(sentence, at)):
            return unit, end
    return None


def _is_weight(sentence: SentenceState, at: int) -> bool:
    """Whether so many "stone" are a weight: nothing of stone follows, and it is more than one."""
    after, before = sentence.tokens[at + 1], sentence.lower[at - 1]
    alone = after.kind != "word" or after.lower in ("is", "was", "and", "in", "or", "heavier", "lighter", "overweight")
    return sentence.lower[at] == "stone" and alone and before not in ("1", "one", "a", "single") and after.text != "-"


_SPACED_OUT = frozenset(["A", "s", "J", "N", "ct", "atm", "C", "F"])  # words of their own after a space


def _words_from(sentence: SentenceState, at: int, length: int) -> tuple[tuple[str, ...], int]:
    """Returns `length` words from token `at`, without hyphens and dots between them, and the place of the last."""
    words = [sentence.lower[at]]
    while len(words) < length:
        at += 1
        if sentence.tokens[at].text in ("-", "."):
            at += 1
        words.append(sentence.lower[at])
    return tuple(words), at


def _symbol(sentence: SentenceState, at: int) -> tuple[Unit, int] | None:
    """Returns the unit of a symbol such as kWh, km2, km/h, °C, lb-ft, or of the foot and inch marks."""
    token, after = sentence.tokens[at], sentence.tokens[at + 1]
    if token.kind == "number" or not token.text or token.text in ("-", "."):
        return None
    near = sentence.glued(at + 1)
    if token.text == "'" and sentence.glued(at) and not (near and after.kind == "word"):
        return physical_units.BY_NAME["foot"], at
    if near and after.text in ("2", "3", "\u00b2", "\u00b3", "C", "F"):
        unit = physical_units.SYMBOLS.get(token.text + after.text)
        if unit is not None:
            return unit, at + 1
    if near and after.text in ("/", "-") and sentence.glued(at + 2):
        unit = physical_units.SYMBOLS.get(token.text + after.text + sentence.tokens[at + 2].text)
        if unit is not None:
            return unit, at + 2
    if token.text == "\u00b0" and after.text in ("C", "F"):
        return physical_units.SYMBOLS["\u00b0" + after.text], at + 1
    name = sentence.taken.get(at) == sentence.taken.get(at + 1) == "name"  # the "mp" of "400,000 mp3s"
    unit = None if name else physical_units.SYMBOLS.get(token.text)
    return (unit, at) if unit is not None else None


def _with_denominator(sentence: SentenceState, unit: Unit, end: int) -> tuple[Unit, int]:
    """Returns a unit over one that is no time: "miles per hour", "grams per litre", "A/cm2".

    Over a time the quantity is a rate (see rates.read_rate), except where the two make a known unit.
    """
    joint = sentence.lower[end + 1]
    product = _product(sentence, end + 2) if joint == "/" else None
    if product is not None:
        return dataclasses.replace(unit, per=product[0]), product[1]
    below = _simple(sentence, end + 2, close=True) if joint in ("per", "/", "a", "an") else None
    if below is None:
        return unit, end
    name = f"{unit.name} per {below[0].name}"
    known = physical_units.BY_NAME.get(name)
    if known is not None:
        return known, below[1]
    if unit.dimension is Dimension.LENGTH and below[0].dimension is Dimension.TIME and unit.factor and below[0].factor:
        short = below[0].name in ("second", "minute", "hour", "millisecond")
        return (Unit(name, Dimension.SPEED, unit.factor / below[0].factor), below[1]) if short else (unit, end)
    if below[0].dimension is Dimension.TIME or joint in ("a", "an"):
        return unit, end
    return dataclasses.replace(unit, per=below[0]), below[1]


_TIMES = frozenset("*.x")
_KELVIN = physical_units.BY_NAME["kelvin"]


def _product(sentence: SentenceState, at: int) -> tuple[Unit, int] | None:
    """Returns the unit of a product in brackets, the "(m*K)" of "W/(m*K)", and its last token."""
    if sentence.tokens[at].text != "(":
        return None
    place = at + 1
    while place < at + 8 and sentence.tokens[place].text not in (")", ""):
        place += 1
    symbols = "".join(token.text for token in sentence.tokens[at + 1 : place])
    for sign in _TIMES & set(symbols):
        parts = [_KELVIN if part in ("K", "k") else physical_units.SYMBOLS.get(part) for part in symbols.split(sign)]
        if sentence.tokens[place].text == ")" and len(parts) > 1 and all(parts):
            return Unit(" ".join(part.name for part in parts if part), Dimension.OTHER), place
    return None


def _merge_square(sentence: SentenceState, draft: QuantityDraft) -> None:
    """Turns a length into an area if "squared" follows."""
    if sentence.lower[draft.end + 1] == "squared":
        unit = physical_units.BY_NAME.get(f"square {draft.unit.name}")
        if unit is not None:
            draft.unit, draft.end = unit, draft.end + 1
