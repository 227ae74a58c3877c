"""Finds the currencies of a look-up: "euro to dollar", "yen exchange rate"."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.library import Library
from knowledge.search.query_words import WORDS
from quantities.text.normalization import fold
from quantities.text.tokenizer import WORD, tokenize
from quantities.units.currencies import CODES, IN_CAPITALS, NAMES

_RATE = "exchange_rate"
_LONGEST = 3  # words in the name of a currency


def find_exchange_rates(library: Library, text: str) -> tuple[str, ...]:
    """Returns the ids of those whose exchange rate to the dollar is asked for; none if no rate is asked for."""
    words = [fold(token.lower) for token in tokenize(text) if token.kind == WORD]
    codes = [code for code in dict.fromkeys(_codes(words)) if code]
    if not codes or not (len(codes) > 1 or WORDS.exchange & set(words)):
        return ()
    holders = library.holders(_RATE)
    return tuple(ident for code in codes for ident in holders if library.entities[ident].currency == code)


def _codes(words: list[str]) -> list[str]:
    found: list[str] = []
    place = 0
    while place < len(words):
        length, code = next(_named(words[place : place + _LONGEST]), (1, ""))
        found.append(code)
        place += length
    return found


def _named(words: list[str]) -> Iterator[tuple[int, str]]:
    for length in range(len(words), 0, -1):
        unit = NAMES.get(tuple(words[:length]))
        if unit and unit.currency:
            yield length, unit.currency
    if words[0] in WORDS.bare_currencies:
        yield 1, WORDS.bare_currencies[words[0]]
    elif len(words[0]) == 3 and words[0] in CODES and words[0] not in IN_CAPITALS:
        yield 1, CODES[words[0]].currency or ""
