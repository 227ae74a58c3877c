"""The one function behind all doors: from a text to a reasoned Answer."""

from __future__ import annotations

from datetime import date

from knowledge import Library
from reckoning.answer import Answer
from reckoning.case import Case
from reckoning.finding import find
from reckoning.formula import warm as solve_formulas
from reckoning.kinds import KINDS
from reckoning.number import words
from reckoning.scene import view

LONGEST = 200_000  # characters; a text beyond is cut there, and the note says so
NOTHING = "There is no number here that I could check."
UNPLACED = (
    "I read {numbers}, but not of whom or what it is said. Naming both helps, as in “Walmart employs 2 million people”."
)


def answer(text: str, library: Library, as_of: date, *, locale: str = "en", given: tuple[str, ...] = ()) -> Answer:
    """What the program says of a text, judged for a day by the figures of a library.

    `given` are figures and changes that the person added, in words ("Alibaba has 500,000 employees"): they are read
    as a part of the message. The same arguments give the same Answer; no text makes it raise.
    """
    whole = "\n\n".join((text[:LONGEST], *given))
    case = Case(view(whole, library, as_of, locale))
    findings = find(case)
    note = "" if findings else _unplaced(case) if case.statements else NOTHING
    if len(text) > LONGEST:
        note = f"Only the first {LONGEST:,} characters were read. {note}".strip()
    return Answer(findings, as_of, library.version, note)


def _unplaced(case: Case) -> str:
    """What was read, for a text whose numbers could not be set against anything."""
    read = [words(statement.quantity) for statement in case.statements[:3]]
    return UNPLACED.format(numbers=" and ".join((", ".join(read[:-1]), read[-1]) if read[1:] else read))


def warm() -> None:
    """Solves every kind's formulas now, so that the first claim need not wait for it (about half a second)."""
    for kind in KINDS:
        solve_formulas(kind.FORMULAS)
