"""Pictures: which shape shows what, what is said of it in words, and that the same claim gives the same bytes."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning import answer
from reasoning.presenting.chart import Chart, Point, Shape, chart
from reasoning.presenting.picture import CARD, CLAIM, INK, STORED, draw

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "shape", "alt"),
    [
        (
            "Alibaba will create 1 million US jobs",
            Shape.BARS,
            "Two bars to scale: claimed 1 million people; employees of Alibaba: ",
        ),
        (
            "Mexico has 40 billion people",
            Shape.DOTS,
            "Two dots on a scale that grows tenfold: claimed 40 billion people; ",
        ),
        ("is 1M jobs a lot for the US?", Shape.ICONS, "One of 170 people is marked"),
        ("The labour force of the US is 250 million", Shape.LINE, "A line from"),
        (
            "Spain has twice as many people as Italy",
            Shape.BARS,
            "Two bars to scale: 48.8 million people (population of ",
        ),
        (
            "Tesla will invest $10 billion in a new plant, creating 20,000 jobs",
            Shape.BARS,
            "Two bars to scale: claimed 20,000 people; employees of Tesla: ",
        ),
        ("how big is $4 trillion?", Shape.BARS, "Two bars to scale: claimed $4 trillion; "),
    ],
)
def test_shape(text: str, shape: Shape, alt: str, library: Library) -> None:
    found = chart(answer(text, library, TODAY), library)
    assert found is not None
    assert (found.shape, found.alt[: len(alt)]) == (shape, alt)
    assert found.footer.startswith("Source: ")
    assert sum(point.is_claim for point in found.points) == 1
    assert chart(answer(text, library, TODAY)) is not None  # which the button asks, without the library


def test_of_nothing_stored(library: Library) -> None:
    assert chart(answer("hello", library, TODAY), library) is None
    assert chart(answer("55% for, 30% against, 25% undecided", library, TODAY), library) is None


def _chart(shape: Shape, *values: float, label: str = "Claimed") -> Chart:
    points = [Point(label, value, f"{value:g}", at=2000 + at) for at, value in enumerate(values)]
    return Chart(
        shape, "A title", (*points[:-1], Point(label, values[-1], "x", is_claim=True, at=2030)), "Source: us", ""
    )


CHARTS = [
    _chart(Shape.BARS, 1, 30),
    _chart(Shape.DOTS, 1e-6, 5e30),
    _chart(Shape.ICONS, 2),
    _chart(Shape.ICONS, 1000),
    _chart(Shape.LINE, 1, 2, 3, 4, 5, 400),
    _chart(Shape.LINE, -3, 2, -8, 4, 5, -6),
    _chart(Shape.BARS, 1, 2, label="a very long label, " * 20),
    _chart(Shape.BARS, 1, 2, label="$5 to $6 ^_\\ 🙂 中国"),
]


@pytest.mark.parametrize("drawn", CHARTS, ids=lambda c: f"{c.shape} {len(c.points)}")
def test_drawing(drawn: Chart) -> None:
    """Every shape is a PNG that Telegram takes as a photo, and the same one each time."""
    picture = draw(drawn)
    assert picture.startswith(b"\x89PNG")
    width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))
    assert width == 900
    assert 300 < height < 900
    assert picture == draw(drawn)


def test_colours_are_readable() -> None:
    """Contrast with the card by WCAG 2.1: 4.5 for text, 3 for large shapes and bold numbers."""
    assert _contrast(INK) > 4.5
    assert _contrast(CLAIM) > 3
    assert _contrast(STORED) > 4.5


def _contrast(colour: str) -> float:
    return (_luminance(CARD) + 0.05) / (_luminance(colour) + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_axis_of_dots_is_in_words(library: Library) -> None:
    drawn = chart(answer("Mexico has 40 billion people", library, TODAY), library)
    assert drawn is not None
    assert drawn.ticks == ((8, "100 million"), (9, "1 billion"), (10, "10 billion"), (11, "100 billion"))
