"""Reads a look-up: whom it is about, what is counted, of when; and which words mean nothing known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.library import Library
from knowledge.model.entity import MeasureMention, NameMention
from knowledge.search.currency_query import find_exchange_rates
from knowledge.search.query_words import WORDS
from knowledge.text.inflection import singular
from quantities.model.quantity import Span
from quantities.text.normalization import fold
from quantities.text.tokenizer import WORD, Token, compound_words

_YEAR = re.compile(
    r"\b(?P<fiscal>FY ?|(?:fiscal|financial) (?:year )?)?(?P<year>1[0-9]{3}|20[0-9]{2})"
    r"(?:/(?P<to>[0-9]{2})|(?P<month>(?:-[0-9]{2}){1,2})|s)?\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|does|do|did|has|have|had|there)\b ?", re.IGNORECASE)
Mention = NameMention | MeasureMention
_LAST = 99  # rank of a measure that has the word only in another form
_SPEND = re.compile(r"\bsp(?:end|ends|ent|ending) on (?:the )?(\w+(?: \w+)?)", re.IGNORECASE)
_DENSITY = re.compile(r"\bpopulation density\b|\bdensity of population\b", re.IGNORECASE)
_PER_HEAD = re.compile(r"\bper (?:capita|head|person|inhabitant|citizen)\b", re.IGNORECASE)
_US = re.compile(r"\bus\b")


@dataclass(frozen=True, slots=True)
class Query:
    """What a look-up says. `entities` and `measures` are ids, the likeliest first; `named` are the names as written,
    `unread` the words that mean nothing known.

    `dated` is "2016", "2016-03" or "FY2016". `held` are the measures in whose words a name stands ("deficit with
    China"), so that they need not be of the one who is named. `trades` are occupations and industries whose jobs or
    pay may be asked for; `general` tells that their words are also a measure's own ("nurses in the US").
    """

    dated: str | None = None
    entities: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    trades: tuple[str, ...] = ()
    general: bool = False
    per_head: bool = False
    named: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()


def parse_query(library: Library, text: str) -> Query:
    """Returns what a look-up says, as far as its words are known as they are written."""
    dated = _YEAR.search(text)
    rest = _SPEND.sub(r"\1 spending", text)
    rest = _US.sub("US", _AUXILIARY.sub("", _YEAR.sub(" ", rest)))
    words = frozenset(word.folded for word in _words(text))
    query = Query(dated=_date(dated) if dated else None, words=words, per_head=bool(_PER_HEAD.search(text)))
    if money := find_exchange_rates(library, rest):
        return replace(query, entities=money, measures=("exchange_rate",))
    names = library.names(rest)
    mentions = [mention for mention in library.measure_mentions(rest) if not _within(mention, names)]
    mentions.sort(key=lambda mention: mention.via != "noun")
    beside = library.measure_mentions(_without(rest, names)) if names else ()
    trades = _trades(library, rest, names, mentions)
    found: list[Mention] = [*names, *mentions, *beside, *trades]
    left = list(_unread(rest, [mention.span for mention in found]))
    measures = [ident for mention in (*mentions, *beside) for ident in _ranked(library, mention)]
    counted = [ident for word in _words_beside(rest, names) for ident in _counted(library, word)]
    ids = [word for word in left if word in library.measures]
    return replace(
        query,
        entities=_unique(ident for mention in names for ident in mention.entities),
        measures=_unique((*_lifetime(library, words), *measures, *_asked(library, words), *counted, *ids)),
        held=_unique(ident for mention in mentions if _holds(mention, names) for ident in mention.measures),
        trades=_unique(ident for mention in trades for ident in mention.entities),
        general=any(trade.span == mention.span for trade in trades for mention in mentions),
        named=tuple(mention.text for mention in names),
        unread=tuple(word for word in left if not _means(library, word, of_trades=bool(trades))) + _otherwise(rest),
    )


def _trades(
    library: Library, text: str, names: Sequence[NameMention], mentions: Sequence[MeasureMention]
) -> list[NameMention]:
    """Returns the occupations and industries, if only their jobs or pay are asked for, and of no country but the US."""
    if any("US" not in mention.entities for mention in names):
        return []
    trades = library.occupations(text)
    beside = {word.folded for word in _words(_without(_without(text, names), trades))}
    if not beside <= WORDS.frame | WORDS.pay | WORDS.jobs:
        return []
    return [trade for trade in trades if not _within(trade, mentions)]


def _lifetime(library: Library, words: frozenset[str]) -> list[str]:
    asked = {"how", "long", "live"} <= words and "life_expectancy" in library.measures
    return ["life_expectancy"] if asked else []


def _otherwise(text: str) -> tuple[str, ...]:
    return ("density",) if _DENSITY.search(text) else ()


def _date(found: re.Match[str]) -> str:
    year = found["year"]
    if found["to"]:
        return f"FY{year[:2]}{found['to']}"
    return f"FY{year}" if found["fiscal"] else year + (found["month"] or "")


def _ranked(library: Library, mention: MeasureMention) -> list[str]:
    """Returns the measures of a mention, those first that have it for their name or first noun."""
    word = singular(fold(mention.text))

    def rank(ident: str) -> int:
        measure = library.measures[ident]
        nouns = [singular(fold(noun)) for noun in (measure.name, *measure.nouns)]
        return nouns.index(word) if word in nouns else _LAST

    return sorted(mention.measures, key=rank) if len(mention.measures) > 1 else list(mention.measures)


def _asked(library: Library, words: frozenset[str]) -> list[str]:
    asked = [ident for word, idents in WORDS.asked.items() if word in words for ident in idents]
    return [ident for ident in asked if ident in library.measures]


def _counted(library: Library, word: str) -> list[str]:
    """Returns the measures counted in this noun, the one with its name first: "jobs"."""
    one = singular(fold(word))
    return sorted(library.counted(word), key=lambda ident: singular(ident) != one)


def _means(library: Library, word: str, *, of_trades: bool) -> bool:
    known = word in library.measures or bool(library.counted(word))
    return known or (of_trades and fold(word) in WORDS.pay | WORDS.jobs)


def _within(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether a mention is part of a longer one: "coast" of "Ivory Coast"."""
    start, end = mention.span
    return any(other.span[0] <= start and end <= other.span[1] and other.span != mention.span for other in others)


def _holds(mention: MeasureMention, names: Sequence[NameMention]) -> bool:
    start, end = mention.span
    return any(start <= name.span[0] and name.span[1] <= end for name in names)


def _without(text: str, names: Sequence[NameMention]) -> str:
    """Returns the text with the names blanked out, every other letter in its place."""
    for name in names:
        start, end = name.span
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _words_beside(text: str, names: Sequence[NameMention]) -> list[str]:
    return [word.text for word in _words(_without(text, names)) if word.folded not in WORDS.frame]


def _unread(text: str, spans: list[Span]) -> Iterator[str]:
    for word in _words(text):
        if word.base not in WORDS.frame and not any(first < word.end and word.start < last for first, last in spans):
            yield text[word.start : word.end].removesuffix("'s")


def _words(text: str) -> list[Token]:
    """Returns the words, compound ones whole ("AT&T", "middle-aged"), and numbers that have letters ("12m")."""
    return [word for word in compound_words(text) if word.kind == WORD]


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
