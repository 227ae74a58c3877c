"""Comparisons without a number of their own: more than, fewer than, the most."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import EntityKind
from knowledge.model.entity import TRADES
from reasoning.grounding.context import figure_on
from reasoning.grounding.figures import Who, leaf_of_figure
from reasoning.grounding.ground import Ground
from reasoning.model.claim import Candidate, Claim, Operator, Term, single
from reasoning.model.leaf import Leaf, Places
from reasoning.reading.passage import Named

MOST_MEASURES = 6
MOST_FIGURES = 10
NO_THAN = 0.5
NEXT_TO = 3  # words between a comparing word and the number that it bounds
MOST_HOLDERS = 260


def order_candidates(found: Ground) -> Iterator[Candidate]:
    """What one has more of than another, or than several together; and who has the most."""
    context = found.context
    more, less = context.cue("more"), context.cue("less")
    if more or less:
        yield from _than(found, more, less)
    most, least = context.cue("most"), context.cue("least")
    lows = context.sentence.lows
    other = frozenset(i for i in range(1, len(lows)) if lows[i - 1] == "any" and lows[i] in ("other", "others"))
    if other:
        most, least = (most | more | other, least) if more else (most, least | less | other)
    if most or least:
        yield from _most(found, most, least)


def than_place(found: Ground) -> int:
    """The place of the word behind which stands what is compared with; -1 where there is none."""
    lows = found.context.sentence.lows
    return next((place for place in range(len(lows) - 1, -1, -1) if lows[place] in ("than", "versus", "vs")), -1)


def _than(found: Ground, more: Places, less: Places) -> Iterator[Candidate]:
    """One figure over another: of two entities, of two measures, or both; the second may be of several together."""
    sentence = found.context.sentence
    than = than_place(found)
    cue = max(more | less)
    pivot = than if than >= 0 else cue
    falls = bool(less) and not more
    lows = sentence.lows
    if than < 0:
        if any(0 < one.first - cue <= NEXT_TO for one in sentence.stated):
            return  # "tops 3 million" sets no two against each other
        if lows[cue + 1 : cue + 2] == ("by",):
            falls = not falls  # "is exceeded by"
    behind = _run(list(sentence.names), pivot)
    ahead = {ident for name in sentence.names if name not in behind for ident in name.ids[:2]}
    if than >= 0 and any(than < one.first or than in one.places for one in sentence.stated):
        return
    rest = found.context.cue("rest")
    together = [name for name in sentence.names if name not in behind] if found.context.cue("total") else []
    for leaf in found.figures[:MOST_FIGURES]:
        if (ahead and leaf.entity not in ahead) or not (leaf.said or _is_usual(found, leaf)):
            continue
        for right, cost, places, entities in _other_sides(found, leaf, behind, pivot, rest):
            costs = {"product": leaf.cost + cost + 0.1, "order": 0.0 if than >= 0 else NO_THAN}
            left, joined = _together(found, leaf, together)
            claim = Claim(left, "<" if falls else ">", right, "order")
            explained = leaf.places | more | less | places | frozenset({pivot}) | joined
            yield Candidate(claim, costs, explained, frozenset(), frozenset({leaf.entity, *entities}), -1)


def _together(found: Ground, leaf: Leaf, names: list[Named]) -> tuple[Term, Places]:
    """The figures of several who are named together, added; of one alone else."""
    others = [_figure_of(found, leaf, name) for name in names if leaf.entity not in name.ids]
    made = [one for one in others if one is not None and one.entity != leaf.entity]
    if not made or len(made) != len(others):
        return single(leaf), frozenset()
    places = frozenset(place for name in names for place in name.places) | found.context.cue("total")
    return Term(None, Operator.SUM, (single(leaf), *(single(one) for one in made))), places


def _other_sides(
    found: Ground, leaf: Leaf, behind: list[Named], pivot: int, rest: Places
) -> Iterator[tuple[Term, float, Places, tuple[str, ...]]]:
    """What a figure may be set against: with its cost, the words it explains and its entities."""
    own = _measure_words(leaf)
    others = [_figure_of(found, leaf, name) for name in behind]
    made = [one for one in others if one is not None]
    if made and len(made) == len(others):
        terms = tuple(single(one) for one in made)
        places = frozenset(place for name in behind for place in name.places)
        if rest and len(made) == 1:
            yield Term(None, Operator.DIFFERENCE, (terms[0], single(leaf))), 0.1, places | rest, (made[0].entity,)
        elif made[0].entity != leaf.entity:
            right = terms[0] if len(terms) == 1 else Term(None, Operator.SUM, terms)
            yield right, 0.0, places, tuple(one.entity for one in made)
    for other in found.figures:
        words_behind = {place for place in other.places if place > pivot}
        if (
            other.measure == leaf.measure
            or other.type != leaf.type
            or not words_behind
            or not min(own, default=99) < pivot
        ):
            continue
        if behind and other.entity not in behind[0].ids:
            continue
        if not behind and other.entity != leaf.entity:
            continue
        yield single(other), dict(other.parts).get("measure", 0.0), other.places, (other.entity,)


def _is_usual(found: Ground, leaf: Leaf) -> bool:
    """Whether a figure that no word means is what one of the kind is usually asked for, and people are spoken of."""
    return found.context.library.entities[leaf.entity].kind is not EntityKind.THING and not leaf.said


def _measure_words(leaf: Leaf) -> Places:
    return leaf.places


def _run(names: list[Named], pivot: int) -> list[Named]:
    """The names right behind a place: "France and Spain together"."""
    behind = sorted((name for name in names if name.first > pivot), key=lambda name: name.first)
    run = behind[:1]
    for name in behind[1:]:
        if name.first - run[-1].last <= 3 and name.segment - run[-1].segment <= 1:
            run.append(name)
        else:
            break
    return run


def _figure_of(found: Ground, like: Leaf, name: Named) -> Leaf | None:
    context = found.context
    day = context.day()
    for ident in name.ids[:2]:
        figure = figure_on(context.library, ident, like.measure, day)
        if figure is not None:
            return leaf_of_figure(context.library, figure, Who(ident, 0.0, name.places), 0.0, like.places, day)
    return None


def _most(found: Ground, most: Places, least: Places) -> Iterator[Candidate]:
    """Somebody has more, or less, than every other of its kind that has a figure."""
    context = found.context
    library = context.library
    if not context.sentence.names:
        return
    for leaf in found.figures[:MOST_MEASURES]:
        entity = library.entities[leaf.entity]
        if entity.kind in TRADES or entity.kind is EntityKind.THING or not leaf.places:
            continue
        scope = [
            name.ids[0]
            for name in context.sentence.names
            if name.ids[0] != leaf.entity and name.ids[0] in entity.part_of
        ]
        rivals = [
            one
            for one in library.holders(leaf.measure)
            if one != leaf.entity
            and library.entities[one].kind is entity.kind
            and (not scope or scope[0] in library.entities[one].part_of)
        ][:MOST_HOLDERS]
        if len(rivals) < 5:
            continue
        figures = [(figure_on(library, one, leaf.measure, context.as_of), one) for one in rivals]
        made = [
            leaf_of_figure(library, fig, Who(one, 0.0), 0.0, leaf.places, context.as_of) for fig, one in figures if fig
        ]
        known = [one for one in made if one is not None]
        if not known:
            continue
        falls = bool(least) and not most
        rival = (min if falls else max)(known, key=lambda one: one.value)
        claim = Claim(single(leaf), "<" if falls else ">", single(rival), "rank")
        places = (
            leaf.places
            | most
            | least
            | frozenset(p for name in context.sentence.names if name.ids[0] in scope for p in name.places)
        )
        cost = {"product": leaf.cost + 0.35}
        yield Candidate(claim, cost, places, frozenset(), frozenset({leaf.entity, *scope}), -1)
