"""Finds known phrases in a text in one pass (Aho-Corasick), under the linkers of names, measures and occupations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import ahocorasick

from knowledge.text.folded_text import FoldedText


class PhraseMatch(NamedTuple):
    """A phrase and where it stands: text[start:end]."""

    start: int
    end: int
    phrase: str


class PhraseMatcher:
    """Phrases as `fold` writes them, ready to be found in any text.

    >>> matcher = PhraseMatcher(["labour force", "force", "us"])
    >>> [match.phrase for match in matcher.matches(FoldedText("The Labour Force just grew"))]
    ['labour force', 'force']
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for phrase in phrases:
            self._automaton.add_word(phrase, phrase)
        self._automaton.make_automaton()

    def matches(self, text: FoldedText) -> list[PhraseMatch]:
        """Returns every phrase in the text that is whole words, overlapping ones too, in the order of their ends."""
        if not self._automaton:
            return []
        ends: Iterable[tuple[int, str]] = self._automaton.iter(text.folded)  # last letters, with the phrases
        found = (PhraseMatch(last + 1 - len(phrase), last + 1, phrase) for last, phrase in ends)
        return [match for match in found if text.bounded(match.start, match.end)]


def longest(matches: Iterable[PhraseMatch]) -> list[PhraseMatch]:
    """Returns of matches that overlap the longest, of equally long ones the first, in the order of the text.

    >>> longest([PhraseMatch(0, 12, "labour force"), PhraseMatch(7, 12, "force")])
    [PhraseMatch(start=0, end=12, phrase='labour force')]
    """
    kept: list[PhraseMatch] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda match: (match.start - match.end, match.start)):
        if match.start not in taken and match.end - 1 not in taken:
            taken.update(range(match.start, match.end))
            kept.append(match)
    return sorted(kept)
