"""A figure of the person's own in the place of a stored one: "Alibaba has 500,000 staff", "if a cup were $3"."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from knowledge import Library
from quantities import Dimension, Quantity
from reasoning.grounding.measure_index import measure_index
from reasoning.model.leaf import NOWHERE, Leaf, Places, Sort
from reasoning.reading.language import stem, words
from reasoning.reading.passage import Sentence
from reasoning.redoing.number_change import fits_leaf
from reasoning.redoing.rewriting import known_leaves, with_leaves, with_number
from reasoning.serialization.known_leaves import OVER
from reasoning.serialization.stored_claim import StoredClaim, given_leaf

Meant = tuple[Leaf, Places]  # a leaf with the places of the words that mean it

BESIDE_THE_ACTORS = ("plan", "gift")  # relations that set something beside what somebody has


def find_meant(stored: StoredClaim, sentence: Sentence, number: Quantity, library: Library) -> list[Meant]:
    """What the claim looks up and the words name: a figure by its measure or by whom it is of, a thing by its noun.

    Where the claim sets something beside what its actor has, "they" and "he" mean the actor. A unit names no measure.
    """
    named = {ident for name in sentence.names for ident in name.ids}
    name_places = sentence.name_places
    units = NOWHERE if _names_measure(stored, number, is_named=bool(named)) else sentence.number_places
    measures = {match.measure: match.places - units for match in measure_index(library).matches(sentence)}
    actor = frozenset(word.place for word in sentence.words if word.low in words().third_person)
    beside = stored.claim.right.leaves()[:1] if actor and stored.claim.relation in BESIDE_THE_ACTORS else ()
    found = [(leaf, actor) for leaf in beside if leaf.sort in (Sort.FIGURE, Sort.GIVEN)]
    found += [(leaf, name_places) for leaf in known_leaves(stored) if _is_asked_for(leaf, named)]
    for leaf in known_leaves(stored):
        if OVER in leaf.id:
            continue
        if leaf.measure in library.measures:
            places = measures.get(leaf.measure, NOWHERE)
            if (leaf.entity in named or not named) and (places or leaf.entity in named):
                found.append((leaf, places | name_places))
        elif places := _noun_places(leaf, sentence, library):
            found.append((leaf, places))
    return sorted(found, key=lambda pair: -len(pair[1]))


def _is_asked_for(leaf: Leaf, named: set[str]) -> bool:
    """Whether a figure lacks, so that a number alone may be meant to be it."""
    return leaf.sort is Sort.LACKING and (not named or leaf.entity in named)


def _names_measure(stored: StoredClaim, number: Quantity, *, is_named: bool) -> bool:
    """Whether what a number counts may name the measure: of somebody, "12,000 staff"; else it is what is claimed."""
    if number.unit.dimension is not Dimension.COUNT:
        return number.unit.dimension is Dimension.NONE
    claimed = stored.quantity.unit.noun if stored.quantity is not None else None
    return is_named or (stored.claim.relation in BESIDE_THE_ACTORS and number.unit.noun != claimed)


def give(
    stored: StoredClaim, meant: list[Meant], number: Quantity, library: Library, as_of: date
) -> tuple[StoredClaim, Leaf] | None:
    """The claim with a number in the place of the leaf that is meant and that it fits, and that leaf; None for none."""
    for leaf, _ in meant:
        factor = fits_leaf(leaf, number, library, as_of)
        if factor is not None:
            return _given(stored, leaf, number, factor)
    return None


def _given(stored: StoredClaim, leaf: Leaf, number: Quantity, factor: Fraction) -> tuple[StoredClaim, Leaf]:
    """The claim with a number as the value of a leaf; `factor` is the base units in one of the number's."""
    place = min(leaf.uses) if leaf.sort is Sort.GIVEN else len(stored.numbers)
    low, high = number.stated.ends
    own = given_leaf(leaf, low * factor, number.value * factor, high * factor, place)
    changed = with_leaves(stored, lambda one: own if one.id == leaf.id else one)
    return with_number(changed, place, number), own


def _noun_places(leaf: Leaf, sentence: Sentence, library: Library) -> frozenset[int]:
    """The places of the words that name the thing, or the activity, of a leaf."""
    thing = library.things.get(leaf.entity)
    average = library.averages.get(leaf.measure)
    nouns = thing.called if thing is not None else (*average.what, *average.does) if average is not None else ()
    stems = {stem(word) for noun in nouns for word in noun.split()}
    return frozenset(word.place for word in sentence.words if word.stem in stems)
