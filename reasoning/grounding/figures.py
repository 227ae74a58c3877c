"""Figures as leaves: of whom the sentence speaks, by the measures that its words may mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from knowledge import EntityKind, Figure, Library
from knowledge.model.units import Exponents
from knowledge.text.inflection import singular
from quantities import Dimension, Quantity
from quantities.model.quantity import SECONDS
from reasoning.data.tables import cue_phrases, cues, default_measures, defaults, loose_measures, root
from reasoning.grounding.context import LONGEST_MONTH, Context, dollars, figure_on, once
from reasoning.grounding.measure_index import MeasureMatch, measure_index
from reasoning.grounding.terms import terms_of_office
from reasoning.grounding.types import MONEY, TIME, counted, measure_type, quantity_type
from reasoning.model.leaf import NOWHERE, Leaf, Places, Sort
from reasoning.reading.language import stem, words
from reasoning.reading.passage import is_share

MOST_MEASURES, MOST_LEAVES = 14, 20
SOLE_HOLDER, SOLE_THING = 0.5, 1.1  # that nobody names: of a thing there is always another with so many
OF_EVERYBODY = 0.2  # a price of the world alone
FROM_BEFORE = 0.4
FRAGMENT = 0.5  # "About 8 million people." after a sentence that says of whom, and what they do
STRANGER = 0.5  # somebody is named whom the knowledge does not have
OTHER_SENSE, ONE_OF_THEM, NO_WORD = 0.8, 1.0, 0.5
ANOTHER_SAID = 0.4  # words mean another measure of what is named
SAME_SAID = 0.4  # more for a length that no word says, where words say another one
WE = 0.4
PEOPLE_BEHIND = 2  # words behind "all": "all living people"
GOVERNED, GOVERNED_UNSAID = 0.15, 0.6  # somebody is named who governs it: "under" them, or without such a word
OTHER_MONEY, DEFAULT, MOST_PER_HEAD = 0.8, 0.55, 5
PER_HEAD_SAID, PER_HEAD_LEFT = 0.1, 0.4  # less for what is taken a head where words say so, more for what is not
OF_PEOPLE, LEAST_BARE, SECOND, EACH_OF_THEM = 0.6, 10_000, 0.2, 0.2
BARE = 0.3
COUNTED_PEOPLE = 0.2  # less still for that of people whom a number counts, as many other measures count them, too
USUAL = 0.25  # less for what one of its kind is usually asked for
FINE_AFTER = 1  # years a figure may be old


@dataclass(frozen=True, slots=True)
class Who:
    """An entity that may be meant, with its cost and the words that name it."""

    id: str
    cost: float
    places: Places = NOWHERE
    form: str = "name"


def who_is_meant(context: Context) -> list[Who]:
    """The entities of the sentence, else of those before, else what stands for nobody named."""
    sentence = context.sentence
    found = [
        Who(ident, OTHER_SENSE * rank, name.places, name.form)
        for name in sentence.names
        for rank, ident in enumerate(name.ids[:2])
    ]
    lows = sentence.lows
    last = max((one.segment for one in sentence.stated), default=len(sentence.words))
    we = frozenset(word.place for word in sentence.words if word.low in words().we and word.segment <= last)
    mankind = frozenset(
        place for place in context.cue("mankind") if not words().definite & set(lows[place - 1 : place])
    )
    mankind = mankind if any(is_share(one.quantity) for one in sentence.stated) else NOWHERE
    all_of = (range(place + 1, place + 1 + PEOPLE_BEHIND) for place in context.cue("all_of"))
    shares = (one for one in sentence.stated if is_share(one.quantity))
    shared = (one.places for one in shares if all(one.first < name.first for name in sentence.names))
    mankind |= frozenset(p for places in (*all_of, *shared) for p in places if _ends_with_people(context, p))
    if mankind:
        found.append(Who(_whole_of_cities(context) or next(iter(defaults().everybody)), 0.0, mankind))
    known = {one.id for one in found}
    governed = {term.country: term for term in terms_of_office(context) if term.country not in known}
    dates = context.cue("governed") or context.cue("took_office") or context.cue("left_office")
    cost = GOVERNED if dates else GOVERNED_UNSAID
    found += [Who(term.country, cost, term.places) for term in governed.values()]
    everywhere = {EntityKind.THING, *([EntityKind.WORLD] if context.before else [])}  # "300 offices around the world"
    named = any(context.library.entities[one.id].kind not in everywhere for one in found)
    if named:
        if context.before and not words().standing_in.isdisjoint(sentence.lows):
            found.append(Who(context.before[0].ids[0], FROM_BEFORE, NOWHERE, context.before[0].form))
        than = next((place for place, low in enumerate(lows) if low in words().than), 0)
        is_world = all(context.library.entities[one.id].kind is EntityKind.WORLD for one in found)
        ours = than > min(we, default=than) and all(name.first > than for name in sentence.names)
        if ours or (we and is_world) or not words().possessive.isdisjoint(lows[place] for place in we):
            found.append(Who(defaults().we, WE, NOWHERE))  # "we have more than Italy", "a fifth of the world's"
        return found
    for distance, name in enumerate(context.before[:3]):
        found.append(Who(name.ids[0], FROM_BEFORE * (distance + 1), NOWHERE, name.form))
    if we and not found:
        found.append(Who(defaults().we, WE, NOWHERE))
    return found


def _whole_of_cities(context: Context) -> str | None:
    """The country of a city that is named: "one in eight people lives in London"; None for none."""
    entities = context.library.entities
    named = (entities[name.ids[0]] for name in context.sentence.names)
    around = (whole for one in named if one.kind is EntityKind.CITY for whole in one.part_of)
    return next((whole for whole in around if entities[whole].kind is EntityKind.COUNTRY), None)


def _ends_with_people(context: Context, place: int) -> bool:
    """Whether a word for people stands at a place, and nothing behind it says which: "60% of all people"."""
    said, classes = context.sentence.words, words()
    if place >= len(said) or said[place].low not in classes.people:
        return False
    after = next(iter(said[place + 1 :]), None)
    if after is None or (after.segment != said[place].segment and after.low not in classes.restricting):
        return True
    behind = classes.dwelling | classes.being | cues()["total"]
    return after.low in behind and not after.low.endswith(tuple(classes.gerund_endings))


def figure_leaves(context: Context, who: list[Who], day: date) -> list[Leaf]:
    """The leaves of the figures of a day that words and names may mean, the likeliest first."""
    library = context.library
    owners = [one.id for one in who] or [*defaults().nobody_named]
    matches = measure_index(library).matches(
        context.sentence, lambda measure: any(library.has_figures(one, measure) for one in owners)
    )
    places_of = {match.measure: match.places for match in matches}
    found = []
    for match in matches[: 3 * MOST_MEASURES]:
        holders = [one for one in who if library.has_figures(one.id, match.measure)]
        if not holders and _is_of_everybody(context, match):
            holders = [Who(ident, OF_EVERYBODY) for ident in library.holders(match.measure)]
        elif not holders and all(one.places <= match.places for one in who):  # "our debt that China holds"
            holders = _unnamed(context, match)
        for one in holders:
            kind = library.entities[one.id].kind.value
            usual = any(match.measure in asked for asked in default_measures().get(kind, {}).values())
            cost = max(match.cost - (USUAL if usual else 0.0), 0.05)
            if _only_people(context, match):
                cost += OF_PEOPLE if not usual else -COUNTED_PEOPLE if _is_counted(context, match) else 0.0
            cost += _in_other_money(context, library.measures[match.measure].unit)
            cost += _of_somebody_else(context, one, match)
            cost += ONE_OF_THEM if _is_one_of_them(context, match, library.measures[match.measure].unit) else 0.0
            leaf = figure_leaf(context, one, match.measure, day, cost, match.places)
            if leaf is not None:
                whole = places_of.get(library.measures[match.measure].whole or "", NOWHERE) if leaf.percent else NOWHERE
                found.append(replace(leaf, places=leaf.places | whole))
    found += _per_head(context, found, day)
    found += _of_things(context, who, day, found)
    found += _defaults(context, who, day, {leaf.measure for leaf in found})
    found.sort(key=lambda leaf: leaf.cost)
    return found[:MOST_LEAVES]


def _of_somebody_else(context: Context, one: Who, match: MeasureMatch) -> float:
    """What speaks against an entity that the sentence does not name."""
    if one.places:
        return 0.0
    lows = context.sentence.lows
    meant = bool((words().standing_in | words().holders) & set(lows))  # "it", "the country"
    fragment = FRAGMENT if context.before and not meant and _only_people(context, match) else 0.0
    return fragment + (STRANGER if _strangers(context) else 0.0) + _pays_otherwise(context, one.id)


@once
def _strangers(context: Context) -> bool:
    """Whether somebody is named whom the knowledge does not have; a measure may have a name of its own."""
    lows, classes = context.sentence.lows, words()
    if any(low in classes.possessive and after in classes.peopled for low, after in pairwise(lows)):
        return True  # "our town"
    phrases = [match.phrase for match in measure_index(context.library).matches(context.sentence)]
    capitals = {word.place for word in context.sentence.words[1:] if word.capital} - context.sentence.name_places
    return context.strangers > len(capitals & NOWHERE.union(*phrases))


def _is_one_of_them(context: Context, match: MeasureMatch, unit: str) -> bool:
    """Whether a word for what is counted names one of the kind alone: "our school" where schools are counted."""
    counted_by, said = stem(unit.split(maxsplit=1)[0]), context.sentence.words
    nouns = (said[place] for place in match.places if place and said[place - 1].low in words().definite)
    return any(noun.stem == counted_by and singular(noun.low) == noun.low for noun in nouns)


def _only_people(context: Context, match: MeasureMatch) -> bool:
    """Whether nothing but a word for people stands for a measure that has words of its own."""
    lows = (context.sentence.lows[place] for place in match.places)
    return all(root(low) == "person" and low in words().people for low in lows)


def _is_counted(context: Context, match: MeasureMatch) -> bool:
    """Whether the words that mean a measure are what a number counts."""
    return any(not match.places.isdisjoint(one.places) for one in context.sentence.stated)


def _in_other_money(context: Context, unit: str) -> float:
    """What speaks against a measure in another currency than the sentence's."""
    said = {one.quantity.unit.currency for one in context.sentence.stated} - {None}
    said |= {other for one in said for other in defaults().shared_money.get(one or "", ())}
    return OTHER_MONEY if len(unit) == 3 and unit.isupper() and unit != "USD" and said and unit not in said else 0.0


def _unnamed(context: Context, match: MeasureMatch) -> list[Who]:
    """Who may be meant where nobody is named: who alone has the measure, else everybody."""
    holders = context.library.holders(match.measure)
    if len(holders) == 1:
        kind = context.library.entities[holders[0]].kind
        is_thing = kind is EntityKind.THING and holders[0] != defaults().anybody
        return [Who(holders[0], SOLE_THING if is_thing else SOLE_HOLDER)]
    return [Who(ident, cost) for ident, cost in defaults().nobody_named.items() if ident in holders]


def _is_of_everybody(context: Context, match: MeasureMatch) -> bool:
    """Whether a measure is a price of the world alone, wherever it is spoken of: what a barrel of oil costs."""
    holders, measure = context.library.holders(match.measure), context.library.measures[match.measure]
    is_price = measure.period is None and len(measure.unit) == 3 and measure.unit.isupper()
    return is_price and len(holders) == 1 and context.library.entities[holders[0]].kind is EntityKind.WORLD


def _pays_otherwise(context: Context, entity: str) -> float:
    """What speaks against somebody unnamed where a currency is said that is another country's."""
    own = context.library.entities[entity].currency
    said = {one.quantity.unit.currency for one in context.sentence.stated} - {None}
    return OTHER_MONEY if own and said and own not in said else 0.0


def _per_head(context: Context, leaves: list[Leaf], day: date) -> list[Leaf]:
    """What words say is meant per head: each figure over the people of its entity."""
    cue, people = context.cue("per_head"), defaults().wholes["person"]
    made: list[Leaf] = []
    if not cue:
        return made
    for place, leaf in enumerate(leaves):
        taken = leaf.places & cue or not is_of_all_heads(context, leaf)
        leaves[place] = leaf if taken else replace(leaf, cost=leaf.cost + PER_HEAD_LEFT)
    for leaf in leaves[:MOST_PER_HEAD]:
        heads = figure_on(context.library, leaf.entity, people, day)
        if heads is None or not is_of_all_heads(context, leaf) or leaf.measure == people or heads.low <= 0:
            continue
        cost = max(leaf.cost - (0.0 if leaf.places & cue else PER_HEAD_LEFT) - PER_HEAD_SAID, 0.05)
        made.append(replace(a_head(leaf, heads), cost=cost, places=leaf.places | cue))
    return made


def is_of_all_heads(context: Context, leaf: Leaf) -> bool:
    """Whether a figure is of all people together where words say that it is meant per head."""
    cue = context.cue("per_head")
    if not cue or leaf.percent or " / " in leaf.id or dict(leaf.type.of).get("person", 0) < 0:
        return False
    name = tuple(stem(word) for word in context.library.measures[leaf.measure].name.lower().split())
    phrases = cue_phrases("per_head")[1]
    return not any(name[at : at + len(one)] == one for one in phrases for at in range(len(name)))


def a_head(leaf: Leaf, heads: Figure) -> Leaf:
    """The leaf of a figure over the people that it is of."""
    return replace(
        leaf,
        id=f"{leaf.id} / {heads.id}",
        low=leaf.low / heads.high,
        value=leaf.value / heads.value,
        high=leaf.high / heads.low,
        type=leaf.type / counted("person"),
        label=f"{leaf.label} a head",
    )


def _of_things(context: Context, who: list[Who], day: date, meant: list[Leaf]) -> list[Leaf]:
    """Everything that is measured of a thing named, where no word says which; `meant` is what words say."""
    have, said = {leaf.id for leaf in meant}, {(leaf.entity, leaf.type) for leaf in meant}
    found = []
    cost = NO_WORD + (ANOTHER_SAID if have else 0.0)
    counted_places = [each.places for each in context.sentence.stated if not is_share(each.quantity)]
    for one in who:
        if context.library.entities[one.id].kind is EntityKind.THING:
            for measure in context.library.measures_of(one.id):
                leaf = figure_leaf(context, one, measure, day, cost, NOWHERE)
                if leaf is None or leaf.percent or measure in defaults().only_said:
                    continue  # of what it is a share is said
                if (leaf.entity, leaf.type) in said:
                    leaf = replace(leaf, cost=leaf.cost + SAME_SAID)
                leaf = replace(leaf, said=False)
                if leaf.id not in have:
                    found.append(leaf)
                if one.places and any(one.places <= places for places in counted_places):  # "30 earths": for each
                    noun = context.sentence.words[max(one.places)].low
                    each = max(leaf.cost - EACH_OF_THEM, 0.05)
                    found.append(replace(leaf, type=leaf.type / counted(noun), cost=each))
    return found


def _defaults(context: Context, who: list[Who], day: date, have: set[str]) -> list[Leaf]:
    found = []
    said = [one.quantity for one in context.sentence.stated]
    bases = {base for one in said for base in _bases(one)}
    bare = any(one.unit.dimension is Dimension.NONE and one.value >= LEAST_BARE for one in said)
    bases |= {"person" for name in context.sentence.names if name.form == "people"}
    bases |= {"person"} if context.cue("mankind") and any(map(is_share, said)) else set()
    for one in who:
        kind = context.library.entities[one.id].kind
        for base, measures in default_measures().get(kind.value, {}).items():
            for rank, measure in enumerate(measures):
                known = measure not in have and measure in context.library.measures
                if (base in bases or bare) and known:
                    cost = DEFAULT + SECOND * rank + (0.0 if base in bases else BARE)
                    leaf = figure_leaf(context, one, measure, day, cost, NOWHERE)
                    if leaf is not None:
                        found.append(replace(leaf, said=False))
    return found


def _bases(quantity: Quantity) -> set[str]:
    typed = quantity_type(quantity)
    return {base for base, _ in typed[1].of} if typed is not None else set()


def figure_leaf(context: Context, who: Who, measure_id: str, day: date, cost: float, places: Places) -> Leaf | None:
    """The leaf of a figure of somebody on a day; None where there is none."""
    figure = figure_on(context.library, who.id, measure_id, day)
    library, rated = context.library, context.as_of
    return None if figure is None else leaf_of_figure(library, figure, who, cost, places, day, rated=rated)


def figures_of(context: Context, whom: Iterable[Who], like: Leaf, day: date) -> list[Leaf]:
    """The leaves of the figures of others on a day by the measure of one, of those who have such a figure."""
    made = (figure_leaf(context, one, like.measure, day, 0.0, like.places) for one in whom)
    return [leaf for leaf in made if leaf is not None]


def leaf_of_figure(
    library: Library, figure: Figure, who: Who, cost: float, places: Places, day: date, *, rated: date | None = None
) -> Leaf | None:
    """A stored figure as a leaf; None where its currency has no rate on the day `rated`, or else on its own."""
    measure = library.measures[figure.measure]
    factor, powers = measure_type(figure.unit, measure.period)
    if len(figure.unit) == 3 and figure.unit.isupper():
        powers = MONEY if measure.period is None else powers
        rate = dollars(library, figure.unit, rated or figure.end)
        if rate is None:
            return None
        factor *= rate
    timeless = measure.max_age_years >= 100
    stale = 0 if timeless else max(0, (day - figure.end).days, (figure.start - day).days) // 365
    value = figure.value * factor
    return Leaf(
        id=figure.id,
        sort=Sort.FIGURE,
        low=figure.low * factor if figure.low != figure.value else value,
        value=value,
        high=figure.high * factor if figure.high != figure.value else value,
        type=powers,
        cost=cost + who.cost,
        places=places | who.places,
        label=f"{measure.name} of {library.entities[who.id].name}",
        unit=figure.unit,
        factor=factor,
        entity=who.id,
        measure=measure.id,
        dated="" if timeless else figure.dated,
        stale_years=max(0, stale - FINE_AFTER),
        estimate=figure.is_estimate,
        percent=figure.unit == "percent",
        loose=measure.id in loose_measures() and not _is_of_a_month(figure),
        parts=(("measure", cost), ("entity", who.cost)),
    )


def of_a_year(leaf: Leaf) -> Leaf:
    """What flows in a year as a sum."""
    return replace(leaf.in_units_of(SECONDS["year"]), type=leaf.type * TIME)


def _is_of_a_month(figure: Figure) -> bool:
    """Whether a figure is of a month or a day and from a source, so that it is the very one that was published."""
    return (figure.end - figure.start).days <= LONGEST_MONTH and not figure.is_estimate


def over_years(library: Library, leaf: Leaf, first: date, last: date) -> Leaf | None:
    """The leaf as the range of its figures from one day to another; None where there are none of them."""
    figures = [one for one in library.series(leaf.entity, leaf.measure) if first <= one.end and one.start <= last]
    if not figures or " / " in leaf.id:
        return None
    low, high = min(one.low for one in figures) * leaf.factor, max(one.high for one in figures) * leaf.factor
    return replace(leaf, low=low, value=(low + high) / 2, high=high, stale_years=0, years=(first, last))


def counted_as(library: Library, leaf: Leaf, base: str, stem_of: str) -> Leaf | None:
    """The leaf as a count of another noun, where its measure may be counted in that: cattle as cows."""
    measure = library.measures[leaf.measure]
    if not any(stem(noun.split()[-1]) == stem_of for noun in measure.counted):
        return None
    own = [name for name, _ in leaf.type.of if name not in ("m", "kg", "s", "byte", "money")]
    if len(own) != 1 or own[0] == base:
        return None
    swapped = dict(leaf.type.of)
    swapped[base] = swapped.pop(own[0])
    return replace(leaf, type=Exponents(tuple(sorted(swapped.items()))))
