"""A share of a total: "1 in 150 of the labour force", "one in three people alive is Indian", "debt is 120 % of GDP"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_in_english as bare
from quantities import Bound, Form, Interval, Quantity, Role
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import counted, measured, one_in, percent, share_of
from reckoning import band
from reckoning.employment import is_creation
from reckoning.figure import DatedFigure
from reckoning.formula import Formula
from reckoning.group import PARTIAL
from reckoning.kinds.whole import whole_of
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import ACTORS, Statement
from reckoning.reading.verb import Action

MOST_DIGITS = 1000  # of "1/160.5"; beyond it the part after the point would be lost
NAME = "share"
SHARE = Formula("share = part / whole")
FORMULAS = (SHARE,)
SMALLEST = 10_000


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if statement.quantity.form in (Form.RATIO, Form.PERCENT):
        yield from _claimed_share(case, statement)
    else:
        yield from _part(case, statement)


# --- a number that is a part of a known whole: gives scale, or indicates if one actor is to have it


def _part(case: Case, statement: Statement) -> Iterator[Offer]:
    found = whole_of(case, statement)
    if found is None or statement.asks_size:
        return
    stored = case.figure(*found, statement)
    said = case.said(*found, but=statement.quantity)
    figure = said or stored
    if figure is None or _is_the_whole(case, statement, found) or not statement.is_asserted:
        return
    if statement.quantity.value * SMALLEST < figure.value and not is_creation(statement):
        return  # one of millions tells nobody anything
    if abs(statement.quantity.value / figure.value - 1) * 10 < 1 and not is_creation(statement):
        return  # as many as all of them: that is no part
    number = counted(statement.quantity.value, statement.counted, 3)
    reading = say("{what} in {where}", what=number, where=case.named(found[0]))
    comparison = _part_comparison(case, statement, found, figure, stored)
    headline = share_of(comparison.result, say("the {what}", what=case.titled(*found)))
    yield Offer(NAME, (statement,), reading, (comparison,), headline)


def _is_the_whole(case: Case, statement: Statement, found: tuple[str, str]) -> bool:
    """ "Mexico has 700 million people" is the whole itself, which is for the level to judge."""
    return (
        found[1] in statement.measures
        and not statement.unexplained
        and not statement.action - {Action.BE, Action.HAVE}
        and not statement.is_plan
    )


def _part_comparison(
    case: Case, statement: Statement, found: tuple[str, str], figure: DatedFigure, stored: DatedFigure | None
) -> Comparison:
    part, rests = statement.quantity, [figure.rest]
    share = SHARE.solve("share", part=part.stated, whole=figure.interval)
    shown = measured(figure.value, figure.rest.unit, 3)
    if figure is stored:
        origin = f"{shown}, {figure.origin}"
    else:
        origin = say("the message's own figure, {number}", number=case.limited(*found, shown))
        if stored is not None and abs(stored.value - figure.value) * 50 > stored.value:
            number = measured(stored.value, stored.rest.unit, 3)
            origin = say("{own}; stored: {number}, {origin}", own=origin, number=number, origin=stored.origin)
            rests.append(stored.rest)
    text = f"{share_of(share, say('the {what}', what=case.titled(*found)))} ({origin})"
    several = figure.value / part.value
    came_to = f"1/{bare(several, 4)}" if several < MOST_DIGITS else exact(1 / several)
    worked = f"{exact(part.value)} / {exact(figure.value)} = {came_to}"
    past = band.past(SHARE.solve("share", part=part.interval, whole=figure.drifted), band.SHARE)
    vote = Vote.INDICATES if _is_by_one(case, statement) else Vote.SCALE
    return Comparison(text, worked, share, "", vote, None, tuple(rests), NAME, past, part.value / figure.value)


def _is_by_one(case: Case, statement: Statement) -> bool:
    """Whether a single actor is to have or make it all."""
    subject = statement.subject
    return subject is not None and case.entity(subject).kind in ACTORS and Action.CREATE in statement.action


# --- a share that is claimed: checked against the two stored figures


def _claimed_share(case: Case, statement: Statement) -> Iterator[Offer]:
    if (
        statement.unexplained
        or not statement.is_asserted
        or statement.is_negated
        or statement.is_plan
        or statement.quantity.role is not Role.LEVEL
    ):
        return
    if len(statement.sentence.quantities) > 1 or statement.quantity.direction.value:
        return
    for part, whole in _pairs(case, statement):
        if whole[1] in PARTIAL and case.measure(part[1]).whole != whole[1]:
            continue  # the poor are not all children
        above = case.figure(*part, statement)
        below = case.figure(*whole, statement)
        if above is not None and below is not None and above.rest.unit == below.rest.unit:
            names = (case.titled(*part), case.titled(*whole))
            yield _share_offer(statement, names, above, below)
            return


def _pairs(case: Case, statement: Statement) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """The part and the whole that the words may mean, each as (entity, measure)."""
    named = [name.entities[0] for name in statement.names]
    mentions = [mention for mention in statement.mentions if mention.via == "noun"]
    distinct = len(set(named))
    if distinct == 1 and len(mentions) <= 1 and statement.noun == "people":
        yield from _within(case, statement, (named[0], "world"), ("population",))
    elif distinct == 2 and len(mentions) <= 1:
        measures = mentions[0].measures if mentions else ("population",)
        yield from _within(case, statement, (named[0], named[-1]), measures)
    if distinct == 1 and len(mentions) == 2:
        whole = next((m for m in mentions if m.span[0] >= statement.quantity.number_span[1]), None)
        if whole is not None:
            part = next(m for m in mentions if m is not whole)
            yield from (((named[0], p), (named[0], w)) for p in part.measures for w in whole.measures)


def _within(
    case: Case, statement: Statement, pair: tuple[str, str], measures: tuple[str, ...]
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Two entities, the part first, by each measure, where one of them is a part of the other."""
    part, whole = pair if case.is_within(*pair) else (pair[1], pair[0])
    if case.is_within(part, whole) and _counts_people(statement):
        yield from (((part, m), (whole, m)) for m in measures)


def _counts_people(statement: Statement) -> bool:
    """Without a measure named, only people are shared out: "one in five Americans is a Californian"."""
    named_people = any(name.form == "people" for name in statement.names)
    named = any(mention.via == "noun" for mention in statement.mentions)
    return named or statement.noun == "people" or named_people


def _share_offer(statement: Statement, names: tuple[str, str], above: DatedFigure, below: DatedFigure) -> Offer:
    is_percent = statement.quantity.form is Form.PERCENT
    scale = Fraction(1, 100) if is_percent else Fraction(1)
    reckoned = SHARE.solve("share", part=above.drifted, whole=below.drifted)
    claimed = statement.quantity.interval * Interval.point(scale)
    measure = above.rest.id.split(".")[1]
    verdict = band.agreement(claimed, reckoned, measure if below.rest.id.split(".")[1] == measure else "")
    stated, point = statement.quantity.value * scale, above.value / below.value
    numbers = {
        "part": measured(above.value, above.rest.unit, 3),
        "whole": measured(below.value, below.rest.unit, 3),
        "share": percent(point * 100),
        "said": percent(stated * 100),
    }
    if verdict is Verdict.ADDS_UP:
        text = say("{part} of {whole} is {share}; said: {said}", **numbers)
    else:
        text = say("{part} of {whole} is {share}, not {said}", **numbers)
    worked = f"{exact(above.value)} / {exact(below.value)} = {bare(point, 4)}"
    actual = SHARE.solve("share", part=above.interval, whole=below.interval)
    comparison = Comparison(
        text, worked, actual, "", Vote.DECIDES, verdict, (above.rest, below.rest), NAME, value=above.value / below.value
    )
    word = _percent if is_percent else one_in
    reading = say(
        "the {part} is {share} of the {whole}", part=names[0], share=word(Interval.point(stated)), whole=names[1]
    )
    flip = "" if verdict is Verdict.ADDS_UP else _flip(reckoned)
    return Offer(NAME, (statement,), reading, (comparison,), say("it is {share}", share=word(actual)), flip)


def _flip(reckoned: Interval) -> str:
    edge = band.around(reckoned, band.ALLOWED)
    return say(
        "Would be plausible between {low} and {high}",
        low=percent((edge.low or 0) * Fraction(100)),
        high=percent((edge.high or 1) * Fraction(100)),
    )


def _percent(share: Interval) -> str:
    return one_in(share) if share.middle is None else percent(share.middle * 100)


def _limited(claimed: Quantity) -> str:
    """The bound of the claim in words, with a space behind it; nothing where there is none."""
    return "" if claimed.bound is Bound.EXACT else f"{claimed.bound} "
