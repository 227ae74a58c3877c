"""What is said around a claim is blanked out; what is claimed, denied or counted is not."""

from __future__ import annotations

import pytest

from reasoning.reading.frames import blank_frames


def left(text: str, *names: str) -> str:
    """What of a sentence is left, with single spaces."""
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    blanked = blank_frames(text, [(0, len(text))], spans)
    assert len(blanked) == len(text)
    return " ".join(blanked.split())


@pytest.mark.parametrize(
    "frame",
    [
        "I read that ",
        "My uncle, who never left home, insists that ",
        "A colleague told me ",
        "The guide says ",
        "Crazy that ",
        "I can't believe that ",
        "I didn't know that ",
        "It blows my mind that ",
        "Isn't it wild that ",
        "On Tuesday the minister said in a speech that ",
        "While the kettle was boiling, ",
        "Although the soup was cold again, ",
        "The kids had just gone to bed, and ",
        "My brother paints boats for a living, but did you know, ",
        "According to the guide, ",
        "As the mayor said outside a school, ",
        "ngl ",
        "fun fact ",
        "Believe it or not, ",
    ],
)
def test_a_frame_before_a_claim_goes(frame: str) -> None:
    assert left(f"{frame}the hall has 500 seats").lstrip(", ") == "the hall has 500 seats"


@pytest.mark.parametrize(
    "frame",
    [
        " and I still stand",
        ", meanwhile my bike is broken",
        ", says the guide",
        ", according to the guide",
        " tbh",
        " lol",
        " smh fr",
    ],
)
def test_a_frame_behind_a_claim_goes(frame: str) -> None:
    assert left(f"the hall has 500 seats{frame}").rstrip(",") == "the hall has 500 seats"


@pytest.mark.parametrize(
    "text",
    [
        "60% said that they own a car",
        "10 million people say the park is too small",
        "The number of people who believe that it works is 5 million",
        "Most people who think that it works are over 50",
        "It is a myth that the hall has 500 seats",
        "Nobody said that the hall has 500 seats",
        "The company that sold us the 500 seats has gone",
        "If the hall were full, it would hold 500 people",
        "Since 2010 the hall has had 500 seats",
        "They saw 500 birds",
        "He read 20 pages",
        "The hall was large, and it had 500 seats",
        "Our hall was larger than theirs, and 500 people sat in it",
        "She was born in 1950, and 76 people came",
    ],
)
def test_what_is_claimed_or_denied_stays(text: str) -> None:
    assert left(text) == text


def test_the_names_of_a_frame_stay_where_the_rest_has_none() -> None:
    assert (
        left("The mayor of Paris said that 2 million people live there", "Paris") == "Paris 2 million people live there"
    )
    assert (
        left("The mayor of Paris said that Rome has 3 million people", "Paris", "Rome") == "Rome has 3 million people"
    )


def test_the_years_of_a_frame_stay() -> None:
    assert left("In 2016 a paper said that the hall has 500 seats") == "2016 the hall has 500 seats"
