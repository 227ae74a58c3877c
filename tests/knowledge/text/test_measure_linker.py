"""Nouns and verbs of measures in a text, and what is counted in a noun."""

from __future__ import annotations

import pytest

from knowledge import Library


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the labour force", [("labour force", ("labour_force",), "noun")]),
        ("its labor force", [("labor force", ("labour_force",), "noun")]),
        ("the WORKFORCE", [("WORKFORCE", ("labour_force",), "noun")]),
        ("one employee, two employees", [("employees", ("employees",), "noun")]),
        ("the employee count", [("employee count", ("employees",), "noun")]),
        ("populations", [("populations", ("population",), "noun")]),
        ("it employs", [("employs", ("employees",), "verb")]),
        ("employed, employing", [("employed", ("employees",), "verb"), ("employing", ("employees",), "verb")]),
        ("gross domestic product", [("gross domestic product", ("gdp",), "noun")]),
        ("the national debt", [("national debt", ("debt",), "noun")]),
        ("land area", [("land area", ("area",), "noun")]),
        ("areas", [("areas", ("area",), "noun")]),
        ("areal staffing", []),
        ("takes in and took in", [("takes in", ("revenue",), "verb"), ("took in", ("revenue",), "verb")]),
        ("lived in", [("lived in", ("population",), "verb")]),
    ],
)  # fmt: skip
def test_measure_mentions(library: Library, text: str, found: list[tuple[str, tuple[str, ...], str]]) -> None:
    mentions = library.measure_mentions(text)
    assert [(mention.text, mention.measures, mention.via) for mention in mentions] == found
    assert all(text[slice(*mention.span)] == mention.text for mention in mentions)


@pytest.mark.parametrize(
    ("noun", "measures"),
    [
        ("job", ("labour_force", "employees")),
        ("jobs", ("labour_force", "employees")),
        ("people", ("population", "employees")),
        ("citizen", ("population",)),
        ("apple", ()),
    ],
)
def test_counted(library: Library, noun: str, measures: tuple[str, ...]) -> None:
    assert library.counted(noun) == measures
