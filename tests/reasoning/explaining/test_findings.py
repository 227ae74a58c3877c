"""Numbers are quoted as they were said, in the language spoken, with the figures and what would change the verdict."""

from __future__ import annotations

from datetime import date

import pytest

from i18n.language import use_language
from knowledge import Library
from quantities import read
from reasoning.check import check_passage
from reasoning.explaining.amounts import said
from reasoning.explaining.decision import decide_all
from reasoning.explaining.findings import explain
from reasoning.model.answer import Finding

DAY = date(2026, 11, 24)


def found(text: str, library: Library, locale: str = "en") -> Finding:
    """The finding of the surest claim of a text."""
    with use_language(locale):
        checked, decided = decide_all(check_passage(text, library, DAY))[0]
        return explain(checked, decided, library, DAY)


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("185%", "185 %", "185 %"),
        ("12.5 percent", "12.5 %", "12,5 %"),
        ("$2.1 billion", "$2.1 billion", "$2,1 mil millones"),
        ("$420,000", "$420,000", "$420.000"),
        ("131 million people", "131 million people", "131 millones de personas"),
        ("1,234,567 people", "1.234567 million people", "1,234567 millones de personas"),
        ("40-fold", "40×", "40×"),
        ("1 in 4", "25 %", "25 %"),
        ("$5 a day", "$5 a day", "$5 por día"),
        ("700 zorblaxes", "700", "700"),  # no word of a message is repeated
    ],
)
def test_a_number_is_quoted_as_it_was_said(text: str, english: str, spanish: str, library: Library) -> None:
    (quantity,) = read(text).quantities
    for locale, written in (("en", english), ("es", spanish)):
        with use_language(locale):
            assert said(quantity, library).replace("\xa0", " ") == written


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("The price rose from $100 to $285, a 185% increase.", "185 % = ($285 / $100) − 1"),
        ("5,000 people at $420,000 each is $2.1 billion.", "$2.1 billion = 5,000 people × $420,000"),
        ("Mexico has 700 million people.", "population of Mexico: 700 million people"),
        ("Walmart employs fewer people than Alibaba.", "employees of Walmart: less than employees of Alibaba"),
    ],
)
def test_a_reading_is_told_in_the_numbers_of_the_message(text: str, reading: str, library: Library) -> None:
    assert found(text, library).reading == reading


def test_the_finding_of_a_wrong_number_says_what_it_is_and_what_would_be_plausible(library: Library) -> None:
    finding = found("Mexico has 700 million people.", library)
    assert finding.headline == "5.3× too high: it is 131 million people"
    assert finding.flip == "Would be plausible between 110 million people and 160 million people"
    assert [line.text for line in finding.comparisons] == [
        "population of Mexico: 131 million people (World Bank, 2024)",
        "said: 700 million people",
    ]
    assert [rest.id for rest in finding.comparisons[0].rests] == ["MX.population.2024"]


def test_it_is_told_in_spanish(library: Library) -> None:
    finding = found("Mexico has 700 million people.", library, "es")
    assert finding.reading == "población de México: 700 millones de personas"
    assert finding.headline == "demasiado alto (5,3×): es 131 millones de personas"
    assert finding.flip == "Sería plausible entre 110 millones de personas y 160 millones de personas"
    assert finding.comparisons[-1].text.endswith("dicho: 700 millones de personas")


def test_a_yes_has_nothing_that_would_change_it(library: Library) -> None:
    assert found("131 million people live in Mexico.", library).flip == ""
