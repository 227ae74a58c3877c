"""Numbers that are part of a name or code: Game 7, S&P 500, iPhone 14, B-52, CO2, 5G, 88120 K-7."""

from __future__ import annotations

import re

from quantities.filters import alphanumeric_codes
from quantities.numerals.scale_words import SCALES
from quantities.parse_state import SentenceState
from quantities.text.lexicon import FUNCTION_WORDS, is_plural, words

ORDINAL_ENDS = frozenset(["st", "nd", "rd", "th", "ers", "er"])


LABELS = words(
    """game chapter article section level version channel flight route highway unit block gate tier season episode
    figure table no number nr formula windows iphone ipad galaxy boeing airbus apollo psalm appendix volume act
    scene lane page room suite platform stage interstate world-war hall grade category type class proposition
    amendment title lot bus line track group phase part step round heat week day mark model mk sp nasdaq ftse cac
    dax nikkei stoxx topix russell fortune csi rfc iso covid playstation xbox android ios python java scp option
    pier district ward precinct rule question q item clause paragraph ref order invoice ticket zip code pin stuxnet
    su mig"""
)


_WEAK_LABELS = words(
    """group lot line page order number set week day code item round part type class option unit level"""
)


def is_capital(line: SentenceState, i: int) -> bool:
    """Whether token i is a word in capitals that does not merely open the sentence."""
    token = line.tokens[i]
    opens = i == 0 and not (token.text.isupper() and 2 <= len(token.text) <= 4)
    return (
        i >= 0
        and not opens
        and not token.low.endswith("'s")
        and token.kind == "word"
        and token.text[0].isupper()
        and token.low not in FUNCTION_WORDS
    )


def label(line: SentenceState, i: int) -> bool:
    """A number that names what stands before it: Game 7, S&P 500, iPhone 14, ISO 3888-2, Herrera: 4."""
    if not is_small(line, i) and not re.fullmatch(r"\d{1,2}\.\d", line.tokens[i].text):
        return False
    before = line.lows[i - 1] if i else ""
    at = i - 2 if before in (".", "#", "-") and i > 1 and line.lows[i - 2] in LABELS else i - 1
    if at < 0:
        return False
    named = line.lows[at] in LABELS
    sure = (
        named
        and line.lows[at] not in _WEAK_LABELS
        and line.tokens[at].text[0].isupper()
        and line.tokens[i + 1].text != "%"
    )
    if not sure and _is_counted(line, i):
        return False
    if line.tokens[i - 1].text == "#":
        named, at = True, i - 1
    proper = (
        at == i - 1
        and is_small(line, i)
        and is_capital(line, at)
        and not alphanumeric_codes.is_money_word(line.lows[at])
    )
    if not named and not (proper and not _sentence_case(line)):
        return False
    last = i + 2 if line.tokens[i + 1].text == "-" and line.is_number(i + 2) and line.glued(i + 2) else i
    line.ignore(at if named else i, last, "name")
    return True


def _sentence_case(line: SentenceState) -> bool:
    """Whether the sentence is all in capitals, so that a capital letter says nothing."""
    words = [t.text for t in line.tokens[: min(line.size, 12)] if t.kind == "word"]
    return len(words) > 2 and all(word[0].isupper() for word in words) and all(word.isupper() for word in words[:3])


_UNIT_AFTER = words(
    """percent per pc pct points point bps basis million billion dollars euros pounds yen yuan km kg years year months
    days hours minutes seconds mph people times k m bn lakh crore in to out of"""
)


def _is_counted(line: SentenceState, i: int) -> bool:
    """Whether a unit, a plural or a sign after the number makes it a quantity of its own."""
    after = line.tokens[i + 1]
    if after.kind == "word":
        if after.low in ("in", "to", "of", "out"):
            return after.low != "to" and line.is_number(i + 2) and after.low != "in"
        return is_plural(after.low) or after.low in _UNIT_AFTER or after.low in SCALES or line.glued(i + 1)
    return after.text in "%\u20ac$\u00a3\u00b0" and after.kind == "sign"


def bracketed(line: SentenceState, i: int) -> bool:
    """A number alone in brackets after a name, or a mark behind a name and colon: "Moore (9)", "Herrera: 4
    Started".
    """
    if not is_small(line, i) or len(line.tokens[i].text) > 2 or i < 2:
        return False
    alone = line.tokens[i - 1].text == "(" and line.tokens[i + 1].text == ")"
    mark = line.tokens[i - 1].text == ":" and line.tokens[i + 1].text[:1].isupper()
    if not (alone or mark) or not line.tokens[i - 2].text[0].isupper():
        return False
    line.ignore(i, i, "name")
    return True


def hyphened(line: SentenceState, i: int) -> bool:
    """B-52, V-6, Covid-19, TPP-11, PLX-R18."""
    if (
        line.tokens[i - 1].text == "-"
        and line.taken.get(i - 2) in ("name", "code")
        and line.glued(i)
        and line.glued(i - 1)
    ):
        line.ignore(i, i, "name")
        return True
    if line.tokens[i - 1].text != "-" or i < 2 or not (line.glued(i) and line.glued(i - 1)):
        return False
    word = line.tokens[i - 2]
    named = (
        word.kind == "word"
        and (word.text[0].isupper() or word.low in LABELS)
        and word.low not in ("sub", "minus", "mid", "under", "over")
    )
    if (
        not named
        or line.lows[i - 2] in FUNCTION_WORDS
        or alphanumeric_codes.is_money_word(word.low)
        or _is_counted(line, i)
    ):
        return False
    line.ignore(i - 2, i, "name")
    return True


def spelt_label(line: SentenceState, i: int) -> None:
    strong = line.lows[i] not in _WEAK_LABELS and line.lows[i] not in ("game", "match", "no", "q", "question")
    if strong and line.tokens[i].text[0].isupper() and not line.tokens[i + 1].text[0].islower():
        line.ignore(i, i + 1, "name")


def is_small(line: SentenceState, i: int) -> bool:
    text = line.tokens[i].text
    return text.isdigit() and len(text) <= 4
