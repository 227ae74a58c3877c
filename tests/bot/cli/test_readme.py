"""What the README shows is what the program says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from xml.etree import ElementTree

from bot.cli import application
from scripts.picture import PICTURE, README, documents
from tests.bot.conftest import Run


def test_the_reply_shown_is_the_program_s_own() -> None:
    stale = [file.name for file, text in documents().items() if file.read_text(encoding="utf-8") != text]
    assert stale == [], "run make docs"


def test_the_picture_is_well_formed() -> None:
    assert ElementTree.parse(PICTURE).getroot().tag.endswith("svg")  # noqa: S314 - a file of ours


def test_every_command_shown_exists() -> None:
    shown = set(re.findall(r"^    addsup (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE))
    assert {"check", "knowledge"} <= shown
    known = {command.callback.__name__ for command in application.registered_commands if command.callback}
    assert shown <= known | {group.name for group in application.registered_groups}


def test_every_line_shown_works_as_it_stands(addsup: Run, tmp_path: Path) -> None:
    readme = README.read_text(encoding="utf-8")
    (tmp_path / "article.txt").write_text("Alibaba will create 1 million US jobs.", encoding="utf-8")
    (tmp_path / "table.csv").write_text("country,1951,1952\nFRA,42056,42300\n", encoding="utf-8")
    for name, content in re.findall(
        r"^```yaml\n# (addsup\.knowledge/\S+)\n(.*?)^```", readme, re.MULTILINE | re.DOTALL
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    lines = re.findall(r"^    addsup (.+)", readme, re.MULTILINE)
    assert lines
    for line in lines:
        done = addsup(*shlex.split(line.replace("< claims.jsonl", ""), comments=True))
        assert (done.returncode, done.stderr) == (0, ""), line
    told = [line.split() for line in addsup("knowledge", "diff").stdout.splitlines()]
    assert ["acme.employees.2025", "12,400", "people"] in told
    assert ["FR.population.1952", "42.3", "million", "people"] in told
