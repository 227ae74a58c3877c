"""A number with the share that it is: "500,000 federal workers, a quarter of the federal workforce"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_number as amount
from quantities import Direction, Form, Interval
from reckoning.figure import known, stored
from reckoning.formula import Formula
from reckoning.kinds.share_in_passing import wholes
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.rough.core import is_said
from reckoning.rough.home import homes
from reckoning.rough.judging import Reckoning, claimed, judge

NAME = "number_and_share"
PART = Formula("part = share * whole")
FORMULAS = (PART,)
MOST_AGE = 4 * 366
OR = re.compile(
    r"\s*(?:of\s+[\w\s]{1,20})?[\s,(–—-]+"
    r"(?:or|that is|that['’]s|that means|which is|meaning|i\.e\.)[\s,]+(?:\w+\s+){0,2}",
    re.IGNORECASE,
)
OF_AGE = re.compile(r"\b(?:over|under|aged|above|below)(?:\s+the\s+age\s+of)?\s+\d", re.IGNORECASE)
APART = 90  # characters between the two


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    """For the number; the share beside it is a part of the same claim."""
    if not statement.is_count or not is_said(statement) or statement.quantity.direction is not Direction.NONE:
        return
    shares = [s for s in case.beside(statement) if s.quantity.form in (Form.PERCENT, Form.RATIO)]
    near = [s for s in shares if s.quantity.direction is Direction.NONE and _apart(s, statement) < APART]
    if len(near) != 1 or len(shares) != 1:
        return
    if found := judge(statement, NAME, _reckonings(case, statement, near[0])):
        yield found


def _apart(first: Statement, second: Statement) -> int:
    return max(first.span[0] - second.span[1], second.span[0] - first.span[1], 0)


def _is_said_to_be(share: Statement, statement: Statement) -> bool:
    return _apart(share, statement) < APART / 3 and "is" in statement.lowers


def _is_other_way(case: Case, share: Statement, statement: Statement) -> bool:
    """Whether the one is the other put otherwise: "10 % of Germans, or 8 million people"."""
    first, second = sorted((share.span, statement.span))
    text = share.sentence.text
    return OR.fullmatch(case.scene.text[first[1] : second[0]]) is not None and not OF_AGE.search(text)


def _reckonings(case: Case, statement: Statement, share: Statement) -> Iterator[Reckoning]:
    scale = Fraction(1, 100) if share.quantity.form is Form.PERCENT else Fraction(1)
    part = claimed(share.quantity) * Interval.point(scale)
    day = case.day(statement)
    for whole in wholes(case, share):
        for entity, named in homes(case, share, whole)[:1]:
            reference = known(case.library, entity, whole, day)
            if reference is None or abs((day - reference.end).days) > MOST_AGE:
                continue
            figure = stored(case.library, reference, day)
            value = share.quantity.value * scale * figure.value
            said = amount(share.quantity.value * scale * 100, 3)
            what = say("{share} % of {whole}", share=said, whole=case.titled(entity, whole))
            working = f"{exact(share.quantity.value * scale)} × {exact(figure.value)} = {exact(value)}"
            reckoned = PART.solve("part", share=part, whole=figure.drifted)
            adjoining = named and (_is_other_way(case, share, statement) or _is_said_to_be(share, statement))
            yield Reckoning(reckoned, value, what, working, (figure.rest,), is_sure=adjoining, spread=Fraction(3, 2))
