"""The word lists that come with the program (`knowledge/data/words`): a class a file, a field a list in it.

Fields say how a list is written: a frozenset is a sorted list, a tuple one whose order counts, a mapping a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommonWords:
    """English words that are names too, and the words around a name that tell which of the two is meant."""

    common: frozenset[str]
    capitalised: frozenset[str]
    personal_names: frozenset[str]
    doubtful_short_forms: frozenset[str]
    safe_short_forms: frozenset[str]
    before_us_we: frozenset[str]
    prepositions: frozenset[str]
    persons: frozenset[str]
    after_us_country: frozenset[str]
    after_countries: frozenset[str]
    after_states: frozenset[str]
    adjectives_between: frozenset[str]
    after_companies: frozenset[str]
    owned: frozenset[str]
    actions: frozenset[str]
    weak_verbs: frozenset[str]
    had: frozenset[str]
    after_common_nouns: frozenset[str]
    function_words: frozenset[str]
    honorifics: frozenset[str]
    one_of: frozenset[str]
    before_places: frozenset[str]
    currencies: frozenset[str]


@dataclass(frozen=True, slots=True)
class QueryWords:
    """The words that a look-up is put in, and what they ask for."""

    frame: frozenset[str]
    pay: frozenset[str]
    average: frozenset[str]
    jobs: frozenset[str]
    other_number: frozenset[str]
    spending: frozenset[str]
    nation: frozenset[str]
    exchange: frozenset[str]
    asked: Mapping[str, tuple[str, ...]]
    bare_currencies: Mapping[str, str]
    main_measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inflections:
    """Nouns and verbs whose forms follow no rule: singular to plural, base form to all others."""

    plurals: Mapping[str, str]
    unchanging: frozenset[str]
    verbs: Mapping[str, tuple[str, ...]]


WORD_LISTS: Mapping[str, type[CommonWords | QueryWords | Inflections]] = {
    "common_words": CommonWords,
    "query_words": QueryWords,
    "inflections": Inflections,
}
