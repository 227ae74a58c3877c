"""Cardinal numbers in words, in digits with scale words, and mixed: "three hundred and two thousand", "2.5 million"."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from quantities.numerals.digit_groups import join_digit_groups
from quantities.numerals.digits import MAX_DIGITS, parse_digits
from quantities.numerals.number_words import DIGITS, LEADING, ONES, TEENS, TENS, ZEROS
from quantities.numerals.scale_words import DOZENS, HUNDREDS, SCALES
from quantities.text.lexicon import words
from quantities.text.tokenizer import NUMBER, WORD, Token

ZERO = Fraction(0)


@dataclass(slots=True)
class Cardinal:
    """A number read from the tokens up to `next`.

    `scale` is the factor of the last scale word, `step` the worth of the last digit that was written, `others` are
    other readings of the same digits.
    """

    value: Fraction
    next: int
    step: Fraction
    scale: int = 1
    in_words: bool = False
    others: tuple[Fraction, ...] = ()


@dataclass(slots=True)
class CardinalSum:
    """Adds up a cardinal word by word: whole groups so far, the group under way, and what the last word was.

    "two million three hundred" has the total 2,000,000 and the group 300; `limit` is the scale added last, below which
    the next must stay, 0 before any. `last` is "" at the start, then "ones", "teens", "tens", "zero", "article",
    "hundred", "scale" or "number".
    """

    total: Fraction = ZERO
    group: Fraction | None = None
    limit: int = 0
    last: str = ""
    scale: int = 1

    @property
    def result(self) -> Fraction:
        """The sum of all words so far."""
        return self.total + (self.group or ZERO)

    def add(self, word: str, step: Fraction) -> Fraction:
        """Adds a number word or scale word, and returns what its last digit is worth; `step` is what it was before."""
        if word in ONES:
            self.group, self.last = (self.group or ZERO) + ONES[word], "ones"
        elif word in TEENS or word in TENS:
            self.group = (self.group or ZERO) + (TEENS.get(word) or TENS[word])
            self.last = "teens" if word in TEENS else "tens"
        elif word in ZEROS:
            self.group, self.last = ZERO, "zero"
        elif word in ("a", "an"):
            self.group, self.last = Fraction(1), "article"
        elif word in HUNDREDS:
            self.group, self.last, self.scale = (self.group or Fraction(1)) * 100, "hundred", 100
            return step * 100
        else:
            return self._add_scale(word, step)
        self.scale = 1
        return Fraction(1)

    def _add_scale(self, word: str, step: Fraction) -> Fraction:
        factor, dozen = SCALES[word], word in DOZENS
        if dozen and self.last in ("ones", "teens") and self.group is not None and self.group >= 100:
            self.group += (self.group % 100) * (factor - 1)  # "two hundred and three dozens" is 236
        elif self.group is None:  # "two lakh crore"
            self.total *= factor
        elif self.limit and factor > self.limit:
            self.total, self.group = (self.total + self.group) * factor, None
        else:
            self.total, self.group = self.total + self.group * factor, None
        scale = self.scale * factor if self.last == "scale" else factor
        self.limit, self.last, self.scale = factor, "scale", scale
        return ZERO if dozen else step * factor


def parse_cardinal(tokens: list[Token], i: int, locale: str = "en", stop: int = -1) -> Cardinal | None:
    """Returns the longest cardinal that starts at token i and ends before token `stop`; None if there is none.

    Raises NumberTooLargeError.
    """
    if tokens[i].kind == NUMBER and tokens[i + 1].kind != NUMBER and tokens[i + 1].lower not in _GOES_ON:
        return _parse_plain(tokens[i].text, i, locale)
    state, place, step = CardinalSum(), i, Fraction(1)
    others: tuple[Fraction, ...] = ()
    while place != stop:
        at = _skip_joiner(tokens, place, state) if state.last else place
        token = tokens[at]
        if token.kind == NUMBER and _takes_number(tokens, at, state, joined=at != place):
            read = parse_digits(token.text, locale)
            if read is None or (state.last and read.decimals):
                break
            state.group, state.last = (state.group or ZERO) + read.value, "number"
            step, others, place = Fraction(1, 10**read.decimals) * Fraction(10) ** read.exponent, read.others, at + 1
            grouped = join_digit_groups(tokens, at) if not state.limit else None
            if grouped is not None:
                state.group, place = grouped
        elif token.kind == WORD and _takes_word(tokens, at, state, token.lower):
            word = "thousand" if token.lower == "mil" and tokens[at + 1].lower in _SPANISH else token.lower
            step, place = state.add(word, step), at + 1
            others = tuple(o * SCALES[word] for o in others) if word in SCALES else ()
        else:
            break
        if tokens[place].lower == "point" and state.last != "scale":
            place, step = _parse_decimals(tokens, place, state, step)
    if state.last in ("", "article"):
        return None
    return Cardinal(state.result, place, step, state.scale, tokens[i].kind != NUMBER, others)


_SPANISH = words("millones mill\u00f3n")  # "mil millones" is a thousand million; "mil" alone is typed for a million
_BIG = words("hundred thousand million billion trillion lakh crore")
_GOES_ON = frozenset([*SCALES, "point", "and", "-"])


def _parse_plain(text: str, i: int, locale: str) -> Cardinal | None:
    """Returns a number in digits with nothing after it that could belong to it: the common case, made short."""
    read = parse_digits(text, locale)
    if read is None:
        return None
    step = (
        Fraction(1, 10**read.decimals) * Fraction(10) ** read.exponent
        if read.decimals or read.exponent
        else Fraction(1)
    )
    return Cardinal(read.value, i + 1, step, others=read.others)


def _skip_joiner(tokens: list[Token], place: int, state: CardinalSum) -> int:
    """Returns the place after a hyphen between number words, or after the "and" of "three hundred and two"."""
    token = tokens[place]
    following = tokens[place + 1]
    if token.text == "-" and following.kind == WORD and (tokens[place - 1].kind == WORD or following.lower in _BIG):
        return place + 1 if following.lower in LEADING or following.lower in SCALES else place
    if token.text == "," and state.last == "scale" and following.lower in LEADING:
        scales = [SCALES.get(tokens[at].lower, 0) for at in range(place + 2, place + 5)]
        return place + 1 if 0 < max(scales) < state.limit else place
    if token.lower != "and":
        return place
    if state.last == "hundred" or (state.last == "scale" and _continues_after_and(tokens, place + 1, state)):
        return place + 1
    if state.last == "tens" and following.lower in ONES and tokens[place + 2].lower == "and":
        return place + 1
    return place


def _continues_after_and(tokens: list[Token], i: int, state: CardinalSum) -> bool:
    """Whether a number goes on after "and".

    Only another hundred or more does so after "two million and"; "two million and three dogs" does not.
    """
    if state.limit <= 1000 or state.limit == 12:
        return tokens[i].lower in LEADING and SCALES.get(tokens[i + 1].lower, 0) < state.limit
    return (tokens[i].lower in LEADING or tokens[i].kind == NUMBER) and tokens[i + 1].lower in SCALES


def _takes_number(tokens: list[Token], at: int, state: CardinalSum, *, joined: bool) -> bool:
    if not state.last:
        return True
    text = tokens[at].text
    if state.last == "hundred":
        return joined and text.isdigit() and len(text) <= 2
    return state.last == "scale" and text.isdigit() and 1 < SCALES.get(tokens[at + 1].lower, 0) < state.limit


def _takes_word(tokens: list[Token], at: int, state: CardinalSum, word: str) -> bool:
    if word in _AFTER:
        return state.last in _AFTER[word] and _fits(tokens, at, state)
    if word in ("a", "an"):
        return not state.last and tokens[at + 1].lower in SCALES
    return word in SCALES and state.last not in ("", "zero") and _is_scale(tokens, at, state)


_SMALL = {
    **dict.fromkeys(ONES, frozenset(["", "tens", "hundred", "scale"])),
    **dict.fromkeys([*TEENS, *TENS], frozenset(["", "hundred", "scale"])),
    **dict.fromkeys(ZEROS, frozenset([""])),
}
# What each word may follow: the kinds of the word before it, "" at the start.
_AFTER: dict[str, frozenset[str]] = {
    **_SMALL,
    "hundred": frozenset(["ones", "teens", "tens", "article", "number"]),
    "hundreds": frozenset(["ones", "teens", "tens", "number"]),
}
_SHORT = frozenset(["bn", "mn", "tn", "tr", "cr", "dz", "k"])


def _is_scale(tokens: list[Token], at: int, state: CardinalSum) -> bool:
    """Whether a word that may be a scale is one here: "kr" only after words, no other letters than k."""
    word = tokens[at].lower
    if word == "kr":
        return state.last not in ("number", "scale")
    if word.isascii() and len(word) <= 2 and word not in _SHORT:
        return False
    return not (word in ("mill", "mil") and tokens[at + 1].text == "-")


def _fits(tokens: list[Token], at: int, state: CardinalSum) -> bool:
    """Whether a number word may follow: a smaller one after a scale word ("two thousand"), none after a dozen.

    One that a hyphen joins to what is counted does not: "a billion one-dollar bills".
    """
    joined = tokens[at + 2 : at + 3] if tokens[at + 1].text == "-" and tokens[at - 1].lower in _BIG else []
    if any(after.kind == WORD and after.lower not in {*LEADING, *SCALES, "and"} for after in joined):
        return False
    return state.last != "scale" or (state.limit > 12 and tokens[at].lower not in HUNDREDS)


def _parse_decimals(tokens: list[Token], place: int, state: CardinalSum, step: Fraction) -> tuple[int, Fraction]:
    """Adds the digits of "point nought four" to the number; changes nothing if none follow the word."""
    at, digits = place + 1, ""
    while tokens[at].lower in DIGITS and len(digits) < MAX_DIGITS:
        digits += str(DIGITS[tokens[at].lower])
        at += 1
    if not digits and tokens[at].kind == NUMBER and tokens[at].text.isdigit() and len(tokens[at].text) <= MAX_DIGITS:
        digits, at = tokens[at].text, at + 1
    if not digits and (tokens[at].lower in TEENS or tokens[at].lower in TENS):
        below_hundred = parse_cardinal(tokens, at, stop=at + (3 if tokens[at + 1].text == "-" else 2))
        if below_hundred and below_hundred.value < 100:
            digits, at = str(below_hundred.value), below_hundred.next
    if not digits:
        return place, step
    state.group = (state.group or ZERO) + Fraction(int(digits), 10 ** len(digits))
    state.last = "number"
    return at, Fraction(1, 10 ** len(digits))
