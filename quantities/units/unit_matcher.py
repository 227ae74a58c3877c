"""Physical units at a place of a sentence: words, symbols, and one unit over another."""

from __future__ import annotations

import dataclasses

from quantities.model.quantity import Dimension, Form, Unit
from quantities.parse_state import SentenceState
from quantities.text.lexicon import FUNCTION_WORDS
from quantities.units import physical_units

_SPACED_OUT = frozenset(["A", "w", "s", "J", "N", "ct", "atm", "C", "F"])  # words of their own after a space
_DEGREES = frozenset(["C", "F"])  # but for these where nothing that has such a letter follows: "at 350 F for"
_AT_THE_END = frozenset(["w", "s", "J"])  # but for these where no word follows: "takes 100 s"
_TIMES = frozenset("*.x")
_KELVIN = physical_units.BY_NAME["kelvin"]


def match_unit(sentence: SentenceState, at: int, *, close: bool) -> tuple[Unit, int, Form] | None:
    """Returns the physical unit at token `at` with its denominator, its last token and its form; None if none.

    `close` says that it is written without a space or with a hyphen, where single letters are units.
    """
    found = match_simple_unit(sentence, at, close=close)
    if found is None:
        return None
    unit, end = found
    return (*_with_denominator(sentence, unit, end), Form.AMOUNT)


def match_simple_unit(sentence: SentenceState, at: int, *, close: bool) -> tuple[Unit, int] | None:
    """Returns the unit without a denominator at token `at`, and its last token; `close` as in match_unit."""
    word = sentence.lower[at].removesuffix("'s")  # "half an hour's drive"
    symbol = _symbol(sentence, at)
    after, text = sentence.tokens[at + 1], sentence.tokens[at].text
    compound = after.text == "/" and sentence.glued(at + 1)
    if text == "w" and (compound or (after.text == "-" and sentence.is_number(at + 2))):
        return None  # "2w/ fries" is with, 5w-30 an oil
    ends = text in _AT_THE_END and after.kind != "word" and sentence.lower[at - 2] != "the"
    no_word = after.kind != "number" and (after.kind != "word" or after.lower in FUNCTION_WORDS)
    ends |= text in _DEGREES and no_word and sentence.is_number(at - 1)
    if symbol is not None and (close or compound or ends or text not in _SPACED_OUT):
        return symbol
    longest = physical_units.FIRST_WORDS.get(word, 0)
    for length in range(longest, 0, -1):
        words, end = _words_from(sentence, at, length)
        unit = physical_units.WORDS.get(words)
        if unit is not None and not (length == 1 and word in physical_units.NOUNS and not _is_unit(sentence, at)):
            return unit, end
    return None


def _is_unit(sentence: SentenceState, at: int) -> bool:
    """Whether a plain noun is a unit: it is defined, "1 bar = 14.5 psi", or so many "stone" of nothing are a weight."""
    if sentence.tokens[at + 1].text == "=":
        return True
    after, before = sentence.tokens[at + 1], sentence.lower[at - 1]
    alone = after.kind != "word" or after.lower in FUNCTION_WORDS | {"heavier", "lighter", "overweight", "thats"}
    return sentence.lower[at] == "stone" and alone and before not in ("1", "one", "a", "single") and after.text != "-"


def _words_from(sentence: SentenceState, at: int, length: int) -> tuple[tuple[str, ...], int]:
    """Returns `length` words from token `at`, without hyphens and dots between them, and the place of the last."""
    words = [sentence.lower[at].removesuffix("'s")]
    while len(words) < length:
        at += 1
        if sentence.tokens[at].text in ("-", "."):
            at += 1
        words.append(sentence.lower[at])
    return tuple(words), at


def _symbol(sentence: SentenceState, at: int) -> tuple[Unit, int] | None:
    """Returns the unit of a symbol such as kWh, km2, km/h, °C, lb-ft, or of the foot and inch marks."""
    token, after = sentence.tokens[at], sentence.tokens[at + 1]
    if token.kind == "number" or not token.text or token.text in ("-", "."):
        return None
    near = sentence.glued(at + 1)
    if token.text == "'" and sentence.glued(at) and not (near and after.kind == "word"):
        return physical_units.BY_NAME["foot"], at
    if near and after.text in ("2", "3", "\u00b2", "\u00b3", "C", "F"):
        unit = physical_units.SYMBOLS.get(token.text + after.text)
        if unit is not None:
            return unit, at + 1
    if near and after.text in ("/", "-") and sentence.glued(at + 2):
        unit = physical_units.SYMBOLS.get(token.text + after.text + sentence.tokens[at + 2].text)
        if unit is not None:
            return unit, at + 2
    if token.text == "\u00b0" and after.text in ("C", "F"):
        return physical_units.SYMBOLS["\u00b0" + after.text], at + 1
    name = sentence.taken.get(at) == sentence.taken.get(at + 1) == "name"  # the "mp" of "400,000 mp3s"
    unit = None if name else physical_units.SYMBOLS.get(token.text)
    return (unit, at) if unit is not None else None


def _with_denominator(sentence: SentenceState, unit: Unit, end: int) -> tuple[Unit, int]:
    """Returns a unit over one that is no time: "miles per hour", "grams per litre", "A/cm2".

    Over a time the quantity is a rate (see rates.read_rate), except where the two make a known unit.
    """
    joint = sentence.lower[end + 1]
    product = _product(sentence, end + 2) if joint == "/" else None
    if product is not None:
        return dataclasses.replace(unit, per=product[0]), product[1]
    below = match_simple_unit(sentence, end + 2, close=True) if joint in ("per", "/", "a", "an") else None
    if below is None:
        return unit, end
    name = f"{unit.name} per {below[0].name}"
    known = physical_units.BY_NAME.get(name)
    if known is not None:
        return known, below[1]
    if unit.dimension is Dimension.LENGTH and below[0].dimension is Dimension.TIME and unit.factor and below[0].factor:
        short = below[0].name in ("second", "minute", "hour", "millisecond")
        return (Unit(name, Dimension.SPEED, unit.factor / below[0].factor), below[1]) if short else (unit, end)
    if below[0].dimension is Dimension.TIME or joint in ("a", "an"):
        return unit, end
    return dataclasses.replace(unit, per=below[0]), below[1]


def _product(sentence: SentenceState, at: int) -> tuple[Unit, int] | None:
    """Returns the unit of a product in brackets, the "(m*K)" of "W/(m*K)", and its last token."""
    if sentence.tokens[at].text != "(":
        return None
    place = at + 1
    while place < at + 8 and sentence.tokens[place].text not in (")", ""):
        place += 1
    symbols = "".join(token.text for token in sentence.tokens[at + 1 : place])
    for sign in _TIMES & set(symbols):
        parts = [_KELVIN if part in ("K", "k") else physical_units.SYMBOLS.get(part) for part in symbols.split(sign)]
        if sentence.tokens[place].text == ")" and len(parts) > 1 and all(parts):
            return Unit(" ".join(part.name for part in parts if part), Dimension.OTHER), place
    return None
