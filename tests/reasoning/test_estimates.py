"""Chains of estimates, asked of the packaged figures: right ones, and ones a hundred times too large and too small."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from knowledge import Library
from reasoning import answer
from reasoning.model.answer import Verdict
from reasoning.presenting.reply import plain, reply

TODAY = date(2026, 11, 24)
YES = (Verdict.ADDS_UP, Verdict.PLAUSIBLE)
# A sentence with a place for its number, and the number that is about right.
RIGHT = [
    ("{} golf balls would fit in a school bus.", "400,000"),
    ("It would take {} tennis balls to fill an Olympic swimming pool.", "12 million"),
    ("{} pencils laid end to end would circle the Earth.", "210 million"),
    ("A stack of {} pizza boxes would be as tall as the Eiffel Tower.", "7,300"),
    ("The human heart beats {} times in a lifetime.", "2.7 billion"),
    ("Americans drink {} cups of coffee a day.", "450 million"),
    ("Walking around the equator would take {} days without rest.", "330"),
    ("The average person spends {} years asleep over a lifetime.", "26"),
    ("There are {} dogs in the United States.", "85 million"),
    ("Americans use {} gallons of gasoline a year.", "135 billion"),
    ("All the people on Earth together weigh {} kilograms.", "450 billion"),
    ("{} elephants weigh as much as the Eiffel Tower.", "2,000"),
    ("A family of four uses {} gallons of water a day.", "320"),
    ("{} Earths would fit inside the Sun.", "1.3 million"),
    ("Light takes {} minutes to travel from the Sun to the Earth.", "8.3"),
    ("There are {} piano tuners in Chicago.", "80"),
    ("Britons drink {} cups of tea a day.", "100 million"),
    ("Human hair grows at {} miles per hour.", "0.00000001"),
    ("A million dollars in $100 bills weighs {} kilograms.", "10"),
    ("Filling a bathtub with milk would cost ${}.", "200"),
    ("Counting to a million takes {} days without stopping.", "12"),
    ("A person takes {} breaths in a year.", "8.4 million"),
    ("Americans throw away {} tons of food a year.", "55 million"),
    ("It would take {} hours to read the Bible aloud.", "80"),
    ("Germans drink {} litres of beer a year.", "7.7 billion"),
    ("A 1 terabyte hard drive can hold {} photos.", "330,000"),
    ("Leaving a 60 watt light bulb on for a year uses {} kilowatt-hours.", "525"),
    ("A cheetah could run from Chicago to New York in {} hours.", "12"),
    ("A person produces {} litres of urine in a lifetime.", "40,000"),
    ("You will spend {} years of your life watching television.", "9"),
    ("If you drove at 65 miles per hour without stopping, it would take {} days to go around the Earth.", "16"),
    ("Americans send {} text messages a day.", "8 billion"),
    ("An elephant eats {} kilograms of food a year.", "54,000"),
    ("The United States uses {} barrels of oil a day.", "20 million"),
    ("A cubic metre of gold weighs {} kilograms.", "19,300"),
    ("A billion dollars in $100 bills weighs {} tons.", "11"),
    ("{} dollar bills laid end to end would reach the Moon.", "2.46 billion"),
    ("There are {} dentists in New York City.", "5,000"),
    ("The average American uses {} rolls of toilet paper a year.", "100"),
    ("A stack of 1,000 CDs would be {} metres high.", "1.2"),
    ("Everyone in the United States holding hands would stretch {} miles.", "300,000"),
    ("A blue whale is as heavy as {} elephants.", "28"),
    ("There are {} seconds in a century.", "3.16 billion"),
    ("All the cars in Germany parked bumper to bumper would stretch {} kilometres.", "220,000"),
    ("A honeybee colony makes {} pounds of honey a year.", "60"),
    ("It would take {} years to spend a billion dollars at $1,000 a day.", "2,740"),
    ("Jupiter is {} times as massive as the Earth.", "318"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), RIGHT)
def test_about_right_is_no_no(packaged: Library, text: str, number: str) -> None:
    assert answer(text.format(number), packaged, TODAY).verdict in YES


@pytest.mark.parametrize(("text", "number"), RIGHT)
@pytest.mark.parametrize("times", [Fraction(1, 100), Fraction(100)])
def test_a_hundred_times_off_is_no_yes(packaged: Library, text: str, number: str, times: Fraction) -> None:
    digits, _, scale = number.partition(" ")
    off = Fraction(digits.replace(",", "")) * times
    written = f"{float(off):,.12f}".rstrip("0").rstrip(".")
    verdict = answer(text.format(f"{written} {scale}".strip()), packaged, TODAY).verdict
    assert verdict is Verdict.DOESNT_ADD_UP


@pytest.mark.parametrize(
    "text",
    [
        "400,000 golf balls would not fit in a school bus.",
        "8 million rubber dragons would fit in an Olympic swimming pool.",
        "In 1960 Americans drank 450 million cups of coffee a day.",
        "Premium Americans drink 450 million cups of fancy coffee a day.",
        "How many golf balls would fit in a school bus?",
        "My neighbour says 80 dentists play golf in Chicago.",
        "Americans bought 85 million dogs for China.",
        "The heart of Texas beats 2 billion drums.",
        "A stack of 7,300 would be as tall as the Eiffel Tower.",
        "Two of the dogs in the United States won 85 million dollars.",
    ],
)
def test_a_word_that_nobody_explains_leaves_it_alone(packaged: Library, text: str) -> None:
    assert answer(text, packaged, TODAY).verdict in (None, Verdict.CANT_TELL)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Americans drink 450 million cups of coffee a day.",
            [
                "US: 340 million people",
                "coffee cups a person: 1 – 2",
                "= 340 million cups a day to 680 million cups a day",
            ],
        ),
        ("A billion seconds is 31.7 years.", ["Adds up"]),
        (
            "There are 8.5 billion dogs in the United States.",
            ["Doesn't add up", "65 million dogs to 90 million dogs", "Would be plausible between"],
        ),
    ],
)
def test_the_reply_shows_the_sum(packaged: Library, text: str, says: list[str]) -> None:
    said = plain(answer(text, packaged, TODAY))
    for words in says:
        assert words in said
    assert reply(answer(text, packaged, TODAY))


def test_the_same_claim_never_jumps_from_yes_to_no(packaged: Library) -> None:
    """As the number grows, a no becomes a stretch, then open, then a yes, and back the same way."""
    order = {
        Verdict.DOESNT_ADD_UP: 0,
        Verdict.STRETCH: 1,
        Verdict.CANT_TELL: 2,
        Verdict.PLAUSIBLE: 3,
        Verdict.ADDS_UP: 4,
    }
    text = "Americans drink {:,} cups of coffee a day."
    steps = [order[answer(text.format(int(10**6 * 1.15**n)), packaged, TODAY).verdict] for n in range(80)]
    top = steps.index(4)
    assert steps[:top] == sorted(steps[:top])
    assert steps[top:] == sorted(steps[top:], reverse=True)
    assert all(abs(one - other) <= 1 for one, other in pairwise(steps))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Germans drink 100 litres of beer a year.", Verdict.ADDS_UP),
        ("Germans drink 8,000 litres of beer a year.", Verdict.DOESNT_ADD_UP),
        ("American households own 2 cars.", Verdict.ADDS_UP),
        ("Mount Everest is 20,000 metres tall.", Verdict.DOESNT_ADD_UP),
    ],
)
def test_of_each_of_a_nation(packaged: Library, text: str, verdict: Verdict) -> None:
    assert answer(text, packaged, TODAY).verdict is verdict


@pytest.mark.parametrize(
    "text", ["Madison has 4 kids.", "Chad owns 2 dogs.", "Americans own 3 cars.", "Apple costs $150."]
)
def test_a_name_or_a_few_is_no_nation(packaged: Library, text: str) -> None:
    assert answer(text, packaged, TODAY).verdict in (None, Verdict.CANT_TELL)
