"""What a claim takes without saying it: the people of a place, its households, a year, one person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from knowledge.model.units import Exponents
from knowledge.text.inflection import singular
from quantities import Dimension
from quantities.model.quantity import SECONDS
from quantities.units.physical_units import BY_NAME, FIRST_WORDS, WORDS
from reasoning.data.tables import defaults, root
from reasoning.grounding.context import Context, figure_on
from reasoning.grounding.everybody import each_person_said
from reasoning.grounding.figures import Who, figure_leaf
from reasoning.grounding.types import TIME, counted, unit_type
from reasoning.model.leaf import NOWHERE, Leaf, Places, Sort
from reasoning.reading.language import words
from reasoning.reading.passage import Sentence, is_rate, is_time

PEOPLE_SAID, EACH_SAID, NOT_SAID, YEAR_SAID, YEAR_NOT_SAID = 0.1, 0.2, 0.6, 0.05, 0.25
YEAR_IN_A_LIFE = 1.5  # where a whole life is said
ONE_SAID, UNIT_ALONE = 0.1, 0.15
UNIT_ELSEWHERE = 0.4  # that another people calls by the same name
DESCRIBED = 1.2  # a unit of time that a word describes: "a good day"
EACH_UNSAID = 0.5  # "Germans drink 100 litres a year": so much is said of each of them
MONTHS = 30, 31  # days of one that stands without a number
ANYONE = 0.15  # "you", "your heart": one person, whoever it is


def whole_leaves(context: Context, who: list[Who], day: date) -> list[Leaf]:
    """The population and the households on a day of each place that may be meant, and of the world."""
    each, share = context.cue("each"), context.cue("share")
    places_meant = list(who)
    people = defaults().wholes["person"]
    if not any(one.places and figure_on(context.library, one.id, people, day) is not None for one in who):
        places_meant += [Who(ident, cost) for ident, cost in defaults().everybody.items()]
    found = []
    for base, measure in defaults().wholes.items():
        nouns = frozenset(word.place for word in context.sentence.words if root(word.low) == base)
        for one in places_meant:
            said = (one.form == "people" and base == "person") or bool(nouns and base == "household")
            cost = PEOPLE_SAID if said else EACH_SAID if each or share or nouns else NOT_SAID
            leaf = figure_leaf(context, one, measure, day, cost, (each if not said else NOWHERE) | nouns)
            if leaf is not None:
                found.append(leaf)
    return found


def constant_leaves(context: Context) -> list[Leaf]:
    """One year, one day, one person or household: what "a year", "each", "the average" leave unsaid."""
    lows = context.sentence.lows
    lengths = frozenset(place for one in context.sentence.stated if is_time(one.quantity) for place in one.places)
    year = frozenset(i for i, low in enumerate(lows) if low in words().yearly and i not in lengths)
    day = frozenset(i for i, low in enumerate(lows) if low in words().daily)
    each = each_person_said(context)
    found = [*_time_units(context), *_units_alone(context)]
    have = {leaf.label for leaf in found}
    if context.years():
        year |= context.year_places()
    unsaid = YEAR_IN_A_LIFE if context.cue("whole_life") else YEAR_NOT_SAID
    if "1 year" not in have:
        found.append(_constant("1 year", SECONDS["year"], TIME, YEAR_SAID if year else unsaid, year))
    if day and "1 day" not in have:
        found.append(_constant("1 day", SECONDS["day"], TIME, 0.2, day))
    anyone = context.sentence.anyone_places | _any_person(lows)
    people = frozenset(p for name in context.sentence.names if name.form == "people" for p in name.places)
    alone = frozenset(place for place in people if place and lows[place - 1] in words().article_one)  # "a Dane blinks"
    rated = people if any(is_rate(one.quantity) for one in context.sentence.stated) else NOWHERE
    for cost, places in () if each else ((ANYONE, anyone or alone), (EACH_UNSAID, rated)):
        found += [_constant("1 person", Fraction(1), counted("person"), cost, places)] if places else []
    for base in defaults().wholes:
        nouns = frozenset(word.place for word in context.sentence.words if root(word.low) == base)
        nouns |= people if base == "person" else NOWHERE
        if not each or not (nouns or base == "person"):
            continue
        cost = ONE_SAID if nouns else ONE_SAID + 0.1
        found.append(_constant(f"1 {base}", Fraction(1), counted(base), cost, each | nouns))
    return found


def _any_person(lows: tuple[str, ...]) -> Places:
    """The places of "a person", "the average human", "the heart": whoever it is."""
    classes = words()
    single = {low for low in classes.people | classes.grown if root(low) == "person" and singular(low) == low}
    whose = classes.determiner | classes.possessive
    found = {
        place
        for place, low in enumerate(lows)
        if low in single | classes.anyones and not whose.isdisjoint(lows[max(place - 2, 0) : place])
    }
    return frozenset(found | {place - 1 for place in found if place and lows[place - 1] in classes.article_one})


def _says_nothing_more(low: str) -> bool:
    """Whether the word before a unit of time only counts it: "a day", not "a good day"."""
    return low in words().function or low in words().light or low in words().singular_one


def _time_units(context: Context) -> list[Leaf]:
    """A day, a week, a year that stands without a number: "days in a year", "a week has"."""
    made = []
    sentence = context.sentence
    for word in sentence.words:
        name = word.low
        pointed_at = word.place > 0 and sentence.lows[word.place - 1] in words().pointing
        if name in SECONDS and word.place not in sentence.number_places | _dating(sentence) and not pointed_at:
            cost = DESCRIBED if word.place and not _says_nothing_more(sentence.lows[word.place - 1]) else 0.1
            leaf = _constant(f"1 {name}", SECONDS[name], TIME, cost, frozenset({word.place}))
            leaf = replace(leaf, unit=name, factor=SECONDS[name])
            days = MONTHS if name == "month" else (SECONDS[name] / SECONDS["day"],) * 2
            made.append(replace(leaf, low=days[0] * SECONDS["day"], high=days[1] * SECONDS["day"]))
    return made


def _dating(sentence: Sentence) -> Places:
    """The places of what says when, by what somebody did then: "the day he left", "the year Obama took office"."""
    who = words().third_person | words().he_or_she | words().first_person | words().we
    return frozenset(
        place
        for place, low in enumerate(sentence.lows[1:-1], 1)
        if sentence.lows[place - 1] in words().article
        and low in SECONDS
        and (sentence.lows[place + 1] in who or place + 1 in sentence.name_places)
    )


def _units_alone(context: Context) -> list[Leaf]:
    """A cubic metre, a kilo, a mile that stands without a number: "a litre of milk"."""
    made = []
    lows = context.sentence.lows
    for place, low in enumerate(lows[:-1]):
        if low not in words().determiner or place + 1 in context.sentence.number_places:
            continue
        longest = min(FIRST_WORDS.get(lows[place + 1], 0), len(lows) - place - 1)
        for length in range(longest, 0, -1):
            unit = WORDS.get(lows[place + 1 : place + 1 + length])
            if unit is None or unit.dimension is Dimension.TIME or unit_type(unit) is None:
                continue
            places = frozenset(range(place, place + 1 + length))
            for other in (unit, *(BY_NAME[name] for name in defaults().units_elsewhere.get(unit.name, ()))):
                typed = unit_type(other)
                if typed is not None:
                    cost = UNIT_ALONE if other is unit else UNIT_ELSEWHERE
                    leaf = _constant(f"1 {other.name}", *typed, cost, places)
                    made.append(replace(leaf, unit=other.name, factor=typed[0]))
            break
    return made


def _constant(label: str, value: Fraction, powers: Exponents, cost: float, places: Places) -> Leaf:
    return Leaf(label, Sort.CONSTANT, value, value, value, powers, cost, places, label, parts=(("implied", cost),))
