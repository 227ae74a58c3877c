"""Finds names in a text, and which of several entities with one name is meant.

Names are matched folded, as whole words, the longest first; `mention_rules` says if what is matched is a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge.model.entity import Entity, NameMention
from knowledge.text.common_words import FUNCTION, WORDS
from knowledge.text.folded_text import FoldedText
from knowledge.text.mention_rules import NOBODY, MentionRules
from knowledge.text.name_index import IndexedName, build_name_index
from knowledge.text.neighbourhood import Neighbourhood
from knowledge.text.phrase_matcher import PhraseMatch, PhraseMatcher, longest
from quantities.text.normalization import fold

Rules = Mapping[str, list[str] | dict[str, list[str]]]


class EntityLinker:
    """All names of all entities, ready to be found."""

    def __init__(self, entities: Mapping[str, Entity], rules: Rules, nouns: frozenset[str]) -> None:
        self._entities = entities
        self._names = build_name_index(entities.values())
        self._standing = MentionRules(self._names, entities, nouns)
        for written, rule in rules.items():
            self._rule(fold(written), rule)
        self._matcher = PhraseMatcher(self._names)

    def mentions(self, text: FoldedText) -> tuple[NameMention, ...]:
        """Returns the names in order, none overlapping another, the likeliest entity of each first."""
        meant: dict[PhraseMatch, tuple[str, ...]] = {}
        for match in self._matcher.matches(text):
            if ids := self._standing.counts(text, *match):
                meant[match] = ids
        kept = {match: meant[match] for match in longest(meant) if meant[match] is not NOBODY}
        return tuple(self._chosen(text, kept))

    def exact(self, name: str) -> tuple[str, ...]:
        """Returns the ids of all who have this name, whatever its capitals and accents."""
        known = self._names.get(fold(name.strip()))
        return tuple(known.senses) if known else ()

    def __iter__(self) -> Iterator[str]:
        return (key for key, name in self._names.items() if not name.nobody)

    def _rule(self, key: str, rule: list[str] | dict[str, list[str]]) -> None:
        name = self._names.setdefault(key, IndexedName())
        name.nobody = not rule
        order = {ident: index for index, ident in enumerate(rule)}
        forms = {ident: name.senses.get(ident, {"name"}) for ident in (*rule, *name.senses)}
        name.senses = dict(sorted(forms.items(), key=lambda sense: order.get(sense[0], len(order))))
        if isinstance(rule, dict):
            name.context = {
                ident: tuple(word if word.isupper() else fold(word) for word in words) for ident, words in rule.items()
            }

    # --- which of those with one name -----------------------------------------------------------

    def _chosen(self, text: FoldedText, meant: Mapping[PhraseMatch, tuple[str, ...]]) -> Iterator[NameMention]:
        """Yields a mention for each place, the likeliest entity first.

        What a name means is the same in all of a text.
        """
        near = Neighbourhood(self._entities, {ids[0] for ids in meant.values() if len(ids) == 1})
        ordered: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        for (start, end, key), ids in meant.items():
            if (key, ids) not in ordered:
                ordered[key, ids] = ids if len(ids) == 1 else self._likeliest(text, key, ids, near)
            entities = ordered[key, ids]
            form = self._form(text, start, end, self._names[key].senses[entities[0]])
            yield NameMention((start, end), text.original[start:end], entities, form)

    def _likeliest(self, text: FoldedText, key: str, ids: tuple[str, ...], near: Neighbourhood) -> tuple[str, ...]:
        name, words = self._names[key], text.words

        def weight(ident: str) -> int:
            spoken = sum(word in words or (" " in word and word in text.folded) for word in name.context.get(ident, ()))
            return -(2 * spoken + near.related(ident))

        return tuple(sorted(ids, key=weight))

    # --- what the name stands for ---------------------------------------------------------------

    def _form(self, text: FoldedText, start: int, end: int, forms: set[str]) -> str:
        if len(forms) == 1:
            return next(iter(forms))
        after = text.word_after(end)
        next_to = text.folded[end : end + 1] == " "
        describes = "adjective" in forms and next_to and after and after not in FUNCTION
        if "people" in forms:
            alone = text.folded[start:end].endswith("s") or text.word_before(start) in WORDS.one_of
            return "adjective" if describes and not alone else "people"
        return "adjective" if describes else "name"
