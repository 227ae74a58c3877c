"""The one function that all surfaces call: it returns the Answer to a text.

A request is answered as one; any other text is read for claims, which are judged and told.
"""

from __future__ import annotations

from datetime import date

from i18n.language import say, translatable, use_language
from knowledge import Library
from reasoning.check import Checked, check_read
from reasoning.explaining.asking_back import ask_back
from reasoning.explaining.decision import decide_all
from reasoning.explaining.findings import explain_all
from reasoning.explaining.missing_figures import missing_figure, weighs
from reasoning.explaining.notes import note_on
from reasoning.model.answer import Answer, Finding, Obstacle, Verdict
from reasoning.reading.misspellings import Misspelling
from reasoning.reading.passage import Passage, read_passage
from reasoning.redoing.redone import redo_finding
from reasoning.requests import UnreckonableError, answer_request
from reasoning.serialization.claim_loader import ClaimError

MOST_FINDINGS = 6  # a longer reply is not read
AGAIN = translatable("I no longer have the text. Send the claim again together with the change, in one message.")
ALL_AGAIN = translatable(
    "That was a calculation, and I can't change a part of it afterwards. Send it whole with the other numbers, such as "
    "“30% off 80”."
)
TAKEN = translatable("I took “{written}” as {meant}.")
LIKELY = 0.25  # the share of the mass from which a text was read, though not surely
LONGEST = 20_000  # characters that are reasoned about


def answer(text: str, library: Library, as_of: date, *, locale: str = "en", given: tuple[str, ...] = ()) -> Answer:
    """The Answer to a text, by the figures of a library for the day `as_of`.

    `given` are figures and changes that the person added, in words. `locale` is the language of the answer; the text
    is read as English. The same arguments give the same Answer; no text makes it raise.
    """
    found = _requested(text, library, as_of, locale) or _checked(text, library, as_of, locale)
    again = _redo(found, given, library, 0, locale) if given else None
    return again or found


def _checked(text: str, library: Library, as_of: date, locale: str) -> Answer:
    """The Answer to a text that claims something, without additions."""
    with use_language(locale):
        passage = read_passage(text[:LONGEST], library)
        checked = check_read(passage, library, as_of)
        found = explain_all(decide_all(checked), text, library, as_of, checked)[:MOST_FINDINGS]
        taken = " ".join(say(TAKEN, written=one.written, meant=one.meant) for one in _misspellings(checked))
        if found:
            return Answer(found, as_of, library.version, taken)
        return _unsettled(passage, checked, library, as_of, taken)


def _misspellings(checked: list[Checked]) -> list[Misspelling]:
    """What was mended in the sentences of some claims, in order."""
    sentences = {id(one.sentence): one.sentence for one in checked}
    return sorted((one for each in sentences.values() for one in each.misspellings), key=lambda one: one.start)


def _unsettled(passage: Passage, checked: list[Checked], library: Library, as_of: date, taken: str) -> Answer:
    """The Answer to a text in which nothing is settled: the figure that would settle it, or a note."""
    lacking = missing_figure(passage, library, as_of)
    if lacking is not None:
        return Answer((lacking,), as_of, library.version, taken)
    question, readings = ask_back(checked, passage.text, library, as_of)
    note = f"{taken} {note_on(passage, library, as_of, question)}".strip()
    why = _obstacle(passage, checked, readings)
    return Answer((), as_of, library.version, note, readings=readings, left_open=why)


def _obstacle(passage: Passage, checked: list[Checked], readings: tuple[Finding, ...]) -> Obstacle:
    """Why a text is left open of which no figure is known to lack."""
    if readings[1:]:
        return Obstacle.TWO_SIDES
    if readings or any(max(one.sides.yes, one.sides.no) >= LIKELY for one in checked):
        return Obstacle.UNSURE
    is_read = any(weighs(one.quantity) for sentence in passage.sentences for one in sentence.stated)
    return Obstacle.NO_READING if is_read else Obstacle.NO_NUMBER


def _requested(text: str, library: Library, as_of: date, locale: str) -> Answer | None:
    """The Answer to a text that asks for something instead of claiming it; None for any other."""
    with use_language(locale):
        try:
            found = answer_request(text, library, as_of)
        except UnreckonableError as error:
            return Answer((), as_of, library.version, str(error), left_open=Obstacle.SUM)
    return Answer((found,), as_of, library.version) if found is not None else None


def redo(old: Answer, given: tuple[str, ...], library: Library, *, number: int = 0, locale: str = "en") -> Answer:
    """The Answer to a claim of an earlier answer with what the person adds, by the figures of a library.

    The claim is what is stored of it; where nothing is, or this library can't judge it, the note asks for it again.
    Raises IndexError without such a claim.
    """
    if number >= len(old.findings):
        raise IndexError(number)
    again = _redo(old, given, library, number, locale)
    if again is not None:
        return again
    is_sum = old.findings[number].kind == "calculation" and not old.findings[number].claim
    with use_language(locale):
        return Answer((), old.as_of, library.version, say(ALL_AGAIN if is_sum else AGAIN))


def _redo(old: Answer, given: tuple[str, ...], library: Library, number: int, locale: str) -> Answer | None:
    """The claim of an answer again; None where it has none, or this library can't judge it."""
    if not old.findings[number:] or not old.findings[number].claim:
        return None
    with use_language(locale):
        try:
            again, changes, note = redo_finding(old.findings[number], given, library, old.as_of, old.changes)
        except ClaimError:
            return None
    return Answer((again,), old.as_of, library.version, note, changes=changes)


def warm(library: Library, as_of: date) -> None:
    """Makes what the first claim would have to wait for: the tables, and what is made once of a library."""
    answer("It is 2 million people in 3 years.", library, as_of)


__all__ = ["Answer", "Finding", "Verdict", "answer", "redo", "warm"]
