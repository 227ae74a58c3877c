"""Groups that a sum is shared out among: all Germans, every American household, each person on Earth."""

from __future__ import annotations

from quantities import Dimension
from reckoning.currency import HOME
from reckoning.figure import DatedFigure
from reckoning.reading.case import Case
from reckoning.reading.scene import Word
from reckoning.reading.statement import PLACES, Statement

# The word for one of the group, and the measure that counts the group.
GROUPS = {
    "person": "population",
    "people": "population",
    "citizen": "population",
    "resident": "population",
    "inhabitant": "population",
    "head": "population",
    "capita": "population",
    "everyone": "population",
    "everybody": "population",
    "adult": "adults",
    "adults": "adults",
    "household": "households",
    "households": "households",
    "family": "households",
    "families": "households",
    "taxpayer": "tax_returns",
    "taxpayers": "tax_returns",
    "worker": "employed",
    "workers": "employed",
}
# A part of the people that no measure here counts.
PARTS = frozenset(
    """child children woman women man men student students senior seniors retiree retirees pensioner pensioners
    voter voters under over aged black white poor rich working retired young old disabled married single
    unemployed veteran veterans driver drivers patient patients homeowner homeowners teenager kid kids pupil pupils
    schoolchild farmer farmers soldier soldiers employee employees mother mothers father fathers parent parents baby
    babies teacher teachers nurse nurses doctor doctors home homes town towns city cities village villages school
    schools company companies couple couples tenant tenants immigrant immigrants migrant migrants prisoner
    prisoners""".split()
)
ALL = frozenset({"everyone", "everybody", "apiece"})
TRIGGERS = ALL | {"every", "each", "per"}
# "$300 for every German or $700 a household": with such a word before it, "every" belongs to the sum that came first.
TOWARDS = frozenset({"for", "to", "from", "among", "amongst", "by", "of"})
# Groups of people that only their own parts can be set against.
PARTIAL = frozenset("children seniors veterans households school_pupils immigrants prisoners registered_voters".split())


def group_of(case: Case, statement: Statement) -> tuple[str, str] | None:
    """The entity and the measure that counts its members, for a sum that each of them has; None for any other sum.

    Only the words around the sum count, as far as the sums before and after it: "gives everyone €100",
    "$100 for every American household", "$100 per person".
    """
    measure = counted_group(statement)
    if measure is None:
        return None
    place = _place(case, statement)
    return (place, measure) if place is not None and case.library.series(place, measure) else None


def counted_group(statement: Statement) -> str | None:
    """The measure that counts those who each have it, wherever they are: "population" for "50 kg per person"."""
    per = statement.quantity.unit.per
    if per is not None:
        return GROUPS.get(per.name.rpartition(" ")[2])
    before, after = _around(statement)
    for at, word in enumerate(before):
        if word.lower in TRIGGERS and not (at and before[at - 1].lower in TOWARDS):
            return _counted(statement, before, at)
    for at, word in enumerate(after[:4]):
        if word.lower in TRIGGERS and (at == 0 or after[at - 1].lower in TOWARDS):
            return _counted(statement, after, at)
    return None


def _counted(statement: Statement, words: tuple[Word, ...], at: int) -> str | None:
    """The measure of "every American household", with the words from "every" on."""
    if words[at].lower in ALL:
        return "population"
    after = words[at + 1 : at + 4]
    if any(word.lower in PARTS for word in after) or _is_aged(statement, after):
        return None
    named = next((GROUPS[word.lower] for word in after if word.lower in GROUPS), None)
    people = after and any(name.span[0] == after[0].span[0] for name in statement.sentence.names)
    return named or ("population" if people or (words[at].lower == "each" and _is_of_all(statement)) else None)


def _is_aged(statement: Statement, words: tuple[Word, ...]) -> bool:
    """Whether a number right behind the group narrows it: "each Italian under 18"."""
    named = {name.span[1] for name in statement.sentence.names}
    ends = [word.span[1] for word in words if word.span[1] in named or word.lower in GROUPS]
    others = [q for q in statement.sentence.quantities if q is not statement.quantity]
    return any(0 <= q.span[0] - end <= 1 for q in others for end in ends)


def _is_of_all(statement: Statement) -> bool:
    """Whether a bare "each" can only mean each of the people named: nothing else is counted in the sentence."""
    counts = [q for q in statement.sentence.quantities if q.unit.dimension in (Dimension.COUNT, Dimension.NONE)]
    return not counts and any(name.form == "people" for name in statement.sentence.names)


def _around(statement: Statement) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words from the quantity before, and those up to the one after."""
    sentence = statement.sentence
    before = max((q.span[1] for q in sentence.quantities if q.span[1] <= statement.span[0]), default=sentence.span[0])
    after = min((q.span[0] for q in sentence.quantities if q.span[0] >= statement.span[1]), default=sentence.span[1])
    return sentence.between(before, statement.span[0]), sentence.between(statement.span[1], after)


def _place(case: Case, statement: Statement) -> str | None:
    """The place whose people they are: the nearest name of a place in the sentence, its people first."""
    names = [n for n in statement.sentence.names if case.entity(n.entities[0]).kind in PLACES]
    if not names:
        return HOME.get(statement.currency)
    nearest = min(names, key=lambda n: (n.form != "people", abs(n.span[0] - statement.span[0])))
    return nearest.entities[0]


def size(case: Case, group: tuple[str, str], statement: Statement) -> DatedFigure | None:
    """How many there are in the group, on the day of the claim."""
    return case.figure(*group, statement)
