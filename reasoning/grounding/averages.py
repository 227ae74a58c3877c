"""What people do on average, of the place named or of everybody, as leaves with ranges."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from knowledge import EntityKind, Library
from knowledge.model.estimation import FREE, PROPERTIES, Average, Thing
from knowledge.model.measured_range import MeasuredRange
from knowledge.model.units import NUMBER, Exponents
from quantities import Form
from reasoning.data.tables import defaults, root
from reasoning.grounding.context import Context
from reasoning.grounding.figures import Who
from reasoning.grounding.thing_index import AverageMention, head_of, thing_index
from reasoning.grounding.types import counted
from reasoning.model.leaf import Leaf, Places, Sort
from reasoning.reading.passage import is_share
from reasoning.reading.plan_words import plan_places

NO_RATIO = 0.8  # "30 of the 120 kids" are no children a head
OF_ITEMS, MOST_LEAVES, EVERYBODY, ELSEWHERE = 0.2, 24, 0.1, 0.5
WIDE = "+wide"  # in the id of such an average
SPREAD = 5  # how much wider everybody's average is for a place that has none of its own, at most
LEAST_SPREAD = Fraction(2)
FEWEST_PLACES = 3


def average_leaves(context: Context, who: list[Who]) -> list[Leaf]:
    """What an average person does, of the place named, else of the world."""
    found: list[Leaf] = []
    items: list[Leaf] = []
    per_head = context.cue("each") | context.cue("mean") | context.cue("per_head")
    shares = any(is_share(one.quantity) for one in context.sentence.stated)
    planned = bool(plan_places(context.sentence))
    somewhere = any(one.places for one in who) and not (shares or planned)
    for mention in thing_index(context.library).averages(context):
        average = mention.average
        for place, extra, more, wide in _places(context, average, who):
            leaf = average_of(average, place, wide=wide)
            if not leaf.unit:
                powers = average.each[place].powers * _counted_by(context, mention) / counted("person")
                leaf = replace(leaf, type=powers)
            of_people = bool(average.what) and root(head_of(average.what[0])) == "person"
            within = planned and all(place != one.id for one in who)  # a capital that plans an army
            no_ratio = NO_RATIO * (1 + within) if of_people and not per_head and not somewhere else 0.0
            cost = mention.cost + extra + no_ratio
            leaf = replace(leaf, cost=cost, places=mention.places | more, parts=(("average", cost),))
            found.append(leaf)
            item = context.library.things.get(average.item)
            if item is not None and not leaf.unit and mention.places.isdisjoint(context.sentence.number_places):
                items += _of_items(context, leaf, item)
    found += [one for one in items if not any(one.type == leaf.type and one.places & leaf.places for leaf in found)]
    found.sort(key=lambda leaf: leaf.cost)
    return found[:MOST_LEAVES]


def average_of(average: Average, place: str, *, wide: bool = False) -> Leaf:
    """What an average person of a place does; `wide` with the range that it has as everybody's, said of one place."""
    measured = average.each[place]
    low, high = measured.interval.ends
    spread = _spread(average, place) if wide else 1
    low, high = low / spread, high * spread
    return Leaf(
        f"{average.id}.{place}{WIDE if wide else ''}", Sort.AVERAGE, low, (low + high) / 2, high,
        measured.powers / counted("person"), label=f"{average.id.replace('-', ' ')} a person", unit=measured.unit,
        factor=measured.factor, estimate=True, entity=place, measure=average.id,
    )  # fmt: skip


def _spread(average: Average, place: str) -> Fraction:
    """How much more, or less, people of another place may do than those of one, by how far the places known differ."""
    middle = _middle(average.each[place])
    ratios = [_middle(other) / middle for other in average.each.values()] if middle else []
    if average.alike or len(ratios) < FEWEST_PLACES:
        return Fraction(1 if average.alike else SPREAD)
    return min(max(*ratios, *(1 / ratio for ratio in ratios if ratio), LEAST_SPREAD), Fraction(SPREAD))


def _middle(measured: MeasuredRange) -> Fraction:
    """The middle of a range, in base units."""
    low, high = measured.interval.ends
    return (low + high) / 2


def items_of(leaf: Leaf, item: Thing, name: str) -> Leaf:
    """What the things that an average counts weigh, hold or cost together: litres of coffee from cups of it."""
    measured = item.has[name]
    low, high = measured.interval.ends
    rate = Exponents(tuple((base, power) for base, power in leaf.type.of if base in ("s", "person")))
    return replace(
        leaf,
        id=f"{leaf.id}.{name}",
        low=leaf.low * low,
        value=leaf.value * (low + high) / 2,
        high=leaf.high * high,
        type=rate * measured.powers,
        label=f"{leaf.label}, {name}",
        unit=measured.unit,
        factor=measured.factor,
    )


def average_by_id(library: Library, ident: str) -> Leaf | None:
    """The leaf of an average, or of the things that it counts, by its id; None where the library has none."""
    first, _, rest = ident.partition(".")
    place, _, name = rest.partition(".")
    average = library.averages.get(first)
    if average is None or place.removesuffix(WIDE) not in average.each:
        return None
    leaf = average_of(average, place.removesuffix(WIDE), wide=place.endswith(WIDE))
    if not name:
        return leaf
    item = library.things.get(average.item)
    return items_of(leaf, item, name) if item is not None and name in item.has else None


def _of_items(context: Context, leaf: Leaf, item: Thing) -> list[Leaf]:
    """The things of an average by each property that words ask for."""
    made = []
    for name in item.has:
        cue = context.cue(f"property.{name}")
        if not cue or name in defaults().intensive or name not in (*PROPERTIES, *FREE):
            continue
        made.append(replace(items_of(leaf, item, name), cost=leaf.cost + OF_ITEMS, places=leaf.places | cue))
    return made


def _counted_by(context: Context, mention: AverageMention) -> Exponents:
    """What an average counts: people where its item is one, times where no noun is counted, else its noun."""
    average = mention.average
    item = context.library.things.get(average.item)
    if item is not None and root(head_of(item.name)) == "person":
        return counted("person")
    times = any(one.quantity.form is Form.MULTIPLE for one in context.sentence.stated)
    return counted(head_of(mention.name)) if average.what and not (times and average.does) else NUMBER


def _places(context: Context, average: Average, who: list[Who]) -> list[tuple[str, float, Places, bool]]:
    """The places for which it is known: those that are named, or what they are a part of, else everybody.

    Each with its cost and its words, and whether everybody's average is taken for a place that is named.
    """
    named = [(one.id, one.cost, one.places, False) for one in who if one.id in average.each]
    if named:
        return named[:2]
    entities = context.library.entities
    around = [
        (whole, one.cost, one.places, False)
        for one in who
        if one.places
        for whole in entities[one.id].part_of
        if whole in average.each and entities[whole].kind is EntityKind.COUNTRY
    ]
    if around:
        return around[:1]
    anywhere = next((ident for ident in defaults().everybody if ident in average.each), next(iter(average.each)))
    elsewhere = any(one.places and entities[one.id].kind is not EntityKind.THING for one in who)
    everywhere = average.alike or not elsewhere  # blood is the same anywhere
    cost = EVERYBODY if everywhere and anywhere in defaults().everybody else ELSEWHERE
    return [(anywhere, cost, frozenset(), elsewhere)]
