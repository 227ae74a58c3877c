"""What is asked back of a claim that is not decided: which of two readings is meant, or whether the likeliest is."""

from __future__ import annotations

from datetime import date

from i18n.language import say, translatable
from knowledge import Library
from reasoning.check import Checked
from reasoning.explaining.decision import YES, Decided, verdict_of
from reasoning.explaining.findings import explain_all
from reasoning.judging.posterior import Judged, unlikeliness
from reasoning.model.answer import Finding
from reasoning.model.leaf import Sort
from reasoning.reading.passage import Sentence
from reasoning.reading.strangers import stranger_places

COMES_NEAR = 0.5  # the share of the mass from which an undecided reading is asked back
RIVALS = 0.25  # the share that each of two sides has at least, where both readings are named
MEANT = translatable("Is this meant: {reading}? By the figures: {figures}.")
MOST_COST = 1.6  # nats: a dearer reading is not named
WHICH = translatable("I can read it in two ways that don't come to the same: “{one}” or “{other}”. Which is meant?")


AskedBack = tuple[str, tuple[Finding, ...]]  # a question, and the findings of the readings that it names


def ask_back(checked: list[Checked], text: str, library: Library, as_of: date) -> AskedBack:
    """The question which of two readings of different sides is meant, or whether the likeliest is; "" for neither.

    It is asked where no claim of the text was decided.
    """
    asker = _Asker(checked, text, library, as_of)
    return asker.which() or asker.nearest() or ("", ())


class _Asker:
    """Asks about the claims of a text."""

    def __init__(self, checked: list[Checked], text: str, library: Library, as_of: date) -> None:
        self._checked, self._text, self._library, self._as_of = checked, text, library, as_of

    def which(self) -> AskedBack | None:
        """The question between the best readings of both sides, of the first group in which both have a share."""
        for group in self._checked:
            if min(group.sides.yes, group.sides.no) < RIVALS:
                continue
            sides = (max(group.sides.best, key=lambda one: one.yes), max(group.sides.best, key=lambda one: one.no))
            if max(unlikeliness(one.candidate) for one in sides) > MOST_COST:
                continue
            one, other = (self._if_meant(group, judged) for judged in sides)
            if one.reading != other.reading and (one.verdict in YES) != (other.verdict in YES):
                return say(WHICH, one=one.reading, other=other.reading), (one, other)
        return None

    def nearest(self) -> AskedBack | None:
        """The question whether the likeliest reading is meant, with its figures, if that is a level of one figure.

        It is not asked where only somebody is named whom nobody knows.
        """
        groups = [one for one in self._checked if one.sides.best and not _is_of_a_stranger(one.sentence)]
        best = max(groups, key=lambda one: max(one.sides.yes, one.sides.no), default=None)
        if best is None or max(best.sides.yes, best.sides.no) < COMES_NEAR:
            return None
        judged = best.sides.best[0]
        leaf = judged.candidate.claim.right.leaf
        if leaf is None or leaf.sort is not Sort.FIGURE or judged.candidate.claim.relation != "level":
            return None
        finding = self._if_meant(best, judged)
        figures = "; ".join(one.text for one in finding.comparisons[:-1])
        return say(MEANT, reading=finding.reading, figures=figures), (finding,)

    def _if_meant(self, group: Checked, judged: Judged) -> Finding:
        """The finding of a reading as if a person had said that it is meant."""
        verdict = verdict_of(judged.outcome, judged.candidate.claim, 1.0)
        decided = Decided(judged, verdict, 1.0, accepted=True)
        (finding,) = explain_all([(group, decided)], self._text, self._library, self._as_of, self._checked)
        return finding


def _is_of_a_stranger(sentence: Sentence) -> bool:
    """Whether a sentence names nobody but somebody whom nobody knows."""
    return not sentence.names and bool(stranger_places(sentence))
