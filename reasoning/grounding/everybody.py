"""The words that mean all people of a place, each of whom does or gets something: "every Spaniard", "all of France"."""

from __future__ import annotations

from functools import cache

from quantities import Dimension
from quantities.units.physical_units import FIRST_WORDS
from reasoning.data.tables import defaults, root
from reasoning.grounding.context import Context, once
from reasoning.model.leaf import Places
from reasoning.reading.language import stem, words
from reasoning.reading.passage import Named

COUNTED = (Dimension.COUNT, Dimension.NONE)
PEOPLE = ("people", "adjective")  # forms of a name that mean those who live there


@once
def everybody_said(context: Context) -> Places:
    """The places of the words that mean each of all people, and not only some of them; empty where none do."""
    alone = context.cue("everybody") | context.cue("per_head")
    found = set()
    for place in alone | context.cue("each") | context.cue("all_of"):
        noun = _noun_behind(context, place)
        if place in alone and context.sentence.lows[place] not in words().determiner:
            noun = place
        if noun is not None and not _is_narrowed(context, noun):
            found |= {place, noun}
    if some_said(context):
        return frozenset()
    peoples = (name for name in context.sentence.names if name.form in PEOPLE)
    for name in peoples:
        if any(map(_is_other_whole, _low_behind(context, name.last))):
            continue  # "British households"
        if not _is_described(context, name) and not _is_narrowed(context, name.last):
            found |= name.places
    return frozenset(found)


@once
def counted_each(context: Context) -> str:
    """What is multiplied with where something is said of each: households where these are said, else people."""
    roots = {root(context.sentence.lows[place]) for place in everybody_said(context)}
    return next((base for base in defaults().wholes if base in roots), "person")


@once
def each_person_said(context: Context) -> Places:
    """The places of the words for "each" that may mean each person: not that of "every classroom"."""
    measured = (one.places for one in context.sentence.stated if one.quantity.unit.dimension not in COUNTED)
    named = frozenset[int]().union(*measured, *(name.places for name in context.sentence.names))
    each = (place for place in context.cue("each") if not _is_of_things_before(context, place))
    return frozenset(place for place in each if place + 1 in named or not _is_of_others(context, place + 1))


def _is_of_things_before(context: Context, place: int) -> bool:
    """Whether each of what is counted before a place is meant, as nobody is spoken of: "95 cows give 9 litres each"."""
    nouns = (one.quantity.unit.noun for one in context.sentence.stated if one.last < place)
    people = context.sentence.names or any(root(low) in defaults().wholes for low in context.sentence.lows)
    return not people and any(noun and root(noun) not in defaults().wholes for noun in nouns)


def _is_of_others(context: Context, place: int) -> bool:
    """Whether a word right behind "each" is a noun that means neither people nor a length of time."""
    return any(
        low not in words().function | words().light | words().singular_one | FIRST_WORDS.keys()
        and root(low) not in defaults().wholes
        and stem(low) not in _anybody()
        for low in context.sentence.lows[place : place + 1]
    )


def _noun_behind(context: Context, place: int) -> int | None:
    """The last place of the people, or of the place whose people are meant, right behind "each" or "all"."""
    sentence = context.sentence
    whole = place in context.cue("all_of")
    for word in sentence.words[place + 1 :]:
        name = next((one for one in sentence.names if word.place in one.places), None)
        if _is_other_whole(word.low):
            return word.place
        if name is not None:
            if any(map(_is_other_whole, _low_behind(context, name.last))):
                return name.last + 1
            return name.last if whole or name.form in PEOPLE else None
        if stem(word.low) in _anybody():
            return word.place
        if word.low not in words().function | words().singular_one:
            return None
    return None


def _is_described(context: Context, name: Named) -> bool:
    """Whether a word right before the name of a people says which of them: "retired Americans"."""
    if not name.first:
        return False
    low = context.sentence.lows[name.first - 1]
    said = context.cue("each") | context.cue("all_of") | context.sentence.number_places
    classes = words()
    return name.first - 1 not in said and low not in classes.function | classes.light | classes.singular_one


def _is_narrowed(context: Context, last: int) -> bool:
    """Whether what stands right behind says which of them: "American veterans", "Germans who smoke"."""
    for low in _low_behind(context, last):
        if low in words().restricting:
            return words().dwelling.isdisjoint(_low_behind(context, last + 1))
        return _is_of_a_sort(low)
    return False


@once
def some_said(context: Context) -> bool:
    """Whether "each" or "all" is said of some people only: of pupils, of Germans who smoke."""
    classes, names = words(), context.sentence.names
    if any(_is_of_a_sort(low) for one in names if one.form == "people" for low in _low_behind(context, one.last)):
        return True  # "Italian pupils"
    each = (context.cue("each") | context.cue("all_of")) - context.sentence.number_places  # "one in every five"
    for place in each:
        for word in context.sentence.words[place + 1 :]:
            name = next((one for one in names if word.place in one.places), None)
            if name is not None or stem(word.low) in _anybody():
                last = word.place if name is None else name.last
                if _is_narrowed(context, last):
                    return True
                break
            if word.place in each:
                continue
            if word.place in context.cue("everybody"):
                break  # "every man, woman and child"
            if word.low not in classes.function | classes.singular_one:
                if root(word.low) == "person" or (
                    (name := _behind(context, word.place)) is not None and name.form in PEOPLE
                ):
                    return True
                break
    return False


def _low_behind(context: Context, last: int) -> tuple[str, ...]:
    """The word right behind a place, in small letters; none at the end, or behind a sign."""
    sentence = context.sentence
    after = sentence.words[last + 1 : last + 2]
    return tuple(word.low for word in after if not sentence.text[sentence.words[last].end : word.start].strip())


def _is_of_a_sort(low: str) -> bool:
    """Whether a noun counts people of some sort, and not just people."""
    return root(low) == "person" and stem(low) not in _anybody()


def _is_other_whole(low: str) -> bool:
    """Whether a noun means what else than people a place has all of: its households."""
    return root(low) in defaults().wholes and root(low) != "person"


@cache
def _anybody() -> frozenset[str]:
    """The stems of the words that mean people of any sort."""
    return frozenset(stem(low) for low in words().people)


def _behind(context: Context, place: int) -> Named | None:
    """The name that begins right behind a place; None where none does."""
    return next((name for name in context.sentence.names if name.first == place + 1), None)
