"""Occupations and industries in a text: "nurses", "truck driver", "retail trade".

Their names are ordinary words ("cooks", "models"), so they are looked for only where a trade is asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import ahocorasick

from knowledge.model.entity import TRADES, Entity, EntityKind, NameMention
from knowledge.text.inflection import plural, singular
from knowledge.text.measure_linker import longest
from knowledge.text.normalized_text import NormalizedText, normalize


class OccupationLinker:
    """All names of occupations and industries, in singular and plural; an occupation comes before an industry."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._named: dict[str, dict[str, None]] = {}
        trades = [entity for entity in entities if entity.kind in TRADES]
        for entity in sorted(trades, key=lambda entity: entity.kind is EntityKind.INDUSTRY):
            for form in _forms(entity):
                self._named.setdefault(form, {})[entity.id] = None
        self._words = ahocorasick.Automaton()
        for form in self._named:
            self._words.add_word(form, form)
        self._words.make_automaton()

    def mentions(self, passage: NormalizedText) -> tuple[NameMention, ...]:
        """Trades named in the text, in order; of words that overlap, the longest."""
        if not self._named:
            return ()
        found = [(end + 1 - len(word), end + 1, word) for end, word in self._words.iter(passage.folded)]
        places = longest([place for place in found if passage.bounded(*place[:2])])
        return tuple(
            NameMention((start, end), passage.text[start:end], tuple(self._named[word])) for start, end, word in places
        )


def _forms(entity: Entity) -> Iterator[str]:
    """Every name, in small letters, with and without hyphens; of an occupation in singular and plural."""
    for written in (entity.name, *entity.aliases):
        for name in {normalize(written), normalize(written).replace("-", " ")}:
            yield name
            if entity.kind is EntityKind.OCCUPATION:
                one = singular(name)
                yield from (one, plural(one))
