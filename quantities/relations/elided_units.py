"""Numbers that leave out their unit.

"4,100 bakers ... and 300 who", "from 5 to 9 km", "up 2 percent, then by 1".
"""

from __future__ import annotations

from quantities.model.quantity import Dimension, Form, Role
from quantities.parse_state import NO_UNIT, QuantityDraft, SentenceState
from quantities.text.lexicon import PREPOSITIONS, words

_TIMES = (["x"], ["×"], ["*"], ["by"])
_SUMS = words("come comes came coming amount amounts amounted add adds added up work works worked")  # "comes to 1,920"


def fill_in_units(sentence: SentenceState) -> None:
    """Gives a bare number that goes on with a count its noun: "4,100 bakers ... and 300 who", "60 boats and 12 in"."""
    _fill_in_sides(sentence)
    counted: QuantityDraft | None = None
    for n, later in enumerate(sentence.drafts[1:], 1):
        earlier = sentence.drafts[n - 1]
        counted = earlier if earlier.unit.dimension is Dimension.COUNT and earlier.form is Form.AMOUNT else counted
        if later.unit_first >= 0 or later.form is not Form.AMOUNT or later.is_fraction or later.unit is not NO_UNIT:
            continue
        if _continues_change(sentence, n, later):
            continue
        before, after = sentence.lower[later.start - 1], sentence.tokens[later.end + 1]
        sums_up = before == "to" and sentence.lower[later.start - 2] in _SUMS
        joined = not sums_up and before in ("and", "or", "from", "to", "than", "with", "against", "versus", "vs")
        free = (
            after.kind == "sign"
            or after.lower in PREPOSITIONS
            or after.lower in ("who", "that", "which", "a", "were", "are")
        )
        near = counted is not None and later.start - counted.end < 16
        change = (
            not sums_up
            and before in ("from", "to")
            and earlier.unit_first >= 0
            and earlier.unit.dimension is not Dimension.RATIO
        )
        if joined and free and counted is not None and near:
            later.unit = counted.unit
        elif joined and free and change and later.start - earlier.end < 4:
            later.unit = earlier.unit


def _fill_in_sides(sentence: SentenceState) -> None:
    """Gives the sides of a box or a room the unit behind the last of them: "100x40x50 cm", "8 by 4 m"."""
    for n in range(len(sentence.drafts) - 1, 0, -1):
        last, before = sentence.drafts[n], sentence.drafts[n - 1]
        bare = before.unit is NO_UNIT and before.form is Form.AMOUNT and not before.is_fraction
        joined = sentence.lower[before.end + 1 : last.start] in _TIMES
        if last.unit.dimension is Dimension.LENGTH and bare and joined:
            before.unit = last.unit


def _continues_change(sentence: SentenceState, n: int, later: QuantityDraft) -> bool:
    """Gives a change the unit of the change before it, and returns whether it did.

    "rose by 2 percent but ... fell by 1", "lost 20 points to close at 640".
    """
    if later.role is Role.LEVEL:
        return False
    for earlier in reversed(sentence.drafts[max(0, n - 6) : n]):
        same = earlier.role is Role.BY is later.role and earlier.form in (Form.PERCENT, Form.POINTS)
        level = later.role is Role.TO and earlier.unit.name == "point"
        if (same or level) and later.start - earlier.end < 16:
            later.unit, later.form = earlier.unit, earlier.form
            return True
    return False
