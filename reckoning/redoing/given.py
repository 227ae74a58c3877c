"""What a person adds to a check: a figure of their own, another number, year or place, "per household?"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import quantities
from i18n.language import say
from quantities import Dimension, PeriodKind, Quantity, Span
from reasoning.wording.entity_names import titled
from reckoning.group import GROUPS
from reckoning.reading.statement import PLACES, Statement
from reckoning.redoing.own_figure import figure
from reckoning.redoing.request import Check, changed, claim_of
from reckoning.redoing.sharing import share_out

LONGEST = 300  # characters of one addition
MOST = 5
LEAD = re.compile(
    r"^(?:(?:and|but|ok|so|hm+|now)[, ]+)?(?:what\s+if|how\s+about|what\s+about|suppose|say|assume|"
    r"assuming|if|make|use|take|try|with)?\s*"
    r"(?:(?:it|that|this|they|there|he|she)\s+)?(?:were|was|is|be|are|had|has)?\s*(?:it|that)?\s*(?:only|"
    r"really|actually|instead)?\s*",
    re.IGNORECASE,
)
YEAR = re.compile(
    (
        r"^\W*(?:(?:use|take|try|and|in|for|of|as of|what about|how about|with|the figures of)\s+)*(?P<year>1[5-9]\d\d|"
        r"20\d\d)\s*(?:figures|numbers|data)?\W*$"
    ),
    re.IGNORECASE,
)
# A number that is said as a year is, so that no quantity is made of a year to come: "use 2050".
LIKE_A_YEAR = re.compile(r"^\W*(?:(?:use|take|try|and|in|for|as of)\s+)*(?:1[5-9]|[23]\d)\d\d\W*$", re.IGNORECASE)
PER = re.compile(
    (
        r"^\W*(?:and\s+|how much(?:\s+is\s+(?:that|it))?\s+|what(?:'s| is)\s+(?:that|it)\s+)?(?:per|"
        r"a|an|each|every|for each|for every)\s+(?P<group>[a-z]+)\W*$"
    ),
    re.IGNORECASE,
)
PLACE = re.compile(r"^\W*(?:and\s+)?(?:(?:what|how) about\s+)?(?:in|for|of)?\s*(?:the\s+)?$", re.IGNORECASE)


def take(check: Check, given: tuple[str, ...]) -> Check:
    """The check with each addition worked in, in their order."""
    for words in given[:MOST]:
        said = " ".join(words[:LONGEST].split())
        if said:
            check = _taken(check, said)
    return check


def _taken(check: Check, said: str) -> Check:
    for reader in (_year, _group, figure, _place, _number):
        changed = reader(check, said)
        if changed is not None:
            return changed
    return replace(check, unread=(*check.unread, said[:60]))


# --- "use 2019"


def _year(check: Check, said: str) -> Check | None:
    match = YEAR.match(said)
    if match is None:
        return None
    year = int(match["year"])
    if year > check.as_of.year:
        return None
    spoken = say("judged for {year}", year=year)
    dates = [d for s in check.case().scene.sentences for d in s.dates if d.start]
    if len(dates) == 1:
        start, end = dates[0].span
        text = check.text[:start] + match["year"] + check.text[end:]
        return changed(check, spoken, text=text)
    return changed(check, spoken, as_of=min(date(year, 12, 31), check.as_of))


# --- "per household?"


def _group(check: Check, said: str) -> Check | None:
    match = PER.match(said)
    word = match["group"].lower() if match else ""
    if word not in GROUPS:
        return None
    case, claim = check.case(), claim_of(check)
    if claim is None or share_out(case, claim, GROUPS[word]) is None:
        note = say("This number cannot be shared out {each}.", each=say("per {group}", group=say(word)))
        return replace(check, notes=(*check.notes, note))
    return replace(
        check, groups=(*check.groups, GROUPS[word]), changes=(*check.changes, say("per {group}", group=say(word)))
    )


# --- "in the UK?"


def _place(check: Check, said: str) -> Check | None:
    names = [n for n in check.library.names(said) if check.library.entities[n.entities[0]].kind in PLACES]
    if len(names) != 1 or quantities.read(said, most=3).quantities:
        return None
    name = names[0]
    before, after = said[: name.span[0]], said[name.span[1] :]
    if not PLACE.match(before) or after.strip(" ?!.") not in ("", "instead"):
        return None
    place = check.library.entities[name.entities[0]]
    claim = claim_of(check)
    if claim is None:
        return None
    spoken = say("in {place}", place=titled(place))
    here = [n for n in claim.sentence.names if check.library.entities[n.entities[0]].kind in PLACES]
    if here:
        start, end = here[-1].span
        written = place.name if here[-1].form == "name" else (place.adjectives or place.people or (place.name,))[0]
        return changed(check, spoken, text=check.text[:start] + written + check.text[end:])
    article = "the " if place.article else ""
    at = claim.span[1]
    return changed(check, spoken, text=f"{check.text[:at]} in {article}{place.name}{check.text[at:]}")


# --- "if it were 10 years", "what if it were 5 million?"


def _number(check: Check, said: str) -> Check | None:
    if LIKE_A_YEAR.match(said):
        return None
    rest = said[LEAD.match(said).end() :] if LEAD.match(said) else said  # type: ignore[union-attr]
    read = quantities.read(rest, most=3, locale=check.locale).quantities
    if len(read) != 1 or rest[read[0].span[1] :].strip(" ?!.,") not in ("", "instead", "then", "long"):
        return None
    if rest[: read[0].span[0]].strip().lower() not in ("", "over", "in", "for", "about", "a", "by", "of"):
        return None
    claim = claim_of(check)
    return _replaced(check, claim, read[0], rest) if claim is not None else None


def _replaced(check: Check, claim: Statement, new: Quantity, rest: str) -> Check | None:
    """The text with the number of the same sort replaced."""
    written = rest[new.span[0] : new.span[1]].strip()
    spoken = say("{number} (your change)", number=written)
    text = check.text
    if new.unit.dimension is Dimension.TIME:
        period = claim.quantity.period
        if period is not None and period.kind is PeriodKind.OVER and period.span[1]:
            start, end = period.span
            return changed(check, spoken, text=f"{text[:start]}over {written}{text[end:]}")
        times = [q for q in claim.sentence.quantities if q.unit.dimension is Dimension.TIME]
        if times:
            start, end = times[0].span
            return changed(check, spoken, text=text[:start] + written + text[end:])
        at = claim.span[1]
        return changed(check, spoken, text=f"{text[:at]} over {written}{text[at:]}")
    old = _alike(claim, new)
    if old is None:
        return None
    start, end = _span(old, new)
    if (start, end) == old.number_span:
        written = rest[new.number_span[0] : new.number_span[1]]
    return changed(check, spoken, text=text[:start] + written + text[end:])


def _span(old: Quantity, new: Quantity) -> Span:
    """Of the old quantity what the new one stands in for: what it doesn't say stays, as the period or the noun."""
    stays = new.unit.dimension is Dimension.NONE or (old.unit.name == new.unit.name and _each(new) in ("", _each(old)))
    if stays:
        return old.number_span
    start, end = old.span
    period = old.period.span if old.period is not None and not _each(new) else (0, 0)
    return (start, period[0]) if start < period[0] and period[1] == end else (start, end)


def _each(quantity: Quantity) -> str:
    """The unit of time that it is said for: "year" for "$4,000 a year"; "" for one that is not."""
    period = quantity.period
    return period.unit if period is not None and period.kind is PeriodKind.PER else ""


def _alike(claim: Statement, new: Quantity) -> Quantity | None:
    """The quantity that the new one replaces: of its unit and period before others of its sort, the claim's first."""
    among = [old for old in (claim.quantity, *claim.sentence.quantities) if _is_alike(old, new)]
    if _each(new) and len({old.span for old in among}) > 1:
        among = [old for old in among if _each(old)]
    bare = new.unit.dimension is Dimension.NONE
    return min(
        among, key=lambda old: not bare and (old.unit.name != new.unit.name, _each(old) != _each(new)), default=None
    )


def _is_alike(old: Quantity, new: Quantity) -> bool:
    one, other = old.unit, new.unit
    if old.form is not new.form:
        return False
    same = one.dimension is other.dimension and (one.noun == other.noun or not other.noun)
    return same or other.dimension is Dimension.NONE
