"""The scales of models and maps that a sentence names."""

from __future__ import annotations

import pytest

from knowledge import Library
from reasoning.reading.passage import read_passage
from reasoning.reading.scale_ratios import scale_ratios


@pytest.mark.parametrize(
    ("text", "ratios"),
    [
        ("a 1:87 model of 22 cm", [87]),
        ("a map of 1:25.000, and one of 1 : 50,000", [25_000, 50_000]),
        ("built in 1/72", [72]),
        ("the train leaves at 1:00", []),
        ("we won 11:20", []),
    ],
)
def test_how_many_times_a_model_the_real_thing_is(library: Library, text: str, ratios: list[int]) -> None:
    (sentence,) = read_passage(text, library).sentences
    assert [ratio for ratio, _ in scale_ratios(sentence)] == ratios
