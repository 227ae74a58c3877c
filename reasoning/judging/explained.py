"""What speaks against a reading: all that stands in its sentence and that it leaves unexplained, as costs by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from knowledge.model.units import NUMBER
from reasoning.data.tables import defaults
from reasoning.grounding.context import Context
from reasoning.grounding.everybody import counted_each, everybody_said
from reasoning.judging.announced import passed_over
from reasoning.judging.distance import distance
from reasoning.judging.links import NOT_EQUATED, UNLINKED, is_by_units, unlinked
from reasoning.judging.modality import denied, first_person, open_question, opinion, past, supposed
from reasoning.judging.posterior import unlikeliness, weights
from reasoning.judging.share_wholes import another_whole
from reasoning.judging.some_of_all import are_moved, is_beyond_all, is_of_some, not_its_own
from reasoning.judging.unexplained_words import clause_behind, is_told_of_some, restricts_kinds, word_costs
from reasoning.judging.unused_mentions import is_in_a_part, unused_entities, unused_quantities
from reasoning.model.claim import Candidate
from reasoning.model.leaf import Sort
from reasoning.reading.passage import Sentence, ages_told, is_share
from reasoning.reading.results import concluded

FAR_AT_MOST = 0.4  # many words in other parts of a sentence say no more against a reading than a few
NEAR_AT_MOST = 1.8
MENDED = 0.1  # a word that is taken as another, of which it is a misspelling
FEWEST_JOINED = 3  # numbers of a sum that is beyond chance
NARROWING = (
    "near_words",
    "restriction",
    "unknown_names",
    "entities",
    "supposed",
)  # matter little beyond all people there are
RANKS = ("rank", "place")
UNKNOWN_NAMES_AT_MOST = 2.0
UNKNOWN_PLANNER = 1.5  # times as much: what somebody can do of whom nothing is known
BY_UNITS = 0.4  # of the cost of what no word joins, where the units do
OF_ALL_NUMBERS = 0.4  # of the cost of near words where the numbers make a sum of their own whatever they count


def with_unexplained(candidate: Candidate, context: Context) -> Candidate:
    """The candidate with the costs of all that it leaves unexplained, and with `upper_only` set.

    `upper_only` holds where something restricts what is counted: what is reckoned is then only the most there can be.
    """
    whole = explained_within(candidate, context, inf)
    assert whole is not None
    return whole


def explained_within(candidate: Candidate, context: Context, most: float) -> Candidate | None:
    """Likewise; None for a candidate that is so much as `most` nats unlikely, as soon as that is seen."""
    sentence = context.sentence
    if not sentence.words:
        return candidate
    if candidate.claim.relation == "own":
        candidate = replace(candidate, stated=candidate.stated | ages_told(sentence))
    first = sentence.words[min(candidate.places, default=0)].segment
    home = sentence.stated[candidate.target].segment if candidate.target >= 0 else first
    near = {sentence.words[place].segment for place in candidate.places} - _of_other_claims(candidate, sentence) | {
        home
    }
    of_words = word_costs(candidate, context, near)
    joined = unlinked(candidate, context)
    if joined < NOT_EQUATED and is_by_units(candidate, context):
        joined *= BY_UNITS
    of_all_people = _is_of_all_people(candidate, context)
    told = OF_ALL_NUMBERS if of_all_people or _is_of_all(candidate, context, joined) else 1

    def parts() -> Iterator[tuple[str, float]]:
        yield "near_words", min(of_words.near, NEAR_AT_MOST) * told
        yield "far_words", min(of_words.far, FAR_AT_MOST)
        unknown = of_words.unknown * (UNKNOWN_PLANNER if candidate.claim.relation == "plan" else 1)
        by_units = told if of_all_people or is_by_units(candidate, context) else 1
        yield "unknown_names", by_units * min(unknown + MENDED * len(sentence.misspellings), UNKNOWN_NAMES_AT_MOST)
        yield "unlinked", joined
        yield "quantities", unused_quantities(candidate, context, near)
        yield "entities", unused_entities(candidate, context, near)
        yield "restriction", 0.0 if of_all_people else of_words.beside + _restriction(candidate, context)
        yield "distance", distance(candidate, context, home)
        yield "result", passed_over(candidate, context)
        yield "first_person", first_person(candidate, context, near)
        yield "past", past(candidate, context)
        yield "supposed", supposed(candidate, context)
        yield "denied", denied(candidate, context, near)
        yield "open", open_question(context) + opinion(candidate, context)

    cost, unlikely, by_part = dict(candidate.cost), unlikeliness(candidate), weights().parts
    for part, amount in parts():
        cost[part] = amount
        unlikely += by_part[part] * amount
        if unlikely > most:
            return None
    if candidate.claim.relation in RANKS:  # the largest "landlocked" one
        return replace(candidate, cost=cost, upper_only=of_words.near + of_words.beside > 0)
    is_some = is_of_some(candidate, context, unexplained=of_words.near > 0)
    is_restricted = (
        not of_all_people
        and restricts_kinds(candidate)
        and (
            cost["restriction"] > 0
            or is_some
            or is_told_of_some(candidate, sentence)
            or is_in_a_part(candidate, context, near)
            or are_moved(candidate, context)
        )
    )
    counted = not candidate.cost.get("type")  # "to pay 289 million" counts nobody
    if (
        counted
        and is_beyond_all(candidate)
        and (is_restricted or candidate.entities == {next(iter(defaults().everybody))})
    ):
        cost |= {part: cost[part] * OF_ALL_NUMBERS for part in NARROWING}
    return replace(candidate, cost=cost, upper_only=is_restricted)


def _of_other_claims(candidate: Candidate, sentence: Sentence) -> set[int]:
    """The parts of a sentence that lend a share nothing but names, and have a share of their own that it leaves."""
    if candidate.target < 0 or not is_share(sentence.stated[candidate.target].quantity):
        return set()
    taken = {sentence.words[place].segment for place in candidate.places - sentence.name_places}
    others = (one for one in sentence.stated if is_share(one.quantity) and not one.places <= candidate.places)
    return {one.segment for one in others} - taken


def _restriction(candidate: Candidate, context: Context) -> float:
    """The cost of clauses and wholes that restrict what is counted, and are not explained."""
    narrowed = not_its_own(candidate, context) + another_whole(candidate, context)
    return clause_behind(candidate, context.sentence) + narrowed


def _is_of_all_people(candidate: Candidate, context: Context) -> bool:
    """Whether a claim is only of so much for each of all people of a place, who are meant without exception."""
    leaves = [leaf for leaf in candidate.claim.leaves() if leaf.sort is not Sort.CONSTANT]
    known = [leaf for leaf in leaves if leaf.sort is not Sort.STATED]
    if len(known) != 1 or len(leaves) < FEWEST_JOINED or candidate.claim.relation != "level":
        return False
    if any(leaf.type == NUMBER and leaf.value < 1 for leaf in leaves):
        return False  # a share of them are some of them
    elsewhere = any(known[0].entity not in name.ids for name in context.sentence.names)  # "4 tonnes, in France 60 kg"
    return (
        bool(everybody_said(context)) and not elsewhere and known[0].measure == defaults().wholes[counted_each(context)]
    )


def _is_of_all(candidate: Candidate, context: Context, joined: float) -> bool:
    """Whether a sum of the message's own is joined by words, or units, and takes all numbers: three, or one said again.

    What is announced as its result may stand in another part of the sentence.
    """
    numbers = len(context.sentence.stated)
    if candidate.claim.relation != "own" or numbers != len(candidate.stated):
        return False
    announced = candidate.target in concluded(context.sentence) and joined < UNLINKED
    if numbers < FEWEST_JOINED:
        units = {one.quantity.unit.name for one in context.sentence.stated}
        return announced and len(units) == numbers and not candidate.cost.get("type") and not _is_of_money(candidate)
    return joined == 0 or announced or is_by_units(candidate, context)


def _is_of_money(candidate: Candidate) -> bool:
    """Whether any of its numbers is an amount of money."""
    return any("money" in dict(leaf.type.of) for leaf in candidate.claim.leaves())
