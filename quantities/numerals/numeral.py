"""Finds the numerals of a sentence, in digits and in words."""

from __future__ import annotations

from fractions import Fraction

from quantities.numerals import fractions, standalone_words, vague_numbers
from quantities.numerals.cardinal import Cardinal, parse_cardinal
from quantities.numerals.digits import NumberTooLargeError
from quantities.numerals.number_words import LEADING
from quantities.numerals.pronouns import is_part_of_name, is_pronoun
from quantities.numerals.scale_words import SCALES
from quantities.numerals.scientific import read_scientific
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import AUXILIARIES, PREPOSITIONS, VERBS, is_plural, words

_BARE_SCALES = words("hundred thousand million billion")
_STARTS = (
    LEADING
    | _BARE_SCALES
    | {"a", "an", "every", "half", "quarter", "minus", "negative"}
    | standalone_words.STARTS
    | vague_numbers.STARTS
)


def find_numerals(sentence: SentenceState) -> None:
    """Adds a draft for each numeral of the sentence whose tokens are not taken."""
    place = 0
    while place < sentence.size:
        token = sentence.tokens[place]
        starts = token.kind == "number" or token.lower in _STARTS or token.text in fractions.SIGNS
        draft = _read_numeral(sentence, place) if starts and place not in sentence.taken else None
        if draft is None:
            place += 1
            continue
        sentence.drafts.append(draft)
        place = draft.end + 1


def _skip_repetition(sentence: SentenceState, draft: QuantityDraft) -> None:
    """Takes the same number again in brackets, as contracts have it, into the draft: "forty-five (45) days"."""
    at = draft.last + 1
    if sentence.tokens[at].text != "(":
        return
    again = parse_cardinal(sentence.tokens, at + 1, sentence.locale)
    if again is not None and sentence.tokens[again.next].text == ")" and again.value == draft.low:
        draft.last = draft.end = again.next


def _read_numeral(sentence: SentenceState, i: int) -> QuantityDraft | None:
    word = sentence.lower[i]
    if word in ("minus", "negative"):
        return None  # the number after it makes itself negative
    if i == 0 and sentence.size <= 4:
        whole = standalone_words.read_whole_text(sentence)
        if whole is not None:
            return whole
    try:
        draft = _parse_numeral(sentence, i)
    except NumberTooLargeError:
        end = _end_of_digits(sentence, i)
        sentence.ignore(i, end, "too large")
        return None
    if draft is None or any(place in sentence.taken for place in range(draft.first, draft.last + 1)):
        return None
    if is_pronoun(sentence, draft) or is_part_of_name(sentence, draft):
        return None
    _negate(sentence, draft)
    return draft


def _parse_numeral(sentence: SentenceState, i: int) -> QuantityDraft | None:
    special = vague_numbers.read_vague_number(sentence, i) or read_scientific(sentence, i)
    if special is not None:
        return special
    if sentence.lower[i] in _BARE_SCALES:
        return _bare_scale(sentence, i)
    top = parse_cardinal(sentence.tokens, i, sentence.locale)
    draft = _fraction(sentence, i, top) or (_cardinal(sentence, i, top) if top is not None else None)
    if draft is not None:
        _skip_repetition(sentence, draft)
    return draft


_BEFORE_BARE = (PREPOSITIONS | AUXILIARIES | VERBS | words("every its their his her our my your whose")) - words(
    "per by like the"
)


def _bare_scale(sentence: SentenceState, i: int) -> QuantityDraft | None:
    """Returns "hundred dollars" as 100: a scale word without a number before it and with a plural behind it."""
    if i and sentence.lower[i - 1] not in _BEFORE_BARE:
        return None
    place, value = i, 1
    while sentence.lower[place] in _BARE_SCALES:
        value, place = value * SCALES[sentence.lower[place]], place + 1
    counted = sentence.tokens[place]
    if not is_plural(counted.lower) or counted.text[0].isupper():
        return None
    number = Fraction(value)
    return QuantityDraft(i, place - 1, number, number, step=number, scale=value, in_words=True)


def _end_of_digits(sentence: SentenceState, i: int) -> int:
    while (
        i + 1 < sentence.size
        and sentence.glued(i + 1)
        and (sentence.tokens[i + 1].kind != "sign" or sentence.tokens[i + 1].text == "^")
    ):
        i += 1
    return i


def _fraction(sentence: SentenceState, i: int, top: Cardinal | None) -> QuantityDraft | None:
    tokens = sentence.tokens
    spelt = tokens[i].kind == "word" and tokens[i].text not in fractions.SIGNS
    part = (None if spelt else fractions.parse_in_digits(tokens, i)) or fractions.parse_in_words(tokens, i, top)
    if part is None:
        return _parse_over(sentence, i, top) if top is not None and tokens[top.next].lower == "over" else None
    value, scale, place = fractions.apply_scale(tokens, part)
    draft = QuantityDraft(i, place - 1, value, value, scale=scale, in_words=spelt, is_fraction=scale == 1)
    if scale > 1:
        draft.step = Fraction(0)
    return draft


def _parse_over(sentence: SentenceState, i: int, top: Cardinal) -> QuantityDraft | None:
    """Returns "one over three" as a fraction where no noun or sign follows."""
    bottom = parse_cardinal(sentence.tokens, top.next + 1)
    if bottom is None or bottom.value == 0:
        return None
    after = sentence.tokens[bottom.next]
    if after.kind == "word" or after.text == "%":
        return None
    value = top.value / bottom.value
    return QuantityDraft(i, bottom.next - 1, value, value, is_fraction=True)


def _cardinal(sentence: SentenceState, i: int, read: Cardinal) -> QuantityDraft:
    value, place, step, scale = read.value, read.next, read.step, read.scale
    mixed = _parse_mixed(sentence, read)
    if (
        sentence.lower[place - 1] in _SHORTENED
        and sentence.tokens[place].text == "."
        and sentence.tokens[place + 1].kind == "word"
    ):
        place += 1
    if mixed is not None:
        value, place, scale, step = mixed
    others = () if mixed else read.others
    return QuantityDraft(i, place - 1, value, value, step, scale, in_words=read.in_words, others=others)


_SHORTENED = frozenset(["mrd", "mio", "mln", "mil", "bn", "tn"])  # may end in a dot: "13,5 Mrd. Euro"


def _parse_mixed(sentence: SentenceState, read: Cardinal) -> tuple[Fraction, int, int, Fraction] | None:
    """Returns a whole number with the fraction after it: 2 1/2, 2½, "two and a half million"."""
    tokens, at = sentence.tokens, read.next
    if (sentence.is_number(at) and not sentence.glued(at)) or tokens[at].text in fractions.SIGNS:
        part = fractions.parse_in_digits(tokens, at)
        if part is None or part[0] >= 1:
            return None
    elif tokens[at].lower == "and":
        part = fractions.parse_in_words(tokens, at + 1, whole_before=True) or fractions.parse_in_digits(tokens, at + 1)
    else:
        return None
    if part is None or part[0] >= 1:
        return None
    after, factor, place = fractions.apply_scale(tokens, part)
    if factor == 1 and read.scale >= 10**6:
        return read.value + part[0] * read.scale, place, read.scale, Fraction(0)
    if factor == 1 or read.scale > factor:
        return read.value + after, place, 1, Fraction(0)
    return (read.value + part[0]) * factor, place, factor, Fraction(0)


def _negate(sentence: SentenceState, draft: QuantityDraft) -> None:
    """Makes the number negative if a minus sign or word stands right before it; a hyphen between two things is none."""
    i = draft.first
    before = sentence.tokens[i - 1]
    if before.lower in ("minus", "negative"):
        draft.first = draft.start = i - 1
    elif before.text == "-" and sentence.lower[i - 2] == "minus":
        draft.first = draft.start = i - 2
    elif before.text == "-" and _is_sign(sentence, i):
        draft.first = draft.start = i - 1
    else:
        return
    draft.low = draft.high = -draft.low
    draft.others = tuple(-other for other in draft.others)


def _is_sign(sentence: SentenceState, i: int) -> bool:
    opens = i - 1 == 0 or not sentence.glued(i - 1) or sentence.tokens[i - 2].text in "([$\u20ac\u00a3:="
    if sentence.glued(i):
        return opens and not (i > 1 and not sentence.glued(i - 1) and sentence.is_number(i - 2))
    return i - 1 == 0 and sentence.tokens[i].kind != "word" and sentence.size <= i + 6 and not _has_words(sentence, i)


def _has_words(sentence: SentenceState, i: int) -> bool:
    return any(t.kind == "word" and t.lower not in SCALES for t in sentence.tokens[i : sentence.size])
