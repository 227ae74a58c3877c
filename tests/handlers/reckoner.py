"""A small stand-in for reckoning, as these tests are of Telegram: "N million" is set against Mexico's population."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from knowledge import Library
from reckoning.answer import Answer, Finding, Verdict


def reckon(text: str, library: Library, as_of: date) -> Answer:
    """Fails for "crash", lacks the staff of "Zorblax", says nothing of a text without "N million"."""
    if "crash" in text:
        raise RuntimeError("as asked")
    if "Zorblax" in text:
        lacking = Finding("level", text, Verdict.CANT_TELL, wanted=("zorblax.employees",))
        return Answer((lacking,), as_of, library.version)
    claimed = re.search(r"(\d+) million", text)
    reference = library.reference("MX", "population", as_of)
    if claimed is None or reference is None:
        return Answer((), as_of, library.version)
    ratio = int(claimed[1]) * 10**6 / reference.value
    verdict = Verdict.ADDS_UP if Fraction(9, 10) < ratio < Fraction(11, 10) else Verdict.DOESNT_ADD_UP
    reading = f"{claimed[0]} < of {len(text)} characters, last word {text.rsplit(maxsplit=1)[-1]}, on {as_of}"
    return Answer((Finding("level", reading, verdict, headline=f"{float(ratio):.2f}×"),), as_of, library.version)


class Words:
    def reply(self, answer: Answer) -> str:
        return self._page("Verdict", answer)

    def working(self, answer: Answer) -> str:
        return self._page("Working", answer)

    def sources(self, answer: Answer) -> str:
        return self._page("Sources", answer)

    def _page(self, title: str, answer: Answer) -> str:
        finding = answer.findings[0]
        reading = finding.reading.replace("<", "&lt;")
        return f"<b>{title}: {answer.verdict.value} {finding.headline}</b>\n{reading}"
