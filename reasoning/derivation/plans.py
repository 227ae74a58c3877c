"""Plans: what somebody will do, set beside what there is of it today and how fast it has been growing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from reasoning.data.tables import defaults
from reasoning.derivation.limits import YEAR, time_leaf, times_meant
from reasoning.grounding.figures import counted_as
from reasoning.grounding.ground import Ground
from reasoning.grounding.types import TIME, count_bases, counted
from reasoning.model.claim import Candidate, Claim, Term, product, single
from reasoning.model.leaf import Leaf, Places
from reasoning.reading.language import stem, words
from reasoning.reading.passage import Sentence, is_time
from reasoning.reading.plan_words import plan_places

MOST_FIGURES = 5
NO_MEASURE = 0.8  # that a plan is of all people of a place no word says
NOBODY_NAMED = 0.8  # whose plan it is: the world's, or the stand-in's for nobody named
OF_OWN = 0.2  # what somebody plans is of its own, whatever word counts it
MAY_BE_ALL = 4  # half of what there is, or twice that, may be all that there is to be then
A_FEW = Fraction(5, 3)  # of whom a plan may be, where no word counts them: all it tells is what is beyond them
OF_ALL = 0.3  # less for what each has times all people of a place named: that is what it is said of
STATED_YEARS, NO_YEARS = 0.0, 0.15


def plan_candidates(found: Ground) -> Iterator[Candidate]:
    """For each number of a plan: so many beside what there is, a flow beside that of a year times the years."""
    context = found.context
    cue = plan_places(context.sentence)
    if not cue:
        return
    done = context.cue("planned")
    years, year_places = _horizon(found)
    meant = {who.id for who in found.who}
    people, names = defaults().wholes["person"], [(one.ids[0], one.places) for one in context.sentence.names]
    named = {who: places for who, places in names if context.library.has_figures(who, people)}  # where it is to happen
    entities, kinds = context.library.entities, defaults().own_totals
    totals = [leaf for leaf in found.figures if leaf.measure == kinds.get(entities[leaf.entity].kind.value)]
    units = [one.quantity.unit for one in context.sentence.stated]
    money = [index for index, unit in enumerate(units) if unit.currency and not unit.per]
    times = [index for index, one in enumerate(context.sentence.stated) if is_time(one.quantity)]
    for index, leaves in enumerate(found.stated):
        for target in leaves[:1]:
            if target.percent or index in times or not _is_planned(context.sentence, index, cue):
                continue
            another = _of_another_kind(found, index)
            own = another or [leaf for leaf in totals if leaf.type == target.type]
            terms = [(leaf, _capacity(leaf, target, years)) for leaf in own or found.figures[:MOST_FIGURES]]
            made = {leaf.entity for leaf, term in terms if term is not None and term.leaf is None}
            for leaf, term in terms:
                part = leaf not in own and _is_only_of_people(leaf, context.sentence, index)
                if term is None or (part and target.value < leaf.value / A_FEW):
                    continue
                if year_places and term.leaf is not None and leaf.entity in made:
                    continue  # how many are made a year tells more than how many there are
                unsaid = (0.0 if leaf.said else NO_MEASURE) + (0.0 if leaf.entity in meant else NOBODY_NAMED)
                cost = {
                    "product": min(leaf.cost, OF_OWN) if leaf in own else leaf.cost + unsaid,
                    "type": target.cost,
                    "years": STATED_YEARS if year_places else NO_YEARS,
                }
                claim = Claim(single(target), "plan", term, "plan")
                used = frozenset({index, *(times if year_places else ()), *(money if len(money) == 1 else ())})
                where = named if leaf in own else {}
                places = target.places | leaf.places | cue | done | year_places | frozenset().union(*where.values())
                yield Candidate(claim, cost, places, used, frozenset({leaf.entity, *where}), index)
            if not own:
                yield from _beside_those_there(found, index, target, cue | done | year_places)


def _beside_those_there(found: Ground, index: int, target: Leaf, explained: Places) -> Iterator[Candidate]:
    """The plan beside as many as there may be of them in a place that is named, by what people have on average."""
    people, person = defaults().wholes["person"], counted("person")
    for average in found.averages[:MOST_FIGURES]:
        for whole in found.wholes:
            if whole.measure == people and whole.places and average.type * person == target.type:
                most = replace(average, low=average.high, value=average.high)
                claim = Claim(single(target), "plan", product((single(whole), single(most))), "plan")
                cost = {"product": average.cost + whole.cost - OF_ALL, "type": target.cost, "years": STATED_YEARS}
                places = target.places | average.places | whole.places | explained
                yield Candidate(claim, cost, places, frozenset({index}), frozenset({whole.entity}), index)


def _is_only_of_people(leaf: Leaf, sentence: Sentence, index: int) -> bool:
    """Whether a figure counts people of a place, whom no word says, or of whom the plan is: "5 million Kenyans".

    Of a part of them it tells only what is beyond it.
    """
    of_them = any(leaf.entity in one.ids and one.places <= sentence.stated[index].places for one in sentence.names)
    return leaf.type == counted("person") and (of_them or not leaf.said)


def _of_another_kind(found: Ground, index: int) -> list[Leaf]:
    """What else is counted, by words, of those who have a total of their own: "20 million subscribers"."""
    entities, own = found.context.library.entities, defaults().own_totals
    target = found.stated[index][0]
    bases, noun = list(count_bases(target.type)), found.context.sentence.stated[index].quantity.unit.noun
    meant = [
        leaf
        for leaf in found.figures
        if leaf.said and leaf.places & target.places and entities[leaf.entity].kind.value in own
    ]
    if not noun or len(bases) != 1 or any(leaf.measure in own.values() for leaf in meant):
        return []
    made = (counted_as(found.context.library, leaf, bases[0], stem(noun.split()[-1])) or leaf for leaf in meant)
    return [leaf for leaf in made if not leaf.value < target.value * 2 < leaf.value * MAY_BE_ALL]


def _is_planned(sentence: Sentence, index: int, cue: Places) -> bool:
    """Whether a number is of the plan: not of another verb before it, as in "has 3 million users and will close"."""
    one = sentence.stated[index]
    own = (word.low for word in sentence.words[: one.first] if word.segment == one.segment)
    return min(cue) < one.first or words().auxiliary.isdisjoint(own)


def _capacity(leaf: Leaf, target: Leaf, years: Fraction) -> Term | None:
    """What there is of it, or is made of it in the time of the plan."""
    if dict(leaf.type.of).get("s") == -1 and target.type == leaf.type * TIME:
        return product((single(leaf), single(time_leaf(years * YEAR))))
    return single(leaf) if target.type == leaf.type else None


def _horizon(found: Ground) -> tuple[Fraction, Places]:
    """How many years the plan has, one where nothing is said, and the words that say it."""
    for stated in found.context.sentence.stated:
        for time in times_meant(found, stated):
            if time.places and time.value >= YEAR:
                return time.value / YEAR, time.places
    return Fraction(1), frozenset()
