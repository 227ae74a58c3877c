"""Names of whom nothing is known: words that are in no dictionary and name nobody of the library."""

from __future__ import annotations

from reasoning.reading.language import words
from reasoning.reading.misspellings import dictionary
from reasoning.reading.passage import Sentence, Word


def stranger_places(sentence: Sentence) -> frozenset[int]:
    """The places of the words that look like names which neither a dictionary nor the library has."""
    unknown = (word for word in sentence.words if word.place not in sentence.known_places)
    return frozenset(word.place for word in unknown if is_strange(word))


def is_strange(word: Word) -> bool:
    """Whether a word is written as a name, or begins the sentence, and is no word that anybody knows."""
    low, classes = word.low.removesuffix("'s"), words()
    if not word.is_word or low in classes.empty | classes.people or len(low) < 2:
        return False
    return (word.capital or word.place == 0) and dictionary().get(low, "").lower() != dictionary().get(low, low)
