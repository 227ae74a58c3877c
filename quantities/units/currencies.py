"""Currencies by code, name and sign, and their small change, from data/currencies.yaml."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from quantities.model.quantity import Dimension, Unit
from quantities.word_tables import first_words, names, tables, word_class

_UNITS: dict[str, Unit] = {
    code: Unit(name, Dimension.MONEY, currency=code) for code, name in names("currencies", "units").items()
}
CODES: dict[str, Unit] = {code: _UNITS[iso] for code, iso in names("currencies", "codes").items()}
NAMES: dict[tuple[str, ...], Unit] = {
    tuple(form.split()): _UNITS[iso] for form, iso in names("currencies", "names").items()
}
SIGNS: dict[str, Unit] = {sign: _UNITS[iso] for sign, iso in names("currencies", "signs").items()}
SIGN_WORDS = frozenset(sign for sign in SIGNS if sign[0].isalpha() and sign.isalnum())
FIRST_WORDS = first_words(NAMES)
# Codes that are English words too, so that only capitals make them money.
IN_CAPITALS = word_class("currencies", "in_capitals")
# ISO codes of currencies whose amounts have no decimals.
WHOLE = word_class("currencies", "whole")
# ISO codes of currencies that are used where a dot sets thousands apart.
DOTTED = word_class("currencies", "dotted")
POUND = _UNITS["GBP"]


class SmallChange(NamedTuple):
    """A part of a currency: the ISO code of the whole, and the share of it that one is."""

    currency: str
    share: Fraction


SMALL_CHANGE: dict[str, SmallChange] = {
    name: SmallChange(code, Fraction(*share)) for name, (code, *share) in tables("currencies")["small_change"].items()
}
SMALL_CHANGE_FORMS = names("currencies", "small_change_forms")  # "pence": "penny"
