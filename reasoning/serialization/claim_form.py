"""The form of a claim in JSON. What has another form is refused before anything is made of it."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from quantities import Bound, Dimension, Form, PeriodKind
from quantities.model.quantity import SECONDS
from reasoning.model.claim import Operator
from reasoning.model.leaf import Sort

MOST_DIGITS = 400  # of a fraction
NUMBER = rf"^-?\d{{1,{MOST_DIGITS}}}(/[1-9]\d{{0,{MOST_DIGITS - 1}}})?$"
PLACE = r"^[\w-]{0,80}$"
ID = r"^[\w.,:&/()+'’ –-]{1,200}$"


def _fraction(text: Any) -> Any:
    """The number of "3/4"; what is no text is refused."""
    if not isinstance(text, str) or not re.fullmatch(NUMBER, text, re.ASCII):
        raise ValueError("a number is a text such as 3/4")
    return Fraction(text)


Number = Annotated[Fraction, BeforeValidator(_fraction)]
Positive = Annotated[Number, Field(gt=0)]
Name = Annotated[str, Field(max_length=80)]
Type = Annotated[dict[Name, Annotated[int, Field(ge=-9, le=9)]], Field(max_length=12)]


class Strict(BaseModel):
    """What all forms share: nothing beside what is named."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class LeafForm(Strict):
    """A leaf: with `said` of what was said, else with `sort` and `id`."""

    value: Number
    type: Type
    low: Number | None = None
    high: Number | None = None
    said: int | None = None
    factor: Number | None = None
    sort: Sort | None = None
    id: Annotated[str, Field(pattern=ID)] = ""
    label: Name = ""
    given: int | None = None
    stale_years: Annotated[int, Field(ge=0, le=10_000)] = 0
    years: tuple[date, date] | None = None


class TermForm(Strict):
    """An operator over terms."""

    operator: Operator
    of: Annotated[list[TermForm | LeafForm], Field(min_length=1, max_length=40)]


class UnitForm(Strict):
    """A unit of a number that was said."""

    name: Name = ""
    dimension: Dimension
    factor: Positive | None = None
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = None
    noun: Name | None = None
    per: UnitForm | None = None
    per_count: Positive = Fraction(1)


class PeriodForm(Strict):
    """The time that a number belongs to."""

    kind: PeriodKind
    count: Positive | None = None
    unit: Literal["", *SECONDS] = ""  # type: ignore[valid-type]
    year: Annotated[int, Field(ge=0, le=9999)] | None = None


class NumberForm(Strict):
    """A number as it was said."""

    value: Number
    to: Number | None = None
    unit: UnitForm
    form: Form = Form.AMOUNT
    bound: Bound = Bound.EXACT
    precision: Annotated[Number, Field(ge=0)] = Fraction(0)
    period: PeriodForm | None = None


class ClaimForm(Strict):
    """A claim with its numbers."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    left: TermForm | LeafForm
    comparator: Literal["=", "~", ">", "<", "plan"]
    right: TermForm | LeafForm
    relation: Annotated[str, Field(pattern="^[a-z_]{1,30}$")]
    numbers: Annotated[list[NumberForm], Field(max_length=40)]
    claimed: Annotated[int, Field(ge=-1)]
    certainty: Annotated[int, Field(ge=0, le=1000)]
    hedged: bool = False
    upper_only: bool = False
    accepted: bool = False
    caveats: Annotated[tuple[Name, ...], Field(max_length=40)] = ()
    fits: Name = ""
    place: Annotated[str, Field(pattern=PLACE)] = ""
    money: Annotated[int, Field(ge=-1)] = -1
    pledged: Number | None = None
    beside: Annotated[list[LeafForm], Field(max_length=10)] = []
    shared: Annotated[tuple[Annotated[str, Field(pattern="^[a-z0-9_]{1,80}$")], ...], Field(max_length=10)] = ()
