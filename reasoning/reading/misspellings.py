"""Words with one typing error, mended where only one thing can be meant: "Germnay" is Germany.

A word is mended if it is in no dictionary, and all known words one error away from it, in the dictionary or among the
names, are forms of one word that names or measures something. So "Austrlia", which may be Austria, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import ascii_lowercase

from knowledge import EntityKind, Library
from knowledge.model.entity import NameMention
from knowledge.per_library import once_per_library
from knowledge.text.inflection import plural, singular
from quantities.text.normalization import fold
from reasoning.reading.language import stem, words

SHORTEST = 5  # letters: what is shorter is one error away from too much
LONGEST = 24  # letters: no word that is known is longer
SHORTEST_OF_MANY = 7  # of kinds of which there are thousands, so that their names are near to much
MOST_MENDED = 4  # words of a text
FEW_KINDS = frozenset({EntityKind.COUNTRY, EntityKind.STATE, EntityKind.REGION})
MANY_KINDS = frozenset({EntityKind.CITY, EntityKind.COMPANY, EntityKind.PERSON})
SHORTEST_TOLD = 4  # letters of a word by which a language is told
LEAST_ENGLISH = 0.5  # of the other words: a text of another language is left as it is
_WORD = re.compile(r"[A-Za-z]+(?:'s)?")


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word as it was written and as it was taken; `start` is its place in the mended text."""

    start: int
    written: str
    meant: str


def mend_misspellings(
    text: str, names: tuple[NameMention, ...], library: Library
) -> tuple[str, tuple[Misspelling, ...]]:
    """The text with its misspelt words mended, and what was mended. Linear in its length."""
    found = list(_WORD.finditer(text))
    strange = [_is_strange(match[0].removesuffix("'s"), library) for match in found]
    if not any(strange):
        return text, ()
    named = {place for name in names for place in range(*name.span)}
    meant = {
        index: one
        for index, match in enumerate(found)
        if strange[index] and match.start() not in named and not _is_in_a_name(found, strange, index)
        if (one := _meant(match[0].removesuffix("'s"), library, text[: match.start()].rstrip())) is not None
    }
    if not meant or not _is_english([match[0].lower() for index, match in enumerate(found) if index not in meant]):
        return text, ()
    return _mended(text, {found[index]: one for index, one in list(meant.items())[:MOST_MENDED]})


def _mended(text: str, meant: Mapping[re.Match[str], str]) -> tuple[str, tuple[Misspelling, ...]]:
    """The text with each of some words replaced by what it means, and where they stand in it."""
    made: list[Misspelling] = []
    shift = 0
    for match, word in meant.items():
        written = match[0].removesuffix("'s")
        start = match.start() + shift
        text = text[:start] + word + text[start + len(written) :]
        shift += len(word) - len(written)
        made.append(Misspelling(start, written, word))
    return text, tuple(made)


def _is_english(lows: list[str]) -> bool:
    """Whether at least half of some words are English; so are none at all."""
    english = words().empty
    told = [low in english or low in dictionary() for low in lows if low in english or len(low) >= SHORTEST_TOLD]
    return sum(told) >= LEAST_ENGLISH * len(told)


def _is_strange(word: str, library: Library) -> bool:
    """Whether a word is in no dictionary and stands for nothing known."""
    low = word.lower()
    if len(low) < SHORTEST or word.isupper():
        return False
    if any(one in dictionary() or one in known_words(library) for one in (low, singular(low))):
        return False
    return not library.entity_linker.exact(word) and low not in words().empty


def _is_in_a_name(found: list[re.Match[str]], strange: list[bool], index: int) -> bool:
    """Whether a strange word with a capital stands beside another: the name of somebody who is not known."""
    return found[index][0][0].isupper() and any(
        strange[beside] and found[beside][0][0].isupper()
        for beside in (index - 1, index + 1)
        if 0 <= beside < len(found)
    )


def _meant(written: str, library: Library, before: str) -> str | None:
    """The one word that a misspelt one can stand for; None where it may be several, or nothing that matters.

    `before` is the text before it: a word with a capital is a name unless it begins the text, and what stands behind
    digits may be a word that scales a number.
    """
    known = known_words(library)
    is_name = written[0].isupper() and bool(before)
    low = written.lower()
    if before[-1:].isdigit():
        scales = words().scales.intersection(one_error_away(low))
        if len(scales) == 1:
            return min(scales)
    if len(low) > LONGEST:
        return None
    near = {one for one in one_error_away(low) if one in known or one in dictionary()}
    if is_name:
        near = {one for one in near if known.get(one, dictionary().get(one, one))[0].isupper()}
    if not near or len({stem(one) for one in near}) > 1:
        return None
    meant = sorted((one for one in near if one in known), key=lambda one: (one[-1] != low[-1], one))
    return known[meant[0]] if meant else None


def one_error_away(word: str) -> Iterator[str]:
    """All strings one typing error away: a letter too many, too few, another, or two that changed places.

    >>> sorted(one for one in one_error_away("spian") if one in {"spain", "spin", "pain"})
    ['spain', 'spin']
    """
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for left, right in cuts:
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in ascii_lowercase)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        yield from (left + letter + right for letter in ascii_lowercase)


@cache
def dictionary() -> Mapping[str, str]:
    """English words and common names of 4 to 14 letters, in small letters, with each as it is written."""
    listed = files("reasoning.reading").joinpath("data/english_words.txt").read_text(encoding="utf-8").split()
    return {word.lower(): word for word in listed}


@once_per_library
def known_words(library: Library) -> Mapping[str, str]:
    """The words, in small letters, that a misspelt one may stand for, as they are written: of names, of measures."""
    found: dict[str, str] = {}
    for measure in library.measures.values():
        texts = (*measure.nouns, *measure.counted)
        found |= {word: word for text in texts for word in fold(text).split() if _is_word(word, SHORTEST)}
    things = (name for thing in library.things.values() for name in thing.called)
    nouns = [word for name in things for word in fold(name).split()]
    listed = (*words().spelled, *nouns, *(plural(word) for word in nouns))
    found |= {word: word for word in listed if _is_word(word, SHORTEST) and word in dictionary()}
    for entity in library.entities.values():
        least = SHORTEST if entity.kind in FEW_KINDS else SHORTEST_OF_MANY if entity.kind in MANY_KINDS else 0
        for name in (entity.name, *entity.aliases, *entity.people, *entity.adjectives) if least else ():
            found |= {fold(word): word for word in name.split() if _is_word(word, least)}
    return found


def _is_word(text: str, least: int) -> bool:
    return len(text) >= least and text.isascii() and text.isalpha()
