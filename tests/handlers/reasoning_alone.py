"""The answer to a text by types alone, as it will be given once `reckoning` is gone."""

from __future__ import annotations

from datetime import date

from i18n.language import use_language
from knowledge import Library
from reasoning.check import check_passage
from reasoning.explaining.decision import decide_all
from reasoning.explaining.findings import explain
from reasoning.model.answer import Answer


def answer_by_types(
    text: str, library: Library, as_of: date, *, locale: str = "en", given: tuple[str, ...] = ()
) -> Answer:
    """The decided claims of a text; `given` is not asked of it."""
    assert not given
    with use_language(locale):
        decided = decide_all(check_passage(text, library, as_of))
        findings = tuple(explain(checked, one, library) for checked, one in decided)
    return Answer(findings, as_of, library.version, "" if findings else "Nothing to check in it.")
