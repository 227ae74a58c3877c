"""What the README shows is what the program says."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from bot.command import application
from scripts.picture import PICTURE, README, documents


def test_the_reply_shown_is_the_program_s_own() -> None:
    stale = [file.name for file, text in documents().items() if file.read_text(encoding="utf-8") != text]
    assert stale == [], "run make docs"


def test_the_picture_is_well_formed() -> None:
    assert ElementTree.parse(PICTURE).getroot().tag.endswith("svg")  # noqa: S314 - a file of ours


def test_every_command_shown_exists() -> None:
    shown = set(re.findall(r"^    addsup (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE))
    known = {command.callback.__name__ for command in application.registered_commands if command.callback}
    assert shown <= known | {group.name for group in application.registered_groups}
