"""Percent, per mille, percentage points and basis points, from data/shares.yaml."""

from __future__ import annotations

from quantities.model.quantity import Dimension, Form, Unit
from quantities.parse_state import SentenceState
from quantities.word_tables import tables


def _share(name: str, form: str) -> tuple[Unit, Form]:
    if form == Form.AMOUNT:
        return Unit(name, Dimension.COUNT, noun=name), Form.AMOUNT
    return Unit(name, Dimension.RATIO), Form(form)


_FORMS: dict[tuple[str, ...], tuple[Unit, Form]] = {
    tuple(phrase.split()): _share(*row) for phrase, row in tables("shares").items()
}


def read_percent(sentence: SentenceState, at: int) -> tuple[Unit, int, Form] | None:
    """Returns the share unit at token `at`, its last token and its form; None if there is none."""
    word, after = sentence.lower[at], sentence.lower[at + 1]
    found = _FORMS.get((word, after))
    if found:
        return found[0], at + 1, found[1]
    single = _FORMS.get((word,))
    return (single[0], at, single[1]) if single else None
