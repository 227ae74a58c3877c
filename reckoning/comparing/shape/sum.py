"""Sentences that set one against others, or say what several have together."""

from __future__ import annotations

import re

from reckoning.comparing.naming import VERBS

MORE = "more|larger|bigger|greater|higher|longer|taller|heavier|deeper|wider|more populous"
FEWER = "fewer|less|smaller|lower|shorter|lighter|less populous"
_ITEM = r"(?:(?:the|that of|those of|all of|in|does|has|of) )*N\d+(?: 's)?(?: M\d+)?"
_LIST = rf"(?P<others>{_ITEM}(?:(?: ,| and| &| plus| , and) {_ITEM})*)"
_TOGETHER = r"(?: (?P<together>(?:all )?(?:put |taken |added |lumped )?together|combined|in total))?"
_BOTH = r"(?:both )?"
_CMP = rf"(?P<word>{MORE}|{FEWER})"
_WHO = r"(?:the )?(?P<who>N\d+)"
_WHEN = r"(?: in D\d+)?"
_MUCH = r"(?:far |much |slightly |a bit |a lot |way )?"
_BY = r"(?: (?:by|in|in terms of) (?P<measure>M\d+|[a-z]+))?"
_THAT = r"(?:(?:that of|those of|the (?:M\d+|[a-z]+) of) )?"
_THAN = rf"than (?:the )?{_THAT}{_BOTH}{_LIST}{_TOGETHER}"
_ALL = "(?:annual |yearly |entire |whole )?"
_THEIRS = rf"(?P<others>M\d+ of (?:the )?N\d+|N\d+(?: 's)? {_ALL}M\d+)"
_BY_AFTER = _BY.replace("measure", "measure_after")
AGAINST = tuple(
    re.compile(rf"(?:in D\d+ (?:, )?)?{shape}{_WHEN}")
    for shape in (
        # Spain has more people than Italy and Portugal together
        (
            rf"{_WHO} (?P<verb>{VERBS}) (?:a |an )?{_MUCH}{_CMP} (?P<measure>M\d+|[a-z]+) than {_BOTH}{_LIST}(?: "
            rf"do| does| has| have)?{_TOGETHER}"
        ),
        # the US economy is larger than those of China and Japan combined
        rf"{_WHO}(?: 's)? (?P<measure>M\d+) (?:is|was|are|were) {_MUCH}{_CMP} {_THAN}",
        rf"(?:the )?(?:number of )?(?P<measure>M\d+) of {_WHO} (?:is|was|are|were) {_MUCH}{_CMP} {_THAN}",
        # Apple's revenue is larger than Portugal's GDP
        rf"{_WHO}(?: 's)? {_ALL}(?P<measure>M\d+) (?:is|was|are|were) {_MUCH}{_CMP} than (?:the )?{_ALL}{_THEIRS}",
        # the US spends more on defence than China and Russia together
        (
            rf"{_WHO} (?P<verb>spends|spent) {_MUCH}{_CMP} (?:money )?on (?:its |their |the )?(?P<measure>M\d+|"
            rf"[a-z]+) than {_BOTH}{_LIST}(?: do| does| has| have)?{_TOGETHER}"
        ),
        # more people live in Spain than in Portugal and Ireland together
        (
            rf"{_MUCH}{_CMP} (?P<measure>M\d+|people) (?:(?:live|work|living) )?(?:in |for )?{_WHO} than "
            rf"(?:in |for )?{_BOTH}{_LIST}{_TOGETHER}"
        ),
        # France and Germany together have fewer people than Russia
        (
            rf"(?:together )?(?:, )?{_BOTH}(?P<these>{_ITEM}(?:(?: ,| and| &| plus| , and) {_ITEM})+){_TOGETHER} "
            rf"(?:have|had|employ) (?:a )?{_MUCH}{_CMP} (?P<measure>M\d+|[a-z]+) than (?:the )?(?P<that>N\d+)(?: "
            r"does| do| has)?(?P<behind> combined| together)?"
        ),
        # Texas is bigger than France
        rf"{_WHO} (?:is|was|are|were) {_MUCH}{_CMP}{_BY} than {_BOTH}{_LIST}{_TOGETHER}{_BY_AFTER}",
    )
)
HAVE = tuple(
    re.compile(shape + _WHEN)
    for shape in (
        # Spain and Italy together have 108 million people
        (
            rf"(?:together |combined )?(?:, )?{_BOTH}{_LIST}{_TOGETHER} (?:have|has|had|employ|spend|owe|"
            r"are home to|hold) (?:a (?:combined|total) )?(?:(?P<measure>M\d+) of )?(?P<total>Q\d+)(?: "
            r"(?P<measure_behind>M\d+|people))?(?P<behind> together| combined| between them| in total|"
            r" in all)?"
        ),
        # the combined population of Spain and Italy is 108 million; the deficits of A and B add up to 2 trillion
        (
            rf"(?:the )?(?:combined |total |joint )?(?P<measure>M\d+) of {_LIST}{_TOGETHER} (?P<behind>is|"
            r"are|was|were|adds up to|add up to|comes to|come to|totals|total) (?P<total>Q\d+)"
        ),
    )
)
