"""Already pledged: a part of the sum that had been promised before. "Half of that money had been pledged already"."""

from __future__ import annotations

from collections.abc import Iterator

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_money as money
from quantities import Form, Interval
from reasoning.model.answer import Comparison, Vote
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.reading.verb import Action

NAME = "already_pledged"
NEW = Formula("new = total * (1 - share)")
FORMULAS = (NEW,)
BEFORE = frozenset(["before", "already", "earlier", "previously", "prior", "beforehand"])
THAT = frozenset("""that this those these it which money sum amount total""".split())
NEAR = 2  # sentences: the remark follows its sum


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if not statement.is_money:
        return
    remark = next(
        (s for s in case.statements if _is_remark(s) and 0 <= s.sentence.number - statement.sentence.number <= NEAR),
        None,
    )
    if remark is None or not _is_last_sum(case, statement, remark):
        return
    share = remark.quantity.value / (100 if remark.quantity.form is Form.PERCENT else 1)
    new = NEW.solve("new", total=statement.quantity.stated, share=Interval.point(share))
    assert new.middle is not None
    currency = statement.currency
    text = say(
        "{money} of it new: {share} had been pledged before, the message says",
        money=money(new.middle, currency),
        share=remark.quantity.text.strip(),
    )
    worked = f"{exact(statement.quantity.value)} × (1 - {share}) = {exact(new.middle)} {currency}"
    comparison = Comparison(text, worked, new, currency, Vote.SCALE, None, (), NAME)
    reading = say("{money}, in part pledged before", money=money(statement.quantity.value, currency, 3))
    yield Offer(NAME, (statement, remark), reading, (comparison,), text)


def _is_remark(statement: Statement) -> bool:
    if statement.quantity.form not in (Form.RATIO, Form.PERCENT):
        return False
    sentence = statement.sentence
    if not (sentence.lowers & BEFORE and sentence.lowers & THAT):
        return False
    return any(Action.PLEDGE in word.actions for word in sentence.words)


def _is_last_sum(case: Case, statement: Statement, remark: Statement) -> bool:
    """ "That money" is the last sum before the remark."""
    before = [s for s in case.statements if s.is_money and s.span[0] < remark.span[0]]
    return bool(before) and before[-1] is statement
