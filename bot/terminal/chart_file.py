"""The picture of a reply as a file, for those who have no chat to show it in."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from i18n.language import say
from knowledge import Library
from reckoning import Answer
from reckoning.shown.chart import chart


def draw_into(folder: Path, answer: Answer, library: Library) -> str:
    """Draws into a new file of the folder. Gives its name with what it shows, or why there is none."""
    shown = chart(answer, library)
    if shown is None:
        return say("There is nothing in this answer that a picture would show.")
    from reckoning.shown.picture import draw  # matplotlib takes a second to load

    try:
        path = _put(folder, draw(shown))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return say("The picture can't be written: {reason}. In words: {alt}", reason=reason, alt=shown.alt)
    return f"{path.name}: {shown.alt}"


def _put(folder: Path, picture: bytes) -> Path:
    """Into the first file that isn't there yet. Raises OSError."""
    for number in count(1):
        path = folder / f"addsup-{number}.png"
        try:
            with path.open("xb") as file:
                file.write(picture)
        except FileExistsError:
            continue
        return path
    raise AssertionError
