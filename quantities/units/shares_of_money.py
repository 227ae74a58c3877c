"""Shares told in money: 30 cents of every tax dollar."""

from __future__ import annotations

from quantities.model.quantity import Form, Unit
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.relations.ratios import whole_of
from quantities.text.lexicon import FUNCTION_WORDS, words
from quantities.units.currencies import NAMES, POUND, SMALL_CHANGE

_EACH = words("every each")
_BEFORE_EACH = words("of from in for")
_MONEY = NAMES | {("pound",): POUND}
_NARROWING = 2  # words between "every" and its unit: "every federal tax dollar"
_FAR = 12  # words from the whole to its part: "out of every dollar that the government spends, 30 cents"


def find_shares_of_money(sentence: SentenceState) -> None:
    """Makes a share of small change of every unit of its money."""
    if _EACH.isdisjoint(sentence.words):
        return
    for draft in sentence.drafts:
        if draft.unit.name in SMALL_CHANGE and not draft.is_range and draft.form is Form.AMOUNT:
            _take_share(sentence, draft)


def _take_share(sentence: SentenceState, draft: QuantityDraft) -> None:
    """Makes change a share of the unit that stands behind it, or else before it, where one does."""
    change = SMALL_CHANGE[draft.unit.name]
    lower, behind = sentence.lower, draft.end + 1
    behind += lower[behind] == "out"
    whole = _unit_at(sentence, behind + 1) if lower[behind] in _BEFORE_EACH else None
    if whole is not None:
        draft.end = draft.unit_first = whole[0]
    else:
        before = range(max(draft.start - _FAR, 1), draft.start)
        found = (_unit_at(sentence, i) for i in before if lower[i - 1] in _BEFORE_EACH)
        whole = next((one for one in found if one is not None and one[0] < draft.start), None)
    if whole is None or draft.low * change.share >= 1:
        return
    draft.low = draft.high = draft.low * change.share
    draft.step *= change.share
    draft.form, draft.unit = Form.RATIO, whole_of(whole[1])


def _unit_at(sentence: SentenceState, i: int) -> tuple[int, Unit] | None:
    """Returns the place and the unit of the money that "every" at token i is said of; None where it is not."""
    if sentence.lower[i] not in _EACH:
        return None
    for place in range(i + 1, min(i + 2 + _NARROWING, sentence.size)):
        unit = _MONEY.get((sentence.lower[place],))
        if unit is not None:
            return place, unit
        if sentence.lower[place] in FUNCTION_WORDS:
            return None
    return None
