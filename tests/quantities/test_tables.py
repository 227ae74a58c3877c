"""The word tables: what quantities reads is what stands in the YAML, and what is wrong there is said with its line."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from knowledge.problem import KnowledgeError
from quantities.units.physical_units import BY_NAME
from scripts.compile_tables import COMPILED, FOLDER, compile_tables


def test_the_compiled_tables_are_up_to_date() -> None:
    assert COMPILED.read_text(encoding="utf-8") == compile_tables(), "run python -m scripts.compile_tables"


@pytest.mark.parametrize(
    ("file", "written", "changed", "problem"),
    [
        ("physical_units", "factor: 3 foot", "factor: 3 fot", "physical_units.yaml: '3 fot' names no unit"),
        (
            "physical_units",
            "{factor: 42 gallon,",
            "{size: 42 gallon,",
            " volume.barrel.size: Extra inputs",
        ),
        ("currencies", "cent: {of: USD", "cent: {of: US", "currencies.yaml: small_change.cent.of: 'US' is no currency"),
        ("currencies", "share: 0.1,", "share: a tenth,", "mao.share: expected a decimal or a fraction"),
        ("number_words", '"2": two\n', '"2": two\n  "two": deux\n', "ones.two: expected a whole number in digits"),
        ("word_classes", "  about above", "  above about", "prepositions: 'about' stands after 'above'"),
        ("word_classes", "  about above", "  about about", "prepositions: 'about' stands after 'about'"),
        ("time_words", "  fortnight: ", "  moon: ", "['moon'] are no units of time"),
        ("bounds", "  nearly:\n", "  roughly:\n", " before.roughly: Input should be 'exact'"),
        ("shares", "form: points", "form: point", "form: Input should be 'amount'"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, file: str, written: str, changed: str, problem: str) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "data")
    path = folder / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert written in text
    path.write_text(text.replace(written, changed, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError) as raised:
        compile_tables(folder)
    assert problem in str(raised.value)


def test_a_file_without_a_schema_is_refused(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "data")
    (folder / "verbs.yaml").write_text("run: ran\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"verbs\.yaml: not a file"):
        compile_tables(folder)


@pytest.mark.parametrize(
    ("unit", "factor"),
    [
        ("mile", Fraction(1609344, 1000)),
        ("square mile", Fraction(1609344, 1000) ** 2),
        ("barrel", 42 * 231 * Fraction(254, 10000) ** 3),
        ("ounce", Fraction(45359237, 10**8) / 16),
        ("knot", Fraction(1852, 3600)),
        ("month", Fraction(36525, 1200) * 86400),
    ],
)
def test_factors_are_exact(unit: str, factor: Fraction) -> None:
    assert BY_NAME[unit].factor == factor
