"""The word tables: what quantities reads is what stands in the YAML, and what is wrong there is said with its line."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest

from quantities.model.quantity import SECONDS, Bound, Dimension, Form
from quantities.units.physical_units import BY_NAME
from scripts import table_schema
from scripts.compile_tables import COMPILED, FOLDER, TableError, compile_tables


def test_the_compiled_tables_are_up_to_date() -> None:
    assert COMPILED.read_text(encoding="utf-8") == compile_tables(), "run python -m scripts.compile_tables"


@pytest.mark.parametrize(
    ("file", "written", "changed", "problem"),
    [
        ("physical_units", "factor: 3 foot", "factor: 3 fot", "'3 fot' names no unit"),
        (
            "physical_units",
            "{factor: 42 gallon,",
            "{size: 42 gallon,",
            " volume.barrel.size: Extra inputs",
        ),
        ("currencies", "cent: {of: USD", "cent: {of: US", "small_change.cent.of: 'US' is no currency"),
        ("currencies", "share: 0.1,", "share: a tenth,", "mao.share: expected a decimal or a fraction"),
        ("number_words", '"2": two\n', '"2": two\n  "two": deux\n', "ones.two: expected a whole number in digits"),
        ("word_classes", "  about above", "  above about", "prepositions: 'about' stands after 'above'"),
        ("word_classes", "  about above", "  about about", "prepositions: 'about' stands after 'about'"),
        ("time_words", "  fortnight: ", "  moon: ", " rate_units.moon: Input should be 'second'"),
        ("bounds", "  nearly:\n", "  roughly:\n", " before.roughly: Input should be 'exact'"),
        (
            "number_words",
            "zeros: zero",
            'tens:\n  "20": a\nzeros: zero',
            " tens stands twice",
        ),
        ("shares", "form: points", "form: point", "form: Input should be 'amount'"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, file: str, written: str, changed: str, problem: str) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "data")
    path = folder / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert written in text
    path.write_text(text.replace(written, changed, 1), encoding="utf-8")
    with pytest.raises(TableError) as raised:
        compile_tables(folder)
    assert problem in str(raised.value)


def test_a_file_without_a_schema_is_refused(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "data")
    (folder / "verbs.yaml").write_text("run: ran\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"verbs\.yaml: no file"):
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


def test_the_schema_knows_the_names_of_the_model() -> None:
    assert get_args(table_schema.BoundName) == tuple(Bound)
    assert get_args(table_schema.FormName) == tuple(Form)
    assert get_args(table_schema.TimeUnit) == tuple(SECONDS)
    assert set(get_args(table_schema.DimensionName)) < set(Dimension)
