"""Changes: rose by 5, rose to 5, fell from 8 to 6, up 20 % (data/changes.yaml)."""

from __future__ import annotations

from itertools import pairwise

from quantities.model.quantity import Dimension, Direction, Form, Role
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import words
from quantities.word_tables import word_class

_UP = word_class("changes", "up")
_DOWN = word_class("changes", "down")
MOVES = _UP | _DOWN
CHANGES = MOVES | word_class("changes", "neutral")
_SPAN = 7
_REACHED = words("above below beyond")
_BREAKS = words("; . ( ) : while but whereas although though who which")
_TRANSITIVE_LEVEL = word_class("changes", "transitive")
_NOT_RISING = word_class("changes", "not_rising")
_NOUNS = word_class("changes", "nouns")


def attach_changes(sentence: SentenceState) -> None:
    """Gives each draft its role in a change: the verb before it says which way, the preposition which end."""
    floor, earlier = -1, None
    for draft in sentence.drafts:
        _find_one(sentence, draft, floor, earlier)
        floor, earlier = draft.end, draft
    _order_ends(sentence)


def _find_one(sentence: SentenceState, draft: QuantityDraft, floor: int, earlier: QuantityDraft | None) -> None:
    if draft.role is not Role.LEVEL:
        return
    place = draft.start - 1
    if sentence.tokens[place].text == "+" and place > floor:
        draft.direction, draft.role, draft.start = Direction.UP, Role.BY, place
        return
    if earlier is not None and sentence.tokens[place].text in "(/" and draft.start == earlier.end + 2:
        draft.direction, draft.role = earlier.direction, earlier.role  # a conversion: "by 1 degree C (1.8 F)"
        return
    role = _role(sentence, place)
    verb = _verb(sentence, place, floor)
    if verb is None:
        if earlier is not None and earlier.direction is not Direction.NONE:
            _continue_change(sentence, draft, earlier, role)
        return
    at, direction = verb
    if role is Role.LEVEL and sentence.lower[draft.start] in _REACHED:
        role = Role.TO  # "fell below 4 %"
    if role is Role.LEVEL:
        if not _directly_after(sentence, draft, at):
            return
        role = Role.BY
    draft.direction, draft.role = direction, role


def _role(sentence: SentenceState, place: int) -> Role:
    word = sentence.lower[place]
    if word in ("by", "another", "an", "a") and (word == "by" or sentence.lower[place - 1] == "by"):
        return Role.BY
    if word == "of" and sentence.lower[place - 1] == "average":
        return _role(sentence, place - 3)
    return {"to": Role.TO, "from": Role.FROM, "at": Role.LEVEL}.get(word, Role.LEVEL)


def _verb(sentence: SentenceState, place: int, floor: int) -> tuple[int, Direction] | None:
    """Returns the nearest word of change before `place` within the clause, and its direction."""
    for at in range(place, max(floor, place - _SPAN), -1):
        word = sentence.lower[at]
        if word in _BREAKS:
            return None
        if word == "up" and sentence.lower[at - 1] in _NOT_RISING:
            return None
        if word in _UP or word in _DOWN:
            if word in _NOUNS and sentence.lower[at - 1] in ("a", "an", "the", "any"):
                return None
            return at, Direction.UP if word in _UP else Direction.DOWN
    return None


_ADVERBS = words(
    """sharply slightly only some just further another a an the more as much about back to by roughly out its stake"""
)


def _directly_after(sentence: SentenceState, draft: QuantityDraft, at: int) -> bool:
    """Whether a quantity without a preposition belongs to the verb: "fell 3 %", "lost 44 points"."""
    between = sentence.lower[at + 1 : draft.start]
    if any(word not in _ADVERBS for word in between):
        return False
    if sentence.lower[at] in _TRANSITIVE_LEVEL and sentence.lower[at] not in (
        "lost",
        "gained",
        "added",
        "shed",
        "lose",
        "loses",
        "losing",
        "gains",
    ):
        return draft.form in (Form.PERCENT, Form.POINTS)
    return draft.unit.dimension is not Dimension.NONE or sentence.lower[at] in (
        "up",
        "down",
        "rose",
        "fell",
        "gained",
        "lost",
    )


def _continue_change(sentence: SentenceState, draft: QuantityDraft, earlier: QuantityDraft, role: Role) -> None:
    """Continues the change of the quantity before: "fell 3 %, or 20 points, to 640", "rose 8 % to 99 from 92"."""
    gap = sentence.lower[earlier.end + 1 : draft.start]
    if role in (Role.TO, Role.FROM) and len(gap) <= 7 and not any(word in _BREAKS for word in gap):
        draft.direction, draft.role = earlier.direction, role
    elif gap in (["or"], [",", "or"]) and earlier.role is Role.BY:
        draft.direction, draft.role = earlier.direction, Role.BY


def _order_ends(sentence: SentenceState) -> None:
    """Gives both ends of "went from 40 to 60" a direction by comparing them, and the same unit and scale."""
    paired: set[int] = set()
    for first, second in pairwise(sentence.drafts):
        if _is_from_to(sentence, first, second):
            first.role, second.role = Role.FROM, Role.TO
        elif not _is_to_from(first, second) or first.first in paired:
            continue
        paired.add(second.first)
        _match_ends(*((first, second) if first.role is Role.FROM else (second, first)))


def _is_from_to(sentence: SentenceState, first: QuantityDraft, second: QuantityDraft) -> bool:
    if sentence.lower[first.start - 1] != "from" or sentence.lower[second.start - 1] != "to":
        return False
    moved = any(word in CHANGES for word in sentence.lower[max(0, first.start - 5) : first.start])
    return second.start - first.end < (20 if moved else 8)


def _is_to_from(first: QuantityDraft, second: QuantityDraft) -> bool:
    return first.role is Role.TO and second.role is Role.FROM and second.start - first.end <= 8


def _match_ends(old: QuantityDraft, new: QuantityDraft) -> None:
    bare, short = old.unit_first < 0 or old.unit == new.unit, old.scale == 1 and old.low < 1000
    if bare and short and new.scale > 1 and old.low * new.scale <= new.high * 100:
        old.multiply(new.scale)
    if old.unit_first < 0 <= new.unit_first:
        old.unit, old.form = new.unit, new.form
    elif new.unit_first < 0 <= old.unit_first:
        new.unit, new.form = old.unit, old.form
    direction = Direction.UP if new.low >= old.low else Direction.DOWN
    for end in (old, new):
        if end.direction is Direction.NONE:
            end.direction = direction
