"""What is dated by who governed, by a country's past, by a vote or a record, in all that comes with the program."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge import Library
from reasoning import Verdict, answer

TRUE, FALSE = {Verdict.ADDS_UP, Verdict.PLAUSIBLE}, {Verdict.STRETCH, Verdict.DOESNT_ADD_UP}
OPEN = {Verdict.CANT_TELL}


@pytest.mark.parametrize(
    ("year", "text", "expected"),
    [
        (2019, "Since Governor Kasich took office, the unemployment rate in Ohio has been cut in half.", TRUE),
        (2014, "Since he took office, unemployment in Michigan has tripled.", FALSE),
        (2014, "Since this mayor took office, unemployment in the city has tripled.", OPEN),
        (2010, "When President Obama took office, we were losing over 700,000 jobs a month.", TRUE),
        (2020, "Ghana's population at independence was about 7 million.", TRUE),
        (2020, "At independence Kenya had 30 million people.", FALSE),
        (2012, "John Kerry lost the popular vote by 3 million votes.", TRUE),
        (2017, "Donald Trump won the popular vote by 3 million votes.", FALSE),
        (2017, "The mayor won by 312 votes.", OPEN),
        (2019, "U.S. crude oil production is at a record high.", TRUE),
        (2014, "Violent crime is at a 30-year high.", FALSE),
        (2014, "Absenteeism in our schools is the lowest in 20 years.", OPEN),
        (2023, "Oil prices in Ghana rose 300 percent.", FALSE),
        (2020, "In Trump's first two years manufacturing jobs rose by more than 400,000.", TRUE),
        (2020, "Unemployment in Spain was above 20 percent under Rajoy.", TRUE),
        (2018, "Under Obama the unemployment rate was above 30 percent.", FALSE),
        (
            2024,
            "Kenya's debt was Sh1.8 trillion when Uhuru Kenyatta took over; it was over Sh8 trillion when he left.",
            TRUE,
        ),
        (2021, "Voter turnout in 2020 was the highest in more than a century.", TRUE),
        (2024, "Germany took in more asylum seekers in 2015 than in any other year.", TRUE),
        (2024, "We cut the unemployment rate almost in half in New York State.", OPEN),
        (2024, "Rents have doubled in Canada.", OPEN),
        (2021, "The top 1 percent of taxpayers pay about 40 percent of all federal income taxes.", TRUE),
        (2021, "The bottom half of taxpayers pay 30 percent of all federal income taxes.", FALSE),
    ],
)
def test_the_time_that_is_meant_is_found(packaged: Library, year: int, text: str, expected: set[Verdict]) -> None:
    assert answer(text, packaged, date(year, 12, 31)).verdict in expected
