"""The time that a quantity belongs to: a day, every 10 seconds, over 5 years, by 2030, since 2008."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from quantities.model.quantity import SECONDS, Dimension, Form, Period, PeriodKind, Role
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import FUNCTION_WORDS, VERBS, words
from quantities.units import rates
from quantities.units.counted_nouns import count_unit, find_head_noun
from quantities.units.unit_matcher import match_simple_unit

_OVER = words("over in within during throughout across for")
_FILLERS = words("the next last past coming a period of first just only single one previous whole entire full")
_WHOLE = words("whole entire full")
_YEARS: dict[str, PeriodKind] = {
    "by": PeriodKind.BY,
    "since": PeriodKind.SINCE,
    "in": PeriodKind.IN,
    "during": PeriodKind.IN,
    "until": PeriodKind.BY,
    "before": PeriodKind.BY,
}
_REACH = 9


def attach_periods(sentence: SentenceState) -> None:
    """Gives each quantity its period: right behind it, elsewhere in the clause, or in the clause before."""
    for n, draft in enumerate(sentence.drafts):
        if not draft.dropped:
            rates.attach_rate(sentence, n, draft)
    _take_rates_within(sentence)
    _add_units_alone(sentence)
    _attach_rates(sentence)
    _attach_durations(sentence)
    _attach_years(sentence)
    _share_over_lists(sentence)
    _share_denominators(sentence)
    sentence.drafts[:] = [draft for draft in sentence.drafts if not draft.dropped]


_LISTED, _FEWEST_LISTED = 4, 3  # tokens from one item to the next; items


def _share_over_lists(sentence: SentenceState) -> None:
    """Gives the rate behind the last item of a list to all of them: "rent 900, food 300 and phone 40 a month".

    Likewise what something was before: "from 2,000 to 2,100 a month"; "in a month" it took so long.
    """
    drafts = [draft for draft in sentence.drafts if not draft.dropped]
    for n, last in enumerate(drafts):
        if last.period is None or last.period.kind is not PeriodKind.PER:
            continue
        before = drafts[n - 1] if n else last
        if (before.role, last.role) == (Role.FROM, Role.TO) and before.period is None:
            if sentence.lower[last.end - 2] in ("in", "within"):
                last.period = replace(last.period, kind=PeriodKind.OVER)
                continue
            before.period = replace(last.period, span=(0, 0))
        first = n
        while first and _are_listed(sentence, drafts[first - 1], drafts[first], last):
            first -= 1
        for draft in drafts[first:n] if n - first + 1 >= _FEWEST_LISTED else ():
            draft.period = replace(last.period, span=(0, 0))


def _share_denominators(sentence: SentenceState) -> None:
    """Gives what something was before the denominator of what it is now: "from $1.80 to $2.07 a litre"."""
    for before, last in pairwise([draft for draft in sentence.drafts if not draft.dropped]):
        ends = (before.role, last.role) == (Role.FROM, Role.TO) and before.unit.per is None
        if ends and last.unit.per is not None and before.unit == replace(last.unit, per=None):
            before.unit = last.unit


def _are_listed(sentence: SentenceState, one: QuantityDraft, other: QuantityDraft, last: QuantityDraft) -> bool:
    """Whether two amounts have a sign or "and" and the name of an item between them, and no verb."""
    between = sentence.lower[one.end + 1 : other.start]
    alike = one.period is None and (one.unit.dimension, one.form) == (last.unit.dimension, last.form)
    amounts = one.unit.dimension in (Dimension.NONE, Dimension.MONEY) and one.form is Form.AMOUNT
    if not (alike and amounts and 1 < len(between) <= _LISTED) or between[0] not in (",", "and", "+"):
        return False
    named = [word for word in between if word not in (",", "and", "+", "for")]
    return bool(named) and (FUNCTION_WORDS | VERBS).isdisjoint(named)


def _take_rates_within(sentence: SentenceState) -> None:
    """Gives "two daily coffees" the day that stands between number and noun."""
    for draft in sentence.drafts:
        inside = (place for place in range(draft.last + 1, draft.end) if sentence.lower[place] in rates.ADVERBS)
        place = next(inside, None)
        if place is not None and draft.period is None:
            draft.period = rates.read_rate(sentence, place)


def _add_units_alone(sentence: SentenceState) -> None:
    """Adds the one pint of "a pint a day", which an article counts."""
    for article in range(sentence.size - 3):
        if sentence.lower[article] not in ("a", "an") or _inside(sentence, article):
            continue
        found = match_simple_unit(sentence, article + 1, close=False)
        if found is None or found[0].dimension is Dimension.TIME:
            continue
        unit, end = found
        period = rates.read_rate(sentence, end + 1)
        if period is None or _inside(sentence, end):
            continue
        one = Fraction(1)
        draft = QuantityDraft(article, article, one, one, in_words=True, unit=unit, unit_first=article + 1, end=end)
        draft.start, draft.period, draft.end = article, period, rates.last_token(sentence, period)
        sentence.drafts.insert(sentence.draft_before(article) + 1, draft)


def _attach_rates(sentence: SentenceState) -> None:
    """Attaches "Every minute 50,000 babies are born", "90 tonnes ... every year", "... annually"."""
    for i in range(sentence.size):
        word = sentence.lower[i]
        if (word not in ("every", "each", "per") and word not in rates.ADVERBS) or _inside(sentence, i):
            continue
        found = rates.read_rate(sentence, i) if sentence.lower[i - 1] != "for" else None
        if found is None or (
            word in rates.ADVERBS
            and sentence.tokens[i + 1].kind == "word"
            and i + 1 < sentence.size
            and sentence.lower[i - 1] in ("a", "the", "their")
        ):
            continue
        if _has_rate_already(sentence, i, found):
            continue
        draft = _owner(sentence, i, rates.last_token(sentence, found)) or _one_at_a_time(sentence, i, found)
        if draft is not None:
            draft.period = found
            _drop_count(sentence, found)


_ADDED = words("accruing added calculated compounded compounding credited")


def _has_rate_already(sentence: SentenceState, i: int, found: Period) -> bool:
    """Whether a rate at token i says again, or how often, what the quantity before it has as its rate.

    "5% a year, compounded annually" gives no rate to anything else; "5% compounded monthly" is none a month.
    """
    n = sentence.draft_before(i)
    if n < 0 or i - sentence.drafts[n].end > _REACH or _clause_ends(sentence, sentence.drafts[n].end, i):
        return False
    before, added = sentence.drafts[n], sentence.lower[i - 1] in _ADDED
    if before.period is not None and before.period.kind is PeriodKind.PER:
        return added or sentence.lower[i] in rates.ADVERBS
    return added and before.form is Form.PERCENT and found.unit != "year"


_OFTEN = frozenset(["second", "minute", "hour"])


def _one_at_a_time(sentence: SentenceState, i: int, period: Period) -> QuantityDraft | None:
    """Adds the one car of "a car every second", which an article counts.

    Only before short times: "I see a doctor every year" says no rate.
    """
    article = next((place for place in range(i - 2, max(-1, i - 5), -1) if sentence.lower[place] in ("a", "an")), -1)
    if article < 0 or period.unit not in _OFTEN or period.count != 1:
        return None
    found = find_head_noun(sentence, article + 1, Fraction(1))
    if found is None or found.last != i - 1:
        return None
    unit, one = count_unit(sentence, found, article + 1), Fraction(1)
    draft = QuantityDraft(article, article, one, one, in_words=True, unit=unit, unit_first=article + 1, end=found.last)
    draft.start = article
    sentence.drafts.insert(sentence.draft_before(article) + 1, draft)
    return draft


def _inside(sentence: SentenceState, i: int) -> bool:
    n = sentence.draft_before(i)
    return n >= 0 and i <= sentence.drafts[n].end


def _owner(sentence: SentenceState, first: int, last: int) -> QuantityDraft | None:
    """Returns the quantity a period belongs to: the nearest before it in the clause, otherwise the first after it."""
    before = sentence.draft_before(first)
    while before >= 0 and first - sentence.drafts[before].end <= _REACH and not _may_have(sentence.drafts[before]):
        before -= 1
    near = before >= 0 and first - sentence.drafts[before].end <= _REACH
    if near and before < sentence.draft_before(first) and sentence.drafts[before].form is Form.RATIO:
        return None  # "at 1 in 50 million and 5 a week you win every 2000 years"
    if near and not _clause_ends(sentence, sentence.drafts[before].end, first):
        return sentence.drafts[before]
    after = sentence.draft_before(last) + 1
    while after < len(sentence.drafts) and sentence.drafts[after].start - last <= _REACH:
        if _may_have(sentence.drafts[after]):
            return sentence.drafts[after]
        after += 1
    return None


def _may_have(draft: QuantityDraft) -> bool:
    return (
        not draft.dropped
        and draft.period is None
        and draft.unit.dimension not in (Dimension.TIME, Dimension.AGE)
        and draft.form is not Form.POINTS
    )


_CLAUSE = words("; while but whereas when which after before because until")


def _clause_ends(sentence: SentenceState, first: int, last: int) -> bool:
    return any(word in _CLAUSE for word in sentence.lower[first + 1 : last])


def _drop_count(sentence: SentenceState, period: Period) -> None:
    """Drops the 10 seconds of "every 10 seconds": part of a period, and no quantity of their own."""
    n = sentence.draft_before(rates.last_token(sentence, period))
    if n >= 0 and sentence.span(sentence.drafts[n].first, sentence.drafts[n].last)[0] > period.span[0]:
        sentence.drafts[n].dropped = True


def _attach_durations(sentence: SentenceState) -> None:
    """Attaches "1 million jobs over 5 years", "in the last decade", "a six-year $90,000 lease"."""
    for i in range(sentence.size):
        if sentence.lower[i] in ("decade", "century", "year") and not _inside(sentence, i):
            _attach_unnumbered(sentence, i)
    for n, draft in enumerate(sentence.drafts):
        if (
            draft.dropped
            or draft.unit.dimension is not Dimension.TIME
            or draft.unit.name not in SECONDS
            or draft.low <= 0
            or draft.period
        ):
            continue
        place = draft.start - 1
        while place >= 0 and sentence.lower[place] in _FILLERS:
            place -= 1
        if draft.hyphened:
            _attach_adjective(sentence, n, draft)
        elif (
            place >= 0
            and sentence.lower[place] in _OVER
            and sentence.lower[draft.end + 1] not in ("ago", "later", "earlier")
        ):
            _attach_over(sentence, draft, place)


def _attach_unnumbered(sentence: SentenceState, i: int) -> None:
    place = i - 1
    while place >= 0 and sentence.lower[place] in _FILLERS:
        place -= 1
    whole = sentence.lower[i - 1] in _WHOLE  # "for the whole year"
    plain = whole or sentence.lower[i - 1] in ("last", "past", "next", "coming", "a", "single")
    if (
        place < 0
        or not (
            sentence.lower[place] in ("over", "in", "within", "during") or (whole and sentence.lower[place] in _OVER)
        )
        or not plain
        or sentence.lower[i - 1] == "last" == sentence.lower[i]
    ):
        return
    if sentence.lower[i] == "year" and sentence.lower[i - 1] not in ("a", "single") and not whole:
        return
    owner = _owner(sentence, place, i)
    if owner is not None:
        kind = PeriodKind.PER if whole and sentence.lower[i] == "year" else PeriodKind.OVER
        owner.period = Period(kind, Fraction(1), sentence.lower[i], span=sentence.span(place, i))


def _attach_over(sentence: SentenceState, draft: QuantityDraft, first: int) -> None:
    if sentence.lower[first] == "for" and not any(d.unit.dimension is Dimension.MONEY for d in sentence.drafts):
        return
    owner = _owner(sentence, first, draft.end)
    if owner is not None:
        middle = (draft.low + draft.high) / 2
        owner.period = Period(PeriodKind.OVER, middle, draft.unit.name, span=sentence.span(first, draft.end))


def _attach_adjective(sentence: SentenceState, n: int, draft: QuantityDraft) -> None:
    """Makes a hyphened duration right before a quantity its period, and no quantity of its own."""
    after = sentence.drafts[n + 1] if n + 1 < len(sentence.drafts) else None
    if after is not None and after.start == draft.end + 1 and _may_have(after):
        after.period = Period(PeriodKind.OVER, draft.low, draft.unit.name, span=sentence.span(draft.first, draft.end))
        draft.dropped = True


def _attach_years(sentence: SentenceState) -> None:
    """Attaches "by 2030", "since 2008", "in 2015" to the nearest quantity of the clause."""
    for mention in sentence.dates:
        if mention.start is None or mention.end is None or mention.start.month != 1 or mention.end.month != 12:
            continue
        i = sentence.place(mention.span[0])
        kind = _YEARS.get(sentence.lower[i - 1])
        if kind is None or i == 0:
            continue
        owner = _owner(sentence, i - 1, i)
        if owner is not None:
            owner.period = Period(kind, year=mention.start.year, span=(sentence.tokens[i - 1].start, mention.span[1]))
