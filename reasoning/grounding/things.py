"""Properties of things that are named by their noun, and averages of what people do, as leaves with ranges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from knowledge import EntityKind, Library
from knowledge.model.estimation import FREE, PROPERTIES, Average, Thing, is_named_by_noun
from knowledge.model.measured_range import MeasuredRange
from knowledge.model.units import CALENDAR, NUMBER, Exponents
from quantities import Dimension, Form
from quantities.model.quantity import SECONDS
from reasoning.data.tables import cues, defaults, root
from reasoning.grounding.context import Context
from reasoning.grounding.figures import Who
from reasoning.grounding.meant_properties import is_motion, is_paid_in, is_so_much_of, is_span, occasions, parts_done
from reasoning.grounding.measure_index import measure_index
from reasoning.grounding.types import LENGTH, MASS, MONEY, POINTS, TIME, counted
from reasoning.model.leaf import NOWHERE, Leaf, Places, Sort
from reasoning.per_library import once_per_library
from reasoning.reading.language import stem, words
from reasoning.reading.passage import Sentence, is_share, is_time
from reasoning.reading.plan_words import plan_places

PREFERRED = 0.15
NOT_PREFERRED = 0.8
DEFINITE, SPECIMEN = 0.8, 1.6  # "the book" may be one book, "this book" is: a typical value says little of it
NO_RATIO = 0.8  # "30 of the 120 kids" are no children a head
ADJECTIVES = 2  # that may stand between an article and its noun
POSSESSED = 2.2  # "his book" still more so
NAMED_AT_LENGTH = 0.3  # "the blink of an eye": the longer its name, the less it is one of many
LONG_NAME = 3  # words
VERB_SAID = 0.2
VERB_NOT_SAID = 0.9
OTHER_VERB = 0.7  # more, where another average of the same noun has its verb said
OF_ITEMS = 0.2
CURRENCY_SIGNS = "$€£"  # the words of a sentence are without them
ANOTHER_SAID = 0.6  # more for a length that no word says, where words say another one
LIGHT = 0.5  # "people" and "the world" are hardly meant as things that are measured
MOVES = 0.5  # a way of moving is hardly meant but by its speed
TIMES = 0.05  # a rate as so many times, rather than so many of what it is named by
MOST_LEAVES = 24
EVERYBODY, ELSEWHERE = 0.1, 0.5
SHARE = "%"  # the unit of what a thing has as a share of it
WIDE = "+wide"  # in the id of such an average
SPREAD = 5  # how much wider everybody's average is for a place that has none of its own, at most
LEAST_SPREAD, FEWEST_PLACES = Fraction(2), 3
SPOKEN_OF = 0.3  # in the sentence before, and now only "it"


@dataclass(frozen=True, slots=True)
class ThingMention:
    """A thing named by one of its nouns; `definite` is the cost of taking it for any of its kind."""

    thing: Thing
    name: str
    places: Places
    definite: float


@dataclass(frozen=True, slots=True)
class AverageMention:
    """An average that words may mean; `name` is its noun, `verb_missing` where no verb of it is said."""

    average: Average
    name: str
    nouns: Places
    places: Places
    cost: float
    verb_missing: bool


class ThingIndex:
    """Things and averages by the stems of their nouns."""

    def __init__(self, library: Library) -> None:
        self._things: dict[str, list[tuple[tuple[str, ...], Thing, str]]] = defaultdict(list)
        self._averages: dict[str, list[tuple[tuple[str, ...], Average, str]]] = defaultdict(list)
        for thing in library.things.values():
            for name in thing.called:
                stems = _stems(name)
                if stems:
                    self._things[stems[0]].append((stems, thing, name))
        for average in library.averages.values():
            for name in average.what or average.does:
                stems = _stems(name)
                if stems:
                    self._averages[stems[0]].append((stems, average, name))

    def called(self, name: str) -> Thing | None:
        """The first thing that is called so; None for none."""
        stems = _stems(name) or ("",)
        return next((thing for others, thing, _ in self._things.get(stems[0], ()) if others == stems), None)

    def things(self, context: Context) -> list[ThingMention]:
        """The things that the sentence names, and those of the one before that it still means."""
        return [*self._named(context), *self._spoken_of(context)]

    def _named(self, context: Context) -> list[ThingMention]:
        """The things that the sentence names, the longest name first where two overlap."""
        sentence = context.sentence
        found: list[tuple[int, ThingMention]] = []
        for at, word in enumerate(sentence.words):
            for stems, thing, name in self._things.get(word.stem, ()):
                behind = {*sentence.lows[at + 1 : at + len(stems)]} - {*name.lower().split()}
                if sentence.stems[at : at + len(stems)] != stems or behind & words().function:
                    continue  # "humans are" is no human being
                if len(stems) == 1 and word.low in words().function and sentence.lows[at - 1] not in words().determiner:
                    continue  # "can hold" names no can
                if len(stems) == 1 and _is_done(word.low) and not (_is_done(name) or is_motion(thing)):
                    continue  # "trained" names no train
                if self._only_describes(at + len(stems) - 1, sentence):
                    continue

                places = frozenset(range(at, at + len(stems)))
                if word.capital and not thing.unique and _is_somebody(places, context):
                    continue  # "Apple" is no apple
                found.append(
                    (
                        len(stems),
                        ThingMention(thing, name, places, 0.0 if thing.unique else _definite(thing, places, context)),
                    )
                )
        found.sort(key=lambda one: -one[0])
        kept: list[ThingMention] = []
        for _, mention in found:
            fits = all(mention.places == other.places or mention.places.isdisjoint(other.places) for other in kept)
            if fits and all(mention.thing is not other.thing or mention.places != other.places for other in kept):
                kept.append(mention)
        return kept

    def _spoken_of(self, context: Context) -> list[ThingMention]:
        """The things of the sentence before that a word such as "it" or "the river" still means."""
        earlier, lows = context.sentence.earlier, context.sentence.lows
        one, many = words().stands_for_thing, words().stands_for_things
        said = [
            frozenset({at - 1, at} if low in words().kinds else {at})
            for at, low in enumerate(lows)
            if low in one | many or (low in words().kinds and lows[at - 1] in words().definite)
        ]
        if earlier is None or not said:
            return []
        last = lows[max(said[0])]
        any_of_them = last in many or (last not in one and last.endswith("s"))
        return [
            replace(thing, places=said[0], definite=thing.definite + SPOKEN_OF)
            for thing in self._named(replace(context, sentence=earlier, cue_places={}, known={}))
            if thing.thing.unique or any_of_them
        ]

    def _only_describes(self, at: int, sentence: Sentence) -> bool:
        """Whether a word says of the thing behind it that it is as most are: the adult of "an adult elephant"."""
        behind = next(iter(sentence.words[at + 1 : at + 2]), None)
        if behind is None or sentence.lows[at] not in words().typical or behind.segment != sentence.words[at].segment:
            return False
        return behind.stem in self._things and behind.stem not in cues()["consume"]

    def averages(self, context: Context) -> list[AverageMention]:
        """The averages that the sentence may mean, each once, with the words and the cost."""
        sentence = context.sentence
        places_of = {word.stem: word.place for word in reversed(sentence.words)}
        found: dict[str, AverageMention] = {}
        things = [mention.places for mention in self.things(context)]
        said_of: set[int] = set()  # places of nouns whose average has its verb said
        for at, word in enumerate(sentence.words):
            for stems, average, name in self._averages.get(word.stem, ()):
                if sentence.stems[at : at + len(stems)] != stems:
                    continue
                places = nouns = frozenset(range(at, at + len(stems)))
                within = any(places < longer for longer in things)
                if self._only_describes(max(places), sentence) or (within and not (average.does and average.what)):
                    continue  # the pool of an olympic pool is none of those that people own
                cost, unsaid = VERB_SAID - 0.05 * len(stems), False
                if average.does and average.what:
                    verbs = [s for verb in average.does for s in _stems(verb)[:1]]
                    said = [places_of[s] for s in verbs if s in places_of]
                    if not cues()["consume"].isdisjoint(verbs):
                        said += context.cue("get_through")
                    if not said:
                        if within or root(average.what[0]) == "person":
                            continue
                        cost = VERB_NOT_SAID
                        unsaid = True
                    else:
                        said_of |= places
                    places |= frozenset(said)
                mention = AverageMention(average, name, nouns, places, max(cost, 0.05), verb_missing=unsaid)
                if average.id not in found or mention.cost < found[average.id].cost:
                    found[average.id] = mention
        longest = [one.nouns for one in found.values() if one.average.does and not one.verb_missing]
        return [
            replace(one, cost=one.cost + OTHER_VERB) if one.verb_missing and one.places & said_of else one
            for one in found.values()
            if not any(one.nouns < longer for longer in longest)  # "tap water" is not any water
        ]


def _is_somebody(places: Places, context: Context) -> bool:
    """Whether what stands at some places is part of a name of somebody, or of a place."""
    entities = context.library.entities
    names = (name for name in context.sentence.names if places <= name.places)
    return any(entities[name.ids[0]].kind is not EntityKind.THING for name in names)


def _definite(thing: Thing, places: Places, context: Context) -> float:
    """What speaks against a typical value for what is named at some places: it is one of its kind, not any."""
    sentence = context.sentence
    first = min(places)
    before = sentence.lows[first - 1] if first else ""
    if before in words().possessive:
        return POSSESSED
    if before in words().anyone or _is_unique(places, context):
        return 0.0
    if _is_numbered(max(places) + 1, sentence):
        return SPECIMEN
    if _is_money(frozenset({first - 1}), sentence) and all(one.powers != MONEY for one in thing.has.values()):
        return 0.0  # "£20 notes" weigh what all do: the price is what they have of their own
    cost = _one_of_its_kind(sentence, first)
    return cost if len(places) < LONG_NAME else min(cost, NAMED_AT_LENGTH)


def _is_unique(places: Places, context: Context) -> bool:
    """Whether what stands at some places is a name, of which there is one: "the Eiffel Tower", but not "the fridge"."""
    sentence, entities = context.sentence, context.library.entities
    named = (name for name in sentence.names if not name.places.isdisjoint(places))
    if any(entities[name.ids[0]].name[:1].isupper() for name in named):
        return True
    return min(places) > 0 and all(sentence.words[place].capital for place in places)


def _is_numbered(behind: int, sentence: Sentence) -> bool:
    """Whether a number without a unit stands at a place, which says which one is meant: "bus 42"."""
    units = [one.quantity.unit.dimension for one in sentence.stated if one.first == behind]
    digits = behind < len(sentence.lows) and sentence.lows[behind].isdecimal()
    return digits and units in ([], [Dimension.NONE])


def _one_of_its_kind(sentence: Sentence, at: int) -> float:
    """What speaks for a noun that is said of one of its kind: "the new stadium", "this book", "a 300 page book"."""
    classes = words()
    opens = sentence.lows[at] in classes.function  # "in hundreds"
    if at and at - 1 in sentence.number_places and at not in sentence.number_places and not opens:
        before = next(one for one in sentence.stated if at - 1 in one.places)
        return 0.0 if is_time(before.quantity) else SPECIMEN  # a "two hour call" lasts so long
    named = sentence.name_places
    for word in reversed(sentence.words[max(at - ADJECTIVES - 1, 0) : at]):
        if word.place in named:
            return 0.0  # "everyone in the United States holding hands"
        if word.low in classes.definite:
            if word.place and sentence.words[word.place - 1].stem in cues()["all_of"]:
                return 0.0  # "all the cars"
            return DEFINITE if word.low in classes.article and word.place == at - 1 else SPECIMEN
        is_usual = word.low in classes.typical and root(word.low) in ("person", word.low)
        is_usual |= word.stem in cues()["mean"]
        if word.low in classes.function or word.segment != sentence.words[at].segment or is_usual:
            return 0.0  # "the average car", "the adult giraffe"
    return 0.0


def _is_done(low: str) -> bool:
    """Whether a word is what was done with something: "trained"."""
    return low.endswith(tuple(words().participle_endings))


def head_of(name: str) -> str:
    """The noun that a name counts: the sheet of "sheet of paper"."""
    return name.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1]


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(part.lstrip(CURRENCY_SIGNS)) for part in text.lower().replace("-", " ").split())


@once_per_library
def thing_index(library: Library) -> ThingIndex:
    """The index of a library's things and averages."""
    return ThingIndex(library)


def property_leaves(context: Context) -> list[Leaf]:
    """What is measured of each thing named: by itself, and for each where it is counted."""
    mentions = thing_index(context.library).things(context)
    anybody = context.library.things.get(defaults().anybody)
    ways = [one for one in mentions if is_motion(one.thing) and one.name.endswith(tuple(words().gerund_endings))]
    movers = (one.thing for one in mentions if not (one.thing is anybody or one.thing.unique or one in ways))
    moving: Places = NOWHERE
    if any(measured.powers == LENGTH / TIME for thing in movers for measured in thing.has.values()):
        moving = NOWHERE.union(*(one.places for one in ways))  # a snail crawls as snails do
        mentions = [one for one in mentions if one not in ways]
    context.thing_places = frozenset().union(*(mention.places for mention in mentions))
    shared = parts_done([mention.thing for mention in mentions])
    phrases = [match.phrase for match in measure_index(context.library).matches(context.sentence)]
    found = [
        replace(leaf, places=leaf.places | moving) if leaf.type == LENGTH / TIME else leaf
        for mention in mentions
        if mention.thing.name not in SECONDS
        for leaf in _leaves_of(mention, context, shared)
        if not any(mention.places < phrase for phrase in phrases)  # "life expectancy" is of no life
    ]
    found.sort(key=lambda leaf: leaf.cost)
    return found[:MOST_LEAVES]


def _leaves_of(mention: ThingMention, context: Context, shared: set[str]) -> Iterator[Leaf]:
    """What is measured of a thing; `shared` are the parts that another thing does so many of in a time."""
    thing = mention.thing
    inside = mention.places <= context.sentence.number_places
    typical, used = _typical_before(mention.places, context.sentence), occasions(context)
    said = {measured.powers for name, measured in thing.has.items() if context.cue(f"property.{name}")}
    has_money = _is_money(mention.places, context.sentence) or is_paid_in(mention.places, context.sentence)
    base = root(head_of(mention.name))
    for name, measured in thing.has.items():
        cue = _cue_of(context, mention, name)
        meant = bool(cue) or (has_money and measured.powers == MONEY)
        meant |= is_span(thing) and not (measured.powers == LENGTH and _is_unique(mention.places, context))
        if inside and not meant:
            continue
        meant |= name in shared or is_so_much_of(name, measured.powers, mention.places, context)
        if not meant and (
            measured.powers == CALENDAR or (is_named_by_noun(name) and _is_plain(measured) and len(thing.has) > 1)
        ):
            continue
        if measured.unit == SHARE and not context.shares():
            continue
        cost = mention.definite + (PREFERRED if meant else MOVES if is_motion(thing) else NOT_PREFERRED)
        if not meant and measured.powers in said:
            cost += ANOTHER_SAID
        if not cue and mention.name in words().light:
            cost += LIGHT
        for extra, powers in _types_of(name, measured):
            places = mention.places | cue | typical | (NOWHERE if powers in (LENGTH, MASS) else used)
            places |= context.cue("get_through") | context.cue("consume") if is_named_by_noun(name) else NOWHERE
            leaf = _property(thing, name, measured, powers, cost + extra, places)
            if not inside:
                yield leaf
            if name not in defaults().intensive and powers not in (*POINTS, NUMBER):
                yield replace(leaf, type=powers / Exponents(((base, 1),)), cost=leaf.cost + 0.05)


def _typical_before(places: Places, sentence: Sentence) -> Places:
    """The places of the words right before a noun that only say that it is as most are: "an ordinary family car"."""
    found = set()
    for word in reversed(sentence.words[: min(places)]):
        if word.low not in words().typical:
            break
        found.add(word.place)
    return frozenset(found)


def _cue_of(context: Context, mention: ThingMention, name: str) -> Places:
    """The words that say which property is meant: its cues, or the noun it is named by."""
    if f"property.{name}" in cues():
        of_its_name = mention.places - context.cue("most") - context.cue("least")  # but "the deepest lake in the world"
        return context.cue(f"property.{name}") - of_its_name
    lows, specified = context.sentence.lows, words().determiner | words().definite
    cue = frozenset(
        p for p in _own_noun(context, name) if p not in context.thing_places or lows[p - 1] not in specified
    )
    if root(name) == "person":
        cue |= context.cue("carries")  # "a bus carries", "to fill a stadium"
    return cue - mention.places


def _types_of(name: str, measured: MeasuredRange) -> list[tuple[float, Exponents]]:
    """The types of a property, with their cost: one that is named by a noun counts it, or so many times."""
    plain = all(base == "s" or power < 0 for base, power in measured.powers.of)
    if not is_named_by_noun(name) or not plain or (measured.unit and not measured.unit.startswith("/")):
        return [(0.0, measured.powers)]
    counts = (0.0, measured.powers * counted(name))
    return [counts] if measured.powers == NUMBER else [counts, (TIMES, measured.powers)]


def _is_plain(measured: MeasuredRange) -> bool:
    """Whether only so many are counted, or so many in a time."""
    return all(base == "s" for base, _ in measured.powers.of)


def _is_money(places: Places, sentence: Sentence) -> bool:
    """Whether what stands at some places is read as an amount of money: "$5 bills"."""
    return any(
        one.quantity.unit.dimension is Dimension.MONEY and not one.places.isdisjoint(places) for one in sentence.stated
    )


def _own_noun(context: Context, name: str) -> Places:
    wanted = stem(name.rsplit("-", maxsplit=1)[-1])
    return frozenset(word.place for word in context.sentence.words if word.stem == wanted)


def property_of(thing: Thing, name: str) -> Leaf:
    """What is measured of a thing by itself."""
    return _property(thing, name, thing.has[name], thing.has[name].powers, 0.0, frozenset())


def _property(thing: Thing, name: str, measured: MeasuredRange, powers: Exponents, cost: float, places: Places) -> Leaf:
    low, high = measured.interval.ends
    return Leaf(
        id=f"{thing.id}.{name}",
        sort=Sort.PROPERTY,
        low=low,
        value=(low + high) / 2,
        high=high,
        type=powers,
        cost=cost,
        places=places,
        label=f"{name.replace('-', ' ')} of {thing.name}",
        unit=measured.unit,
        factor=measured.factor,
        estimate=thing.source.estimate and low != high,
        percent=measured.unit == SHARE,
        measure=name,
        entity=thing.id,
        parts=(("property", cost),),
    )


def average_leaves(context: Context, who: list[Who]) -> list[Leaf]:
    """What an average person does, of the place named, else of the world."""
    found: list[Leaf] = []
    items: list[Leaf] = []
    per_head = context.cue("each") | context.cue("mean") | context.cue("per_head")
    shares = any(is_share(one.quantity) for one in context.sentence.stated)
    somewhere = any(one.places for one in who) and not (shares or plan_places(context.sentence))
    for mention in thing_index(context.library).averages(context):
        average = mention.average
        for place, extra, more, wide in _places(context, average, who):
            leaf = average_of(average, place, wide=wide)
            if not leaf.unit:
                powers = average.each[place].powers * _counted_by(context, mention) / counted("person")
                leaf = replace(leaf, type=powers)
            of_people = bool(average.what) and root(head_of(average.what[0])) == "person"
            cost = mention.cost + extra + (NO_RATIO if of_people and not per_head and not somewhere else 0.0)
            leaf = replace(leaf, cost=cost, places=mention.places | more, parts=(("average", cost),))
            found.append(leaf)
            item = context.library.things.get(average.item)
            if item is not None and not leaf.unit:
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
        id=f"{average.id}.{place}{WIDE if wide else ''}",
        sort=Sort.AVERAGE,
        low=low,
        value=(low + high) / 2,
        high=high,
        type=measured.powers / counted("person"),
        label=f"{average.id.replace('-', ' ')} a person",
        unit=measured.unit,
        factor=measured.factor,
        estimate=True,
        entity=place,
        measure=average.id,
    )


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
    cost = ELSEWHERE if elsewhere or anywhere not in defaults().everybody else EVERYBODY
    return [(anywhere, cost, frozenset(), elsewhere)]
