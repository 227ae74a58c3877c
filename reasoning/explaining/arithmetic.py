"""The lines of arithmetic of a decided claim: each number that was looked up, then what comes out."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_in_english, format_number
from quantities import Interval
from reasoning.explaining.amounts import of_leaf, said
from reasoning.explaining.wording import AROUND_SHARE, RANKS, SIGNS, ClaimWording
from reasoning.model.answer import Comparison, Reference, Vote
from reasoning.model.claim import Claim, Operator, Term
from reasoning.model.leaf import Leaf, Sort
from reasoning.wording.numbers import percent, share_of
from reasoning.wording.references import reference_to

SMALL = Fraction(1, 1000)  # smaller numbers are written with a power of ten
KNOWN, CLAIM, PLAN = "known", "claim", "plan"  # kinds of lines: a number that was looked up, and what comes out
GIVEN = "user"  # the id of what rests on the word of the person asking


def arithmetic_lines(wording: ClaimWording) -> tuple[Comparison, ...]:
    """The lines of a claim: one for each figure, property and average in it, and the result last."""
    if wording.claim.relation == "plan" and wording.claim.right.leaf is not None:
        return (_planned(wording),)
    known = [leaf for leaf in _told(wording.claim) if leaf.sort not in (Sort.STATED, Sort.CONSTANT)]
    once = {leaf.id: leaf for leaf in known}
    return (*(_given(leaf, wording) for leaf in once.values()), _result(wording))


def _planned(wording: ClaimWording) -> Comparison:
    """The one line of a plan: how many times what there is, or what share of it."""
    result, rests = _result(wording), _set_beside(wording)
    whole = rests[0].text if rests else wording.term(wording.claim.right)
    if wording.outcome.ratio <= 1:
        whole = say("the {what}", what=whole)
    return replace(result, text=share_of(result.result, whole))


def _told(claim: Claim) -> tuple[Leaf, ...]:
    """The leaves of a claim; of a rank only the first part and those about the place that is said."""
    if claim.relation != "place":
        return claim.leaves()
    own, *others = claim.right.leaves()
    place = int(claim.left.value())
    return (own, *others[max(place - 2, 0) : place])


def _given(leaf: Leaf, wording: ClaimWording) -> Comparison:
    """The line of a number that was looked up."""
    rests = _rests(leaf, wording)
    text = rests[0].text if rests else f"{wording.name(leaf)}: {of_leaf(leaf)}"
    return Comparison(text, of_leaf(leaf), leaf.interval, "", Vote.INDICATES, None, rests, KNOWN)


def _rests(leaf: Leaf, wording: ClaimWording) -> tuple[Reference, ...]:
    """What a leaf rests on: the figures with their sources, or the range of a thing."""
    library = wording.library
    if leaf.sort is Sort.GIVEN:
        return (_given_rest(leaf, wording),)
    if leaf.sort is Sort.FIGURE:
        figures = [library.figure_of(ident) for ident in leaf.id.split(" / ")]
        return tuple(reference_to(one, library) for one in figures if one is not None)
    thing = library.things.get(leaf.entity)
    source = thing.source if thing is not None else None
    producer = source.producer if source is not None else say("an estimate")
    text = f"{wording.name(leaf)}: {of_leaf(leaf)}"
    return (Reference(leaf.id, text, leaf.low, leaf.value, leaf.high, leaf.unit, "", producer, "", "", estimate=True),)


def _given_rest(leaf: Leaf, wording: ClaimWording) -> Reference:
    """What the person asking gives in the place of what is stored."""
    number = said(wording.quantities[min(leaf.uses)], wording.library)
    producer = say("your figure")
    text = f"{wording.name(leaf)}: {number} ({producer})"
    return Reference(GIVEN, text, leaf.low, leaf.value, leaf.high, leaf.unit, "", producer)


def _result(wording: ClaimWording) -> Comparison:
    """The line that decides: what comes out beside what was said; in numbers of base units as its working."""
    claim, quantity, ratio = wording.claim, wording.quantity, wording.outcome.ratio
    working = f"{_worked(claim.left.value(), 6)} / ({_numbers(claim.right)}) = {_worked(ratio, 4)}"
    right = wording.term(claim.right)
    if claim.relation == "prices":
        after, before = (of_leaf(leaf) for leaf in claim.right.leaves()[-2:])
        right = f"{wording.term(claim.right.parts[0])} × {after} / {before}"
    if claim.relation == "place":
        numbers = {"said": format_number(claim.left.value()), "number": format_number(claim.right.value())}
        text = say("{what}: number {number}; said: {said}", what=right, **numbers)
        return Comparison(
            text, working, Interval.point(ratio), "", Vote.DECIDES, wording.verdict, (), "claim", value=ratio
        )
    if claim.relation == "whole":
        text = f"{right} = {percent(claim.right.value() * 100, 4)}"
    elif claim.relation == "date":
        text = say("said: {number}", number=wording.term(claim.left))
    elif quantity is None or claim.relation == "gift":
        text = f"{wording.term(claim.left)} / {right} = {format_number(ratio)}"
    else:
        beside = say("said: {number}", number=said(quantity, wording.library))
        number = wording.reckoned(quantity)
        leaf = claim.right.leaf
        is_known = leaf is not None and leaf.sort is not Sort.STATED
        if leaf is not None and is_known and number == of_leaf(leaf):
            text = beside
        else:
            text = f"{say('that is {number}', number=number) if is_known else f'{right} = {number}'}; {beside}"
    rests = _set_beside(wording)
    result = claim.left.range() / claim.right.range() if wording.is_wide() else Interval.point(ratio)
    kind = PLAN if claim.relation == "plan" else CLAIM
    return Comparison(text, working, result, "", Vote.DECIDES, wording.verdict, rests, kind, value=ratio)


def _set_beside(wording: ClaimWording) -> tuple[Reference, ...]:
    """What the number claimed is so many times of, or both figures where it is how many times one is the other."""
    right = wording.claim.right
    if right.leaf is not None:
        return () if right.leaf.sort in (Sort.STATED, Sort.CONSTANT) else _rests(right.leaf, wording)[:1]
    leaves = [part.leaf for part in right.parts if part.leaf is not None and part.leaf.sort is Sort.FIGURE]
    if right.operator is not Operator.QUOTIENT or len(leaves) != 2:
        return ()
    return tuple(rest for leaf in leaves for rest in _rests(leaf, wording)[:1])


def _worked(number: Fraction, figures: int) -> str:
    """A number of a working, of so many significant figures however small it is."""
    small = 0 < abs(number) < SMALL
    return f"{float(number):.{figures}g}" if small else format_in_english(number, figures)


def _numbers(term: Term) -> str:
    """A term with its numbers in base units: "(131000000 × 5)"."""
    if term.leaf is not None:
        return _worked(term.leaf.value, 6)
    if term.operator in RANKS:
        return _worked(term.value(), 6)
    if term.operator in AROUND_SHARE:
        return f"({AROUND_SHARE[term.operator]}{_numbers(term.parts[0])})"
    return "(" + SIGNS[term.operator].join(_numbers(part) for part in term.parts) + ")"
