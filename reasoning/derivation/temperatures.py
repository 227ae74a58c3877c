"""Temperatures said in two scales, "100 °C is 212 °F" is 212 = 100 × 1.8 + 32, and those that are known."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from knowledge.model.units import DEGREES as DEGREES_KNOWN
from knowledge.model.units import NUMBER
from quantities import Dimension, Direction, Form, Role
from reasoning.derivation.product_claims import COMPARATORS
from reasoning.grounding.ground import Ground
from reasoning.model.claim import Candidate, Claim, Operator, Term, single
from reasoning.model.leaf import Leaf, Sort, constant
from reasoning.reading.language import words

CELSIUS = "celsius"  # the scale of what is known
ZEROES = {CELSIUS: Fraction(27315, 100), "fahrenheit": Fraction(45967, 100), "kelvin": Fraction(0)}  # 0 K in degrees
DEGREES = {CELSIUS: Fraction(1), "fahrenheit": Fraction(5, 9), "kelvin": Fraction(1)}  # of kelvin
RECKONED = ("fahrenheit", "kelvin", "celsius")  # the first of these is what is reckoned of the other
DEGREE, PLAIN = "degree", {CELSIUS: "fahrenheit", "fahrenheit": CELSIUS}
SCALED, OTHER_SCALE = 0.1, 0.2


def temperature_candidates(found: Ground) -> Iterator[Candidate]:
    """Two temperatures in different scales with nothing but how they are joined between them; one that is known."""
    stated = found.context.sentence.stated
    degrees = [index for index, one in enumerate(stated) if one.quantity.unit.dimension is Dimension.TEMPERATURE]
    for first, second in pairwise(degrees):
        scales = _scales(found, first, second)
        if scales is not None and second == first + 1 and _is_joined(found, first, second):
            yield _of_another(found, scales, *sorted(scales, key=lambda index: RECKONED.index(scales[index])))
    for index, one in enumerate(stated):
        name = one.quantity.unit.name
        for unsaid, scale in enumerate(PLAIN if name == DEGREE else (name,) if name in RECKONED else ()):
            known = (leaf for leaf in found.points if leaf.type == DEGREES_KNOWN)
            yield from (_known(found, index, leaf, scale, unsaid * OTHER_SCALE) for leaf in known)


def _scales(found: Ground, first: int, second: int) -> dict[int, str] | None:
    """The scale of each of two temperatures; plain degrees beside a scale are of the other. None without two scales."""
    made = {}
    for index, other in ((first, second), (second, first)):
        one, beside = (found.context.sentence.stated[place].quantity for place in (index, other))
        made[index] = PLAIN.get(beside.unit.name, "") if one.unit.name == DEGREE else one.unit.name
        if made[index] not in RECKONED or one.form is not Form.AMOUNT or one.is_range:
            return None
    return made if made[first] != made[second] else None


def _is_joined(found: Ground, first: int, second: int) -> bool:
    """Whether one concludes the other, or only signs, links and words such as "or" stand between the two."""
    if second in found.context.results():
        return True
    sentence = found.context.sentence
    between = sentence.words[sentence.stated[first].last + 1 : sentence.stated[second].first]
    joins = words().link | words().conclusion | words().restating
    words_join = all(not word.is_word or word.low in joins for word in between)
    end, start = sentence.words[sentence.stated[first].last].end, sentence.words[sentence.stated[second].first].start
    signs = sentence.text[end:start]
    return words_join and (bool(between) or bool(signs.strip(" ,.;")))


def _of_another(found: Ground, scales: dict[int, str], index: int, source: int) -> Candidate:
    """The claim that one is what the other makes in its scale."""
    sentence = found.context.sentence
    own, other = sentence.stated[index], sentence.stated[source]
    right = _in_scale(scales[index], scales[source], _said(found, source), is_change=_is_change(found, source))
    target = source if source in found.context.results() else index
    sign = COMPARATORS.get(sentence.stated[target].quantity.bound, "=")
    claim = Claim(single(_said(found, index)), sign if target == index or sign == "~" else "=", right, "own")
    used = frozenset({index, source})
    return Candidate(claim, {"product": SCALED}, own.places | other.places, used, frozenset(), target)


def _known(found: Ground, index: int, leaf: Leaf, scale: str, unsaid: float) -> Candidate:
    """The claim that a temperature, in a scale, is the one that is known: "gold melts at 1,064 °C"."""
    own = found.context.sentence.stated[index]
    right = _in_scale(scale, CELSIUS, leaf, is_change=False)
    claim = Claim(single(_said(found, index)), COMPARATORS.get(own.quantity.bound, "="), right, "degrees")
    cost, entities = {"product": leaf.cost, "type": unsaid}, frozenset({leaf.entity})
    return Candidate(claim, cost, own.places | leaf.places, frozenset({index}), entities, index)


def _in_scale(own: str, other: str, leaf: Leaf, *, is_change: bool) -> Term:
    """A temperature in the other scale as a term in its own."""
    scale = DEGREES[other] / DEGREES[own]
    shift = ZEROES[other] * scale - ZEROES[own]
    made = single(leaf)
    if scale != 1:
        made = Term(None, Operator.PRODUCT, (made, single(constant(scale))))
    moved = Operator.SUM if shift > 0 else Operator.DIFFERENCE
    return made if is_change or not shift else Term(None, moved, (made, single(constant(abs(shift)))))


def _is_change(found: Ground, index: int) -> bool:
    """Whether so many degrees are a rise or a fall, whose size no zero moves: "an increase of 3 °C"."""
    one = found.context.sentence.stated[index]
    if one.quantity.role in (Role.FROM, Role.TO):
        return False
    cue = found.context.cue("up") | found.context.cue("down")
    return one.quantity.direction is not Direction.NONE or any(place < one.first for place in cue)


def _said(found: Ground, index: int) -> Leaf:
    """A temperature as a number of degrees."""
    one = found.context.sentence.stated[index]
    value = one.quantity.value
    uses = frozenset({index})
    unit = one.quantity.unit_name
    return Leaf(f"degrees.{index}", Sort.STATED, value, value, value, NUMBER, places=one.places, unit=unit, uses=uses)
