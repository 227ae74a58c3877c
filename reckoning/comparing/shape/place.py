"""Sentences that claim a place in a ranking: "has the third largest population in Europe"."""

from __future__ import annotations

import re

from knowledge import EntityKind
from reckoning.comparing.naming import VERBS

ORDINALS = {
    word: at
    for at, words in enumerate(("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th"), 1)
    for word in words.split()
} | {"seventh": 7, "7th": 7, "eighth": 8, "8th": 8, "ninth": 9, "9th": 9, "tenth": 10, "10th": 10}
MOST = "largest|biggest|greatest|highest|most|longest|tallest|heaviest|most populous|most populated"
LEAST = "smallest|lowest|fewest|least|shortest|lightest|least populous|least populated"
# A word for one of a sort, with the sort; None takes the subject's own.
SORTS: dict[str, tuple[EntityKind, str] | None] = {
    "country": (EntityKind.COUNTRY, ""),
    "nation": (EntityKind.COUNTRY, ""),
    "state": (EntityKind.STATE, "US state"),
    "us state": (EntityKind.STATE, "US state"),
    "city": (EntityKind.CITY, ""),
    "company": (EntityKind.COMPANY, ""),
    "employer": (EntityKind.COMPANY, ""),
    "continent": (EntityKind.REGION, "continent"),
    "planet": (EntityKind.THING, "planet"),
    "place": None,
    "one": None,
}
_SORT = (
    "(?P<sort>"
    + "|".join(
        sorted((f"{w}s?" if not w.endswith("y") else f"{w[:-1]}(?:y|ies)" for w in SORTS), key=len, reverse=True)
    )
    + ")"
)
_SCOPE = (
    r"(?: (?:in|on|of|within|among|anywhere in)(?: all)?(?: the)?(?: whole)? (?:(?P<scope>N\d+)|"
    r"(?:world|globe|planet)))?"
)
_SUPER = rf"(?:(?P<ordinal>{'|'.join(ORDINALS)}) )?(?P<super>{MOST}|{LEAST})(?: overall)?"
_WHAT = r"(?:number of |total )?(?P<measure>M\d+|[a-z]+)"
_WHEN = (
    r"(?: (?:in|as of) (?P<date>D\d+))?(?:(?: ,| with| at| of)+ (?:with |at |about )?(?P<said>Q\d+)(?: people| M\d+)?)?"
)
_WHO = r"(?:the )?(?P<who>N\d+)"
_BEFORE = r"(?:(?:in|as of) (?P<early>D\d+) (?:, )?)?"
_ANY = rf"than (?:any|every|all)(?: of)?(?: the)?(?: other)? (?:(?P<scope_before>N\d+) )?{_SORT}{_SCOPE}"
_NO = rf"no(?: other)? (?:(?P<scope_before>N\d+) )?{_SORT}{_SCOPE}"
_MORE = r"(?P<more>more|larger|bigger|higher|greater|fewer|smaller|lower|less)"
_SIZE = r"(?P<more>larger|bigger|smaller|more populous)"
_OF_ALL = rf"(?: of (?:any|all)(?: the)? (?:(?P<scope_before>N\d+) )?{_SORT})?{_SCOPE}"
_OWNED = r"(?:the )?(?:world 's |(?P<owner>N\d+)(?: 's)? )?"
_THE = r"(?:the )?(?:world 's )?"
_MUCH = r"(?:far |much )?"
PATTERNS = (
    # Spain has the third largest population in Europe
    rf"{_WHO} (?:(?P<verb>{VERBS})|is home to) {_THE}{_SUPER} {_WHAT}{_OF_ALL}",
    # India is the most populous country in the world; Texas is the second largest US state by area
    (
        rf"{_WHO} (?:is|was|are) {_OWNED}{_SUPER} (?:(?P<scope_before>N\d+) )?{_SORT}{_SCOPE}"
        r"(?: (?:by|in|in terms of|measured by) (?P<measure>M\d+|[a-z]+))?"
    ),
    # India is the third largest economy in the world
    rf"{_WHO} (?:is|was|are) {_OWNED}{_SUPER} (?P<measure>M\d+){_SCOPE}",
    # China's population is the largest in the world; the population of China is the largest
    rf"{_WHO}(?: 's)? (?P<measure>M\d+) (?:is|was) {_THE}{_SUPER}{_OF_ALL}",
    rf"(?:the )?(?:number of )?(?P<measure>M\d+) of {_WHO} (?:is|was) {_THE}{_SUPER}{_OF_ALL}",
    # the country with the largest population is China
    rf"(?:the )?{_SORT}{_SCOPE} with (?:the )?{_SUPER} {_WHAT} is {_WHO}",
    rf"{_THE}{_SUPER} {_SORT}{_SCOPE}(?: (?:by|in) (?P<measure>M\d+|[a-z]+))? is {_WHO}",
    # Walmart has more employees than any other company
    rf"{_WHO} (?P<verb>{VERBS}) (?:an? )?{_MUCH}{_MORE} {_WHAT} {_ANY}",
    (
        rf"{_WHO} (?P<verb>spends|spent) {_MUCH}(?P<more>more|less) (?:money )?on (?:its |their |the )?"
        rf"(?P<measure>M\d+|[a-z]+) {_ANY}"
    ),
    rf"{_WHO} has Q\d+(?: M\d+)?(?: ,)? (?P<more>more|fewer|less)(?: {_WHAT})? {_ANY}",
    rf"{_WHO} is {_SIZE} {_ANY}",
    # no country has more people than India
    rf"{_NO} (?P<verb>{VERBS}) (?:an? )?{_MORE} {_WHAT} than {_WHO}",
    rf"{_NO} is {_SIZE} than {_WHO}",
)
SHAPES = tuple(re.compile(f"{_BEFORE}{pattern}{_WHEN}") for pattern in PATTERNS)
