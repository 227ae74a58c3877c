"""Where tokens and compound words begin and end, and how they are folded."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantities.text.normalization import fold, normalize
from quantities.text.tokenizer import compound_words, tokenize


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("two-thirds", ["two", "-", "thirds"]),
        ("5km, CO2 and G20", ["5", "km", ",", "CO", "2", "and", "G", "20"]),
        ("Apple’s and the firms’", ["Apple's", "and", "the", "firms", "'"]),
        ("1,234.5 but 4,8,15", ["1,234.5", "but", "4", ",", "8", ",", "15"]),
        ("the U.S. and e.g. 1e9", ["the", "U.S.", "and", "e.g.", "1e9"]),
        ("１２ №5 10²", ["12", "№", "5", "10", "²"]),
        ("中国有14亿人", ["中", "国", "有", "14", "亿", "人"]),
        ("AT&T", ["AT", "&", "T"]),
        ("", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("AT&T and Coca-Cola", ["AT&T", "and", "Coca-Cola"]),
        ("F-16s don't", ["F-16s", "don't"]),
        ("5km/h", ["5km", "h"]),
        ("well – known", ["well", "known"]),
        ("rock 'n' roll...", ["rock", "n", "roll"]),
        ("either/or, and/", ["either", "or", "and"]),
        ("$20 (3-4)", ["20", "3-4"]),
        ("São Paulo’s", ["São", "Paulo's"]),
    ],
)
def test_compound_words(text: str, words: list[str]) -> None:
    assert [word.text for word in compound_words(text)] == words


def test_what_a_token_is_looked_up_by() -> None:
    token = tokenize("the U.S. and Nestlé’s")
    assert [(t.lower, t.folded, t.base) for t in token] == [
        ("the", "the", "the"),
        ("us", "u.s.", "u.s."),
        ("and", "and", "and"),
        ("nestlé's", "nestle's", "nestle"),
    ]


@given(st.text())
def test_every_character_but_space_is_in_one_token(text: str) -> None:
    tokens = tokenize(text)
    plain = normalize(text)
    assert len(plain) == len(fold(text)) == len(text)
    assert all(before.end <= after.start for before, after in pairwise(tokens))
    assert all(token.text == plain[token.start : token.end] for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(plain.split())


@given(st.text())
def test_compound_words_are_made_of_whole_tokens(text: str) -> None:
    starts, ends = {t.start for t in tokenize(text)}, {t.end for t in tokenize(text)}
    words = compound_words(text)
    assert all(before.end <= after.start for before, after in pairwise(words))
    assert all(word.start in starts and word.end in ends for word in words)
