"""Noise costs nothing, words keep their places, and what belongs together stands together."""

from __future__ import annotations

import pytest

from knowledge import Library
from reasoning.reading.language import stem
from reasoning.reading.noise import blank_noise
from reasoning.reading.passage import read_passage


@pytest.mark.parametrize(
    ("noisy", "plain"),
    [
        ("BREAKING: it rains", "it rains"),
        ("RT @somebody: it rains", "it rains"),
        ("Fwd: FYI: it rains 🌧🌧", "it rains"),
        ("it rains https://example.org/a?b=c #rain #wet", "it rains"),
        ("it rains[3] (source: The Daily Rain)", "it rains"),
        ("it rains, via Weather Desk", "it rains,"),
    ],
)
def test_noise_is_blanked_out_in_its_place(noisy: str, plain: str) -> None:
    blanked = blank_noise(noisy)
    assert len(blanked) == len(noisy)
    assert " ".join(blanked.split()) == plain


def test_what_is_no_noise_stays() -> None:
    assert blank_noise("Breaking a record: 5 km in 12 minutes") == "Breaking a record: 5 km in 12 minutes"


@pytest.mark.parametrize(
    ("one", "other"),
    [("employees", "employee"), ("died", "die"), ("countries", "country"), ("grew", "grow"), ("planned", "planning")],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("mass", "mast"), ("state", "station"), ("wage", "wagon")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_an_apostrophe_left_out_is_put_back(library: Library) -> None:
    (sentence,) = read_passage("mexicos population is 131 million", library).sentences
    assert [(name.ids[0], name.text.lower()) for name in sentence.names] == [("MX", "mexico")]


def test_a_clause_of_its_own_is_another_segment(library: Library) -> None:
    (sentence,) = read_passage("They ate, the rain goes on, and Mexico has 131 million people", library).sentences
    segments = {word.low: word.segment for word in sentence.words}
    assert segments["ate"] < segments["rain"] < segments["mexico"] == segments["million"]


def test_what_frames_a_claim_is_no_part_of_it(library: Library) -> None:
    (sentence,) = read_passage("While it rained, the guide said that Mexico has 131 million ppl", library).sentences
    assert sentence.lows == ("mexico", "has", "131", "million", "people")


def test_times_as_many_is_a_multiple(library: Library) -> None:
    (sentence,) = read_passage("The GDP is six times Mexico's", library).sentences
    assert [one.quantity.form.value for one in sentence.stated] == ["multiple"]
