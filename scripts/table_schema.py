"""The format of the word tables in quantities/data/*.yaml: one model a file, named in TABLES.

All scalars are read as text. `compiled` is what quantities reads: plain lists and mappings for JSON. Nothing of
quantities is imported here, so that a table can be compiled that its code already asks for.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, model_validator


def _split(value: object) -> object:
    return value.split() if isinstance(value, str) else value


def _sorted_once(words: list[str]) -> list[str]:
    for before, after in pairwise(words):
        if before >= after:
            raise ValueError(f"{after!r} stands after {before!r}; words stand in order of the alphabet, each once")
    return words


def _whole(value: object) -> object:
    if not (isinstance(value, str) and value.isascii() and value.isdigit()):
        raise ValueError("expected a whole number in digits")
    return int(value)


def _fraction(value: object) -> object:
    try:
        return Fraction(value) if isinstance(value, str) else value
    except (ValueError, ZeroDivisionError) as error:
        raise ValueError('expected a decimal or a fraction such as "1/12"') from error


# As in quantities.model.quantity, which a test compares them with.
BoundName = Literal["exact", "about", "at least", "more than", "at most", "less than", "up to", "nearly"]
FormName = Literal["amount", "ratio", "percent", "points", "multiple"]
DimensionName = Literal[
    "length", "area", "volume", "mass", "speed", "energy", "power", "data", "temperature", "time", "other"
]
TimeUnit = Literal[
    "second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century"
]

WordClass = Annotated[list[str], BeforeValidator(_split), AfterValidator(_sorted_once)]
Words = Annotated[list[str], BeforeValidator(_split)]
Whole = Annotated[int, BeforeValidator(_whole)]
Exact = Annotated[Fraction, BeforeValidator(_fraction)]


def _pair(number: Fraction) -> list[int]:
    return [number.numerator, number.denominator]


def _by_word(table: dict[int, list[str]]) -> dict[str, int]:
    return {word: number for number, words in table.items() for word in words}


class Table(BaseModel):
    """A file of tables; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    def compiled(self) -> dict[str, Any]:
        """The tables as quantities reads them."""
        return self.model_dump(mode="json")


class WordClasses(Table):
    """word_classes.yaml."""

    prepositions: WordClass
    conjunctions: WordClass
    auxiliaries: WordClass
    pronouns: WordClass
    determiners: WordClass
    adverbs: WordClass
    verbs: WordClass
    comparatives: WordClass
    verb_nouns: WordClass
    collective: WordClass
    not_plural: WordClass
    attributive: WordClass
    in_shares: WordClass
    done_by_a_share: WordClass
    irregular_plurals: dict[str, str]


class NumberWords(Table):
    """number_words.yaml."""

    ones: dict[Whole, Words]
    teens: dict[Whole, Words]
    tens: dict[Whole, Words]
    zeros: Words
    zeros_after_point: Words
    scales: dict[Whole, Words]
    scale_letters: dict[Whole, Words]
    denominators: dict[Whole, Words]
    whole_texts: dict[Whole, Words]
    vague: dict[str, tuple[Whole, Whole]]
    uncounted: WordClass

    def compiled(self) -> dict[str, Any]:
        found: dict[str, Any] = {"zeros": self.zeros, "zeros_after_point": self.zeros_after_point}
        for name in ("ones", "teens", "tens", "scales", "scale_letters", "denominators", "whole_texts"):
            found[name] = _by_word(getattr(self, name))
        return found | {"vague": self.vague, "uncounted": self.uncounted}


class BoundWords(Table):
    """bounds.yaml."""

    before: dict[BoundName, list[str]]
    more_than: WordClass
    less_than: WordClass
    after: dict[BoundName, list[str]]


class ChangeWords(Table):
    """changes.yaml."""

    up: WordClass
    down: WordClass
    nouns: WordClass
    transitive: WordClass
    not_rising: WordClass
    neutral: WordClass
    multiplying: dict[Exact, Words]
    fold: dict[Whole, Words]
    multiplying_an_amount: WordClass

    def compiled(self) -> dict[str, Any]:
        factors = {word: _pair(factor) for factor, words in self.multiplying.items() for word in words}
        return super().compiled() | {"multiplying": factors, "fold": _by_word(self.fold)}


class TimeWords(Table):
    """time_words.yaml."""

    rate_units: dict[TimeUnit, Words]
    rate_adverbs: dict[TimeUnit, Words]
    months: dict[Whole, Words]
    decades: dict[Whole, Words]
    before_a_decade: WordClass
    ordinary_months: WordClass
    before_a_year: WordClass
    certain_before_a_year: WordClass
    counted_not_dated: WordClass
    before_an_amount: WordClass

    def compiled(self) -> dict[str, Any]:
        found = super().compiled() | {"months": _by_word(self.months), "decades": _by_word(self.decades)}
        for name in ("rate_units", "rate_adverbs"):
            found[name] = {word: unit for unit, words in getattr(self, name).items() for word in words}
        return found


class NameWords(Table):
    """names.yaml."""

    labels: WordClass
    weak_labels: WordClass
    streets: WordClass
    winning: WordClass
    abbreviations: WordClass
    ending_abbreviations: WordClass
    sentence_openers: WordClass


class TopicWords(Table):
    """topics.yaml."""

    prices: WordClass
    plenty: WordClass
    lengths: WordClass
    sums: WordClass
    shared: WordClass


class Share(Table):
    """An entry of shares.yaml."""

    form: FormName
    words: list[str]


class PhysicalUnit(Table):
    """An entry of physical_units.yaml. `factor` is as written; PhysicalUnits works it out."""

    factor: str | None = None
    names: list[str] = []
    symbols: list[str] = []
    nouns: list[str] = []
    never: list[str] = []


class Currency(Table):
    """An entry of currencies.yaml."""

    name: str
    names: list[str] = []
    forms: list[str] = []
    signs: list[str] = []
    codes: list[str] = []
    whole: bool = False
    dotted: bool = False
    word: bool = False


class SmallChange(Table):
    """A part of a currency in currencies.yaml."""

    of: str
    share: Exact
    forms: list[str]


class Currencies(Table):
    """currencies.yaml. Of a name that two currencies have, the first has it; of a sign or code, the last."""

    currencies: dict[str, Currency]
    small_change: dict[str, SmallChange]

    @model_validator(mode="after")
    def _known_currencies(self) -> Currencies:
        for name, part in self.small_change.items():
            if part.of not in self.currencies:
                raise ValueError(f"small_change.{name}.of: {part.of!r} is no currency here")
        return self

    def compiled(self) -> dict[str, Any]:
        names: dict[str, str] = {}
        for code, currency in self.currencies.items():
            for form in [*_with_plurals([currency.name, *currency.names]), *currency.forms]:
                names.setdefault(form, code)
        codes = {alias: code for code, currency in self.currencies.items() for alias in (code, *currency.codes)}
        return {
            "units": {code: currency.name for code, currency in self.currencies.items()},
            "codes": {alias.lower(): code for alias, code in codes.items()},
            "names": names,
            "signs": {sign: code for code, currency in self.currencies.items() for sign in currency.signs},
            "whole": [code for code, currency in self.currencies.items() if currency.whole],
            "dotted": [code for code, currency in self.currencies.items() if currency.dotted],
            "in_capitals": [code.lower() for code, currency in self.currencies.items() if currency.word],
            "small_change": {name: [part.of, *_pair(part.share)] for name, part in self.small_change.items()},
            "small_change_forms": {form: name for name, part in self.small_change.items() for form in part.forms},
        }


class Shares(Table):
    """shares.yaml."""

    units: dict[str, Share]

    @model_validator(mode="before")
    @classmethod
    def _nest(cls, read: object) -> object:
        return {"units": read}

    def compiled(self) -> dict[str, Any]:
        return {phrase: [name, share.form] for name, share in self.units.items() for phrase in share.words}


class PhysicalUnits(Table):
    """physical_units.yaml. Of a name that two units have, the first has it; of a symbol, the last."""

    units: dict[DimensionName, dict[str, PhysicalUnit]]

    @model_validator(mode="before")
    @classmethod
    def _nest(cls, read: object) -> object:
        return {"units": read}

    def compiled(self) -> dict[str, Any]:
        factors = self.factors()
        names: dict[str, str] = {}
        for entries in self.units.values():
            for name, unit in entries.items():
                for form in _with_plurals([name, *unit.names]):
                    if form not in unit.never:
                        names.setdefault(form, name)
        every = [(dimension, name, unit) for dimension, entries in self.units.items() for name, unit in entries.items()]
        return {
            "units": {
                name: [dimension, *_pair(factors[name])] if name in factors else [dimension]
                for dimension, name, _ in every
            },
            "names": names,
            "symbols": {symbol: name for _, name, unit in every for symbol in unit.symbols},
            "nouns": [noun for _, _, unit in every for noun in unit.nouns],
        }

    def factors(self) -> dict[str, Fraction]:
        """The size of each unit that has one, in the base unit of its dimension."""
        every = (entry for entries in self.units.values() for entry in entries.items())
        written = {name: unit.factor for name, unit in every if unit.factor is not None}
        return {name: _worth(factor, written) for name, factor in written.items()}

    @model_validator(mode="after")
    def _factors_can_be_worked_out(self) -> PhysicalUnits:
        self.factors()
        return self


def _worth(factor: str, written: dict[str, str]) -> Fraction:
    """The number that a factor such as "5280 foot" or "1 mile^2" is, by the factors of the other units."""
    amount, _, other = factor.partition(" ")
    if not other:
        return Fraction(amount)
    name, _, power = other.partition("^")
    if name not in written:
        raise ValueError(f"{factor!r} names no unit that has a factor")
    return Fraction(amount) * _worth(written[name], written) ** int(power or 1)


def _with_plurals(names: list[str]) -> list[str]:
    return [form for name in names for form in (name, name + "s")]


TABLES: dict[str, type[Table]] = {
    "word_classes": WordClasses,
    "number_words": NumberWords,
    "bounds": BoundWords,
    "changes": ChangeWords,
    "time_words": TimeWords,
    "names": NameWords,
    "topics": TopicWords,
    "shares": Shares,
    "physical_units": PhysicalUnits,
    "currencies": Currencies,
}
# Files that are one table, which its model calls `units`.
NESTED = frozenset(["shares", "physical_units"])
