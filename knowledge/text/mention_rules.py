"""Decides whether a name in a text is meant, by how it is written and what stands beside it: "join us", "an apple".

The words that the rules know are in `knowledge/data/words/common_words.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from knowledge.model.entity import Entity, EntityKind
from knowledge.text.common_words import FUNCTION, ORDINARY, WORDS
from knowledge.text.folded_text import FoldedText
from knowledge.text.name_index import IndexedName
from quantities.text.normalization import fold

_SIGN = re.compile(r"\.? ?[$€£¥]")
_CURRENCY = re.compile(rf"\.? (?:{'|'.join(sorted(WORDS.currencies))})s?\b")
NOBODY = ("",)
_HAD = tuple(f" {noun}" for noun in sorted(WORDS.had))


class MentionRules:
    """The rules of one library's names; `nouns` are the words that something is measured or counted in."""

    def __init__(self, names: Mapping[str, IndexedName], entities: Mapping[str, Entity], nouns: frozenset[str]) -> None:
        self._names, self._entities, self._nouns = names, entities, nouns

    def counts(self, text: FoldedText, start: int, end: int, key: str) -> tuple[str, ...]:
        """Returns the ids that the name in this place may mean; none if it is no name here."""
        name = self._names[key]
        if text.is_in_address(start):
            return ()
        if name.nobody:
            return NOBODY
        common = bool(name.common) and self._is_common(text, start)
        proper = len(name.common) < len(name.senses) and self._is_proper(text, start, end, key)
        return tuple(ident for ident in name.senses if (common if ident in name.common else proper))

    def _is_common(self, text: FoldedText, start: int) -> bool:
        """Whether a word is written as a common noun is: "water", but not "Chris Wood" or "Air Force"."""
        return text.original[start].islower() or text.starts_sentence(start) or text.shouted(start)

    def _is_proper(self, text: FoldedText, start: int, end: int, key: str) -> bool:
        name = self._names[key]
        if self._is_currency(text, start, end, key):
            return False
        if text.folded[max(0, start - 5) : start].endswith(("non-", "anti-")):
            return False
        if key.startswith("us ") and text.original[start : start + 2] != "US":
            return self._us_counts(text, start, start + 2)
        if name.short:
            return self._short_counts(text, start, end, key)
        if key in ORDINARY:
            return self._ordinary_counts(text, start, end, key)
        return key not in WORDS.personal_names or not self._is_person(text, start, end)

    def _is_currency(self, text: FoldedText, start: int, end: int, key: str) -> bool:
        """Whether it is money's: "US $7", "US dollars", "Mexican pesos"; not "cost the US $7", "every American $7"."""
        name = self._names[key]
        if name.short and _SIGN.match(text.folded, end):
            return text.word_before(start) != "the"
        describes = name.short or any("adjective" in forms for forms in name.senses.values())
        return describes and bool(_CURRENCY.match(text.folded, end))

    def _short_counts(self, text: FoldedText, start: int, end: int, key: str) -> bool:
        written = text.original[start:end]
        if key in WORDS.doubtful_short_forms:
            return written.isupper() and text.word_after(end) in WORDS.after_states
        if "." in key or key in WORDS.safe_short_forms:
            return True
        shouted = text.shouted(start)
        if written.isupper() and not shouted:
            return True
        if key == "us":
            return self._us_counts(text, start, end)
        if shouted:
            return text.word_before(start) == "the" or self._acts_surely(text, start, end, key)
        return text.typed_small and key not in WORDS.common and self._acts_surely(text, start, end, key)

    def _us_counts(self, text: FoldedText, start: int, end: int) -> bool:
        """Whether "us" in small letters, or in a text all in capitals, is the United States and not we."""
        before, after = text.word_before(start), text.word_after(end)
        if before == "the":
            return True
        if before in WORDS.before_us_we or text.folded[end : end + 1] not in ("", " "):
            return False
        if after in WORDS.persons and before in WORDS.prepositions:
            return False
        if self._is_counted(text, end):
            return True
        if text.starts_sentence(start) and after in WORDS.after_us_country:
            return True
        return before == "in" and not after and text.word_before(start - 3) in self._nouns

    def _is_counted(self, text: FoldedText, end: int) -> bool:
        """Whether a noun that is counted of countries follows, perhaps with an adjective before it."""
        words = [text.word_after(end, skip) for skip in range(3)]
        if words[0] in WORDS.after_countries or words[0] in self._nouns:
            return True
        if " ".join(words[:2]) in self._nouns or " ".join(words) in self._nouns:
            return True
        return words[0] in WORDS.adjectives_between and (words[1] in WORDS.after_countries or words[1] in self._nouns)

    def _ordinary_counts(self, text: FoldedText, start: int, end: int, key: str) -> bool:
        if text.original[start].isupper() and not text.shouted(start):
            if not text.starts_sentence(start):
                return not (key in WORDS.personal_names and self._is_person(text, start, end))
            if key in WORDS.common:
                return self._acts(text, end) and not self._is_weak(text, end)
            person = key in WORDS.personal_names and self._is_person(text, start, end)
            return not person and text.word_after(end) not in WORDS.after_common_nouns
        if text.original[start].isupper():
            return self._acts(text, end)
        return text.typed_small and key not in WORDS.common and self._acts_surely(text, start, end, key)

    def _acts(self, text: FoldedText, end: int) -> bool:
        after = text.word_after(end)
        known = after in WORDS.actions or after in WORDS.owned or after in self._nouns
        return known or text.folded[end : end + 2] == "'s"

    def _is_weak(self, text: FoldedText, end: int) -> bool:
        """Whether only a small verb follows, that any subject may have: "Reading is fun"."""
        after, next_after = text.word_after(end), text.word_after(end, 1)
        if after not in WORDS.weak_verbs or next_after in WORDS.actions - WORDS.weak_verbs:
            return False
        return not any(text.has_after(phrase, end) for phrase in _HAD)

    def _acts_surely(self, text: FoldedText, start: int, end: int, key: str) -> bool:
        """Whether a country or company must be meant, capitals or not: "turkey population", "apple employs"."""
        kinds = {self._entities[ident].kind for ident in self._names[key].senses if ident in self._entities}
        after = text.word_after(end)
        known = set(WORDS.after_companies) if EntityKind.COMPANY in kinds else set()
        if kinds & {EntityKind.COUNTRY, EntityKind.STATE}:
            known |= WORDS.after_states
        compared = text.word_before(start) == "than" and bool(kinds & {EntityKind.COUNTRY, EntityKind.STATE})
        if after in known or compared:
            return True
        begins = text.starts_sentence(start) and after in {"has", "had"}
        return begins and any(text.has_after(phrase, end) for phrase in _HAD)

    def _is_person(self, text: FoldedText, start: int, end: int) -> bool:
        """Whether another name stands beside: "Michael Jordan", "Georgia Meloni"."""
        original = text.original
        before, after = text.word_before(start), text.word_after(end)
        first = original[start - len(before) - 1 : start - 1] if before else ""
        last = original[end + 1 : end + 1 + len(after)] if after and original[end : end + 1] == " " else ""
        if text.shouted(start):
            return False
        if before.rstrip(".") in WORDS.honorifics and first[:1].isupper():
            return True
        return any(self._is_stranger(word) for word in (first, last))

    def _is_stranger(self, word: str) -> bool:
        small = fold(word)
        known = (FUNCTION, WORDS.after_countries, WORDS.before_places, self._nouns, self._names)
        return word[:1].isupper() and not word.isupper() and not any(small in words for words in known)
