"""The texts that are timed: everyday claims, a long article of our own, and what an ill-meaning person would send."""

from __future__ import annotations

CLAIMS = (
    "Alibaba will create 1 million US jobs",
    "1 mln us jobs, says alibaba",
    "SoftBank will invest $50 billion and create 50,000 jobs",
    "Mexico has 700 million people",
    "spain pop ~ 48m",
    "Italy has 59 million people",
    "One in three people alive is Indian",
    "Membership grew from 40,000 to 60,000, up 150%",
    "$2 million a day is $730 million a year",
    "55% for, 30% against, 25% undecided",
    "Every minute 50,000 babies are born",
    "Split among all Germans, €10 billion gives everyone €100,000",
    "India has three times as many people as the EU",
    "is 1M jobs a lot for the US?",
    "how big is $4 trillion?",
    "call me on +49 30 901820",
    "LH 1180 at 07:10",
    "we won 3-2",
    "hello",
)

_PARAGRAPHS = """\
The company said on Tuesday that it would hire 250,000 people across Germany within 4 years.
Germany has about 84 million people, of whom roughly 45 million work. The firm employs fewer than 12,000 today.
It also promised to invest €3.5 billion, which comes to €14,000 for each new job; last year it invested €410 million.
Its rival, which sells 1.2 million cars a year, has 170,000 workers and lost 4% of them between 2019 and 2023.
A survey of 2,000 readers found 48% in favour, 31% against and 21% without an opinion.
""".splitlines()

LONGEST = 4096


def article() -> str:
    """As long as a forwarded article may be: about 5,000 characters."""
    text = ""
    number = 0
    while len(text) < 4950:
        text += _PARAGRAPHS[number % len(_PARAGRAPHS)].replace("Tuesday", f"day {number}") + "\n\n"
        number += 1
    return text


# What is hard on a reader of numbers, by what is hard in it.
PATTERNS = {
    "powers": "9**9**9 ",
    "digits": "9",
    "exponents": "1e999999999 ",
    "brackets": "(",
    "closed brackets": "((1))[[2]]",
    "numbers": "7 ",
    "thousands": "1,000,",
    "claims": "Mexico has 700 million people. ",
    "claims in one sentence": "Mexico has 700 million people and ",
    "names": "Alibaba Amazon US Mexico ",
    "number words": "one hundred and twenty ",
    "scales": "million billion ",
    "percents": "55% for, 30% against, ",
    "fractions": "½ 1/2 one in three ",
    "ranges": "1-2-3 to 4–5 ",
    "dates": "2016-03-31 May 2020 ",
    "money": "$5 €6 £7bn ",
    "no break": "a",
    "spaces": " ",
    "combining": "e\u0301\u0302\u0303",
    "other digits": "٣٥ ५ लाख ",
    "emoji": "🙂👨‍👩‍👧",
    "dots": "1.1.1.1.",
    "from to": "from 5 to 6 to 7 ",
    "one sign": "½",
    "short powers": "1e9 ",
    "changes": "from 1 to 2 up 3% ",
    "lines": "1\n",
}


def hostile() -> dict[str, str]:
    """The patterns, each said until it has 4,096 characters."""
    return {name: (pattern * LONGEST)[:LONGEST] for name, pattern in PATTERNS.items()}
