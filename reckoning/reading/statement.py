"""What a text says of one quantity: whose it is, where, of which measure, and what the subject does with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from i18n.number_format import format_money as money
from knowledge import EntityKind, MeasureMention, NameMention
from knowledge.text.inflection import plural
from quantities import DateMention, Dimension, Form, PeriodKind, Quantity, Role, Span
from reasoning.wording.numbers import counted, plural_of, single
from reckoning.reading.scene import Sentence, Spanned, Word
from reckoning.reading.verb import ADJECTIVES, NOUN_SYNONYMS, Action

FUTURE = frozenset(
    """will would shall could can may might plan plans planned planning pledge pledges pledged promise promises
    promised intends aims wants hopes devise designed expects 'll""".split()
)
NEGATION = frozenset("""not no never n't isn't aren't won't doesn't didn't don't can't cannot wasn't without""".split())
UNASSERTED = frozenset(
    """if unless suppose imagine lie lies lied myth hoax false wrong denied denies deny neither nor nobody debunked
    need needs needed fake untrue incorrect disproved""".split()
)
PAST = frozenset("""ago before ad bc bce ce century centuries ancient empire ever former formerly once""".split())
SIZE_QUESTION = re.compile(
    r"\bhow\s+(?:big|large|much|many|small|huge|long|far|heavy|high)\b"
    r"|\b(?:a lot|much|many|big|huge|large|enough|impressive|significant)\b",
    re.IGNORECASE,
)
ACTORS = (EntityKind.COMPANY, EntityKind.AGENCY, EntityKind.PERSON)
PLACES = (EntityKind.WORLD, EntityKind.REGION, EntityKind.COUNTRY, EntityKind.STATE, EntityKind.CITY)


@dataclass(frozen=True)
class Statement:
    """One quantity with what belongs to it. `subject` and `place` are ids of entities, None where the text names none.

    `measures` are ids of measures it may be of, the likeliest first, and `via` how they were found: "noun" (a phrase
    such as "labour force"), "verb" ("employs") or "counted" (the noun counted, "people").
    `counted_as` is the phrase the knowledge counts in ("small business"). `unexplained` are the words of its clause
    that no part of the program understood, `foreign` those of other measures and other numbers.
    `place_rank` is how surely the place says where (see `role`).
    """

    quantity: Quantity
    sentence: Sentence
    clause: Span
    action: frozenset[Action] = frozenset()
    subject: str | None = None
    place: str | None = None
    measures: tuple[str, ...] = ()
    via: str = ""
    counted_as: str = ""
    unexplained: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    place_rank: int = 0
    names: tuple[NameMention, ...] = ()

    @property
    def span(self) -> Span:
        return self.quantity.span

    @property
    def noun(self) -> str:
        """The noun counted, as the knowledge writes it; "" where none is."""
        noun = (self.quantity.unit.noun or "").lower()
        return NOUN_SYNONYMS.get(noun, noun)

    @property
    def counting(self) -> str:
        """The plural of what is counted, in the knowledge's words: "small businesses"; "people" for Canadians."""
        if any(name.form == "people" and self.span[0] <= name.span[0] < self.span[1] for name in self.names):
            return "people"
        first, _, rest = self.counted_as.partition(" ")
        phrase = self.counted_as if first in ADJECTIVES.values() else rest or first or self.noun
        return plural(NOUN_SYNONYMS.get(phrase, phrase)) if phrase else plural_of(self.quantity.unit.name)

    @property
    def counted(self) -> str:
        """Likewise, in the language spoken."""
        return single(self.counting)

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates of the clause."""
        return tuple(mention for mention in self.sentence.dates if self._holds(mention))

    @property
    def mentions(self) -> tuple[MeasureMention, ...]:
        """The measures named in the clause."""
        return tuple(mention for mention in self.sentence.mentions if self._holds(mention))

    def _holds(self, mention: Spanned) -> bool:
        return self.clause[0] <= mention.span[0] < self.clause[1]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the clause, those of the quantity included."""
        return self.sentence.between(*self.clause)

    @cached_property
    def lowers(self) -> frozenset[str]:
        return frozenset(word.lower for word in self.words)

    @property
    def is_plan(self) -> bool:
        """Whether it is of the future: a plan, a pledge, a year to come."""
        by = self.quantity.period is not None and self.quantity.period.kind is PeriodKind.BY
        return by or bool(self.lowers & FUTURE) or self._is_going_to

    @property
    def _is_going_to(self) -> bool:
        """ "Is going to build" is a plan, "are going hungry" is none."""
        if "going" not in self.lowers:
            return False
        return ("going", "to") in pairwise(word.lower for word in self.words)

    @property
    def is_negated(self) -> bool:
        """Whether it says that it is not so; "isn't it 5 million?" says that it is."""
        return not self.sentence.is_question and bool(self.lowers & NEGATION)

    @property
    def is_asserted(self) -> bool:
        """Whether it is said to be so: not denied, supposed, or called a lie. "5 million who don't" is said."""
        if self.sentence.lowers & UNASSERTED:
            return False
        before = (word.lower for word in self.words if word.span[1] <= self.span[0])
        return self.sentence.is_question or not any(word in NEGATION for word in before)

    @property
    def is_past(self) -> bool:
        """Whether it is of a time for which no year is named: "before the war", "in 100 AD", "the empire"."""
        return bool(self.lowers & PAST)

    @property
    def asks_size(self) -> bool:
        """Whether it asks how much the number is, and so claims nothing: "is 1M jobs a lot?"."""
        return self.sentence.is_question and bool(SIZE_QUESTION.search(self.sentence.text))

    @property
    def is_money(self) -> bool:
        return self.quantity.unit.dimension is Dimension.MONEY

    @property
    def currency(self) -> str:
        """That of the money; dollars where none is said."""
        return self.quantity.unit.currency or "USD"

    @property
    def is_count(self) -> bool:
        return self.quantity.form is Form.AMOUNT and self.quantity.unit.dimension in (Dimension.COUNT, Dimension.NONE)

    @property
    def is_level(self) -> bool:
        """Whether it gives what something is now: no plan, no change, no rate of change, not denied."""
        quantity = self.quantity
        if (
            quantity.form not in (Form.AMOUNT, Form.PERCENT)
            or (quantity.direction.value and quantity.role is not Role.TO)
            or quantity.unit.per is not None
        ):
            return False
        if (
            self.is_negated
            or not self.is_asserted
            or self.is_past
            or self.is_plan
            or quantity.role in (Role.BY, Role.FROM)
        ):
            return False
        if quantity.period is not None and quantity.period.kind in (PeriodKind.OVER, PeriodKind.BY, PeriodKind.SINCE):
            return False
        return self.via == "verb" or not self.action & {Action.CREATE, Action.SPEND, Action.PLEDGE, Action.LOSE}

    def worded(self, number: Fraction) -> str:
        """A number of the same thing: "$2 million", "48 million people"."""
        if self.is_money:
            return money(number, self.currency, 3)
        return counted(number, self.counted, 3)
