"""Questions for a number or for the larger of two, answered by the claim with a hole in it that they ask to fill.

"How many babies are born in India an hour?" is the claim "50,000 babies are born in India an hour" without its number;
"who has more people, India or China?" is "India has more people than China", of which the figures are told.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from knowledge import Library
from knowledge.text.inflection import singular
from quantities import Dimension
from reasoning.check import Checked, check_passage
from reasoning.data.tables import defaults, root
from reasoning.explaining.asked import tell_asked
from reasoning.explaining.decision import Decided
from reasoning.explaining.findings import stored_of
from reasoning.judging.posterior import Judged, unlikeliness
from reasoning.model.answer import Finding, Verdict
from reasoning.model.leaf import Sort
from reasoning.reading.language import stem
from reasoning.requests.phrases import pattern, phrases
from reasoning.serialization.stored_claim import filled

MOST_COST = 2.0  # nats: a dearer reading is no answer
AHEAD = 0.2  # nats by which a reading has to be cheaper than one that comes to something else
SAME = 1.1  # readings whose values lie within this ratio come to the same
WHICH = r"^<which>\s+(?P<said>.+?)[,:]\s*(?P<one>[^,:]+?) <alternative> (?P<other>[^,:]+)$"
BESIDE = r"^(?:<compare>\s+)?(?P<said>.+? of) (?P<one>.+?) <beside> (?:the )?(?P<other>.+)$"
REST = r"^ <more>\b|\b<for_each>\b"  # behind how many: a difference or a rate, which the hole does not ask for
_Ranked = tuple[float, Checked, Judged]


def find_unknown(text: str, library: Library, as_of: date) -> Finding | None:
    """The finding of the number, or of the larger of two, that a question asks for; None where nothing surely is."""
    asked = text.strip(" ?!.")
    return _find_number(asked, library, as_of) or _find_larger(asked, library, as_of)


def _find_number(asked: str, library: Library, as_of: date) -> Finding | None:
    """The finding of a question such as "how many ...", by the same search as for a claim with some number there."""
    for opening, number in phrases().unknown_numbers.items():
        found = re.match(rf"^(?:{opening})\b", asked, re.IGNORECASE)
        if found is None or pattern(REST).search(asked[found.end() :]):
            continue
        ranked = _rank(f"{number}{asked[found.end() :]}", library, as_of, target=0)
        best = _answering(ranked)
        return _told(best, "number", library, as_of) if best is not None else None
    return None


def _find_larger(asked: str, library: Library, as_of: date) -> Finding | None:
    """The finding of a question for the larger of two, or for one beside the other."""
    which, beside = pattern(WHICH).match(asked), pattern(BESIDE).match(asked)
    if which is not None:
        claim = f"{which['one']} {which['said']} than {which['other']}"
    elif beside is not None:
        claim = f"{beside['said']} {beside['one']} is larger than {beside['said']} {beside['other']}"
    else:
        return None
    ranked = [one for one in _rank(claim, library, as_of, target=-1) if one[2].candidate.claim.relation == "order"]
    best = _answering(ranked)
    return _told(best, "beside", library, as_of) if best is not None else None


def _rank(claim: str, library: Library, as_of: date, *, target: int) -> list[_Ranked]:
    """The readings of a claim that claim the quantity of an index (-1: none), with their costs, the cheapest first."""
    ranked = [
        (unlikeliness(one.candidate), checked, one)
        for checked in check_passage(claim, library, as_of)
        for one in checked.sides.best
        if one.candidate.target == target and checked.sentence.span[0] == 0
    ]
    return sorted(ranked, key=lambda one: one[0])


def _answering(ranked: list[_Ranked]) -> _Ranked | None:
    """The cheapest reading that leaves nothing out, where none that comes to another value is nearly as cheap."""
    fit = [one for one in ranked if _is_fit(one[2]) and _counts_the_noun(one[1], one[2])]
    if not fit or fit[0][0] > MOST_COST:
        return None
    value = fit[0][2].candidate.claim.right.value()
    for cost, _, other in fit[1:]:
        ratio = other.candidate.claim.right.value() / value if value else 0
        if cost - fit[0][0] < AHEAD and not 1 / SAME < ratio < SAME:
            return None
    return fit[0]


def _is_fit(judged: Judged) -> bool:
    """Whether a reading leaves nothing of the question out, and brings in nobody of whom nothing was said."""
    candidate = judged.candidate
    implied = any(leaf.sort is Sort.CONSTANT for leaf in candidate.claim.right.leaves())
    return not implied and not any(candidate.cost.get(part) for part in defaults().left_out)


def _counts_the_noun(checked: Checked, judged: Judged) -> bool:
    """Whether what is reckoned counts the noun that is asked for: of people there are more than of teachers."""
    if judged.candidate.target < 0:
        return True
    stated = checked.sentence.stated[judged.candidate.target]
    if stated.quantity.unit.dimension is not Dimension.COUNT:
        return True
    noun = (stated.quantity.unit.noun or stated.quantity.unit.name).split()[-1]
    if singular(noun) == root(noun):
        return True  # the plain word for all of its kind: people
    nouns = {place for place in stated.places if checked.sentence.words[place].stem == stem(noun)}
    return nouns <= {place for leaf in judged.candidate.claim.right.leaves() for place in leaf.places}


def _told(best: _Ranked, relation: str, library: Library, as_of: date) -> Finding:
    """The finding of a reading, which is stored as a claim that asks."""
    _, checked, judged = best
    stored = stored_of(checked, Decided(judged, Verdict.CANT_TELL, 0.0), library)
    return tell_asked(filled(replace(stored, claim=replace(stored.claim, relation=relation))), library, as_of)
