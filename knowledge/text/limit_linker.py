"""Finds in a text the words that mean a limit: its nouns in singular and plural, verbs in every form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.model.estimation import Limit
from knowledge.text.folded_text import FoldedText
from knowledge.text.inflection import plural, verb_forms
from knowledge.text.phrase_matcher import PhraseMatcher
from quantities.model.quantity import Span
from quantities.text.normalization import fold


@dataclass(frozen=True, slots=True)
class LimitMention:
    """A limit that is named at `span`, by one of its names; `verbs` are where what it is about is said to be done."""

    limit: Limit
    name: str
    span: Span
    verbs: tuple[Span, ...]


class LimitLinker:
    """The names and verbs of all limits."""

    def __init__(self, limits: Iterable[Limit]) -> None:
        self._named: dict[str, list[tuple[Limit, str]]] = {}
        self._done: dict[str, set[str]] = {}
        for limit in limits:
            for name in limit.of:
                for form in _forms(name):
                    self._named.setdefault(form, []).append((limit, name))
            for verb in limit.does:
                for form in _forms(verb):
                    self._done.setdefault(form, set()).add(limit.id)
        self._matcher = PhraseMatcher({*self._named, *self._done})

    def mentions(self, text: FoldedText) -> tuple[LimitMention, ...]:
        """Returns the limits meant in a text, in order; of names that overlap, the longest."""
        matches = self._matcher.matches(text)
        found: dict[tuple[str, Span], LimitMention] = {}
        for match in matches:
            for limit, name in self._named.get(match.phrase, ()):
                verbs = tuple(
                    (one.start, one.end)
                    for one in matches
                    if limit.id in self._done.get(one.phrase, ()) and (one.end <= match.start or one.start >= match.end)
                )
                if verbs or not limit.does:
                    span = (match.start, match.end)
                    found.setdefault((limit.id, span), LimitMention(limit, name, span, verbs))
        return tuple(one for one in found.values() if not any(_is_within(one.span, span) for _, span in found))


def _is_within(one: Span, other: Span) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _forms(name: str) -> set[str]:
    """Returns a word as a noun in singular and plural, and as a verb in all its forms."""
    folded = {fold(name), fold(name).replace("-", " ")}
    if len(name) == 1:
        return folded  # "is" is no plural of "I"
    return {form for one in folded for form in (one, plural(one), *verb_forms(one))}
