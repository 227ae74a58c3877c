"""The one function behind all doors: from a text to a reasoned Answer.

Until every family of claims is reasoned by types, what `reckoning` can settle is settled there; a text that it can't
tell of goes the new way.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from i18n.language import use_language
from knowledge import Library
from reasoning.check import check_passage
from reasoning.explaining.decision import YES, decide_all
from reasoning.explaining.findings import explain, nearest
from reasoning.requests import answer_request
from reckoning import Answer, Finding, Verdict, redo, warm
from reckoning import answer as reckon

MOST_FINDINGS = 6
CERTAIN = 900  # of 1,000: the weight from which a reading by types stands against the first version's
LONGEST = 20_000  # characters that are reasoned about


def answer(text: str, library: Library, as_of: date, *, locale: str = "en", given: tuple[str, ...] = ()) -> Answer:
    """What the program says of a text, judged for a day by the figures of a library.

    `given` are figures and changes that the person added, in words. `locale` is the language of the answer; the text
    is read as English. The same arguments give the same Answer; no text makes it raise.
    """
    first = reckon(text, library, as_of, locale=locale, given=given)
    if given or any(one.kind == "calculation" for one in first.findings):
        return first
    with use_language(locale):
        asked = answer_request(text, library, as_of)
        if asked is not None and (first.verdict is Verdict.CANT_TELL or asked.kind == "sum"):
            return replace(first, findings=(asked,), note="")
        checked = check_passage(text[:LONGEST], library, as_of)
        found = tuple(explain(one, decided, library) for one, decided in decide_all(checked)[:MOST_FINDINGS])
        meant = nearest(checked, library) if not found and not first.findings else ""
    return _together(first, found) if found else replace(first, note=f"{first.note} {meant}".strip())


def _together(first: Answer, found: tuple[Finding, ...]) -> Answer:
    """What both ways of reasoning come to: the first where they agree, the surer where they don't, else neither."""
    if first.verdict is Verdict.CANT_TELL or (int(found[0].weight) >= CERTAIN and _differ(first, found)):
        return replace(first, findings=found, note="")
    if _differ(first, found):
        return replace(first, findings=(_open(first.findings[0], found[0]), *first.findings[1:]))
    return first


def _differ(first: Answer, found: tuple[Finding, ...]) -> bool:
    """Whether the two come to different sides."""
    return (first.verdict in YES) is not (found[0].verdict in YES)


def _open(one: Finding, other: Finding) -> Finding:
    """Two readings that come to different sides: neither is told as the verdict, both are named."""
    return replace(one, verdict=Verdict.CANT_TELL, headline="", flip="", other_reading=other.reading)


__all__ = ["Answer", "Finding", "Verdict", "answer", "redo", "warm"]
