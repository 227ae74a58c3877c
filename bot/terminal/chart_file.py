"""Saves the chart of a reply as a file, as a terminal can't show it."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from i18n.language import say
from knowledge import Library
from reasoning.model.answer import Answer
from reasoning.presenting.chart import chart


def save_chart(folder: Path, answer: Answer, library: Library) -> str:
    """Draws the chart of an answer into a new PNG file in the folder.

    Returns a sentence: the file's name and what it shows, or why there is none.
    """
    shown = chart(answer, library)
    if shown is None:
        return say("There is nothing in this answer that a picture would show.")
    from reasoning.presenting.picture import draw

    try:
        path = _write_new_file(folder, draw(shown))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return say("The picture can't be written: {reason}. In words: {alt}", reason=reason, alt=shown.alt)
    return f"{path.name}: {shown.alt}"


def _write_new_file(folder: Path, picture: bytes) -> Path:
    """Writes to the first name addsup-1.png, addsup-2.png ... that is free; returns its path. Raises OSError."""
    for number in count(1):
        path = folder / f"addsup-{number}.png"
        try:
            with path.open("xb") as file:
                file.write(picture)
        except FileExistsError:
            continue
        return path
    raise AssertionError
