"""What holds for every text: numbers survive their spelling, spans point at the words, reading never raises."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quantities import Reading, read, split_sentences, to_json


def _words(text: str) -> list[str]:
    return text.split()


_ONES = _words(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
)
_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_SCALES = [(10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")]


def _in_words(number: int) -> str:
    for scale, word in _SCALES:
        if number >= scale:
            rest = number % scale
            joint = " and " if scale == 100 else " "
            return f"{_in_words(number // scale)} {word}" + (joint + _in_words(rest) if rest else "")
    if number < 20:
        return _ONES[number]
    return _TENS[number // 10 - 2] + (f"-{_ONES[number % 10]}" if number % 10 else "")


def _grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def _only(text: str) -> Fraction:
    quantities = read(text).quantities
    assert len(quantities) == 1, text
    return quantities[0].value


# From 3,000 up, so that no year is among them.
WHOLE = st.integers(3000, 10**15 - 1)


@given(WHOLE)
def test_a_whole_number_in_any_style_is_the_same_number(number: int) -> None:
    styles = [str(number), _grouped(number, ","), _grouped(number, "'"), _grouped(number, " "), _in_words(number)]
    if number >= 10**6:
        styles.append(_grouped(number, "."))
    for style in styles:
        assert _only(f"They counted {style} sheep.") == number, style


@given(st.integers(1, 9999), st.integers(0, 3), st.sampled_from(["k", "m", "bn", "tn", " million", " billion", " mln"]))
def test_a_decimal_with_a_scale(digits: int, decimals: int, scale: str) -> None:
    factors = {"k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12, " million": 10**6, " billion": 10**9, " mln": 10**6}
    number = f"{digits / 10**decimals:.{decimals}f}"
    assert _only(f"It cost ${number}{scale}.") == Fraction(number) * factors[scale]


@given(st.integers(1, 10**6), st.integers(-20, 20))
def test_scientific_notation(mantissa: int, exponent: int) -> None:
    expected = mantissa * Fraction(10) ** exponent
    assert _only(f"There are {mantissa}e{exponent} atoms") == expected
    assert _only(f"There are {mantissa}×10^{exponent} atoms") == expected


@given(st.integers(0, 10**12))
def test_other_digits(number: int) -> None:
    for first in (0x0660, 0x0966, 0xFF10):
        text = "".join(chr(first + int(digit)) for digit in str(number + 3000))
        assert _only(f"{text} sheep") == number + 3000


def _check(text: str, reading: Reading) -> None:
    for quantity in reading.quantities:
        start, end = quantity.span
        assert 0 <= start <= quantity.number_span[0] < quantity.number_span[1] <= end <= len(text)
        assert quantity.text == text[start:end]
        assert to_json(quantity)["span"] == [start, end]
    assert [q.span for q in reading.quantities] == sorted(q.span for q in reading.quantities)


@given(st.text())
def test_no_text_raises(text: str) -> None:
    _check(text, read(text))
    split_sentences(text)


_PIECES = st.sampled_from(
    _words(
        """a one two three hundred thousand million and half quarter third of in to from by per cent percent % $ € 5
        10 1/2 2019 12 , . - over under more less than years jobs day point nought dozen fifths may 3 rose fell
        every between £ 1e9 ^ × ² ½ m bn kg km / ( ) ' " +49 0 000 1,000 3.350 times doubled twice fold about up
        Oct U.S. Game"""
    )
)


@given(st.lists(_PIECES, max_size=30).map(" ".join))
def test_no_jumble_of_number_words_raises(text: str) -> None:
    _check(text, read(text))


@given(st.lists(_PIECES, max_size=20).map("".join))
def test_no_jumble_without_spaces_raises(text: str) -> None:
    _check(text, read(text))


_SENTENCES = st.sampled_from(
    [
        "Five ships sank in the storm.",
        "The toll rose by 12% to 400 people!",
        "Rents cost $900 a month.",
        "Nothing happened there.",
        "One in three bakers sleeps?",
        "The dam holds between 5 and 10 million litres.",
        "He paid £3.50 in the U.S. market.",
    ]
)


@given(st.lists(_SENTENCES, min_size=1, max_size=8))
def test_sentences_add_up(parts: list[str]) -> None:
    apart = [quantity.stated for part in parts for quantity in read(part).quantities]
    assert [quantity.stated for quantity in read(" ".join(parts)).quantities] == apart
