"""The same claim in several sentences is one: "create 1 million jobs ... 1 million jobs over 5 years"."""

from __future__ import annotations

from dataclasses import replace

from reckoning.reading.case import Case
from reckoning.reading.statement import ACTORS, Statement


def merged(case: Case, statements: tuple[Statement, ...]) -> list[Statement]:
    """One statement for each claim, however often the text says it."""
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        groups.setdefault(_same(statement), []).append(statement)
    return [_union(case, group) for group in groups.values()]


def _same(statement: Statement) -> tuple[object, ...]:
    quantity = statement.quantity
    if statement.noun and len(str(quantity.value)) > 1:
        return quantity.value, quantity.form, statement.counting
    return (statement.span,)


def _union(case: Case, group: list[Statement]) -> Statement:
    """One statement with what any of them says: the fullest, with the actor, place and period that others give."""
    lead = max(group, key=_fullness)
    if len(group) == 1:
        return lead
    actors = [s.subject for s in group if s.subject and case.entity(s.subject).kind in ACTORS and s.action]
    places = [s.place for s in group if s.place]
    subject = max(actors, key=actors.count) if actors else lead.subject
    place = max(places, key=places.count) if places else lead.place
    action = frozenset().union(*(s.action for s in group))
    period = next((s.quantity.period for s in group if s.quantity.period is not None), None)
    quantity = replace(lead.quantity, period=lead.quantity.period or period)
    return replace(lead, subject=subject, place=place, action=action, quantity=quantity)


def _fullness(statement: Statement) -> tuple[int, int, int]:
    slots = sum(slot is not None for slot in (statement.subject, statement.place, statement.quantity.period))
    slots += bool(statement.action) + (not statement.sentence.is_question)
    return slots, -len(statement.unexplained), -statement.span[0]
