"""Folds a text for finding names: letter by letter, so that places in it stay places in the original.

Phrases are found in the letters, not in tokens: a name may be a part of a token ("non-US") or of several ("AT&T"), and
all that is asked of most texts is whether words end at a place and which word stands beside it. Cutting a text into
tokens (`quantities.text.tokenizer`) takes as long as finding all names in it, so that is done only for a name that
several have.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from quantities.text.normalization import fold
from quantities.text.tokenizer import compound_words

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,100}\.[a-z]+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<![A-Z]\.[A-Z])[.!?…][\"'”’)]*\s+|\n+|[:;•–—]\s")
_LETTER = re.compile(r"[^\W_]")
_WORD_AFTER = re.compile(r"(?:['’]s?(?![^\W_]))?[ \t]?([^\W\d_][\w'-]*)")
_WORD_BEFORE = re.compile(r"([^\W_][\w'’.-]*)[ ]$")


class FoldedText:
    """A text, and what the rules for names ask about a place in it."""

    def __init__(self, text: str) -> None:
        self.original = text
        self.folded = fold(text)
        self._shouts: dict[tuple[int, int], bool] = {}
        self._last_places: dict[str, int] = {}
        self._openings: dict[int, int] = {}  # where a sentence's first letter or digit stands

    def bounded(self, start: int, end: int) -> bool:
        """Whether words begin and end here."""
        folded = self.folded
        before = folded[start - 1] if start else " "
        after = folded[end] if end < len(folded) else " "
        if before.isalnum() or after.isalnum() or before in "_@$€£" or after in "_@":
            return False
        if before == "." and start > 1 and folded[start - 2].isalnum() and not self.original[start].isupper():
            return False
        return not (after in ".'" and folded[end + 1 : end + 2].isalnum() and not _is_tail(folded, end))

    def holds(self, phrase: str) -> bool:
        """Whether the phrase stands here as whole words, in any case."""
        sought = fold(phrase)
        place = self.folded.find(sought)
        while place >= 0:
            if self.bounded(place, place + len(sought)):
                return True
            place = self.folded.find(sought, place + 1)
        return False

    def has_after(self, phrase: str, place: int) -> bool:
        """Whether a folded phrase begins at this place or anywhere after it."""
        if phrase not in self._last_places:  # asked of many places in a long text
            self._last_places[phrase] = self.folded.rfind(phrase)
        return self._last_places[phrase] >= place

    def word_after(self, end: int, skip: int = 0) -> str:
        """Returns the next word, folded, "" if something else follows; `skip` leaves so many words out first."""
        word = ""
        for _ in range(skip + 1):
            found = _WORD_AFTER.match(self.folded, end)
            if found is None:
                return ""
            word, end = found.group(1), found.end()
        return word

    def word_before(self, start: int) -> str:
        """Returns the word before, folded, "" if something else stands there."""
        found = _WORD_BEFORE.search(self.folded, max(0, start - 40), start)
        return found.group(1) if found else ""

    def starts_sentence(self, start: int) -> bool:
        """Whether only quotes and bullets stand between here and the sentence's begin."""
        first = self._sentence(start)[0]
        if first not in self._openings:
            letters = _LETTER.search(self.original, first)
            self._openings[first] = letters.start() if letters else len(self.original)
        return start <= self._openings[first]

    def shouted(self, start: int) -> bool:
        """Whether the sentence around is in capitals, so that capitals say nothing."""
        sentence = self._sentence(start)
        if sentence not in self._shouts:
            self._shouts[sentence] = self._shouted(*sentence) or self._all_shouted
        return self._shouts[sentence]

    @cached_property
    def typed_small(self) -> bool:
        """Whether the text has no capitals at all, so that their absence says nothing."""
        return not any(letter.isupper() for letter in self.original)

    @cached_property
    def addresses(self) -> tuple[tuple[int, int], ...]:
        """The places of web and mail addresses, in which no name counts."""
        if "." not in self.original:
            return ()
        return tuple(found.span() for found in _ADDRESS.finditer(self.original))

    def is_in_address(self, place: int) -> bool:
        """Whether a place lies in a web or mail address."""
        at = bisect_right(self.addresses, (place, len(self.original))) - 1
        return at >= 0 and place < self.addresses[at][1]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words in small letters, and those in capitals as they are too ("US" is not "us")."""
        words = compound_words(self.original)
        return frozenset(word.base for word in words).union(word.text for word in words if word.text.isupper())

    @cached_property
    def _all_shouted(self) -> bool:
        return self._shouted(0, len(self.original))

    def _shouted(self, start: int, end: int) -> bool:
        sentence = self.original[start:end]
        return sentence.upper() == sentence and len(re.findall(r"[^\W\d_]{2,}", sentence)) >= 3

    @cached_property
    def _ends(self) -> list[int]:
        return [0, *(found.end() for found in _SENTENCE_END.finditer(self.original))]

    def _sentence(self, place: int) -> tuple[int, int]:
        index = bisect_right(self._ends, place) - 1
        return self._ends[index], self._ends[index + 1] if index + 1 < len(self._ends) else len(self.original)


def _is_tail(folded: str, end: int) -> bool:
    """Whether 's or ' ends the word here, or a full stop ends the sentence without a space after it."""
    tail = folded[end : end + 3]
    return tail[:2] == "'s" and not tail[2:].isalnum()
