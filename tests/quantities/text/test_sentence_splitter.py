"""Where sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantities import split_sentences
from quantities.text.sentence_splitter import split_normalized


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mr. Ma met the U.S. team. It went well.", ["Mr. Ma met the U.S. team.", "It went well."]),
        ("It rose 3.5 %! Did it? Yes…", ["It rose 3.5 %!", "Did it?", "Yes…"]),
        ("the firm de haan b. v. for 6 million.", ["the firm de haan b. v. for 6 million."]),
        ("On Oct. 5 it fell.\n\nThen it rose", ["On Oct. 5 it fell.", "Then it rose"]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("a line that goes\non here", ["a line that goes\non here"]),
        ("it is JUST talk. nothing came of it", ["it is JUST talk.", "nothing came of it"]),
        ("  \n ", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == parts


@given(st.text())
def test_sentences_are_in_order_and_hold_all_words(text: str) -> None:
    spans = split_sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_the_whole_text_is_looked_at_once_however_many_sentences_it_has() -> None:
    """Whether it has capitals at all was asked anew at each full stop."""
    asked = []

    class Text(str):
        __slots__ = ()

        def islower(self) -> bool:
            asked.append(len(self))
            return super().islower()

    assert len(split_normalized(Text("half. " * 1000))) == 1000
    assert len(asked) == 1
