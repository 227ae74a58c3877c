"""A fake for the reasoning, as these tests are about Telegram: it compares "N million" with Mexico's population."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

from knowledge import Figure, Library
from quantities import Interval
from reasoning.model.answer import Answer, Comparison, Finding, Reference, Verdict, Vote


def fake_answer(text: str, library: Library, as_of: date, *, locale: str = "en") -> Answer:
    """Raises for "crash", lacks a figure for "Zorblax", and is silent for a text without "N million"."""
    if "crash" in text:
        raise RuntimeError("as asked")
    if "Zorblax" in text:
        lacking = Finding("level", text, Verdict.CANT_TELL, wanted=("zorblax.employees",))
        return Answer((lacking,), as_of, library.version)
    reference = library.figure_at("MX", "population", as_of)
    claims = re.findall(r"\d+ million", text)
    if reference is None:
        return Answer((), as_of, library.version)
    rest = f"< of {len(text)} numbers, last one {text.rsplit(maxsplit=1)[-1]}, on {as_of}" if claims else ""
    return Answer(tuple(_finding(one, rest, reference) for one in claims), as_of, library.version)


def fake_redo(old: Answer, given: tuple[str, ...], library: Library, *, locale: str = "en") -> Answer:
    """Understands "if it were N million"; "idle" is a change without effect."""
    if given[0].startswith("idle"):
        return replace(old, changes=given)
    changed = re.fullmatch(r"if it were (\d+ million)\??", given[0])
    if changed is None:
        return replace(old, note=f"I could not use “{given[0]}”.", changes=())
    return replace(fake_answer(changed[1], library, old.as_of), changes=(changed[1],))


def _finding(claimed: str, rest: str, reference: Figure) -> Finding:
    ratio = int(claimed.split(maxsplit=1)[0]) * 10**6 / reference.value
    verdict = Verdict.ADDS_UP if Fraction(9, 10) < ratio < Fraction(11, 10) else Verdict.DOESNT_ADD_UP
    stored = Reference(
        reference.id,
        f"population of Mexico: {reference.value}",
        reference.value,
        reference.value,
        reference.value,
        "people",
        reference.dated,
        reference.source.producer,
    )
    comparison = Comparison(
        f"{float(ratio):.2f}× the population",
        "",
        Interval(ratio, ratio),
        rests=(stored,),
        kind="claim",
        vote=Vote.DECIDES,
        points_to=verdict,
    )
    return Finding("claim", f"{claimed} {rest}", verdict, headline=f"{float(ratio):.2f}×", comparisons=(comparison,))


class FakeWording:
    """Words an answer as its verdict and reading, under the title of the view."""

    def title(self, answer: Answer) -> str:
        return f"{answer.verdict.value} {answer.findings[0].headline}"

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
