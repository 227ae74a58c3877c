"""The one function behind all doors: from a text to a reasoned Answer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

from i18n.language import SOURCE_LANGUAGE, current_language, say, translatable, use_language
from i18n.number_format import format_number as amount
from knowledge import Library
from reasoning.model.answer import Answer, Finding, Verdict
from reasoning.wording.numbers import words
from reckoning.added import AddedLibrary
from reckoning.comparing.implied import compares
from reckoning.finding import find
from reckoning.formula import warm as solve_formulas
from reckoning.kinds import KINDS
from reckoning.kinds.scale import for_scale, to_scale
from reckoning.loose import LOOSE
from reckoning.own_fact import compared
from reckoning.reading.case import Case
from reckoning.reading.scene import view
from reckoning.redoing.given import take
from reckoning.redoing.own_figure import introduce, unsettled
from reckoning.redoing.request import Check
from reckoning.redoing.restating import restated
from reckoning.redoing.sharing import shared
from reckoning.two_readings import read_twice
from reckoning.work import WorkLimitError, limited

UNREAD = translatable(
    "I could not use “{words}”. These work: “Walmart has 2 million staff”, “if it were 10 years”, "
    "“if it were 5 million”, "
    "“use 2019”, “per household?”, “in Germany?”."
)
AGAIN = translatable("I no longer have the text. Send the claim again together with the change, in one message.")
# Which side a verdict is on: yes, no, or open.
SIDES = {
    Verdict.ADDS_UP: True,
    Verdict.PLAUSIBLE: True,
    Verdict.STRETCH: False,
    Verdict.DOESNT_ADD_UP: False,
    Verdict.CANT_TELL: None,
}
LONGEST = 200_000  # characters; a text beyond is cut there, and the note says so
TANGLED = translatable("This text is too long or too tangled to be worked out whole.")
NOTHING = translatable("There is no number here that I could check.")
UNPLACED = translatable(
    "I read {numbers}, but not of whom or what it is said. Naming both helps, as in “Walmart employs 2 million people”."
)


def answer(text: str, library: Library, as_of: date, *, locale: str = "en", given: tuple[str, ...] = ()) -> Answer:
    """What the program says of a text, judged for a day by the figures of a library.

    `given` are figures and changes that the person added, in words ("Zorblax has 12,000 staff", "if it were 10
    years"): see `reckoning.redoing.given`. `locale` is the language of the answer; the text is read as English. The
    same arguments give the same Answer; no text makes it raise.
    """
    with use_language(locale):
        found = _answer(text, library, as_of, given)
        if current_language() == SOURCE_LANGUAGE or not found.findings:
            return found
    with use_language(SOURCE_LANGUAGE):  # what is read again one day, is read in English
        source = _answer(text, library, as_of, given)
    pairs = zip(found.findings, source.findings, strict=True)
    return replace(found, findings=tuple(replace(shown, restated=plain.reading) for shown, plain in pairs))


def _answer(text: str, library: Library, as_of: date, given: tuple[str, ...]) -> Answer:
    with limited() as work:
        try:
            found = _whole(text, library, as_of, given)
        except WorkLimitError:
            found = Answer((), as_of, library.version)
    return replace(found, note=f"{say(TANGLED)} {found.note}".rstrip()) if work.is_over else found


def _whole(text: str, library: Library, as_of: date, given: tuple[str, ...]) -> Answer:
    check = take(introduce(Check(text[:LONGEST], library, as_of)), given)
    case = Case(view(check.text, check.library, check.as_of, check.locale, always=compares(check.text)))
    findings = compared(case, read_twice(case, unsettled(case, find(case))))
    findings = shared(case, check.groups, to_scale(case, findings))
    note = "" if findings else _unplaced(case) if case.statements else say(NOTHING)
    if len(text) > LONGEST:
        cut = say("Only the first {number} characters were read.", number=amount(Fraction(LONGEST)))
        note = f"{cut} {note}".strip()
    note = " ".join((note, *check.notes)).strip()
    if check.unread:
        note = " ".join((note, say(UNREAD, words=check.unread[0]))).strip()
    return Answer(findings, check.as_of, library.version, note, changes=check.changes)


def redo(old: Answer, given: tuple[str, ...], library: Library, *, number: int = 0, locale: str = "en") -> Answer:
    """A claim of an earlier answer again, with what the person adds. The text is not kept: the reading is read.

    Raises IndexError where the answer has no such claim. Where the reading alone does not lead to the same side,
    the answer says so instead: the claim has to be sent again.
    """
    finding = old.findings[number]
    with use_language(locale):
        named = AddedLibrary(library, (), say("your figure"))
    text = _read_alike(finding, old.as_of, named)
    if text:
        return answer(text, named, old.as_of, locale=locale, given=given)
    with use_language(locale):
        return Answer((), old.as_of, library.version, say(AGAIN))


def _read_alike(old: Finding, as_of: date, library: Library) -> str:
    """What is kept of a claim in the words that read as it was read, or else lead to the same side; "" for none."""
    alike = ""
    for text in restated(_dated(old)):
        read = answer(text, library, as_of).findings
        if not read or SIDES[read[0].verdict] is not SIDES[old.verdict]:
            continue
        if (read[0].kind, read[0].verdict) == (old.kind, old.verdict):
            return text
        alike = alike or text
    return alike


def _dated(finding: Finding) -> str:
    """The reading with the year it was judged for."""
    reading, year = finding.restated or finding.reading, re.search(r"\d{4}", finding.judged)
    return reading if year is None or year[0] in reading else f"{reading} in {year[0]}"


def _unplaced(case: Case) -> str:
    """What was read, for a text whose numbers could not be set against anything."""
    read = [words(statement.quantity) for statement in case.statements[:3]]
    numbers = say("{list} and {last}", list=", ".join(read[:-1]), last=read[-1]) if read[1:] else read[0]
    return f"{say(UNPLACED, numbers=numbers)} {for_scale(case)}".rstrip()


def warm() -> None:
    """Solves every kind's formulas now, so that the first claim need not wait for it (about half a second)."""
    for kind in (*KINDS, *LOOSE):
        solve_formulas(kind.FORMULAS)
