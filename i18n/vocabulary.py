"""The words that the program has itself: those of its sentences, and what it calls measures and units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.dates import get_month_names
from babel.messages.pofile import read_po

from i18n.language import CATALOGUE_FOLDER, SOURCE_LANGUAGE, available_languages

WORD = re.compile(r"[^\W\d_]+")
_PLACEHOLDER = re.compile(r"\{[^}]*\}|<[^>]*>")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`words` stand in the sentences of the code, in small letters; `names` are those of measures, units and groups."""

    words: frozenset[str]
    names: frozenset[str]


@cache
def load_vocabulary(language: str) -> Vocabulary:
    """Returns the words that the program has in a language with a catalogue, or in English.

    >>> {"would", "be", "plausible"} <= load_vocabulary("en").words, "kilograms" in load_vocabulary("en").names
    (True, True)
    >>> "kilogramos" in load_vocabulary("es").names
    True
    """
    words = {word.lower() for names in _month_names(language) for word in WORD.findall(names)}
    names: set[str] = set()
    for said, files in _list_messages(language):
        if all(file.endswith(".py") for file in files):
            words.update(word.lower() for word in WORD.findall(_PLACEHOLDER.sub(" ", said)))
        elif not any("caveats" in file for file in files):
            names.add(said)
    return Vocabulary(frozenset(words), frozenset(names))


def _list_messages(language: str) -> list[tuple[str, list[str]]]:
    """Returns each message in a language, with the files that it comes from."""
    is_source = language == SOURCE_LANGUAGE
    others = [other for other in available_languages() if other != SOURCE_LANGUAGE]
    messages: list[tuple[str, list[str]]] = []
    with (CATALOGUE_FOLDER / f"{others[0] if is_source else language}.po").open("rb") as file:
        for message in read_po(file):
            said = message.id if is_source else message.string
            forms = said if isinstance(said, tuple | list) else (said,)
            files = [name for name, _ in message.locations]
            messages += [(str(form), files) for form in forms if form]
    return messages


def _month_names(language: str) -> list[str]:
    locale = Locale.parse(language)
    return [name for width in ("wide", "abbreviated") for name in get_month_names(width, locale=locale).values()]
