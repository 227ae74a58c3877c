"""Forms English singulars, plurals and verb forms, for every package over `quantities`.

Irregular forms are in `knowledge/data/words/inflections.yaml`. `quantities.text.lexicon` has a singular of its own: it
reads any noun after a number, where many words in -s are no plurals, and names a unit by it ("people" stays "people").
"""

from __future__ import annotations

import re

from knowledge.files.word_list_reader import load_word_lists
from knowledge.model.word_lists import Inflections

_IRREGULAR = load_word_lists(Inflections)
_PLURALS = _IRREGULAR.plurals
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()}
_UNCHANGING = _IRREGULAR.unchanging
_FORMS = {base: (base, *forms) for base, forms in _IRREGULAR.verbs.items()}
_BASES = {form: base for base, forms in _FORMS.items() for form in forms}


def plural(noun: str) -> str:
    """Returns a phrase with its last word in the plural.

    >>> plural("labour force"), plural("country"), plural("person")
    ('labour forces', 'countries', 'people')
    """
    head, word = _split(noun)
    if word in _PLURALS:
        return head + _PLURALS[word]
    if word in _UNCHANGING or word in _SINGULARS:
        return noun
    if re.search(r"[^aeiou]y$", word):
        return head + word[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|z|ch|sh)$", word) else "s")


def singular(noun: str) -> str:
    """Returns a phrase with its last word in the singular; unchanged if it is one.

    >>> singular("employees"), singular("businesses"), singular("countries"), singular("gas")
    ('employee', 'business', 'country', 'gas')
    """
    head, word = _split(noun)
    if word in _SINGULARS:
        return head + _SINGULARS[word]
    if word in _UNCHANGING or len(word) < 4 or re.search(r"(?:ss|us|is)$", word) or not word.endswith("s"):
        return noun
    if word.endswith("ies") and len(word) > 4:
        return head + word[:-3] + "y"
    return head + (word[:-2] if re.search(r"(?:ss|x|z|ch|sh)es$", word) else word[:-1])


def verb_forms(verb: str) -> tuple[str, ...]:
    """Returns all forms of a verb, or of a phrase that begins with one, whichever form is given.

    >>> verb_forms("employs")
    ('employ', 'employs', 'employed', 'employing')
    >>> verb_forms("lives in")
    ('live in', 'lives in', 'lived in', 'living in')
    """
    word, space, rest = verb.partition(" ")
    base = _base(word)
    forms = _FORMS.get(base) or (base, _third(base), _regular(base, "ed"), _regular(base, "ing"))
    return tuple(dict.fromkeys(form + space + rest for form in (*forms, word)))


def _split(phrase: str) -> tuple[str, str]:
    head, space, word = phrase.rpartition(" ")
    return head + space, word


def _base(word: str) -> str:
    if word in _BASES:
        return _BASES[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|x|z|ch|sh)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _third(base: str) -> str:
    return plural(base) if base not in _PLURALS else base + "s"


def _regular(base: str, ending: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + ending
    if base.endswith("ee") and ending == "ed":
        return base + "d"
    if ending == "ed" and re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ied"
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", base):
        return base + base[-1] + ending
    return base + ending
