"""The one function that all surfaces call: it returns the Answer to a text.

A text is reasoned by types. Until every family of claims is, `reckoning` is asked where that is not sure.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from i18n.language import say, translatable, use_language
from knowledge import Library
from reasoning.check import Checked, check_passage
from reasoning.explaining.decision import SURE, YES, decide_all
from reasoning.explaining.findings import explain_all, nearest
from reasoning.explaining.notes import missing_figure, note_on
from reasoning.model.answer import Answer, Finding, Verdict
from reasoning.reading.misspellings import Misspelling
from reasoning.redoing.redone import redo_finding
from reasoning.requests import UnreckonableError, answer_request
from reasoning.serialization.claim_loader import ClaimError

MOST_FINDINGS = 6  # a longer reply is not read
TAKEN = translatable("I took “{written}” as {meant}.")
SURE_VERDICTS = (Verdict.ADDS_UP, Verdict.DOESNT_ADD_UP)
LONGEST = 20_000  # characters that are reasoned about


def answer(text: str, library: Library, as_of: date, *, locale: str = "en", given: tuple[str, ...] = ()) -> Answer:
    """The Answer to a text, by the figures of a library for the day `as_of`.

    `given` are figures and changes that the person added, in words. `locale` is the language of the answer; the text
    is read as English. The same arguments give the same Answer; no text makes it raise.
    """
    from reckoning import answer as reckon  # the first version, which stands on this package until it is gone

    if not given and (asked := _requested(text, library, as_of, locale)) is not None:
        return asked
    found = _checked(text, library, as_of, locale)
    again = _redo(found, given, library, 0, locale) if given else found
    return again or reckon(text, library, as_of, locale=locale, given=given)


def _checked(text: str, library: Library, as_of: date, locale: str) -> Answer:
    """The Answer to a text that claims something, without additions; `reckoning` is asked where it is not sure."""
    from reckoning import answer as reckon

    with use_language(locale):
        checked = check_passage(text[:LONGEST], library, as_of)
        decided = decide_all(checked)
        found = explain_all(decided, text, library, as_of)[:MOST_FINDINGS]
        taken = " ".join(say(TAKEN, written=one.written, meant=one.meant) for one in _misspellings(checked))
    if decided and decided[0][1].mass >= SURE:
        return Answer(found, as_of, library.version, taken)
    first = reckon(text, library, as_of, locale=locale)
    if found:
        whole = _together(first, found)
        return replace(whole, note=f"{whole.note} {taken}".strip()) if whole.findings[0].claim else whole
    if first.findings:
        return first
    with use_language(locale):
        return _unsettled(text, checked, first, library)


def _misspellings(checked: list[Checked]) -> list[Misspelling]:
    """What was mended in the sentences of some claims, in order."""
    sentences = {id(one.sentence): one.sentence for one in checked}
    return sorted((one for each in sentences.values() for one in each.misspellings), key=lambda one: one.start)


def _unsettled(text: str, checked: list[Checked], first: Answer, library: Library) -> Answer:
    """The Answer to a text in which nothing is settled: the figure that would settle it, or a note."""
    lacking = missing_figure(text[:LONGEST], library, first.as_of)
    if lacking is not None:
        return replace(first, findings=(lacking,), note="")
    meant = nearest(checked, library)
    return replace(first, note=f"{note_on(text[:LONGEST], library, first.as_of)} {meant}".strip())


def _requested(text: str, library: Library, as_of: date, locale: str) -> Answer | None:
    """The Answer to a text that asks for something instead of claiming it; None for any other."""
    with use_language(locale):
        try:
            found = answer_request(text, library, as_of)
        except UnreckonableError as error:
            return Answer((), as_of, library.version, str(error))
    return Answer((found,), as_of, library.version) if found is not None else None


def _together(first: Answer, found: tuple[Finding, ...]) -> Answer:
    """The Answer of both ways of reasoning: an open one where they differ in side, else the surer one."""
    own = replace(first, findings=found, note="")
    if first.verdict is Verdict.CANT_TELL:
        return own
    if _differ(first, found):
        return replace(own, findings=(_open(found[0], first.findings[0]), *found[1:]))
    return first if first.verdict in SURE_VERDICTS and found[0].verdict not in SURE_VERDICTS else own


def _differ(first: Answer, found: tuple[Finding, ...]) -> bool:
    """Whether one of the two says yes to its first claim, and the other doesn't."""
    return (first.verdict in YES) is not (found[0].verdict in YES)


def _open(one: Finding, other: Finding) -> Finding:
    """The finding of two readings that come to different sides: it names both and tells no verdict."""
    return replace(one, verdict=Verdict.CANT_TELL, headline="", flip="", other_reading=other.reading)


def redo(old: Answer, given: tuple[str, ...], library: Library, *, number: int = 0, locale: str = "en") -> Answer:
    """The Answer to a claim of an earlier answer with what the person adds, by the figures of a library.

    The claim is what is stored of it. Where the answer was not reasoned by types its reading is read again. Raises
    IndexError without such a claim.
    """
    from reckoning import redo as reckon_again

    again = _redo(old, given, library, number, locale)
    return again or reckon_again(old, given, library, number=number, locale=locale)


def _redo(old: Answer, given: tuple[str, ...], library: Library, number: int, locale: str) -> Answer | None:
    """The claim of an answer again; None where it was not reasoned by types, or can't be judged by this library."""
    if number >= len(old.findings) or not old.findings[number].claim:
        return None
    with use_language(locale):
        try:
            again, changes, note = redo_finding(old.findings[number], given, library, old.as_of, old.changes)
        except ClaimError:
            return None
    return Answer((again,), old.as_of, library.version, note, changes=changes)


def warm() -> None:
    """Prepares what the first claim would have to wait for."""
    from reckoning import warm as prepare

    prepare()


__all__ = ["Answer", "Finding", "Verdict", "answer", "redo", "warm"]
