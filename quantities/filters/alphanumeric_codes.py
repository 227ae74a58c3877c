"""Numbers grown together with letters: S22, CO2, 5G, 60D, 1080p, 88120K7; not money (USD340) nor units (m2)."""

from __future__ import annotations

from quantities.numerals.scale_words import LETTERS, SCALES
from quantities.parse_state import SentenceState
from quantities.units.currencies import CODES, SIGN_WORDS
from quantities.units.physical_units import SYMBOLS


def code(line: SentenceState, i: int) -> bool:
    """Numbers grown together with letters: S22, CO2, dax30, 5G, 88120K7, R2-D2."""
    before, after = line.tokens[i - 1], line.tokens[i + 1]
    if i > 0 and line.glued(i) and before.kind == "word" and not _is_money(line, i):
        return _after_letters(line, i)
    if _before_letters(line, i):
        return True
    if line.glued(i + 1) and _is_model(line.tokens[i].text, after.text):
        line.ignore(i, i + 1, "name")
        return True
    if after.text == "G" and line.glued(i + 1) and line.tokens[i].text in "123456" and before.text != "-":
        line.ignore(i, i + 1, "name")
        return True
    return _order_number(line, i)


_RESOLUTIONS = frozenset(["480", "720", "1080", "1440", "2160"])


def _is_model(number: str, letters: str) -> bool:
    """A capital that is no unit makes a model of the number before it: 60D, 3D; 1080p is a screen."""
    if letters == "p":
        return number in _RESOLUTIONS
    low = letters.lower()
    known = letters in SYMBOLS or low in SYMBOLS or letters in LETTERS or low in SCALES or low in SIGN_WORDS - {"n"}
    return len(letters) <= 2 and letters.isascii() and letters.isupper() and not known


def _after_letters(line: SentenceState, i: int) -> bool:
    """Letters grown together with the number after them are a name, unless they are a unit (m2) or a multiplication
    sign.
    """
    before = line.tokens[i - 1]
    if before.text + line.tokens[i].text in SYMBOLS and (line.tokens[i - 2].text == "/" or line.is_number(i - 2)):
        line.taken[i] = "unit"
        return True
    if before.low == "x" and line.glued(i - 1) and line.is_number(i - 2):
        return False
    line.ignore(i - 1, i, "name")
    return True


def _before_letters(line: SentenceState, i: int) -> bool:
    """A number, letters and a number without a space are a code, unless they are a unit (5m2) or a power (1.3x10)."""
    after = line.tokens[i + 1]
    if (
        line.glued(i + 1)
        and after.kind == "word"
        and line.glued(i + 2)
        and line.is_number(i + 2)
        and not is_money_word(after.low)
    ):
        if after.text + line.tokens[i + 2].text in SYMBOLS:
            return False
        if after.low not in ("x", "e") or not line.tokens[i + 2].text.startswith("10"):
            line.ignore(i, i + 2, "code")
            return True
    return False


def _order_number(line: SentenceState, i: int) -> bool:
    """A long number beside a code of letters and digits ("88120 K-7")."""
    letter = line.tokens[i + 1]
    if not (
        line.tokens[i].text.isdigit()
        and len(line.tokens[i].text) >= 5
        and letter.kind == "word"
        and letter.low != "x"
        and len(letter.text) <= 2
    ):
        return False
    at = i + 2 + (line.tokens[i + 2].text == "-")
    if line.is_number(at) and line.glued(at) and (at == i + 2 or line.glued(at - 1)):
        line.ignore(i, at, "code")
        return True
    return False


def _is_money(line: SentenceState, i: int) -> bool:
    """Whether the letters grown together with the number are money: USD340, R2.6 trillion, $US31; PS5 and R2 are
    names.
    """
    before, text = line.tokens[i - 1], line.tokens[i].text
    if is_money_word(before.low) or (line.tokens[i - 2].text == "$" and line.glued(i - 1)):
        return True
    after = line.tokens[i + 1]
    amount = not text.isdigit() or len(text) > 2 or after.low in SCALES or after.text in LETTERS
    return (
        amount
        and (before.text.isupper() or before.low in ("rs", "rp", "sh", "shs", "kshs"))
        and before.low in SIGN_WORDS
    )


def is_money_word(low: str) -> bool:
    return low in CODES
