"""Golden conversations: text files with what a person writes, what must come of it, and the exact reply.

A file has a title, `today: DATE`, then turns: `> text`, `expects: VERDICT[, NUMBER...]` written by hand (each number
exact, as a fraction, and reached by a line of the first finding), and the reply. `REWRITE=1 pytest
tests/reasoning/test_golden.py` writes the wording anew, never `expects:`.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from knowledge import Library
from reasoning import answer
from reasoning.model.answer import Answer
from reasoning.presenting import reply as wording

FOLDER = Path(__file__).parents[1] / "golden"
TURN = re.compile(r"^> (?P<said>.*)\nexpects: (?P<expects>.*)\n(?P<reply>(?:(?!> ).*\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Turn:
    file: Path
    today: date
    said: str
    expects: str
    reply: str


def _turns() -> list[Turn]:
    turns: list[Turn] = []
    for file in sorted(FOLDER.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        today = re.search(r"^today: (\S+)$", text, re.MULTILINE)
        assert today, file
        day = date.fromisoformat(today[1])
        turns += [Turn(file, day, m["said"], m["expects"], m["reply"].strip()) for m in TURN.finditer(text)]
    return turns


@pytest.mark.parametrize("turn", _turns(), ids=lambda turn: f"{turn.file.stem}: {turn.said}")
def test_turn(turn: Turn, library: Library) -> None:
    found = answer(turn.said, library, turn.today)
    _expect(found, turn.expects)
    reply = wording.plain(found)
    if os.environ.get("REWRITE"):
        _rewrite(turn, reply)
    else:
        assert reply == turn.reply


def _expect(found: Answer, expects: str) -> None:
    verdict, *numbers = expects.split(", ")
    assert found.verdict == verdict
    lines = found.findings[0].comparisons if found.findings else ()
    reached = [line.result.middle if line.value is None else line.value for line in lines]
    assert not [number for number in numbers if Fraction(number) not in reached]


def _rewrite(turn: Turn, reply: str) -> None:
    text = turn.file.read_text(encoding="utf-8")
    head = f"> {turn.said}\nexpects: {turn.expects}\n"
    after = text.split(head, 1)[1]
    following = after.find("\n> ")
    rest = after[following + 1 :] if following >= 0 else ""
    turn.file.write_text(text.split(head, 1)[0] + head + reply + "\n" + ("\n" + rest if rest else ""), encoding="utf-8")


def test_there_are_goldens() -> None:
    assert len(_turns()) > 20
