"""Who is meant and who isn't: a wrong name makes a wrong verdict, so each is found or left in peace."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from knowledge import Library
from tests.effort import calls

FOUND = r"""
US jobs                                          | US=US adjective
Alibaba will create 1 million US jobs            | Alibaba=alibaba name; US=US adjective
1 mln us jobs, says alibaba                      | us=US adjective; alibaba=alibaba name
us debt                                          | us=US adjective
us federal debt                                  | us=US adjective
us population                                    | us=US adjective
us has 320 million people                        | us=US name
us pop                                           | us=US adjective
growth in us jobs                                | us=US adjective
half of all us jobs                              | us=US adjective
1m jobs in us                                    | us=US name
in the us                                        | us=US name
is 1M jobs a lot for the US?                     | US=US name
ALIBABA WILL CREATE 1 MILLION US JOBS            | ALIBABA=alibaba name; US=US adjective
U.S. debt is $20 trillion                        | U.S.=US adjective
the U.S debt                                     | U.S=US adjective
It moved to the U.S. Then it grew.               | U.S.=US name
u.s. population                                  | u.s.=US adjective
america                                          | america=US name
the United  States                               |
the United\nStates                               | United\nStates=US name
Americans                                        | Americans=US people
americans eat 3 burgers                          | americans=US people
the average American earns                       | American=US people
American workers                                 | American=US adjective
usa                                              | usa=US name
uk gdp                                           | uk=GB adjective
UK GDP IS 3 TRILLION                             | UK=GB adjective
eu                                               | eu=EU name
India has three times as many people as the EU   | India=IN name; EU=EU name
Split among all Germans, €10 billion             | Germans=DE people
One in three people alive is Indian              | people alive=world people; Indian=IN people
the Indian economy                               | Indian=IN adjective
the world                                        | the world=world name
mexico has 700 million people                    | mexico=MX name
spain pop ~ 48m                                  | spain=ES name
Türkiye                                          | Türkiye=TR name
turkiye                                          | turkiye=TR name
US-China trade                                   | US=US name; China=CN name
Alibaba's staff                                  | Alibaba=alibaba name
Alibaba’s staff                                  | Alibaba=alibaba name
Trump's plan                                     | Trump=trump name
President Trump said                             | Trump=trump name
McDonald’s                                       | McDonald’s=mcdonalds name
mcdonalds                                        | mcdonalds=mcdonalds name
WHO says 5 million                               | WHO=who name
#Alibaba                                         | Alibaba=alibaba name
blue whales                                      | blue whales=blue-whale name
Apple employs 116,000                            | Apple=apple name
apple employs 116,000                            | apple=apple name
apple has 116,000 employees                      | apple=apple name
an apple                                         | an apple=apple-fruit name
3 apples                                         | apples=apple-fruit name
Apple juice                                      | Apple=apple-fruit name
the apple has 80 calories                        | apple=apple-fruit name
the new Apple watch                              | Apple=apple name
5 kg of wood                                     | wood=wood name
Target employs 300,000                           | Target=target name
Turkey has 80 million people                     | Turkey=TR name
turkey has 80 million people                     | turkey=TR name
turkey population                                | turkey=TR name
TURKEY HAS 80 MILLION PEOPLE                     | TURKEY=TR name
Chad, Jordan and Turkey                          | Chad=TD name; Jordan=JO name; Turkey=TR name
People in Jordan earn less                       | Jordan=JO name
Amazon employs 341,400                           | Amazon=amazon name
amazon employs 341,400                           | amazon=amazon name
the Amazon rainforest                            | Amazon=amazon-river name
Amazon.com has a forest of shelves               | Amazon.com=amazon name
Georgia has 4 million people                     | Georgia=GE name
Georgia and Texas                                | Georgia=US-GA name; Texas=US-TX name
Georgia, a US state                              | Georgia=US-GA name; US=US adjective
Armenia and Georgia                              | Armenia=AM name; Georgia=GE name
South Koreans and Koreans                        | South Koreans=KR people; Koreans=KR people
it cost the US $3 trillion                       | US=US name
giving every American $1,000                     | American=US people
save Americans $3 billion                        | Americans=US people
AM population                                    | AM=AM name
"""

IN_PEACE = """
join us | tell us | give us jobs | it cost us jobs | they brought us jobs | all of us | good for us workers | between us
WHY US? 5 MILLION JOBS | 5 US dollars | 5 U.S. dollars | 3 Mexican pesos | non-US workers
JOIN US NOW FOR FREE | US $7.2 billion | 5 US$ | us | contact us for jobs | between us and them
Apple pie | apple pie for 3 | Chris Wood | the Wood report
we hit the target | Target of 5 million | target population | roast turkey | turkey sandwiches | Turkey prices rose
Michael Jordan earned $80m | Jordan Peterson | Chad Smith | my friend chad has 5 people over
IT jobs | 5 million IT jobs | it has 5 | It has 5 | who says | Who says 5 million | 8 AM | I AM 5 | 10 am
WHO IS PAYING FOR ALL THIS
New Mexico has 2 million people | Latin America
http://amazon.com/us | www.alibaba.com | me@alibaba.com | @alibaba | us_debt
Alibabas | xAlibaba | Spainful | indiana
call me on +49 30 901820 | LH 1180 at 07:10 | we won 3-2 | hello
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(left.rstrip().replace("\\n", "\n"), right.strip().replace("\\n", "\n")) for left, right in _split(table)]


def _split(table: str) -> list[list[str]]:
    return [line.split("|") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "expected"), rows(FOUND))
def test_found(library: Library, text: str, expected: str) -> None:
    mentions = library.names(text)
    assert "; ".join(f"{mention.text}={mention.entities[0]} {mention.form}" for mention in mentions) == expected
    assert all(text[slice(*mention.span)] == mention.text for mention in mentions)


@pytest.mark.parametrize("text", [text.strip() for line in IN_PEACE.strip().splitlines() for text in line.split("|")])
def test_left_in_peace(library: Library, text: str) -> None:
    assert library.names(text) == ()


def test_ordinary_sentences_name_nobody_that_comes_with_the_program(packaged: Library) -> None:
    written = (Path(__file__).parent / "ordinary.txt").read_text(encoding="utf-8").splitlines()
    lines = [line for line in written if line and not line.startswith("#")]
    assert len(lines) > 100
    assert packaged.names("Mexico has 122 million people"), "no name is found at all"
    named = {line: [mention.text for mention in packaged.names(line)] for line in lines}
    assert {line: names for line, names in named.items() if names} == {}


def test_all_who_have_the_name_the_likeliest_first(library: Library) -> None:
    assert [mention.entities for mention in library.names("Georgia")] == [("GE", "US-GA")]
    assert [mention.entities for mention in library.names("Koreans")] == [("KR", "KP")]


def test_places_are_those_of_the_text_as_written(library: Library) -> None:
    text = "İstanbul, Türkiye – “the US” 🎉 Spain"
    assert [(mention.text, text[slice(*mention.span)]) for mention in library.names(text)] == [
        ("Türkiye", "Türkiye"),
        ("US", "US"),
        ("Spain", "Spain"),
    ]


def test_a_look_up_takes_no_more_work_where_more_is_known(library: Library, packaged: Library) -> None:
    assert len(packaged.entities) > 100 * len(library.entities)
    sentence = (
        "Alibaba will create 1 million US jobs over five years, says the company from China, as Amazon employs 341,400"
    )
    for one in (packaged, library):
        one.names("")  # the first makes the index
    assert 0 < calls(lambda: packaged.names(sentence)) < 2 * calls(lambda: library.names(sentence)) < 2000


@pytest.mark.parametrize(
    "text",
    [
        "us " * 1365,
        "US " * 1365,
        "U.S." * 1024,
        "a" * 4096,
        "a@" * 2048,
        "." * 4096,
        "Georgia " * 512,
        "'" * 4096,
        "İ" * 4096,
    ],
)
def test_any_text_of_a_message_s_length_takes_bounded_work(library: Library, text: str) -> None:
    for look_up in (library.names, library.measure_mentions):
        look_up("")  # the first makes the index
        assert calls(partial(look_up, text)) <= 500_000
