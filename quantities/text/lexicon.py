"""Classes of English words by what they do beside a number, from data/word_classes.yaml."""

from __future__ import annotations

from quantities.word_tables import names, word_class


def words(text: str) -> frozenset[str]:
    """Returns the words of a text as a set: for the few words that one condition of a rule asks for."""
    return frozenset(text.split())


PREPOSITIONS = word_class("word_classes", "prepositions")
CONJUNCTIONS = word_class("word_classes", "conjunctions")
AUXILIARIES = word_class("word_classes", "auxiliaries")
FUNCTION_WORDS = (
    PREPOSITIONS
    | CONJUNCTIONS
    | AUXILIARIES
    | word_class("word_classes", "pronouns")
    | word_class("word_classes", "determiners")
    | word_class("word_classes", "adverbs")
)
VERBS = word_class("word_classes", "verbs")
VERB_NOUNS = word_class("word_classes", "verb_nouns")
COMPARATIVES = word_class("word_classes", "comparatives")
COLLECTIVE = word_class("word_classes", "collective")
ATTRIBUTIVE = word_class("word_classes", "attributive")
IRREGULAR = names("word_classes", "irregular_plurals")
_NOT_PLURAL = word_class("word_classes", "not_plural")


def is_plural(word: str) -> bool:
    """Whether the word looks like a noun in the plural."""
    if word in COLLECTIVE or (word in IRREGULAR and word not in ("person", "series", "species", "data")):
        return True
    if len(word) < 4 or word[-1] != "s" or word in _NOT_PLURAL or word in VERBS:
        return False
    return not word.endswith(("ss", "us", "is", "'s", "ous")) or word in ("menus", "hindus")


def singular(word: str) -> str:
    """Returns the singular of a plural noun, as the unit is named by it.

    >>> singular("businesses"), singular("babies"), singular("people")
    ('business', 'baby', 'people')
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not is_plural(word) and word not in VERB_NOUNS:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")) or word in ("heroes", "potatoes", "tomatoes", "echoes"):
        return word[:-2]
    return word.removesuffix("s")
