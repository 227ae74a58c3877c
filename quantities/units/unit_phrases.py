"""The unit right after a number: percent, points, physical units, ages."""

from __future__ import annotations

from fractions import Fraction

from quantities.model.quantity import Dimension, Form, Unit
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import FUNCTION_WORDS, is_plural
from quantities.units import physical_units
from quantities.units.ages import complete_age, is_age, read_age_group
from quantities.units.currencies import POUND
from quantities.units.percent import read_percent
from quantities.units.unit_matcher import match_simple_unit, match_unit

SMALLER = {"foot": "inch", "stone": "pound-mass"}  # what a bare rest is of: "6 foot 2", "11 stone 4"
TALL = frozenset({"tall", "high", "heavy"})
OPENING = 6  # tokens in which the unit of a result may stand: "converted into kilos,"
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
    _take_unit_opened_with(sentence)


def _unit_opened_with(sentence: SentenceState) -> tuple[Unit, int] | None:
    """Returns the unit that a sentence opens with for its result, and its last token: "in kilos, 200 pounds is 91"."""
    places = range(min(sentence.size, OPENING))
    opening = next((at for at in places if sentence.lower[at] in ("in", "into", "to")), None)
    if opening is None:
        return None
    found = match_simple_unit(sentence, opening + 1, close=False)
    if found is None or found[0].dimension is Dimension.TIME or not is_plural(sentence.lower[found[1]]):
        return None
    return found


def _take_unit_opened_with(sentence: SentenceState) -> None:
    """Gives the last number, where it is bare, the unit that the sentence opens with."""
    found, last = _unit_opened_with(sentence), sentence.drafts[-1] if sentence.drafts else None
    after = sentence.tokens[last.last + 1] if last is not None else None
    alone = after is not None and (after.kind != "word" or after.lower in FUNCTION_WORDS)
    measured = alone and any(draft.unit.factor and draft is not last for draft in sentence.drafts)
    if found is not None and last is not None and last.is_bare and last.unit_first < 0 and measured:
        last.unit, last.unit_first = found[0], last.last


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
    found = _rest(sentence, draft, earlier, at) or read_percent(sentence, at) or match_unit(sentence, at, close=close)
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
    return bool(match_simple_unit(sentence, at + 1, close=True) and match_simple_unit(sentence, at + 3, close=True))


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


def _is_bare_rest(sentence: SentenceState, draft: QuantityDraft, at: int) -> bool:
    """Whether the number stands alone: nothing that it could count, or be a part of, follows."""
    after = sentence.tokens[at]
    alone = after.kind != "number" and (after.kind != "word" or after.lower in FUNCTION_WORDS | TALL)
    return draft.low == draft.high and draft.low.denominator == 1 and alone and after.text not in ("%", "/", "x", "*")


def _rest(
    sentence: SentenceState, draft: QuantityDraft, earlier: QuantityDraft | None, at: int
) -> tuple[Unit, int, Form] | None:
    """Returns the smaller unit of "9 ft 4 in", "6-foot-2", "6 foot 3 tall" and "11 stone 4", of less than one larger.

    "In" right after feet is no preposition.
    """
    if earlier is None or earlier.unit.name not in SMALLER or earlier.unit.factor is None:
        return None
    unit, gap = physical_units.BY_NAME[SMALLER[earlier.unit.name]], draft.start - earlier.end
    less = unit.factor is not None and draft.high * unit.factor < earlier.unit.factor
    hyphened = sentence.tokens[draft.start - 1].text == "-" and sentence.glued(draft.start)
    if less and ((gap == 1 and _is_bare_rest(sentence, draft, at)) or (gap == 2 and hyphened)):
        return unit, draft.last, Form.AMOUNT
    inches = gap <= 2 and earlier.unit.name == "foot" and sentence.lower[at] in ("in", '"')
    return (unit, at, Form.AMOUNT) if inches else None


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
    share = draft.is_fraction or (draft.low < 1 and (draft.in_words or sentence.lower[first] == "of"))  # "0.99 a week"
    if at > first and share and (read_percent(sentence, at) or match_unit(sentence, at, close=False)):
        draft.is_fraction = False
        return at
    return first


def _merge_square(sentence: SentenceState, draft: QuantityDraft) -> None:
    """Turns a length into an area if "squared" follows."""
    if sentence.lower[draft.end + 1] == "squared":
        unit = physical_units.BY_NAME.get(f"square {draft.unit.name}")
        if unit is not None:
            draft.unit, draft.end = unit, draft.end + 1
