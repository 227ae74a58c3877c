"""The words that chains are called by: common things, what people do and have, and the frames of the formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge import EntityKind, Library
from knowledge.model.estimation import is_named_by_noun
from knowledge.text.inflection import plural, verb_forms
from quantities.text.normalization import fold
from reckoning.lasting import once_for_each

LONGEST = 6  # words of a phrase
ARTICLES = ("a ", "an ", "the ")


class Lexis:
    """Phrases of a library in all their forms, as tuples of words in small letters.

    `things` gives the ids of things and entities that a phrase names, `frames` the base phrases of the formulas and
    averages that it is a form of.
    """

    def __init__(self, library: Library) -> None:
        self.things: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.frames: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.starts: dict[str, int] = {}
        self.named = named(library)
        for ident, phrase in _named(library):
            self._take(self.things, _noun_forms(phrase), ident)
        for phrase in dict.fromkeys(_framed(library)):
            self._take(self.frames, _forms(phrase), phrase)

    def _take(self, into: dict[tuple[str, ...], tuple[str, ...]], forms: Iterable[str], meant: str) -> None:
        for form in forms:
            words = tuple(word.removesuffix("'s") for word in form.replace("-", " ").split())
            if words and meant not in into.get(words, ()):
                into[words] = (*into.get(words, ()), meant)
                self.starts[words[0]] = max(self.starts.get(words[0], 0), min(len(words), LONGEST))


@once_for_each
def lexis(library: Library) -> Lexis:
    """That of a library, in about 30 ms; what a person adds for one check has no words of its own."""
    return Lexis(library)


def _named(library: Library) -> Iterator[tuple[str, str]]:
    for ident, thing in library.things.items():
        yield from ((ident, fold(phrase)) for phrase in thing.called)
    for ident, entity in library.entities.items():
        if entity.kind is EntityKind.THING:
            yield from ((ident, _bare(fold(phrase))) for phrase in (entity.name, *entity.aliases))


def named(library: Library) -> frozenset[str]:
    """The nouns of the properties that are meant by them: "word", "milk"."""
    return frozenset(
        name.replace("-", " ") for thing in library.things.values() for name in thing.has if is_named_by_noun(name)
    )


def _framed(library: Library) -> Iterator[str]:
    for average in library.averages.values():
        yield from map(fold, (*average.does, *average.what))
    yield from named(library)
    for chain in library.formulas.values():
        yield from (fold(phrase) for group in (*chain.words, *chain.roles.values(), chain.may) for phrase in group)


def _bare(phrase: str) -> str:
    return next((phrase.removeprefix(article) for article in ARTICLES if phrase.startswith(article)), phrase)


def _noun_forms(phrase: str) -> set[str]:
    """The phrase and its plural; of "sheet of paper" that of its head."""
    head, of, rest = phrase.partition(" of ")
    return {phrase, plural(head) + of + rest}


def _forms(phrase: str) -> set[str]:
    """As a noun and as a verb: a word of a frame may be either ("a stack", "stacked")."""
    return {*_noun_forms(phrase), *verb_forms(phrase)}
