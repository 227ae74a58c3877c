"""Physical units by name and by symbol, from data/physical_units.yaml."""

from __future__ import annotations

from fractions import Fraction

from quantities.model.quantity import Dimension, Unit
from quantities.word_tables import first_words, names, tables, word_class


def _unit(name: str, dimension: str, *factor: int) -> Unit:
    return Unit(name, Dimension(dimension), Fraction(*factor) if factor else None)


BY_NAME: dict[str, Unit] = {name: _unit(name, *row) for name, row in tables("physical_units")["units"].items()}
WORDS: dict[tuple[str, ...], Unit] = {
    tuple(form.split()): BY_NAME[name] for form, name in names("physical_units", "names").items()
}
SYMBOLS: dict[str, Unit] = {symbol: BY_NAME[name] for symbol, name in names("physical_units", "symbols").items()}
FIRST_WORDS = first_words(WORDS)
# Plain nouns and verbs in the singular: units in the plural only.
NOUNS = word_class("physical_units", "nouns")
