"""A text with all that is given to judge it by."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from knowledge import Library
from reckoning.reading.case import Case
from reckoning.reading.scene import view
from reckoning.reading.statement import Statement


@dataclass(frozen=True)
class Check:
    """A text with all that is given: changed where the additions say so, with the library and the day to judge it by.

    `changes` are what was changed, in words; `groups` the measures to share the number out among; `unread` the
    additions that were not understood; `notes` say in a sentence why one that was could not be used.
    """

    text: str
    library: Library
    as_of: date
    changes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    locale: str = field(default="en")

    def case(self) -> Case:
        return Case(view(self.text, self.library, self.as_of, self.locale, always=True))


def changed(check: Check, what: str, **fields: object) -> Check:
    return replace(check, changes=(*check.changes, what), **fields)  # type: ignore[arg-type]


def claim_of(check: Check) -> Statement | None:
    """The statement that the check is about: the weightiest finding's, else the first."""
    from reckoning.finding import find

    case = check.case()
    found = find(case)
    spans = {statement.span: statement for statement in case.statements}
    if found and found[0].span in spans:
        return spans[found[0].span]
    return case.statements[0] if case.statements else None
