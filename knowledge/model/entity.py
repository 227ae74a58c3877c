"""Models what figures are about, what can be counted of it, and mentions of both in a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from quantities.model.quantity import Span


class EntityKind(StrEnum):
    WORLD = "world"
    REGION = "region"  # a continent, the European Union
    COUNTRY = "country"
    STATE = "state"  # a part of a country
    CITY = "city"
    COMPANY = "company"
    AGENCY = "agency"
    PERSON = "person"
    THING = "thing"  # the Earth, a blue whale, a football pitch, a human being
    OCCUPATION = "occupation"  # registered nurses; ordinary words, linked by knowledge.text.occupation_linker
    INDUSTRY = "industry"  # retail trade


TRADES = frozenset({EntityKind.OCCUPATION, EntityKind.INDUSTRY})


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what figures are about; `id` is short and stable ("US", "alibaba", "earth").

    `aliases` are other names; `short` are names that count only in capitals ("US", "IT"); `people` are the words for
    its people in singular and plural ("American", "Americans"), `adjectives` the words for what belongs to it
    ("American", "US"). `part_of` lists the entities it is a part of. `currency` is an ISO code.
    `known_for` says in a word what it is, to tell two of one name apart ("country", "US state").
    """

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    currency: str | None = None
    known_for: str = ""
    article: bool = False  # "the United States"
    fiscal_year_end: int = 12  # its last month: 9 for the United States
    in_office: tuple[tuple[date, date | None], ...] = ()  # from and to, for one who governs or governed
    country: str | None = None  # where a company is at home; what it counts elsewhere is its own too
    namesakes: bool = False  # whether others, stored or not, have its name too: "Portland"


class Nature(StrEnum):
    STOCK = "stock"  # at a day: people living, debt
    FLOW = "flow"  # in a period: births a year, revenue


@dataclass(frozen=True, slots=True)
class Measure:
    """What can be counted or measured of an entity.

    `nouns` are the phrases that mean it ("labour force", "labor force", "workforce"); `counted` the nouns, singular,
    that a claim may count it in ("job", "worker"); `verbs` the verbs that mean it ("employs", "earns"). `cues` are
    words that together mean it wherever they stand in a sentence, "kill|die overdose", in any of their forms.
    `unit` is "people", "USD", "km2", ...; for a flow, `period` is "year", "month" or "day".
    `whole` is the measure of the same entity that this one can't exceed ("population" for the labour force), or that it
    is a share of ("labour_force" for the unemployment rate).
    `max_age_years`: a figure older than this is used with a caveat; `ahead_years`: so long before the earliest figure
    a day may lie that it still stands for. `publisher` says who publishes it, for "can't
    tell".
    """

    id: str
    name: str
    unit: str
    nature: Nature
    nouns: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    period: str | None = None
    whole: str | None = None
    max_age_years: int = 3
    ahead_years: int = 2
    publisher: str = ""
    kinds: tuple[str, ...] = ()  # the kinds of entity that have it ("country", "company")
    sums: bool = False  # whether the countries' figures sum to the world's
    balance: bool = False  # whether it may be below 0, as a deficit or growth does
    least: Fraction | None = None  # what no figure of it can be below, or
    most: Fraction | None = None  # above: 100 for a share in percent


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name found in a text; `entities` are the ids it may mean, the likeliest first.

    `form` is "name", "people" ("Germans"), or "adjective" ("German", "Italian", "US" before a noun).
    """

    span: Span
    text: str
    entities: tuple[str, ...]
    form: str = "name"


@dataclass(frozen=True, slots=True)
class MeasureMention:
    """Words that mean a measure; `via` is "noun" or "verb"."""

    span: Span
    text: str
    measures: tuple[str, ...]
    via: str = "noun"
