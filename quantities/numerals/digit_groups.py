"""Numbers whose thousands are set apart by spaces: 1 234 567.89."""

from __future__ import annotations

from fractions import Fraction

from quantities.numerals.digits import MAX_DIGITS, parse_digits
from quantities.text.tokenizer import NUMBER, Token


def join_digit_groups(tokens: list[Token], at: int) -> tuple[Fraction, int] | None:
    """Returns the number that begins with the one to three digits of token `at`, and the place after it.

    Groups of three follow, one space apart; None if there are none. Raises NumberTooLargeError.
    """
    text = tokens[at].text
    if not text.isdigit() or len(text) > 3 or text[0] == "0":
        return None
    place, digits = at, text
    while _is_group(tokens, place + 1) and len(digits) <= MAX_DIGITS:
        place += 1
        digits += tokens[place].text
        if not tokens[place].text.isdigit():
            break
    read = parse_digits(digits.replace(",", ".")) if place > at else None
    return None if read is None or _is_group(tokens, place + 1) else (read.value, place + 1)


def _is_group(tokens: list[Token], i: int) -> bool:
    token = tokens[i]
    if token.kind != NUMBER or token.start - tokens[i - 1].end != 1:
        return False
    return len(token.text) == 3 if token.text.isdigit() else token.text[3:4] in (".", ",") and token.text.count(",") < 2
