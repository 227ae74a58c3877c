"""Comparisons without a number of their own: more than, fewer than, as many as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge import EntityKind
from knowledge.model.units import DEGREES, NUMBER, Exponents
from knowledge.text.common_words import WORDS
from quantities import Form
from quantities.text.normalization import fold
from reasoning.data.tables import defaults
from reasoning.derivation.comparatives import Comparison, read_comparisons
from reasoning.derivation.compared_names import is_margin, is_set_beside
from reasoning.derivation.product_claims import COMPARATORS
from reasoning.grounding.figures import Who, figures_of, is_of_all_heads, of_a_year
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import count_bases, counted
from reasoning.model.claim import Candidate, Claim, Operator, Term, single
from reasoning.model.leaf import Leaf, Places, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import Named

MOST_FIGURES, MOST_PROPERTIES, NO_THAN, ORDER = 10, 8, 0.5, 0.1
REST = 0.1
PERSONS = 2.0  # of which an adjective tells as much as of places
NOT_PER_HEAD = 1.6
OF_ELSE = 1.5  # of what is named elsewhere: "with more inhabitants than Germany, exports a lot"
NOT_TOGETHER = 0.3  # "more than France and Spain", with no word that they are meant together
Side = tuple[Term, float, Places, tuple[str, ...]]  # a term, its cost, the words it explains, its entities


def order_candidates(found: Ground) -> Iterator[Candidate]:
    """What one has more of than another, than several together, or than each of them."""
    for comparison in read_comparisons(found.context):
        made = [*_of_figures(found, comparison), *_of_things(found, comparison)]
        noun = _of_what(found, comparison)
        is_known = any(noun & one.places for one in made)
        for one in made:
            passed = noun and is_known and noun.isdisjoint(one.places)
            yield replace(one, cost=one.cost | {"order": one.cost["order"] + OF_ELSE}) if passed else one


def _of_what(found: Ground, comparison: Comparison) -> Places:
    """The words between "more" and "than", which say of what there is more: "more inhabitants than Germany"."""
    sentence, pivot = found.context.sentence, comparison.pivot
    cue = max((place for place in comparison.places if place < pivot), default=pivot)
    return frozenset(place for place in range(cue + 1, pivot) if sentence.lows[place] not in words().function)


def _of_figures(found: Ground, comparison: Comparison) -> Iterator[Candidate]:
    """One figure over another: of two entities, of two measures, or both."""
    ahead = {ident for name in comparison.ahead for ident in name.ids[:2]}
    said = {leaf.entity for leaf in found.figures if leaf.said}
    named = found.context.sentence.name_places
    persons = all(_may_be_a_person(name) for name in (*comparison.ahead, *comparison.behind))
    for leaf in found.figures[:MOST_FIGURES]:
        meant = leaf.entity in ahead if ahead else not any(one.id == leaf.entity and one.places for one in found.who)
        if (
            not meant
            or _is_of_moves(found, comparison, leaf)
            or _is_ours(found, leaf)
            or not (leaf.said or leaf.type in _margins(found) or (leaf.entity not in said and _is_usual(found, leaf)))
        ):
            continue
        only_by = not leaf.said and leaf.type in _margins(found)
        whole = NOT_PER_HEAD if is_of_all_heads(found.context, leaf) else 0.0
        for left, joined in _own_sides(found, leaf, comparison):
            for right, cost, places, entities in _other_sides(found, leaf, comparison):
                explained = leaf.places | places | joined
                one = _order(comparison, left, right, leaf.cost + cost + whole, explained, {leaf.entity, *entities})
                yield from _by_how_much(found, comparison, one)
                if only_by:
                    continue
                of_anybody = persons and leaf.places <= named | comparison.places
                yield replace(one, cost=one.cost | {"order": one.cost["order"] + PERSONS}) if of_anybody else one


def _by_how_much(found: Ground, comparison: Comparison, order: Candidate) -> Iterator[Candidate]:
    """That the one has so much more, or less, than the other: "lives eight years longer than", "15 points higher"."""
    left, right = order.claim.left.leaf, order.claim.right.leaf
    if left is None or right is None or left.type != right.type or order.claim.comparator == "=":
        return
    if left.percent and left.measure != right.measure:
        return  # one share less another of something else says nothing
    cue = max((place for place in comparison.places if place != comparison.pivot), default=comparison.pivot)
    for index, one in enumerate(found.context.sentence.stated):
        behind = 0 <= cue - one.last <= 1 and found.context.sentence.words[cue].segment == one.segment
        beside = behind or cue in one.places or is_margin(found.context, index)
        if not beside or not found.stated[index]:
            continue
        target, form = found.stated[index][0], one.quantity.form
        pairs = ((left, right), (of_a_year(left), of_a_year(right)))
        sides = next((pair for pair in pairs if _may_be(target.type, pair[0].type)), None)
        if left.percent:
            sides = (left, right) if form in (Form.POINTS, Form.PERCENT) else None
        if sides is None or (not left.percent and form is not Form.AMOUNT):
            continue
        parts = (single(sides[0]), single(sides[1]))
        gap = Term(None, Operator.DIFFERENCE, parts if order.claim.comparator == ">" else parts[::-1])
        claim = Claim(
            single(replace(target, type=sides[0].type)), COMPARATORS.get(one.quantity.bound, "="), gap, "excess"
        )
        places = order.places | target.places
        yield Candidate(claim, {**order.cost, "type": target.cost}, places, frozenset({index}), order.entities, index)


def _margins(found: Ground) -> set[Exponents]:
    """The types of what is said to be by how much one is ahead: "beats it by 300 m" is of a length."""
    stated = enumerate(found.stated)
    return {leaf.type for index, leaves in stated for leaf in leaves[:1] if is_margin(found.context, index)} - {NUMBER}


def _may_be(said: Exponents, powers: Exponents) -> bool:
    """Whether what is said may be of a type: it is, for one person of it where it is a head, or has no unit."""
    return said in (powers, powers * counted("person"), NUMBER)


def _is_of_moves(found: Ground, comparison: Comparison, leaf: Leaf) -> bool:
    """Whether what is compared is how much two have moved, "grew faster than": a figure says only where they are."""
    moves = (found.context.cue("up") | found.context.cue("down")) - leaf.places - comparison.places
    return not moves.isdisjoint(place - 1 for place in comparison.places)


def _is_ours(found: Ground, leaf: Leaf) -> bool:
    """Whether a figure of somebody else is called ours: "owns more of our debt than"."""
    sentence, owners = found.context.sentence, words().possessive & words().we
    own = {sentence.lows[place - 1] for place in leaf.places - sentence.name_places if place}
    return leaf.entity != defaults().we and not owners.isdisjoint(own)


def _may_be_a_person(name: Named) -> bool:
    """Whether a name is a first or family name, too: "Jordan is older than Chad"."""
    return name.form == "name" and fold(name.text) in WORDS.personal_names


def _order(
    comparison: Comparison, left: Term, right: Term, cost: float, places: Places, entities: set[str]
) -> Candidate:
    """The candidate that one side is more than, less than or as much as another."""
    costs = {"product": cost + ORDER, "order": 0.0 if comparison.is_than else NO_THAN}
    claim = Claim(left, comparison.comparator, right, "order")
    named = frozenset(leaf.entity for leaf in claim.leaves()) | entities
    return Candidate(claim, costs, places | comparison.places, frozenset(), named, -1)


def _own_sides(found: Ground, leaf: Leaf, comparison: Comparison) -> Iterator[tuple[Term, Places]]:
    """The figure of one who is named alone; of several who are named together the sum."""
    others = [_figure_of(found, leaf, name) for name in comparison.ahead if leaf.entity not in name.ids]
    made = [one for one in others if one is not None and one.entity != leaf.entity]
    if not comparison.ahead or not others:
        yield single(leaf), frozenset()
    elif len(made) == len(others) and leaf.entity in comparison.ahead[0].ids:
        places = frozenset(place for name in comparison.ahead for place in name.places) | found.context.cue("total")
        yield Term(None, Operator.SUM, (single(leaf), *(single(one) for one in made))), places


def _other_sides(found: Ground, leaf: Leaf, comparison: Comparison) -> Iterator[Side]:
    """What a figure may be set against."""
    behind = comparison.behind
    known = [_figure_of(found, leaf, name) for name in behind]
    made = [one for one in known if one is not None]
    if made and len(made) == len(known):
        yield from _of_the_same(found, leaf, made, frozenset(place for name in behind for place in name.places))
    yield from _of_another_measure(found, leaf, comparison)


def _of_the_same(found: Ground, leaf: Leaf, made: list[Leaf], places: Places) -> Iterator[Side]:
    """The figures of others by the same measure: added, each by itself, or of a whole what is left of it."""
    terms = tuple(single(one) for one in made)
    rest = found.context.cue("rest")
    if rest and len(made) == 1:
        yield Term(None, Operator.DIFFERENCE, (terms[0], single(leaf))), REST, places | rest, (made[0].entity,)
    elif made[0].entity != leaf.entity:
        entities = tuple(one.entity for one in made)
        total = found.context.cue("total")
        alone = len(terms) == 1
        yield (
            terms[0] if alone else Term(None, Operator.SUM, terms),
            0.0 if alone or total else NOT_TOGETHER,
            places | total,
            entities,
        )
        if not alone and not total:
            yield single(max(made, key=lambda one: one.value)), 0.0, places, entities


def _of_another_measure(found: Ground, leaf: Leaf, comparison: Comparison) -> Iterator[Side]:
    """Figures of the same type by a measure that is named behind the pivot."""
    pivot, behind = comparison.pivot, comparison.behind
    own = leaf.places - found.context.sentence.name_places
    if not min(own or leaf.places, default=pivot) < pivot:
        return
    for one in found.figures:
        alike = one.type == leaf.type or (_is_count(one) and _is_count(leaf))  # "more cows than people"
        other = one if alike else of_a_year(one) if of_a_year(one).type == leaf.type else None
        if other is None or other.measure == leaf.measure:
            continue
        if not any(place > pivot for place in other.places - leaf.places):
            continue
        if other.entity in behind[0].ids if behind else other.entity == leaf.entity:
            said = other.places - found.context.sentence.name_places  # "more people ... than in greater X"
            cost = 0.0 if said & leaf.places and said - leaf.places else dict(other.parts).get("measure", 0.0)
            cost += OF_ELSE * _is_said_later(found, said - leaf.places, comparison)
            yield single(other), cost, other.places, (other.entity,)


def _is_said_later(found: Ground, said: Places, comparison: Comparison) -> bool:
    """Whether a measure is said in another part of the sentence than what is compared: "than Peru, has many cows"."""
    spoken, until = found.context.sentence.words, max((name.last for name in comparison.behind), default=None)
    here = spoken[comparison.pivot].segment
    behind = [place for place in said if place > comparison.pivot]
    return until is not None and bool(behind) and all(spoken[at].segment > here and at > until for at in behind)


def _is_count(leaf: Leaf) -> bool:
    """Whether a leaf counts something, which may be set beside a count of anything else."""
    return len(leaf.type.of) == 1 and list(count_bases(leaf.type).values()) == [1]


def _of_things(found: Ground, comparison: Comparison) -> Iterator[Candidate]:
    """A property of one thing over that of another: "a giraffe is taller than an elephant", and by how much."""
    context = found.context
    degrees = [leaf for leaf in found.points if leaf.type == DEGREES]
    leaves = [leaf for leaf in (*degrees, *found.properties) if leaf.places and leaf.entity in context.library.things]
    leaves = [*leaves[:MOST_PROPERTIES], *(leaf for leaf in found.figures if leaf.said or leaf.type in _margins(found))]
    for left in leaves:
        for right in leaves:
            if left.measure != right.measure or left.type != right.type or left.entity == right.entity:
                continue
            only_by = left.type in _margins(found)
            if left.places.isdisjoint(right.places) and not only_by:
                continue  # no word says which property is meant: "more bikes than people" is not of their lengths
            if left.sort is right.sort is Sort.FIGURE:
                continue
            shared = comparison.places | (left.places & right.places)
            first, second = (min(leaf.places - shared, default=-1) for leaf in (left, right))
            if first < comparison.pivot < second or is_set_beside(context.sentence.lows, second):
                cost = max(left.cost, right.cost)
                places = left.places | right.places
                one = _order(comparison, single(left), single(right), cost, places, {left.entity, right.entity})
                yield from _by_how_much(found, comparison, one)
                if not only_by:
                    yield one


def _is_usual(found: Ground, leaf: Leaf) -> bool:
    """Whether a figure that no word means is what one of the kind is usually asked for, and people are spoken of."""
    return found.context.library.entities[leaf.entity].kind is not EntityKind.THING and not leaf.said


def _figure_of(found: Ground, like: Leaf, name: Named) -> Leaf | None:
    """The figure of somebody else by the same measure, per head where the other is; None where there is none."""
    for ident in name.ids[:2]:
        per_head = next((one for one in found.figures if one.entity == ident and _alike(one, like)), None)
        if " / " in like.id:
            return per_head and replace(per_head, places=like.places | name.places)
        for leaf in figures_of(found.context, [Who(ident, 0.0, name.places)], like, found.context.day()):
            return leaf
    return None


def _alike(one: Leaf, other: Leaf) -> bool:
    """Whether two figures are of one measure, both a head or neither."""
    return one.measure == other.measure and (" / " in one.id) == (" / " in other.id)
