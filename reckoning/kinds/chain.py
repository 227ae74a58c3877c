"""A chain of references, as on the back of an envelope. "Americans drink 450 million cups of coffee a day" """

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from i18n.language import say
from i18n.number_format import format_exact as exact
from i18n.number_format import format_money as money
from knowledge.model.expression import BinaryOperation, Node, Power, Term
from quantities import Interval, Quantity
from reasoning.model.answer import Comparison, Verdict, Vote
from reasoning.wording.numbers import counted, several, times
from reckoning import band
from reckoning.chain.binding import Binder, Binding
from reckoning.chain.choice import Found, meant, verdict_of
from reckoning.chain.holding import Holding, plain
from reckoning.chain.lexis import lexis
from reckoning.chain.outline import outline
from reckoning.chain.tally import reckon, value_of, width
from reckoning.formula import Formula
from reckoning.offer import Offer
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

NAME = "chain"
RATIO = Formula("ratio = claimed / reckoned")
FORMULAS = (RATIO,)
LONG_AGO = frozenset("ago bc bce ad ancient former formerly medieval".split())
OTHER_YEARS = {(kind, years) for kind in ("dog", "cat", "human") for years in ("year", "years")}
OTHERWISE = OTHER_YEARS | {("home", "to")}  # pairs of words that mean another thing than each of them
OLDEST = 12  # years before the day of the text: what people do now says little of them then
SIGNS = {"*": " × ", "/": " / ", "+": " + ", "-": " − "}


def offer(case: Case, statement: Statement) -> Iterator[Offer]:
    if not case.library.formulas or statement.asks_size:
        return
    best = _chained(case, statement)
    if best is not None and not any(_chained(case, later) for later in _after(case, statement)):
        yield _offer(case, replace(statement, quantity=best[0].quantity), *best)


def _after(case: Case, statement: Statement) -> list[Statement]:
    """The later statements of the sentence: of two numbers that make each other the last is the claim."""
    return [other for other in case.beside(statement) if other.span > statement.span]


def _chained(case: Case, statement: Statement) -> Found | None:
    if OTHERWISE & set(pairwise(statement.sentence.text.lower().rstrip(".!?").split())):
        return None
    if statement.lowers & LONG_AGO or case.scene.as_of.year - case.day(statement).year > OLDEST:
        return None
    laid = outline(statement.sentence, lexis(case.library), case.library)
    if laid is None or not laid.is_known:
        return None
    bindings = (binding for read in _readings(statement) for binding in Binder(case, read, laid).bindings())
    return meant([(binding, reckoned) for binding in bindings if (reckoned := reckon(binding))])


def _readings(statement: Statement) -> Iterator[Statement]:
    """The statement, and what else its unit may be: the pounds of chocolate are no money."""
    yield statement
    for other in statement.quantity.alternatives:
        if other.unit.dimension is not statement.quantity.unit.dimension and other.span == statement.span:
            yield replace(statement, quantity=other)


# --- the words


def _offer(case: Case, statement: Statement, binding: Binding, reckoned: Interval) -> Offer:
    quantity, verdict = statement.quantity, verdict_of((binding, reckoned))
    assert reckoned.low is not None
    assert reckoned.high is not None
    low, high = reckoned.low / binding.claim.factor, reckoned.high / binding.claim.factor
    span = _between(quantity, low, high)
    ratio = RATIO.solve("ratio", claimed=Interval.point(quantity.value), reckoned=Interval(low, high))
    rests = tuple(dict.fromkeys(rest for held in binding.amounts.values() for rest in held.rests))
    shown = _shown(binding.chain.tree, {name: held.text for name, held in binding.amounts.items()})
    text = say("{sum} = {range}", sum=shown, range=span)
    worked, value = _worked(binding, quantity.value), _mildest(ratio)
    comparison = Comparison(text, worked, ratio, "", Vote.DECIDES, verdict, rests, NAME, value=value)
    reading = statement.sentence.text.strip().rstrip(".!?")[:200]
    others = tuple(other for other in case.beside(statement) if other.span != statement.span)
    flip = "" if verdict is Verdict.ADDS_UP else _flip(binding, low, high)
    headline = _headline(verdict, ratio, span)
    return Offer(NAME, (statement, *others), reading, (comparison,), headline, flip, weight=Fraction(4), alone=True)


def _mildest(ratio: Interval) -> Fraction:
    """The end of a ratio that lies nearest to one."""
    ends = [end for end in (ratio.low, ratio.high) if end]
    return min(ends, key=lambda end: max(end, 1 / end))


def _headline(verdict: Verdict, ratio: Interval, span: str) -> str:
    if verdict in (Verdict.ADDS_UP, Verdict.PLAUSIBLE):
        return say("the sum gives {range}", range=span)
    if ratio.low is not None and ratio.low > 1:
        mildest = times(Interval.point(ratio.low))
        if ratio.is_point:
            return say("{ratio} what the sum gives, {range}", ratio=mildest, range=span)
        return say("at least {ratio} what the sum gives, {range}", ratio=mildest, range=span)
    return say("less than the sum gives, {range}", range=span)


def _flip(binding: Binding, low: Fraction, high: Fraction) -> str:
    """Where the verdict changes: the claim's own number, and the estimate that the sum rests on most."""
    first, last = low / (1 + band.CHAIN_ALLOWED), high * (1 + band.CHAIN_ALLOWED)
    ends = {"low": _worded(binding.quantity, first), "high": _worded(binding.quantity, last)}
    loosest = max(binding.amounts, key=lambda name: width(binding.amounts[name].interval))
    held = binding.amounts[loosest]
    needed = _needed(binding, loosest)
    if needed is None or first <= binding.quantity.value <= last:
        return say("Would be plausible between {low} and {high}", **ends)
    with_unit = counted(needed, held.unit)
    return say(
        "Would be plausible between {low} and {high}; it would take {needed} instead of {known}",
        needed=with_unit,
        known=held.text,
        **ends,
    )


def _needed(binding: Binding, name: str) -> Fraction | None:
    """What one estimate would have to be, the others at their middles; only a factor or a divisor is solved for."""
    held = binding.amounts[name]
    if width(held.interval) <= band.EXACT_CHAIN or not held.rests:
        return None
    middle = {other: each.value * each.factor for other, each in binding.amounts.items()}
    result = _of_points(binding, middle)
    doubled = _of_points(binding, {**middle, name: 2 * middle[name]}) / result
    ratio = binding.quantity.value * binding.claim.factor / result
    if doubled not in (2, Fraction(1, 2)):
        return None
    return held.value * (ratio if doubled == 2 else 1 / ratio)


def _between(quantity: Quantity, low: Fraction, high: Fraction) -> str:
    first, last = _worded(quantity, low), _worded(quantity, high)
    return first if first == last else say("{low} to {high}", low=first, high=last)


def _worded(quantity: Quantity, number: Fraction) -> str:
    """A number of the claim's own unit: "$2 million", "48 million cups"."""
    if quantity.unit.currency and len(quantity.unit.currency) == 3:
        return money(number, quantity.unit.currency)
    return counted(number, several(quantity.unit.name.removesuffix("-mass")))


def _shown(tree: Node, said: dict[str, str], within: str = "") -> str:
    """The chain with what it is made of: "340 million people × 1 to 2 a day"."""
    match tree:
        case Term(text=text):
            return said.get(text, text)
        case Power(base=base, exponent=exponent):
            return f"({_shown(base, said)})^{exponent}"
        case BinaryOperation(sign=sign, left=left, right=right):
            if sign == "*" and _shown(left, said) == "1":
                return _shown(right, said, sign)
            inner = f"{_shown(left, said, '+' if sign in '+-' else '*')}{SIGNS[sign]}{_shown(right, said, sign)}"
            loose = (sign in "+-" and within not in ("", "+")) or within == "/"
            return f"({inner})" if loose else inner
    return ""


def _of_points(binding: Binding, points: dict[str, Fraction]) -> Fraction:
    amounts: dict[str, Holding] = {name: plain(number, "") for name, number in points.items()}
    middle = value_of(binding.chain.tree, amounts).middle
    assert middle is not None
    return middle


def _ends(binding: Binding) -> list[dict[str, Fraction]]:
    """The amounts, as written, that lead to the low end and to the high end; one of them where there is no range."""
    middle = {name: held.value for name, held in binding.amounts.items()}
    low, high = dict(middle), dict(middle)
    for name, held in binding.amounts.items():
        ends = [end / held.factor for end in (held.interval.low, held.interval.high) if end is not None]
        low[name], high[name] = sorted(ends, key=lambda end: _of_points(binding, {**middle, name: end}))
    return [low] if low == high else [low, high]


def _worked(binding: Binding, claimed: Fraction) -> str:
    """The working of both ends, each with what the claim is of it; what turns the units into the claim's comes last."""
    steps = []
    for points in _ends(binding):
        in_base = {name: number * binding.amounts[name].factor for name, number in points.items()}
        end = _of_points(binding, in_base) / binding.claim.factor
        turned = end / _of_points(binding, points)
        shown = _shown(binding.chain.tree, {name: exact(number) for name, number in points.items()})
        if turned != 1:
            shown = (
                f"({shown}) × {exact(turned)}"
                if any(s in shown for s in (" + ", " − "))
                else f"{shown} × {exact(turned)}"
            )
        steps += [f"{shown} = {exact(end)}", f"{exact(claimed)} / {exact(end)} = {exact(claimed / end)}"]
    return "; ".join(steps)
