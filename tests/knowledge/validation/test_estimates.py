"""Things and averages: what an owner may write, and what is said of a mistake."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge import KnowledgeError, load, packaged_folder
from reasoning import answer
from reasoning.model.answer import Verdict

FROZEN = Path(__file__).parents[2] / "frozen"


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("things/own.yaml", "gnome: {called: [garden gnome], has: {mass: 3 to 5 m}}", "measured in m, not kg"),
        ("things/own.yaml", "gnome: {called: [garden gnome], has: {mass: heavy}}", "is not a number with its unit"),
        ("things/own.yaml", "gnome: {calls: [garden gnome]}", "unknown key 'calls'"),
        ("averages/own.yaml", "gnomes: {each: {US: 0.1}}", "has neither does nor what"),
        ("limits/own.yaml", "gnomes: {of: [gnome]}", "has neither most nor least"),
        ("limits/own.yaml", "gnomes: {of: [gnome], most: 1 kg, least: 1 g}", "has neither most nor least"),
        ("limits/own.yaml", "gnomes: {of: [gnome], most: many}", "is not a number with its unit"),
        ("averages/own.yaml", "gnomes: {what: [gnome], each: {XX: 0.1}}", "unknown entity 'XX'"),
        ("averages/own.yaml", "gnomes: {what: [gnome], item: troll, each: {US: 0.1}}", "unknown thing 'troll'"),
        ("averages/own.yaml", "gnomes: {what: [gnome], each: {US: 1 kg, GB: 2 m}}", "differently from place to place"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, file: str, text: str, said: str) -> None:
    write(tmp_path, file, text + "\n")
    with pytest.raises(KnowledgeError) as error:
        load(FROZEN, tmp_path)
    assert said in str(error.value)
    assert f"{file}:1" in str(error.value)


def test_an_owner_adds_a_thing_without_code(tmp_path: Path) -> None:
    write(tmp_path, "things/own.yaml", "gnome: {called: [garden gnome], has: {mass: 3 to 5 kg, height: 25 to 40 cm}}\n")
    library = load(packaged_folder(), tmp_path)
    for text, verdict in [
        ("2,000 garden gnomes weigh 8 metric tons.", Verdict.ADDS_UP),
        ("2,000 garden gnomes weigh 800 metric tons.", Verdict.DOESNT_ADD_UP),
    ]:
        assert answer(text, library, date(2026, 11, 24)).verdict is verdict, text
