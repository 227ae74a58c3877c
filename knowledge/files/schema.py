"""Defines the shape of every knowledge file as pydantic models, from which the loader checks and editors complete."""

from __future__ import annotations

import json
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, StringConstraints, Tag, TypeAdapter, WithJsonSchema

from knowledge.model import dates, numbers
from knowledge.model.entity import EntityKind, Nature
from knowledge.model.word_lists import WORD_LISTS

Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Moment = Annotated[Text, WithJsonSchema({"type": ["string", "number"]})]  # a year stands there without quotes
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=80)]
Flag = Annotated[
    str,
    StringConstraints(pattern=r"^(?:[yY]es|YES|[nN]o|NO|[tT]rue|[fF]alse)$"),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no", "true", "false"]}]}),
]
Years = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4}$"), WithJsonSchema({"type": ["integer", "string"]})]
Month = Annotated[
    str, StringConstraints(pattern=r"^(?:0?[1-9]|1[0-2])$"), WithJsonSchema({"type": ["integer", "string"]})
]
Dated = Annotated[str, StringConstraints(pattern=dates.PATTERN)]
_DAY = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
# the days a person governed, "2009-01-20/2017-01-20"; without the second for one who governs still
TermOfOffice = Annotated[str, StringConstraints(pattern=rf"^{_DAY}/(?:{_DAY})?$")]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
# The number itself is read by knowledge.model.numbers, which has the better complaint; editors get its grammar.
Amount = Annotated[
    str,
    StringConstraints(min_length=1),
    WithJsonSchema(
        {"anyOf": [{"type": "number"}, {"type": "string", "pattern": numbers.PATTERN.replace("?P<", "?<")}]}
    ),
]
Names = list[Text]
Ids = list[Id]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceEntry(_Entry):
    """Who produced figures, and where they can be read."""

    producer: Text
    title: Text
    address: Text | None = None
    published: Moment | None = None
    accessed: Moment | None = None
    licence: Text | None = None
    estimate: Flag = "no"


class EntityEntry(_Entry):
    """Who or what figures are about; `fiscal_year_end` is the last month of its fiscal year."""

    name: Text
    kind: EntityKind
    aliases: Names = []
    short: Names = []
    people: Names = []
    adjectives: Names = []
    part_of: Ids = []
    currency: Currency | None = None
    known_for: Text | None = None
    article: Flag = "no"
    fiscal_year_end: Month = "12"
    in_office: list[TermOfOffice] = []
    country: Id | None = None
    namesakes: Flag = "no"


class MeasureEntry(_Entry):
    """What can be counted or measured of an entity."""

    name: Text
    unit: Text
    nature: Nature
    period: Text | None = None
    nouns: Names = []
    counted: Names = []
    verbs: Names = []
    cues: Names = []
    whole: Id | None = None
    max_age_years: Years = "3"
    ahead_years: Years = "2"
    publisher: Text | None = None
    kinds: list[EntityKind] = []
    sums: Flag = "no"
    balance: Flag = "no"
    least: Amount | None = None
    most: Amount | None = None


class FigureEntry(_Entry):
    """A figure with its range; without `value` the middle of low and high is taken."""

    value: Amount | None = None
    low: Amount | None = None
    high: Amount | None = None
    source: Id | None = None
    note: Text | None = None


def _shape(given: Any) -> str:
    return "full" if isinstance(given, dict) else "plain"


def _list_or_text(given: Any) -> str:
    return "full" if isinstance(given, list) else "plain"


RowSchema = Annotated[Annotated[Amount, Tag("plain")] | Annotated[FigureEntry, Tag("full")], Discriminator(_shape)]


Rule = Annotated[Annotated[list[Id], Tag("plain")] | Annotated[dict[Id, Names], Tag("full")], Discriminator(_shape)]


class FigureFile(_Entry):
    """All figures of a measure: entity, date, value; `source` holds for every row that names none."""

    measure: Id
    source: Id | None = None
    figures: dict[Id, dict[Dated, RowSchema]]


class CaveatEntry(_Entry):
    """A trap in the wording or an earlier pledge."""

    text: Text
    phrases: Names = []
    entities: Ids = []
    measures: Ids = []
    source: Id | None = None
    dated: Dated | None = None
    fits: Text | None = None


class ThingEntry(_Entry):
    """A common thing: the nouns it is called (singular), and what it has: "mass: 45.5 to 45.9 g", "word: 60 to 120"."""

    called: Names = []
    has: dict[Id, Text] = {}
    unique: bool = False  # there is but one: "the Shard"
    source: Id | None = None


class AverageEntry(_Entry):
    """What one person does, uses, owns or is on average, by place: "each: {US: 12 to 40 a year}"."""

    each: dict[Id, Text]
    does: Names = []
    what: Names = []
    item: Id | None = None
    alike: bool = False  # what bodies do is the same everywhere
    source: Id | None = None


class LimitEntry(_Entry):
    """What nobody, or none of its kind, has gone beyond: the most with what is usual at its low end, or the least.

    It is meant where one of `of` stands in a sentence, and one of `does` where it names any. With `counts` so many of
    these are meant, or of what a word of `of` names where it is "itself"; with `by` it is of each of those.
    """

    of: Names
    does: Names = []
    counts: Names = []
    by: Text | None = None
    most: Text | None = None
    least: Text | None = None
    source: Id | None = None


SCHEMA_COMMENT = b"# yaml-language-server:"

SHAPES: dict[str, Any] = {
    "sources": dict[Id, SourceEntry],
    "entities": dict[Id, EntityEntry],
    "measures": dict[Id, MeasureEntry],
    "figures": FigureFile,
    "caveats": dict[Id, CaveatEntry],
    "things": dict[Id, ThingEntry],
    "averages": dict[Id, AverageEntry],
    "limits": dict[Id, LimitEntry],
    # a name that several have -> the ids, likeliest first, or each id with words that speak for it; none: nobody's name
    "ambiguous": dict[Text, Rule],
    **WORD_LISTS,  # those in the folder `words`, which are not laid over each other
}

_ENTRIES: dict[str, type[_Entry]] = {
    "sources": SourceEntry,
    "entities": EntityEntry,
    "measures": MeasureEntry,
    "figures": FigureEntry,
    "caveats": CaveatEntry,
    "things": ThingEntry,
    "averages": AverageEntry,
    "limits": LimitEntry,
}


@cache
def adapter(kind: str) -> TypeAdapter[Any]:
    """Returns the validator of a kind of file. Raises KeyError for an unknown kind."""
    return TypeAdapter(SHAPES[kind])


def json_schema(kind: str) -> dict[str, Any]:
    """Returns the JSON Schema of a kind of file ("entities", "figures", ...), for editors."""
    schema = adapter(kind).json_schema()
    if kind in WORD_LISTS:
        schema["additionalProperties"] = False
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": f"knowledge: {kind}"}


def schema_text(kind: str) -> str:
    """Returns the JSON Schema of a kind of file as the text of the file at `schema_path(kind)`."""
    return json.dumps(json_schema(kind), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def schema_path(kind: str) -> str:
    """Returns the path of a kind's JSON Schema below a folder of knowledge."""
    return f"schema/{kind}.json"


def schema_comment(file: str, kind: str) -> str:
    """Returns a knowledge file's first line, by which editors find its schema; `file` is its path below the folder."""
    return f"{SCHEMA_COMMENT.decode()} $schema={'../' * file.count('/')}{schema_path(kind)}"


def known_keys(kind: str, *, top: bool = False) -> tuple[str, ...]:
    """Returns the keys that an entry of this kind may have; at the `top`, those of a file of figures."""
    entry = FigureFile if top and kind == "figures" else _ENTRIES.get(kind)
    return tuple(entry.model_fields) if entry else ()
