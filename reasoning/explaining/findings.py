"""A judged group of readings as a Finding: reading, headline, lines of arithmetic, what would change the verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from i18n.language import say, translatable
from knowledge import Library
from quantities import Dimension, Form, Interval, Quantity
from reasoning.check import Checked
from reasoning.explaining.amounts import in_unit_of, of_leaf, said
from reasoning.explaining.claim_json import claim_to_json
from reasoning.judging.comparison import Basis, bands
from reasoning.judging.posterior import Judged
from reasoning.model.claim import Operator, Term
from reasoning.model.leaf import Leaf, Sort
from reckoning.answer import Comparison, Finding, Rest, Verdict, Vote
from reckoning.figure import spoken, stored
from reckoning.number import amount, bare, dated, percent, times

LABELS = (Verdict.ADDS_UP, Verdict.PLAUSIBLE, Verdict.STRETCH, Verdict.DOESNT_ADD_UP)
YES = (Verdict.ADDS_UP, Verdict.PLAUSIBLE)
LEAST_CLAIM = 100  # a smaller number beside a claim is an age, a rank, a few of something
TOLD_FIRST = 0.9
COMES_NEAR = 0.5
MOST_LEFT = 1  # numbers that may stay open beside a yes
HEDGED, SURE = 0.75, 0.93  # the share of the mass from which a side is taken, and from which it is sure
SIGNS = {Operator.PRODUCT: " × ", Operator.QUOTIENT: " / ", Operator.SUM: " + ", Operator.DIFFERENCE: " − "}
WITHOUT_NUMBER = {
    ("order", ">"): translatable("{left}: more than {right}"),
    ("order", "<"): translatable("{left}: less than {right}"),
    ("rank", ">"): translatable("{left}: the most there is of its kind"),
    ("rank", "<"): translatable("{left}: the least there is of its kind"),
    ("whole", "="): translatable("{right}: the whole"),
}
READINGS = {
    "plan": translatable("{number} planned, beside {what}"),
    "change": translatable("a change by {number}: {what}"),
    "gift": translatable("{number} for each, out of the {what}"),
}
LEVEL = translatable("{what}: {number}")
EQUATION = translatable("{number} = {what}")
MEANT = translatable("Is this meant: {reading}? By the figures: {figures}.")
KNOWN = translatable("it is {number}")
MADE = translatable("it makes {number}")


@dataclass(frozen=True, slots=True)
class Decided:
    """The reading that decides a group, with its label."""

    judged: Judged
    verdict: Verdict
    mass: float


def decide_all(checked: list[Checked]) -> list[tuple[Checked, Decided]]:
    """The claims of a text that are decided, the surest first.

    A yes to one number of a text is no yes to the text where the numbers beside it stay open: one that is left open
    makes it a hedged one, two leave it open, too.
    """
    found = [(one, decided) for one in checked if (decided := decide(one)) is not None]
    settled = {(id(one.sentence), index) for one, decided in found for index in decided.judged.candidate.stated}
    left = sum(
        1
        for sentence in {id(one.sentence): one.sentence for one in checked}.values()
        for index, stated in enumerate(sentence.stated)
        if (id(sentence), index) not in settled and _weighs(stated.quantity)
    )
    kept = []
    for one, decided in found:
        if decided.verdict in YES and left > MOST_LEFT:
            continue
        hedged = left and decided.verdict is Verdict.ADDS_UP
        kept.append((one, replace(decided, verdict=Verdict.PLAUSIBLE) if hedged else decided))
    return sorted(kept, key=lambda pair: (not _is_sure_no(pair[1]), -pair[1].mass))


def _is_sure_no(decided: Decided) -> bool:
    """Whether a claim surely doesn't add up: what is wrong in a text is told first."""
    return decided.verdict not in YES and decided.mass >= TOLD_FIRST


def _weighs(quantity: Quantity) -> bool:
    """Whether a number is one that a text may be about: no age, rank or handful."""
    if quantity.unit.dimension in (Dimension.TIME, Dimension.AGE):
        return False
    return quantity.value >= LEAST_CLAIM or quantity.form in (Form.PERCENT, Form.MULTIPLE)


def decide(checked: Checked) -> Decided | None:
    """The verdict on a group; None where no side has enough of the mass. Where it is not sure, it is hedged."""
    sides = checked.sides
    mass = max(sides.yes, sides.no)
    if mass < HEDGED or not sides.best:
        return None
    yes = sides.yes >= sides.no
    best = max(sides.best, key=lambda one: one.yes if yes else one.no)
    label = best.outcome.label
    if (label < 2) != yes:
        return None
    if mass < SURE or (best.candidate.claim.relation == "plan" and label < 2):
        label = min(max(label, 1), 2)
    return Decided(best, LABELS[label], mass)


def nearest(checked: list[Checked], library: Library) -> str:
    """The reading that comes nearest where none is decided, in words; "" where none comes near."""
    best = max(
        (one for one in checked if one.sides.best), key=lambda one: max(one.sides.yes, one.sides.no), default=None
    )
    if best is None or max(best.sides.yes, best.sides.no) < COMES_NEAR:
        return ""
    judged = best.sides.best[0]
    leaf = judged.candidate.claim.right.leaf
    if leaf is None or leaf.sort is not Sort.FIGURE or judged.candidate.claim.relation != "level":
        return ""
    finding = explain(best, Decided(judged, Verdict.CANT_TELL, 0.0), library)
    return say(MEANT, reading=finding.reading, figures="; ".join(one.text for one in finding.comparisons[:-1]))


def explain(checked: Checked, decided: Decided, library: Library) -> Finding:
    """The finding of a decided group, in the language spoken. No word of the message stands in it."""
    return _Explainer(checked, decided, library).finding()


class _Explainer:
    def __init__(self, checked: Checked, decided: Decided, library: Library) -> None:
        self.checked, self.decided, self.library = checked, decided, library
        self.claim = decided.judged.candidate.claim
        self.outcome = decided.judged.outcome
        target = decided.judged.candidate.target
        self.quantity: Quantity | None = checked.sentence.stated[target].quantity if target >= 0 else None
        self.quantities = [one.quantity for one in checked.sentence.stated]

    def finding(self) -> Finding:
        low, high = self._span()
        return Finding(
            kind="claim",
            reading=self._reading(),
            verdict=self.decided.verdict,
            headline=self._headline(),
            comparisons=tuple(self._comparisons()),
            flip=self._flip(),
            weight=Fraction(int(self.decided.mass * 1000)),
            span=(low, high),
            claim=claim_to_json(self.claim),
        )

    # --- words ----------------------------------------------------------------------------------

    def _term(self, term: Term, *, inner: bool = False) -> str:
        """A term in words: "population of the US × $5"."""
        if term.leaf is not None:
            return self._name(term.leaf)
        if term.operator in SIGNS:
            text = SIGNS[term.operator].join(self._term(part, inner=True) for part in term.parts)
            return f"({text})" if inner and len(term.parts) > 1 else text
        return self._term(term.parts[0])

    def _name(self, leaf: Leaf) -> str:
        if leaf.sort is Sort.STATED:
            if leaf.label[:1] == "(" or "^" in leaf.label:
                return self._transformed(leaf)
            return said(self.quantities[min(leaf.uses)], self.library)
        if leaf.sort is Sort.FIGURE:
            what = say(self.library.measures[leaf.measure].name)
            whom = spoken(self.library.entities[leaf.entity])
            name = say("{what} of {whom}", what=what, whom=whom)
            if self.claim.relation == "change":
                return say("{what} in {date}", what=name, date=dated(leaf.dated))
            return say("{what} a head", what=name) if " / " in leaf.id else name
        return leaf.label

    def _transformed(self, leaf: Leaf) -> str:
        """A number that was made of what is said: 1 − 25 %, 2^42, 1.05^10."""
        if "^" in leaf.label:
            return leaf.label
        sign = "1 − " if "−" in leaf.label else "1 + "
        return f"({sign}{said(self.quantities[min(leaf.uses)], self.library)})"

    def _reading(self) -> str:
        """How the claim was read, in a sentence without its full stop."""
        right = self._term(self.claim.right)
        if self.quantity is None:
            left = self._term(self.claim.left)
            return say(WITHOUT_NUMBER[self.claim.relation, self.claim.comparator], left=left, right=right)
        number = said(self.quantity, self.library)
        leaf = self.claim.right.leaf
        is_figure = leaf is not None and leaf.sort is Sort.FIGURE and self.claim.relation == "level"
        sentence = LEVEL if is_figure else READINGS.get(self.claim.relation, EQUATION)
        return say(sentence, number=number, what=right)

    def _headline(self) -> str:
        """The decisive ratio or number."""
        ratio = times(Interval.point(self.outcome.ratio))
        if self.claim.relation == "whole":
            return say("they make {share}", share=percent(self.claim.right.value() * 100, 4))
        if self.quantity is None:
            return say("{ratio} {what}", ratio=ratio, what=self._term(self.claim.right))
        if self.claim.relation in ("plan", "gift"):
            return say("{ratio} {what}", ratio=ratio, what=self._term(self.claim.right))
        if self.outcome.apart <= 1 or self.decided.verdict in (Verdict.ADDS_UP, Verdict.PLAUSIBLE):
            return say(KNOWN if self._is_known() else MADE, number=self._reckoned())
        return say("{ratio} what it is, {number}", ratio=ratio, number=self._reckoned())

    def _is_known(self) -> bool:
        return any(leaf.sort is not Sort.STATED for leaf in self.claim.right.leaves())

    def _reckoned(self) -> str:
        """What was reckoned, in the unit of the quantity."""
        reckoned = self.claim.right.range()
        assert self.quantity is not None
        assert reckoned.low is not None
        assert reckoned.high is not None
        factor = self.claim.left.leaf.factor if self.claim.left.leaf is not None else Fraction(1)
        low, high = reckoned.low / factor, reckoned.high / factor
        if high > low * Fraction(6, 5) > 0:
            return say(
                "{low} to {high}",
                low=in_unit_of(low, self.quantity, self.library, 2),
                high=in_unit_of(high, self.quantity, self.library, 2),
            )
        return in_unit_of(self.claim.right.value() / factor, self.quantity, self.library, 3)

    def _flip(self) -> str:
        """Between what the number would be plausible."""
        if self.quantity is None or self.decided.verdict in (Verdict.ADDS_UP, Verdict.PLAUSIBLE):
            return ""
        if self.claim.relation in ("plan", "gift") or self.outcome.basis is Basis.OWN:
            return ""
        reckoned = self.claim.right.range()
        factor = self.claim.left.leaf.factor if self.claim.left.leaf is not None else Fraction(1)
        if reckoned.low is None or reckoned.high is None or not factor:
            return ""
        band = Fraction(str(bands()[self.outcome.basis.value].plausible))
        low, high = reckoned.low / band / factor, reckoned.high * band / factor
        return say(
            "Would be plausible between {low} and {high}",
            low=in_unit_of(low, self.quantity, self.library, 2),
            high=in_unit_of(high, self.quantity, self.library, 2),
        )

    # --- arithmetic -----------------------------------------------------------------------------

    def _comparisons(self) -> list[Comparison]:
        known = [leaf for leaf in self.claim.leaves() if leaf.sort not in (Sort.STATED, Sort.CONSTANT)]
        lines = [self._given(leaf) for leaf in {leaf.id: leaf for leaf in known}.values()]
        lines.append(self._result())
        return lines

    def _given(self, leaf: Leaf) -> Comparison:
        """A line for a number that was looked up."""
        rests = self._rests(leaf)
        text = rests[0].text if rests else f"{self._name(leaf)}: {of_leaf(leaf)}"
        return Comparison(text, of_leaf(leaf), leaf.interval, "", Vote.INDICATES, None, rests, "claim")

    def _rests(self, leaf: Leaf) -> tuple[Rest, ...]:
        if leaf.sort is Sort.FIGURE:
            figures = [self.library.figure_of(ident) for ident in leaf.id.split(" / ")]
            return tuple(stored(self.library, one, one.end).rest for one in figures if one is not None)
        thing = self.library.things.get(leaf.entity)
        source = thing.source if thing is not None else None
        producer = source.producer if source is not None else say("an estimate")
        text = f"{leaf.label}: {of_leaf(leaf)}"
        return (Rest(leaf.id, text, leaf.low, leaf.value, leaf.high, leaf.unit, "", producer, "", "", estimate=True),)

    def _result(self) -> Comparison:
        left = self.claim.left.value()
        ratio = self.outcome.ratio
        working = f"{bare(left, 6)} / ({self._numbers(self.claim.right)}) = {bare(ratio, 4)}"
        if self.quantity is None or self.claim.relation == "gift":
            text = f"{self._term(self.claim.left)} / {self._term(self.claim.right)} = {amount(ratio)}"
        else:
            text = f"{self._term(self.claim.right)} = {self._reckoned()}; " + say(
                "said: {number}", number=said(self.quantity, self.library)
            )
        return Comparison(
            text, working, Interval.point(ratio), "", Vote.DECIDES, self.decided.verdict, (), "claim", value=ratio
        )

    def _numbers(self, term: Term) -> str:
        if term.leaf is not None:
            return bare(term.leaf.value, 6)
        sign = SIGNS.get(term.operator, f" {term.operator} ")
        return "(" + sign.join(self._numbers(part) for part in term.parts) + ")"

    def _span(self) -> tuple[int, int]:
        if self.quantity is not None:
            return self.quantity.span
        return self.checked.sentence.span
