"""Fractions: 3/4, 2 1/2, ½, two thirds, a quarter of a million, five and a half."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from quantities.numerals.cardinal import Cardinal, parse_cardinal
from quantities.numerals.number_words import LEADING, TENS
from quantities.numerals.scale_words import SCALES
from quantities.text.lexicon import COMPARATIVES, FUNCTION_WORDS, singular, words
from quantities.text.tokenizer import NUMBER, Token, glued
from quantities.word_tables import numbers, word_class

DENOMINATORS = numbers("number_words", "denominators")
_PLURALS = {"halves": 2, **{w + "s": n for w, n in DENOMINATORS.items() if w != "half"}}
SIGNS: dict[str, Fraction] = {c: Fraction(unicodedata.numeric(c)).limit_denominator(10) for c in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}
HALF = Fraction(1, 2)
_OTHERS = {"other": 2, "second": 2}
_SHARED = word_class("word_classes", "in_shares")
_HOURS = words("hour mile kilo pound litre liter")  # "quarter of an hour", which is no quarter of a game
_PEOPLE = ("an", "ese")  # "every third German"

Part = tuple[Fraction, int]  # a fraction and the place after it


def parse_in_digits(tokens: list[Token], i: int) -> Part | None:
    """Returns the fraction 3/4 without spaces, or one of the fraction signs; None if neither stands at token i."""
    sign = SIGNS.get(tokens[i].text)
    if sign is not None:
        return sign, i + 1
    top, bottom = tokens[i].text, tokens[i + 2].text
    if tokens[i + 1].text != "/" or not (
        _whole(tokens[i]) and _whole(tokens[i + 2]) and glued(tokens, i + 1) and glued(tokens, i + 2)
    ):
        return None
    if len(top) > 6 or len(bottom) > 6 or int(bottom) == 0 or (tokens[i + 3].text == "/" and glued(tokens, i + 3)):
        return None
    return Fraction(int(top), int(bottom)), i + 3


def _whole(token: Token) -> bool:
    return token.kind == NUMBER and token.text.isdigit()


def parse_in_words(
    tokens: list[Token], i: int, top: Cardinal | None = None, *, whole_before: bool = False
) -> Part | None:
    """Returns the fraction in words at token i: two thirds, one-eighth, a fifth, half, three twenty-firsts.

    `top` is the cardinal at i, if it has been read; `whole_before` says that a whole number and "and" stand before.
    """
    word = tokens[i].lower
    if word == "half":
        return HALF, i + 1
    if word in ("a", "an", "every"):
        return _after_every(tokens, i) if word == "every" else _after_article(tokens, i, whole_before=whole_before)
    if word == "quarter" and tokens[i + 1].lower == "of" and tokens[i + 2].lower in ("a", "an"):
        whole = tokens[i + 3].lower
        return (Fraction(1, DENOMINATORS[word]), i + 1) if whole in SCALES or whole in _HOURS else None
    if word not in LEADING and tokens[i].kind != NUMBER:
        return None
    top = top or parse_cardinal(tokens, i)
    if top is None or top.value.denominator != 1:
        return None
    return _over_words(tokens, i, top)


def _after_every(tokens: list[Token], i: int) -> Part | None:
    """Returns the share of "every third person", "every other household"; no share is "every third Sunday"."""
    word, noun = tokens[i + 1].lower, tokens[i + 2]
    bottom = _OTHERS.get(word) or DENOMINATORS.get(word)
    of_people = noun.text.istitle() and noun.text.endswith(_PEOPLE)
    shared = of_people or singular(noun.lower) in _SHARED
    return (Fraction(1, bottom), i + 3) if bottom and shared else None


def _after_article(tokens: list[Token], i: int, *, whole_before: bool) -> Part | None:
    word, after = tokens[i + 1].lower, tokens[i + 2]
    bottom = DENOMINATORS.get(word)
    if bottom is None or word == "first" or (tokens[i + 2].text == "-" and glued(tokens, i + 2)):
        return None
    if bottom in (2, 4) and (after.lower in SCALES or after.lower in ("dozen", "century")):
        return Fraction(1, bottom), i + 2
    free = after.kind != "word" or after.lower in FUNCTION_WORDS or after.lower in ("percent", "per", "less", "more")
    ends = tokens[i + 3].kind != "word" or tokens[i + 3].lower in FUNCTION_WORDS
    free = free or (after.lower in COMPARATIVES and ends)  # "a tenth cheaper"; but "a third bigger ship" is counted
    return (Fraction(1, bottom), i + 2) if free or whole_before else None


def _over_words(tokens: list[Token], i: int, top: Cardinal) -> Part | None:
    place = top.next + (1 if tokens[top.next].text == "-" else 0)
    bottom, after = _denominator(tokens, place, one=top.value == 1)
    if bottom == 1 and tokens[place].lower.startswith("first"):
        bottom = 0
    if tokens[place - 1].lower in TENS and bottom:
        return _split_tens(tokens, i, place, after)
    if not bottom and top.next == place:
        bottom, after = _compound_denominator(tokens, place, one=top.value == 1)
    return (top.value / bottom, after) if bottom else None


def _denominator(tokens: list[Token], place: int, *, one: bool) -> tuple[int, int]:
    """Returns the denominator that the single word at `place` names and the place after it; 0 if none."""
    word = tokens[place].lower
    bottom = DENOMINATORS.get(word, 0) if one else _PLURALS.get(word, 0)
    return bottom, place + 1


def _split_tens(tokens: list[Token], i: int, place: int, after: int) -> Part | None:
    """Returns a fraction whose denominator may begin with the tens before it.

    "one hundred forty sixths" is 100/46, "one hundred and forty sixths" 140/6, and "twenty-fifth" alone an ordinal.
    """
    tens = place - 1 - (1 if tokens[place - 1].text == "-" else 0)
    last = DENOMINATORS.get(tokens[place].lower) or _PLURALS[tokens[place].lower]
    if tokens[tens - 1].lower == "and" or last >= 10:
        top = parse_cardinal(tokens, i, stop=place)
        return (top.value / last, after) if top and tokens[place].lower in _PLURALS else None
    if tens == i:
        return (
            (Fraction(TENS[tokens[tens].lower], last), after) if tokens[place].lower in _PLURALS and last != 1 else None
        )
    top = parse_cardinal(tokens, i, stop=tens)
    return (top.value / (TENS[tokens[tens].lower] + last), after) if top else None


def _compound_denominator(tokens: list[Token], place: int, *, one: bool) -> tuple[int, int]:
    """Returns a denominator of several words: "twenty-fifths", "one hundred and fifth"."""
    if tokens[place].lower not in LEADING:
        return 0, place
    base = parse_cardinal(tokens, place)
    if base is None or base.value.denominator != 1:
        return 0, place
    at = base.next
    if tokens[at].text == "-" or tokens[at].lower == "and":
        at += 1
    last = _PLURALS.get(tokens[at].lower) or (DENOMINATORS.get(tokens[at].lower) if one else None)
    return (int(base.value) + last, at + 1) if last and last < 10 else (0, place)


def apply_scale(tokens: list[Token], part: Part) -> tuple[Fraction, int, int]:
    """Returns a fraction with the scale word after it ("half a million", "a third of a billion").

    The result is the value, the scale and the next place.
    """
    value, place = part
    at = place
    if tokens[at].text == "-":
        at += 1
    if tokens[at].lower == "of" and tokens[at + 1].lower in ("a", "an"):
        at += 1
    if tokens[at].lower in ("a", "an", "of"):
        at += 1
    factor = SCALES.get(tokens[at].lower, 0) if len(tokens[at].lower) > 2 or tokens[at].lower in ("bn", "mn") else 0
    if not factor or (tokens[at].lower.endswith("s") and tokens[at].lower != "dozens"):
        return value, 1, place
    return value * factor, factor, at + 1
