"""Whether a number is only of some of the people of a place, whom no word of the sentence means all of."""

from __future__ import annotations

from quantities import Dimension
from reasoning.data.tables import defaults, outsiders
from reasoning.grounding.context import Context
from reasoning.grounding.everybody import counted_each, everybody_said, some_said
from reasoning.grounding.types import TIME, count_bases, counted
from reasoning.model.claim import Candidate, Operator, Term
from reasoning.model.leaf import Leaf, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import Sentence, Stated

FEWER = 2  # "people at a fair in Leeds": so much fewer than all of them are those who are there
FEW = 10  # "7,000 Syrians live here": so much fewer than a people are hardly said to be all of it
OTHER_PEOPLE = 2.5  # tourists are not of the people of a place
NOT_ITS_OWN = 0.6  # and a plan for its nurses is none for all of them


def is_of_some(candidate: Candidate, context: Context, *, unexplained: bool) -> bool:
    """Whether a number set beside all people of a place counts only some of them: "30,000 workers".

    With `unexplained` words beside it "9 million Germans lost their jobs" is of some, too, and so are very few.
    """
    leaves = _added(candidate.claim.right)
    if candidate.target < 0:
        return False
    stated = context.sentence.stated[candidate.target]
    if (
        _is_of_nobody_named(candidate, context)
        or (leaves and _is_where_to(leaves, context))
        or _is_of_an_event(stated, candidate, context.sentence)
        or _is_narrowed(stated, candidate, context.sentence)
    ):
        return True
    is_of_all = leaves and all(_is_all_there_are(leaf, context) for leaf in leaves)
    if not is_of_all or stated.quantity.unit.dimension is not Dimension.COUNT:
        bare = is_of_all and stated.quantity.unit.dimension is Dimension.NONE
        return bool(bare and unexplained and not leaves[0].said)  # "smiths in Peru: 5,000"
    leaf, few = leaves[0], candidate.claim.left.value() * FEW < candidate.claim.right.value()
    if any(name.form == "people" and name.places & stated.places for name in context.sentence.names):
        acts = unexplained and _does_something(stated, candidate, context.sentence, anywhere=False)
        return few or acts or (unexplained and not leaf.said)
    fewer = candidate.claim.left.value() * FEWER < candidate.claim.right.value()
    built = few and unexplained and leaf.sort is Sort.PROPERTY  # "Norway built 3 tunnels"
    if built or ((fewer or unexplained) and _does_something(stated, candidate, context.sentence, anywhere=fewer)):
        return True  # "12 million people in Spain watched it"
    return not leaf.said and words().people.isdisjoint(context.sentence.lows[place] for place in stated.places)


def _is_all_there_are(leaf: Leaf, context: Context) -> bool:
    """Whether a figure counts all people, or households, of a place, or others whom only a word for people means.

    So does what the one thing of its name has so many of: the volcanoes of Iceland.
    """
    if leaf.sort is Sort.PROPERTY:
        thing = context.library.things.get(leaf.entity)  # none where a limit is meant
        return bool(count_bases(leaf.type)) and thing is not None and thing.unique
    if leaf.measure in defaults().wholes.values():
        return True
    said = {context.sentence.lows[place] for place in leaf.places - context.sentence.name_places}
    return leaf.sort is Sort.FIGURE and bool(count_bases(leaf.type)) and bool(said) and said <= words().people


def _is_narrowed(stated: Stated, candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a word that says which ones stands between a number and what people have, or are: "9 deaf barbers"."""
    averages = (leaf for leaf in candidate.claim.right.leaves() if leaf.sort is Sort.AVERAGE)
    noun = min((place for leaf in averages for place in leaf.places if place > stated.last), default=0)
    between = (word for word in sentence.words[stated.first + 1 : noun] if word.is_word)
    return any(word.low not in words().function and word.place not in candidate.places for word in between)


def _is_of_an_event(stated: Stated, candidate: Candidate, sentence: Sentence) -> bool:
    """Whether far fewer are counted than in all a year of a place, with words of what happened: "died in the flood"."""
    year, right = counted("person") / TIME, candidate.claim.right
    if stated.quantity.unit.dimension is not Dimension.COUNT or right.operator is not Operator.PRODUCT:
        return False
    flows = any(leaf.sort is Sort.FIGURE and leaf.type == year for leaf in right.leaves())
    few = flows and candidate.claim.left.value() * FEW < right.value()
    return few and _does_something(stated, candidate, sentence, anywhere=True)


def is_beyond_all(candidate: Candidate) -> bool:
    """Whether more people are counted than a place has, whoever they are."""
    whole, people = candidate.claim.right.leaf, defaults().wholes["person"]
    return whole is not None and whole.measure == people and candidate.claim.left.value() > whole.high


def _counts_outsiders(candidate: Candidate, context: Context) -> bool:
    """Whether those who come, or use something, are set beside all who live in a place, or work for a company."""
    leaves, asked, entities = _added(candidate.claim.right), defaults().asked, context.library.entities
    if candidate.target < 0:
        return False
    if any(leaf.entity == next(iter(defaults().everybody)) for leaf in leaves):
        return False  # nobody comes from elsewhere
    stems = {context.sentence.words[place].stem for place in context.sentence.stated[candidate.target].places}
    own = (
        leaf.sort is Sort.FIGURE and leaf.measure in asked.get(entities[leaf.entity].kind.value, {}).get("person", ())
        for leaf in leaves
    )
    return bool(stems & outsiders()) and (_is_staff(candidate) or (bool(leaves) and all(own)))


def _is_staff(candidate: Candidate) -> bool:
    """Whether a number is set beside all that somebody has of its own, as a company its staff."""
    own = defaults().own_totals.values()
    return any(leaf.measure in own for leaf in candidate.claim.right.leaves())


def _is_of_others(candidate: Candidate, context: Context) -> bool:
    """Whether all people are reckoned with where something is said of each of some: "every pupil in Kenya".

    Likewise all of one place, where each of another is said: "given to Ukraine, 500 dollars for every American".
    """
    people = [leaf for leaf in candidate.claim.right.leaves() if leaf.measure == defaults().wholes["person"]]
    reckoned = bool(people) and candidate.claim.right.leaf is None
    each, said = everybody_said(context), context.cue("each")
    named = (name for name in context.sentence.names if name.places <= each and {name.first - 1, name.first - 2} & said)
    whose = {ident for name in named for ident in name.ids}
    elsewhere = bool(whose) and whose.isdisjoint(leaf.entity for leaf in people)
    return reckoned and (elsewhere or some_said(context) or counted_each(context) != "person")


def _added(term: Term) -> tuple[Leaf, ...]:
    """The leaf that a term is, or those that it adds; none for other terms."""
    if term.leaf is not None:
        return (term.leaf,)
    is_sum = term.operator is Operator.SUM and all(part.leaf is not None for part in term.parts)
    return term.leaves() if is_sum else ()


def _is_of_nobody_named(candidate: Candidate, context: Context) -> bool:
    """Whether what people do on average is multiplied by all of a place that no word means: fewer may be meant."""
    leaves = candidate.claim.right.leaves()
    if not any(leaf.sort is Sort.AVERAGE for leaf in leaves):
        return False
    lows, empty, named = context.sentence.lows, words().empty, context.sentence.name_places
    unsaid = (leaf for leaf in leaves if not leaf.places & named and all(lows[place] in empty for place in leaf.places))
    return any(leaf.measure in defaults().wholes.values() for leaf in unsaid)


def _does_something(one: Stated, candidate: Candidate, sentence: Sentence, *, anywhere: bool) -> bool:
    """Whether a word that nothing explains stands right behind a number, or `anywhere` behind where the place is."""
    empty = words().empty
    behind = [word for word in sentence.words[one.last + 1 :] if word.segment == one.segment]
    held = any(leaf.sort is Sort.PROPERTY for leaf in candidate.claim.right.leaves())
    where = anywhere and any(
        name.first > one.last and (candidate.entities & set(name.ids) or held) for name in sentence.names
    )
    behind = [word for word in behind if word.is_word and word.low not in words().auxiliary]  # "can vote"
    told = behind if where else behind[:1]
    return any(word.place not in candidate.places and word.low not in empty for word in told)


def _is_where_to(leaves: tuple[Leaf, ...], context: Context) -> bool:
    """Whether people go to, or come from, a place: "6 million people come to the US"."""
    if not all(leaf.sort is Sort.FIGURE and count_bases(leaf.type) for leaf in leaves):
        return False
    entities, lows = {leaf.entity for leaf in leaves}, context.sentence.lows
    firsts = (name.first for name in context.sentence.names if entities & set(name.ids))
    before = ([low for low in lows[max(first - 2, 0) : first] if low not in words().article] for first in firsts)
    return any(not words().motion.isdisjoint(some[-1:]) for some in before)


def not_its_own(candidate: Candidate, context: Context) -> float:
    """The cost of setting those beside all people of a place who need not be of them, and of planning for some."""
    if _is_of_others(candidate, context) or _counts_outsiders(candidate, context):
        return OTHER_PEOPLE
    planned = candidate.claim.relation == "plan" and is_of_some(candidate, context, unexplained=False)
    return NOT_ITS_OWN if planned else 0.0


def are_moved(candidate: Candidate, context: Context) -> bool:
    """Whether what is counted came or went, and is set beside all there are: "fired 500 of its people"."""
    sentence, leaf = context.sentence, candidate.claim.right.leaf
    if leaf is None or candidate.target < 0 or "s" in dict(leaf.type.of):
        return False
    one = sentence.stated[candidate.target]
    first, behind = one.first, context.cue("went_away")
    if {one.last + 1, one.last + 2} & behind - candidate.places:
        return True  # "7 million of them had left"
    before = (place for place in range(first - 1, -1, -1) if sentence.lows[place] not in words().function)
    return next(before, -1) in context.cue("moves_some")
