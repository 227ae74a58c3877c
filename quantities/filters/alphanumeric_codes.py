"""Ignores numbers that grew together with letters: S22, CO2, 5G, 60D, 1080p, 88120K7.

Money (USD340) and units (m2) are none of them.
"""

from __future__ import annotations

from quantities.model.quantity import Dimension
from quantities.numerals.scale_words import LETTERS, SCALES
from quantities.parse_state import SentenceState
from quantities.units.currencies import CODES, SIGN_WORDS
from quantities.units.physical_units import SYMBOLS, WORDS


def ignore_code(sentence: SentenceState, i: int) -> bool:
    """Ignores number i if it grew together with letters to a name or code, and returns whether it did."""
    before, after = sentence.tokens[i - 1], sentence.tokens[i + 1]
    if i > 0 and sentence.glued(i) and before.kind == "word" and not _is_money(sentence, i):
        return _ignore_after_letters(sentence, i)
    if _ignore_before_letters(sentence, i):
        return True
    if sentence.glued(i + 1) and _is_model(sentence.tokens[i].text, after.text):
        sentence.ignore(i, i + 1, "name")
        return True
    if after.text == "G" and sentence.glued(i + 1) and sentence.tokens[i].text in "123456" and before.text != "-":
        sentence.ignore(i, i + 1, "name")
        return True
    return _ignore_order_number(sentence, i)


_RESOLUTIONS = frozenset(["480", "720", "1080", "1440", "2160"])


def _is_model(number: str, letters: str) -> bool:
    """Whether the letters behind a number make a model of it: a capital that is no unit (60D, 3D), or 1080p."""
    if letters == "p":
        return number in _RESOLUTIONS
    word = letters.lower()
    known = letters in SYMBOLS or word in SYMBOLS or letters in LETTERS or word in SCALES or word in SIGN_WORDS - {"n"}
    return len(letters) <= 2 and letters.isascii() and letters.isupper() and not known


def _ignore_after_letters(sentence: SentenceState, i: int) -> bool:
    """Ignores a number with letters before it, unless they are a unit (m2) or a multiplication sign."""
    before = sentence.tokens[i - 1]
    if before.text + sentence.tokens[i].text in SYMBOLS and (
        sentence.tokens[i - 2].text == "/" or sentence.is_number(i - 2)
    ):
        sentence.taken[i] = "unit"
        return True
    if before.lower == "x" and sentence.glued(i - 1) and sentence.is_number(i - 2):
        return False
    sentence.ignore(i - 1, i, "name")
    return True


def _ignore_before_letters(sentence: SentenceState, i: int) -> bool:
    """Ignores a number, letters and a number without a space, unless they are a unit (5m2) or a power (1.3x10)."""
    after = sentence.tokens[i + 1]
    if (
        sentence.glued(i + 1)
        and after.kind == "word"
        and sentence.glued(i + 2)
        and sentence.is_number(i + 2)
        and not is_currency_code(after.lower)
    ):
        if after.text + sentence.tokens[i + 2].text in SYMBOLS:
            return False
        if _is_a_side(sentence, i):
            return False
        if after.lower not in ("x", "e") or not sentence.tokens[i + 2].text.startswith("10"):
            sentence.ignore(i, i + 2, "code")
            return True
    return False


def _is_a_side(sentence: SentenceState, i: int) -> bool:
    """Whether a number is one of the sides of something that are measured by the last one: "50x40x30 cm"."""
    while sentence.lower[i + 1] == "x" and sentence.is_number(i + 2):
        i += 2
    after = sentence.tokens[i + 1]
    unit = SYMBOLS.get(after.text) or WORDS.get((after.lower,))
    return unit is not None and unit.dimension is Dimension.LENGTH


def _ignore_order_number(sentence: SentenceState, i: int) -> bool:
    """Ignores a long number beside a code of letters and digits: "88120 K-7"."""
    letter = sentence.tokens[i + 1]
    if not (
        sentence.tokens[i].text.isdigit()
        and len(sentence.tokens[i].text) >= 5
        and letter.kind == "word"
        and letter.lower != "x"
        and len(letter.text) <= 2
    ):
        return False
    at = i + 2 + (sentence.tokens[i + 2].text == "-")
    if sentence.is_number(at) and sentence.glued(at) and (at == i + 2 or sentence.glued(at - 1)):
        sentence.ignore(i, at, "code")
        return True
    return False


def _is_money(sentence: SentenceState, i: int) -> bool:
    """Whether the letters before the number are money: USD340, R2.6 trillion, $US31.

    PS5 and R2 are names.
    """
    before, text = sentence.tokens[i - 1], sentence.tokens[i].text
    if is_currency_code(before.lower) or (sentence.tokens[i - 2].text == "$" and sentence.glued(i - 1)):
        return True
    after = sentence.tokens[i + 1]
    amount = not text.isdigit() or len(text) > 2 or after.lower in SCALES or after.text in LETTERS
    return (
        amount
        and (before.text.isupper() or before.lower in ("rs", "rp", "sh", "shs", "kshs"))
        and before.lower in SIGN_WORDS
    )


def is_currency_code(word: str) -> bool:
    """Whether the word is the code of a currency."""
    return word in CODES
