"""How many people a sentence is of: a nation, everybody, a family, or one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_number as amount
from knowledge import NameMention
from knowledge.model.units import NUMBER
from knowledge.text.inflection import singular
from quantities import Interval, Quantity
from reckoning.chain.holding import Holding, constant, of_thing, plain
from reckoning.chain.outline import ALL, EARTH, GROUPS, ONE, WORKING, Outline
from reckoning.group import GROUPS as GROUP_MEASURES
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

CROWD = 1000
EVERYBODY = frozenset("everyone everybody humans people".split())
SINGLE = frozenset("a an average typical each every the normal single ordinary per".split())
HEADS = frozenset("person capita head inhabitant resident citizen adult".split())  # behind "per"
TIMES = frozenset("second minute hour day night week weekend month year decade time morning".split())  # "each day"
MANY = ALL | frozenset("adults workers men women everyone's americans".split())
BORN = frozenset({"born", "births"})  # of nobody named: all that are born
WHERE = frozenset("in of for across throughout within around to from inside".split())


@dataclass(frozen=True, slots=True)
class Folk:
    """The people with the words that say so, and the place whose they are (None for anybody).

    Of a nation, `each` is one of its people, or one household: the same words may speak of each of them. `is_said` is
    false where they name only the place, and `is_name` true where that may be somebody's first name ("Chad has ...").
    `crowd` is given where nobody is named ("400 million cups are drunk a day", "we eat ..."): so many times what one
    has may be what some have; all have what the people of the world have.
    """

    people: Holding
    words: frozenset[int]
    place: str | None
    givens: tuple[Quantity, ...] = ()
    each: Holding | None = None
    is_said: bool = False
    is_name: bool = False
    crowd: int | None = None


def folk(
    case: Case,
    statement: Statement,
    outline: Outline,
    taken: frozenset[int] = frozenset(),
    *,
    of_average: bool = False,
) -> Folk | None:
    """Who it is of, by the first of: each, a number of people, a family, one person, a place, everybody, anybody.

    A place whose words are `taken` is something else here: what people are to fit into. Only what people do on average
    (`of_average`) is so much for each: a gift to each is a sum for all.
    """
    places = {name.entities[0]: (name, words) for name, words in outline.places if not words & taken}
    return None if len(places) > 1 else _meant(case, statement, outline, places, of_average=of_average)


def _meant(
    case: Case,
    statement: Statement,
    outline: Outline,
    places: dict[str, tuple[NameMention, frozenset[int]]],
    *,
    of_average: bool,
) -> Folk | None:
    """Likewise, with the one place there may be."""
    place = next(iter(places), None)
    inside = places[place][1] if place else frozenset()
    if not of_average and (every := _every(outline, inside)):
        heads = of_thing(case, statement, place or "world", every[1])
        return Folk(heads, inside | every[0] | _everybody(outline), place) if heads is not None else None
    if of_average and (said := _each(outline, inside)):
        everybody = place or ("world" if MANY & set(outline.words) else None)
        return Folk(plain(Fraction(1)), inside | said | _everybody(outline), everybody)
    few = _counted(statement, outline, place, inside) or _grouped(outline, place, inside)
    if few is not None:
        return few
    if place:
        if _is_single(outline, *places[place]):
            return Folk(plain(Fraction(1)), inside, place)
        whole = _of_place(case, statement, outline, place, inside | _everybody(outline))
        return whole and _named(whole, outline, *places[place])
    return _unplaced(case, statement, outline, of_average=of_average)


def _unplaced(case: Case, statement: Statement, outline: Outline, *, of_average: bool) -> Folk | None:
    """Of one person or everybody, where no place is named."""
    words = set(outline.words)
    found = frozenset(i for i, word in enumerate(outline.words) if word in EARTH | ALL)
    if of_average and not (ONE | WORKING | EARTH) & words:
        return _anybody(case, statement, outline, found)
    of_all = (ALL & words and not {"person", "a"} & words) or (BORN & words and not ONE & words)
    if EARTH & words or of_all:
        return _of_place(case, statement, outline, "world", found)
    return Folk(plain(Fraction(1)), frozenset(i for i, word in enumerate(outline.words) if word in ONE | WORKING), None)


def _anybody(case: Case, statement: Statement, outline: Outline, found: frozenset[int]) -> Folk | None:
    """All people of the world at most; None where the sentence counts more people than there are."""
    everybody = _of_place(case, statement, outline, "world", found)
    counts_people = singular(statement.quantity.unit.noun or "") in ("people", "person")
    if everybody is None or (counts_people and everybody.people.interval.below(statement.quantity.interval)):
        return None
    return replace(everybody, is_said=True, crowd=CROWD if EVERYBODY & set(outline.words) else 1)


def _counted(statement: Statement, outline: Outline, place: str | None, inside: frozenset[int]) -> Folk | None:
    """The people whom another number of the sentence counts."""
    for quantity in outline.sentence.quantities:
        if quantity.span != statement.span and (quantity.unit.noun or "") in ("people", "person"):
            return Folk(_number(quantity), outline.covered(quantity) | inside, place, (quantity,))
    return None


def _grouped(outline: Outline, place: str | None, inside: frozenset[int]) -> Folk | None:
    """A family, a household."""
    for at, word in enumerate(outline.words):
        if word in GROUPS and _is_one(outline, at, inside):
            return _group(outline, at, GROUPS[word], place, inside)
    return None


def _every(outline: Outline, inside: frozenset[int]) -> tuple[frozenset[int], str] | None:
    """The words of "every American", "each US household", with the measure that counts them all; no "every day"."""
    for at, word in enumerate(outline.words):
        head = at + 1
        while word in ("every", "each") and head in inside:
            head += 1
        noun = outline.words[head] if head < len(outline.words) else ""
        if word in ("every", "each") and (noun in GROUP_MEASURES or head > at + 1):
            named = {head} if noun in GROUP_MEASURES else set[int]()
            return frozenset({at, *named}), GROUP_MEASURES.get(noun, "population")
    return None


def _number(quantity: Quantity) -> Holding:
    value = quantity.value
    return Holding(Interval.point(value), NUMBER, value, Fraction(1), say("{number} people", number=amount(value, 4)))


def _group(outline: Outline, at: int, size: str, place: str | None, inside: frozenset[int]) -> Folk:
    """A family, of so many if it says so ("a family of four": the number may be read with the word behind it)."""
    after = outline.words[at + 1 : at + 3]
    written = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}
    if len(after) == 2 and after[0] == "of" and after[1] in written:
        start = outline.spans[at + 2][0]
        given = tuple(q for q in outline.sentence.quantities if q.span[0] == start)
        return Folk(_family(written[after[1]]), inside | {at, at + 1, at + 2}, place, given)
    return Folk(constant(size), inside | {at}, place)


def _is_one(outline: Outline, at: int, inside: frozenset[int]) -> bool:
    """Whether it is "a family" or "the average US household", and no "household trash"."""
    before = at - 1
    while before in inside or (before >= 0 and outline.words[before] in ("average", "typical")):
        before -= 1
    return before >= 0 and outline.words[before] in SINGLE


def _family(size: int) -> Holding:
    return plain(Fraction(size), say("{number} people", number=size))


def _is_single(outline: Outline, name: NameMention, inside: frozenset[int]) -> bool:
    """Whether it is of one of its people: "the average American", "a German"."""
    if name.entities[0] == "world":
        return False
    first = min(inside, default=0)
    before = outline.words[first - 1] if first else ""
    if name.form == "people" and not name.text.endswith(("s", "ese", "ish", "ch")):
        return before in SINGLE or before == "old"
    if name.form == "people":
        return before in ("average", "typical")
    after = outline.words[max(inside) + 1] if inside and max(inside) + 1 < len(outline.words) else ""
    return name.form == "adjective" and after in ONE


def _everybody(outline: Outline) -> frozenset[int]:
    return frozenset(i for i, word in enumerate(outline.words) if word in ALL)


def _of_place(case: Case, statement: Statement, outline: Outline, place: str, words: frozenset[int]) -> Folk | None:
    people = of_thing(case, statement, place, "population")
    if people is None:
        return None
    group = next((GROUPS[word] for word in map(singular, outline.words) if word in GROUPS), None)
    each = plain(Fraction(1)) if group is None else constant(group)
    return Folk(people, words, place, each=each, is_said=bool(MANY & set(outline.words)))


def _named(folk: Folk, outline: Outline, name: NameMention, inside: frozenset[int]) -> Folk:
    """With whether the people are named or only their place, and whether the place may be a person."""
    first = min(inside, default=0)
    before = outline.words[first - 1] if first else ""
    people = name.form == "people" or bool(MANY & set(outline.words))
    return replace(folk, is_said=people, is_name=name.form == "name" and not people and before not in WHERE)


def _each(outline: Outline, inside: frozenset[int]) -> frozenset[int]:
    """The words that say that it is so much for each: "per person", "a year each"; no "each day"."""
    words = outline.words
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else ""
        if word == "per" and after in HEADS:
            return frozenset({at, at + 1})
        if word == "apiece" or (word == "each" and (not after or at - 1 in inside) and after not in TIMES):
            return frozenset({at})
    return frozenset()
