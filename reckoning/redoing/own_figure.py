"""A figure of the person's own: of somebody whom the library knows, or of a stranger."""

from __future__ import annotations

import re
from dataclasses import replace

import quantities
from i18n.language import say
from knowledge import Entity, EntityKind, Library
from quantities import Dimension, Form, Interval, Quantity
from reasoning.model.answer import Finding, Verdict, Vote
from reasoning.wording.numbers import publishing
from reckoning.added import AddedLibrary, Addition, stranger
from reckoning.physical import base_factor
from reckoning.reading.case import Case
from reckoning.reading.scene import view
from reckoning.reading.verb import PLAIN
from reckoning.redoing.request import Check, changed, claim_of

FACT = re.compile(
    r"^\W*(?P<name>[^\W\d_][\w'’.&-]*(?:\s+[^\W\d_][\w'’.&-]*){0,3}?)\s+(?:has|have|had|employs?|"
    r"employed|makes?|made|earns?|earned|is|was|owns?|"
    r"spends?|spent|counts?|gets?)\b",
    re.IGNORECASE,
)
PRONOUNS = frozenset(
    {"it", "they", "he", "she", "we", "that", "this", "there", "the company", "the firm", "company", "firm"}
)
KINDS = (
    EntityKind.COMPANY,
    EntityKind.AGENCY,
    EntityKind.COUNTRY,
    EntityKind.CITY,
    EntityKind.PERSON,
    EntityKind.THING,
)
CAPITALISED = re.compile(r"\b[A-Z][\w'’&-]*(?:\s+[A-Z][\w'’&-]*){0,2}")
COMMON = frozenset(
    {
        "The",
        "A",
        "An",
        "If",
        "In",
        "On",
        "At",
        "For",
        "This",
        "That",
        "It",
        "They",
        "He",
        "She",
        "We",
        "I",
        "You",
        "And",
        "But",
        "So",
        "Now",
        "When",
        "Our",
        "My",
    }
)


# Somebody who is to hire or to create jobs: "Zorblax will hire 50,000 people".
HIRING = re.compile(
    r"(?:^|[.!?\n]\s+)(?P<name>[A-Z][\w'’&-]*(?:\s+[A-Z][\w'’&-]*){0,2})\s+(?:(?:will|would|to|"
    r"can|wants|plans|promises|pledges|vows|intends|"
    r"aims|hopes|is\s+going|has\s+(?:promised|pledged|vowed)|promised|pledged|says\s+it\s+will|"
    r"said\s+it\s+would)\s+)?(?:to\s+)?"
    r"(?:hires?|hired|creates?|created|employs?|adds?|added|recruits?|brings?|generates?)\b"
)
CONTRACTED = re.compile(r"['’](?:ve|re|ll|d|m|s)$", re.IGNORECASE)  # "We've"
# Endings and words of what is nobody: "Tourism will create", "Robots will create".
NOBODY = re.compile(
    r"(?:s|ism|tion|ing|ment|ness|ity|ance|ence|logy|ture|ers|AI|Congress|Brexit|Trade|Everyone|"
    r"Nobody|Someone|Who|What|Which)$"
)


def introduce(check: Check) -> Check:
    """With whoever is to hire people and is unknown as somebody without figures, so that a name stands in the reply."""
    match = HIRING.search(check.text)
    if match is None:
        return check
    name = match["name"]
    first = CONTRACTED.sub("", name.split()[0])
    if first in COMMON or first.lower() in PLAIN or NOBODY.search(name) or check.library.names(name):
        return check
    return replace(
        check, library=AddedLibrary(check.library, (stranger(name, EntityKind.COMPANY),), say("your figure"))
    )


def unsettled(case: Case, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings; that of a stranger's plan stays open where only the size of the country speaks for it."""
    if not findings or not isinstance(case.library, AddedLibrary):
        return findings
    first = findings[0]
    claim = next((s for s in case.statements if s.span == first.span), None)
    subject = claim.subject if claim is not None else None
    if subject is None or not case.library.is_stranger(subject) or first.verdict is not Verdict.PLAUSIBLE:
        return findings
    lines = tuple(replace(line, vote=Vote.SCALE) for line in first.comparisons)
    publisher = case.measure("employees").publisher if "employees" in case.library.measures else ""
    missing = publishing(say("how many people {who} employs", who=case.entity(subject).name), publisher)
    return (replace(first, comparisons=lines, verdict=Verdict.CANT_TELL, missing=(missing,), flip=""), *findings[1:])


# --- "Zorblax has 12,000 staff", "they have 12,000"


def figure(check: Check, said: str) -> Check | None:
    match = FACT.match(said)
    who = _who(check, match["name"]) if match else _nameless(check, said)
    if who is None:
        return None
    rest = said[match.end("name") :].strip() if match else said
    entity, kinds = (who, (who.kind,)) if isinstance(who, Entity) else (None, KINDS)
    for kind in kinds:
        holder = entity or stranger(str(who), kind)
        if found := _stated(check, holder, rest):
            return found
    return None


def _stated(check: Check, holder: Entity, rest: str) -> Check | None:
    """The addition, where the rest of its words say a measure of the entity and a number."""
    known = holder.id in check.library.entities
    strangers = () if known else (holder,)
    library = AddedLibrary(check.library, strangers, say("your figure"))
    said = rest if re.match(r"[a-z]", rest) else f"has {rest}"
    statements = Case(view(f"{holder.name} {said}", library, check.as_of, check.locale)).statements
    if len(statements) != 1 or not statements[0].measures or statements[0].subject != holder.id:
        return None
    quantity = statements[0].quantity
    for measure in statements[0].measures:
        factor = _factor(library, quantity, measure)
        kinds = library.measures[measure].kinds
        if factor is not None and factor.middle and (not kinds or holder.kind in kinds):
            library.add(Addition(holder, measure, quantity, factor), check.as_of)
            spoken = say("{who}: {number} (your figure)", who=holder.name, number=f"{quantity.text.strip()}")
            return changed(check, spoken, library=library)
    return None


def _factor(library: Library, quantity: Quantity, measure: str) -> Interval | None:
    unit = library.measures[measure].unit
    if quantity.unit.dimension is Dimension.MONEY:
        return Interval.point(1) if (quantity.unit.currency or "USD") == unit else None
    return base_factor(quantity, unit) if quantity.form is Form.AMOUNT else None


def _who(check: Check, name: str) -> Entity | str | None:
    """Of whom a figure is given: an entity of the library, the one the claim is about, or a stranger in the text."""
    if name.lower() in PRONOUNS:
        return _actor(check)
    mentions = check.library.names(name)
    if len(mentions) == 1 and mentions[0].span == (0, len(name)):
        return check.library.entities[mentions[0].entities[0]]
    in_text = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", check.text, re.IGNORECASE)
    return in_text[0] if in_text else None


def _nameless(check: Check, said: str) -> Entity | str | None:
    """ "12,000 staff": of whoever the claim is about, where it counts something."""
    read = quantities.read(said, most=3).quantities
    if len(read) != 1 or read[0].unit.dimension is not Dimension.COUNT or read[0].span != (0, len(said.rstrip(".?! "))):
        return None
    claim = claim_of(check)
    return None if claim is None or claim.quantity.unit.noun == read[0].unit.noun else _actor(check)


def _actor(check: Check) -> Entity | str | None:
    """Who does it: the subject of the claim, or the first name in its sentence that nobody knows."""
    claim = claim_of(check)
    if claim is None:
        return None
    if claim.subject is not None:
        return check.library.entities[claim.subject]
    for match in CAPITALISED.finditer(claim.sentence.text):
        name = match[0].split(" ", 1)[1] if match[0].split()[0] in COMMON and " " in match[0] else match[0]
        if name not in COMMON and not check.library.names(name):
            return name
    return None
