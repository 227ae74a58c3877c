"""Finds the words for measures in a text."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.model.entity import Measure, MeasureMention
from knowledge.text.folded_text import FoldedText
from knowledge.text.inflection import plural, singular, verb_forms
from knowledge.text.phrase_matcher import PhraseMatcher, longest
from quantities.text.normalization import fold

_NUMBERS = ("number", "numbers", "count", "counts", "total", "totals", "base")
_SPELLINGS = (("labour", "labor"), ("defence", "defense"), ("centre", "center"))


class MeasureLinker:
    """Nouns and verbs of all measures; in singular, plural, British and American spelling, and every form of a verb."""

    def __init__(self, measures: Iterable[Measure]) -> None:
        self._meant: dict[tuple[str, str], dict[str, None]] = {}
        self._counted: dict[str, dict[str, None]] = {}
        for measure in measures:
            self._take(measure)
        self._matcher = PhraseMatcher(word for word, _ in self._meant)

    def mentions(self, text: FoldedText) -> tuple[MeasureMention, ...]:
        """Returns the measures named in a text, in order; of words that overlap, the longest."""
        return tuple(self._mention(text, *match) for match in longest(self._matcher.matches(text)))

    def counted(self, noun: str) -> tuple[str, ...]:
        """Returns the ids of the measures counted in this noun, singular or plural."""
        word = fold(noun)
        return tuple(self._counted.get(word) or self._counted.get(singular(word)) or ())

    @property
    def nouns(self) -> frozenset[str]:
        """Every noun that a measure has or is counted in, in singular and plural, folded."""
        counted = {form for noun in self._counted for form in (noun, plural(noun))}
        return frozenset({word for word, via in self._meant if via == "noun"} | counted)

    def _take(self, measure: Measure) -> None:
        for noun in measure.nouns:
            for form in _noun_forms(fold(noun)):
                self._meant.setdefault((form, "noun"), {})[measure.id] = None
        for verb in measure.verbs:
            for form in verb_forms(fold(verb)):
                self._meant.setdefault((form, "verb"), {})[measure.id] = None
        for noun in measure.counted:
            for spelled in _spellings(fold(noun)):
                self._counted.setdefault(singular(spelled), {})[measure.id] = None

    def _mention(self, text: FoldedText, start: int, end: int, word: str) -> MeasureMention:
        via = "noun" if (word, "noun") in self._meant else "verb"
        return MeasureMention((start, end), text.original[start:end], tuple(self._meant[word, via]), via)


def _noun_forms(noun: str) -> set[str]:
    """Returns a noun and its plural; of a plural the singular only in "employee numbers", as "a tax" isn't "taxes"."""
    forms = set()
    for spelled in _spellings(noun):
        one = singular(spelled)
        forms |= {spelled, plural(spelled)} if one == spelled else {spelled, *(f"{one} {word}" for word in _NUMBERS)}
    return forms


def _spellings(word: str) -> set[str]:
    spelled = {word, word.replace("-", " ")}
    for british, american in _SPELLINGS:
        if british in word:
            spelled.add(word.replace(british, american))
        elif american in word and british not in word:
            spelled.add(word.replace(american, british))
    return spelled
