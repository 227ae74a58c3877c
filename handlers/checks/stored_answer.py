"""What is stored of an answer: numbers, names that the library has, and the program's own words; no others.

A claim is stored as such, and told again; the note on a text in which nothing is found is not stored. A sum that was
asked for, and a note beside a claim, may quote what was said: "9,000 addicts", "Grumbel". Whoever asked sees that in
the reply. What is stored for the buttons has "…" for each word that is neither of the program's sentences nor of the
library's names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from weakref import WeakKeyDictionary

from babel import Locale

import quantities
from i18n.language import SOURCE_LANGUAGE, current_language
from i18n.vocabulary import WORD, load_vocabulary
from knowledge import Library
from knowledge.text.folded_text import FoldedText
from knowledge.text.inflection import plural
from knowledge.text.phrase_matcher import PhraseMatcher
from quantities.text.normalization import fold
from quantities.units.currencies import CODES, NAMES
from quantities.units.physical_units import BY_NAME, WORDS
from reasoning.model.answer import Answer, Finding
from reasoning.redoing.renewal import tell_again, without_texts

REMOVED = "…"
_REMOVED_TOGETHER = re.compile(rf"{REMOVED}(?:[\s'’.-]*{REMOVED})+")


def serialize_answer(answer: Answer, library: Library) -> str:
    """Returns what is stored of an answer in the language in use, as JSON that `load_answer` reads.

    Of a claim that is the claim alone, without a text.
    """
    return remove_message_words(answer, library).dump()


def load_answer(stored: str, library: Library) -> Answer:
    """Returns the answer that was stored, told again in the language in use, by the figures of a library.

    Raises ValueError where another version of the program stored it, or the library lacks what a claim is of.
    """
    return tell_again(Answer.load(stored), library)


def remove_message_words(answer: Answer, library: Library) -> Answer:
    """Returns the answer without the words that only the message had."""
    words = load_program_words(library, current_language())
    findings = tuple(one if one.claim else _without_words(one, words) for one in answer.findings)
    note = "" if answer.is_silent else words.clean(answer.note)
    return without_texts(replace(answer, findings=findings, note=note))


class ProgramWords:
    """The words that may be stored: of the program's sentences, and of the names that a library has."""

    def __init__(self, library: Library, language: str) -> None:
        vocabulary = load_vocabulary(language)
        self._words = vocabulary.words | frozenset(CODES)
        self._written = _list_entity_names(library, language)
        folded_names = (fold(name) for name in (*vocabulary.names, *_list_names(library)) if name)
        self._names = PhraseMatcher(dict.fromkeys(folded_names))
        self._entities = PhraseMatcher(dict.fromkeys(fold(name) for name in self._written if name))

    def clean(self, text: str, more: frozenset[str] = frozenset()) -> str:
        """Returns a text with "…" for every other word; `more` are words in small letters that may stay too."""
        known = self._words | more if more else self._words
        words = [word for word in WORD.finditer(text) if len(word[0]) > 1 and word[0].lower() not in known]
        words = self._outside(words, self._spans_of_names(text)) if words else words
        words = self._outside(words, _spans_of_numbers(text)) if words else words
        if not words:
            return text
        for word in reversed(words):
            text = text[: word.start()] + REMOVED + text[word.end() :]
        return _REMOVED_TOGETHER.sub(REMOVED, text)

    def _spans_of_names(self, text: str) -> list[tuple[int, int]]:
        folded = FoldedText(text)
        spans = [(match.start, match.end) for match in self._names.matches(folded)]
        # An entity's name counts as it is written: not each "target" is the company.
        entities = ((match.start, match.end) for match in self._entities.matches(folded))
        return spans + [span for span in entities if text[span[0] : span[1]] in self._written]

    @staticmethod
    def _outside(words: list[re.Match[str]], spans: list[tuple[int, int]]) -> list[re.Match[str]]:
        return [word for word in words if not any(start <= word.start() and word.end() <= end for start, end in spans)]


_cached: WeakKeyDictionary[Library, dict[str, ProgramWords]] = WeakKeyDictionary()


def load_program_words(library: Library, language: str) -> ProgramWords:
    """Returns the words of a library and a language; the first time takes a fifth of a second."""
    by_language = _cached.setdefault(library, {})
    if language not in by_language:
        by_language[language] = ProgramWords(library, language)
    return by_language[language]


def _spans_of_numbers(text: str) -> list[tuple[int, int]]:
    return [quantity.number_span for quantity in quantities.read(text).quantities]


def _list_entity_names(library: Library, language: str) -> frozenset[str]:
    names = {
        name
        for entity in library.entities.values()
        for name in (entity.name, *entity.short, *entity.people, *entity.adjectives)
    }
    if language != SOURCE_LANGUAGE:
        names.update(Locale.parse(language).territories.values())
    return frozenset(names)


def _list_names(library: Library) -> Iterable[str]:
    """Returns what measures, things, units and money are called, what people do, and who publishes figures."""
    for measure in library.measures.values():
        yield from (measure.name, measure.unit, measure.publisher, *measure.nouns)
        for noun in measure.counted:
            yield from (noun, plural(noun))
    for thing in library.things.values():
        for called in thing.called:
            yield from (called, plural(called))
    for average in library.averages.values():
        yield from (*average.does, *average.what)
    for unit in BY_NAME:
        yield from (unit, plural(unit))
    yield from (" ".join(name) for name in (*WORDS, *NAMES))
    yield from (source.producer for source in library.sources.values())


def _without_words(finding: Finding, words: ProgramWords) -> Finding:
    """Returns the finding of a request, which has no claim, without the words that only the message had."""
    rests = (rest for one in finding.comparisons for rest in one.rests)
    more = frozenset(word.lower() for rest in rests for word in WORD.findall(f"{rest.producer} {rest.text}"))
    lines = (
        replace(one, text=words.clean(one.text, more), expression=words.clean(one.expression, more))
        for one in finding.comparisons
    )
    reading, headline = words.clean(finding.reading, more), words.clean(finding.headline, more)
    return replace(finding, reading=reading, headline=headline, comparisons=tuple(lines))


def is_of_library(series: str, library: Library) -> bool:
    """Whether the library has the entity and the measure of a series ("US.population") or figure of it.

    The entity "" is anybody whom it does not know.
    """
    entity, _, rest = series.partition(".")
    return (not entity or entity in library.entities) and rest.partition(".")[0] in library.measures
