"""Finds occupations and industries in a text: "nurses", "truck driver", "retail trade".

Their names are ordinary words ("cooks", "models"), so they are looked for only if an occupation is asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.model.entity import TRADES, Entity, EntityKind, NameMention
from knowledge.text.folded_text import FoldedText
from knowledge.text.inflection import plural, singular
from knowledge.text.phrase_matcher import PhraseMatcher, longest
from quantities.text.normalization import fold


class OccupationLinker:
    """All names of occupations and industries, in singular and plural; an occupation comes before an industry."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._named: dict[str, dict[str, None]] = {}
        trades = [entity for entity in entities if entity.kind in TRADES]
        for entity in sorted(trades, key=lambda entity: entity.kind is EntityKind.INDUSTRY):
            for form in _forms(entity):
                self._named.setdefault(form, {})[entity.id] = None
        self._matcher = PhraseMatcher(self._named)

    def mentions(self, text: FoldedText) -> tuple[NameMention, ...]:
        """Returns the occupations and industries named in a text, in order; of words that overlap, the longest."""
        return tuple(
            NameMention((start, end), text.original[start:end], tuple(self._named[word]))
            for start, end, word in longest(self._matcher.matches(text))
        )


def _forms(entity: Entity) -> Iterator[str]:
    """Yields every name, folded, with and without hyphens; of an occupation in singular and plural."""
    for written in (entity.name, *entity.aliases):
        for name in {fold(written), fold(written).replace("-", " ")}:
            yield name
            if entity.kind is EntityKind.OCCUPATION:
                one = singular(name)
                yield from (one, plural(one))
