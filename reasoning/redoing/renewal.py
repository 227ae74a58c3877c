"""An answer by other figures: each claim is read again from its reading, as the text itself is not kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from knowledge import Library
from reasoning.model.answer import Answer, Finding

Reckoned = Callable[[str, date], Answer]


def renew(old: Answer, before: Reckoned, after: Reckoned, library: Library) -> Answer:
    """The answer with each claim as `after` has it. A claim that `before` does not read as it was read stays as it is.

    `before` and `after` reckon a text for a day, by the figures that the answer was given with and by `library`.
    """
    findings = tuple(_renewed(finding, old.as_of, before, after) for finding in old.findings)
    return replace(old, findings=findings, library_version=library.version)


def _renewed(old: Finding, as_of: date, before: Reckoned, after: Reckoned) -> Finding:
    again = before(old.reading, as_of).findings
    if len(again) != 1 or _seen(again[0]) != _seen(old):
        return old  # the reading alone does not say what the text said
    new = after(old.reading, as_of).findings
    if len(new) != 1 or new[0].kind != old.kind:
        return old
    return replace(
        new[0],
        reading=old.reading,
        restated=old.restated,
        caveats=old.caveats,
        span=old.span,
    )


def _seen(finding: Finding) -> tuple[object, ...]:
    return finding.kind, finding.verdict, finding.headline, [one.text for one in finding.comparisons]
