"""Bounds: about, nearly, more than, at least, up to, and their odd synonyms in spun texts (data/bounds.yaml)."""

from __future__ import annotations

from quantities.model.quantity import Bound, Form
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import words
from quantities.word_tables import tables, word_class


def _table() -> tuple[dict[tuple[str, ...], Bound], frozenset[str]]:
    phrases = tables("bounds")["before"].items()
    table = {tuple(phrase.split()): Bound(bound) for bound, said in phrases for phrase in said}
    for key, bound in (("more_than", Bound.MORE_THAN), ("less_than", Bound.LESS_THAN)):
        for word in word_class("bounds", key):
            for than in ("than", "then"):
                table[(*word.replace("-", " - ").split(), than)] = bound
    for few in ("as few as", "as little as", "as low as"):
        table[tuple(few.split())] = Bound.AT_LEAST
    return table, frozenset(phrase[-1] for phrase in table)


_BEFORE, _LAST_WORDS = _table()
_AFTER: dict[tuple[str, ...], Bound] = {
    tuple(phrase.split()): Bound(bound) for bound, said in tables("bounds")["after"].items() for phrase in said
}
# Words that may stand between the bound and the number.
_MAY_SKIP = words("a an the just another only whopping staggering about around nearly almost some roughly ( \" '")
_LONGEST = 5


def attach_bounds(sentence: SentenceState) -> None:
    """Gives each draft the bound that stands right before or right after it."""
    floor = -1
    for draft in sentence.drafts:
        if not draft.bounded:
            _before(sentence, draft, floor)
            if not draft.bounded:
                _after(sentence, draft)
        floor = draft.end
    _carry_into_brackets(sentence)


def _before(sentence: SentenceState, draft: QuantityDraft, floor: int) -> None:
    place = draft.start - 1
    for _ in range(3):
        if place <= floor:
            return
        found = _ending_at(sentence, place, floor)
        if found is not None and not _means_other(sentence, draft, found[1]):
            draft.bound, draft.start, draft.bounded = found[0], found[1], True
            _attach_outer_bound(sentence, draft, floor)
            return
        if sentence.lower[place] not in _MAY_SKIP:
            return
        place -= 1


def _attach_outer_bound(sentence: SentenceState, draft: QuantityDraft, floor: int) -> None:
    """Takes an outer bound into the span: "more than about 20", "nearly over".

    It wins if the inner one says only "about".
    """
    place = draft.start - 1
    found = _ending_at(sentence, place, floor) if place > floor else None
    if found is not None and not _means_other(sentence, draft, found[1]):
        draft.start = found[1]
        if draft.bound is Bound.ABOUT:
            draft.bound = found[0]


def _ending_at(sentence: SentenceState, place: int, floor: int) -> tuple[Bound, int] | None:
    """Returns the longest bound phrase whose last token is `place`, and its first token."""
    if sentence.lower[place] not in _LAST_WORDS:
        return None
    for length in range(min(_LONGEST, place - floor), 0, -1):
        bound = _BEFORE.get(tuple(sentence.lower[place - length + 1 : place + 1]))
        if bound is not None:
            return bound, place - length + 1
    return None


_LINKING = words("for lasted lasting been took takes is was worth by of with has have had after to")


_PASSIVE, _BEING = words("exceeded surpassed topped"), words("is are was were be been being")
_RISING = word_class("changes", "up") - {"up"} | words("went goes gone going")
_SUMMING = words("add adds added adding come comes came coming sum sums summed summing tot tots mount mounts")


def _means_other(sentence: SentenceState, draft: QuantityDraft, first: int) -> bool:
    """Whether a bound phrase bounds nothing here.

    "over 5 years" after a quantity is its period; "most 20", "may be", "talk about 3" are no bounds,
    nor is "adds up to 40" or "shot up to 40", nor "is exceeded 5 times over by".
    """
    word = sentence.lower[first]
    before = sentence.lower[first - 1]
    if (word == "up" and before in _SUMMING | _RISING) or (word in _PASSIVE and before in _BEING):
        return True
    if word == "over" and draft.unit.name in PERIOD_UNITS and first == draft.start - 1:
        return sentence.lower[first - 1] not in _LINKING and first > 0 and _counts_before(sentence, draft)
    if word in ("may", "say"):
        return sentence.tokens[first - 1].text != ","
    if word == "most":
        return True
    if word in ("minimum", "maximum"):
        return first == draft.start - 1 and sentence.lower[first - 1] not in ("a", "the", "of")
    return word in ("about", "around") and sentence.lower[first - 1] in ("talk", "talking", "worry", "how")


PERIOD_UNITS = words("second minute hour day week month quarter year decade century")


def _counts_before(sentence: SentenceState, draft: QuantityDraft) -> bool:
    return sentence.draft_before(draft.start - 1) >= 0


def _after(sentence: SentenceState, draft: QuantityDraft) -> None:
    at = draft.end + 1
    for length in (3, 2, 1):
        bound = _AFTER.get(tuple(sentence.lower[at : at + length]))
        if bound is None:
            bound = _inside(sentence, draft, length)
            if bound is not None:
                draft.bound, draft.bounded = bound, True
                return
            continue
        if sentence.lower[at] in ("plus", "+", "odd") and sentence.is_number(at + 1):
            return
        draft.bound, draft.bounded, draft.end = bound, True, at + length - 1
        return


def _inside(sentence: SentenceState, draft: QuantityDraft, length: int) -> Bound | None:
    """Returns a bound between the numeral and its noun: "400-odd people", "10 or more people", "50+ people"."""
    at = draft.last + 1
    if draft.end < at + length or draft.unit_first < at:
        return None
    return _AFTER.get(tuple(sentence.lower[at : at + length]))


def _carry_into_brackets(sentence: SentenceState) -> None:
    """Gives a conversion in brackets the bound of its quantity: "more than 50 km (31 miles)"."""
    for earlier, later in zip(sentence.drafts, sentence.drafts[1:], strict=False):
        opening = sentence.tokens[later.start - 1].text
        inside = opening == "(" and later.start - 1 == earlier.end + 1
        beside = opening == "/" and later.start - 1 == earlier.end + 1
        alike = (
            earlier.unit.dimension is later.unit.dimension and earlier.form is later.form and earlier.unit != later.unit
        )
        if (inside or beside) and alike and later.form is Form.AMOUNT and not later.bounded:
            later.bound = earlier.bound
