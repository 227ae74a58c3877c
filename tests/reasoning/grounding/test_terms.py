"""Who governed dates what is said of the country."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning.grounding.context import Context
from reasoning.grounding.terms import terms_of_office
from reasoning.reading.passage import read_passage

TODAY = date(2026, 11, 24)


def context_of(text: str, library: Library, as_of: date = TODAY) -> Context:
    return Context(read_passage(text, library).sentences[0], library, as_of)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The debt was $20 trillion when Obama left office.", date(2017, 1, 20)),
        ("When Obama took office the debt was $10 trillion.", date(2009, 1, 21)),
        ("Obama inherited a debt of $10 trillion.", date(2009, 1, 21)),
        ("Obama has a debt of $10 trillion.", TODAY),
        ("When Obama took office in 2009 the debt was $10 trillion.", date(2009, 12, 31)),
        ("In May 2011 the debt was $10 trillion.", date(2011, 5, 21)),
        ("In 2011 the debt was $10 trillion.", date(2011, 12, 31)),
    ],
)
def test_the_day_that_is_asked_for(text: str, day: date, library: Library) -> None:
    assert context_of(text, library).day() == day


def test_a_term_ends_on_the_day_of_asking_at_the_latest(library: Library) -> None:
    [term] = terms_of_office(context_of("Under Obama debt rose.", library, date(2012, 3, 1)))
    assert (term.country, term.first, term.last) == ("US", date(2009, 1, 20), date(2012, 3, 1))
    assert not list(terms_of_office(context_of("Under Obama debt rose.", library, date(2005, 3, 1))))
