"""Tells notes that explain a figure from those that only say of what time or unit it is."""

from __future__ import annotations

import re

from knowledge.model.figure import Figure

_USUAL = re.compile(
    r"year assumed from the edition"
    r"|(?:twelve|12|[0-9]+) months\b[^;]*"
    r"|twelve-month estimate[^;]*"
    r"|(?:fiscal )?year (?:about|ending|to|ended)\b[^;]*"
    r"|for (?:FY)?[0-9]{4}s?(?:[-/–](?:FY)?[0-9]{2,4}s?)?(?: estimate| est\.?)?"
    r"|[0-9.]+ percent of GDP"
    r"|another source has [^;]*"
    r"|as (?:published|modelled|given) by the source"
    r"|(?:an? |press )?estimates?|provisional|projected|rounded|reported(?: in [0-9]{4})?",
    re.IGNORECASE,
)


def note_explains(figure: Figure) -> bool:
    """Whether a figure's note may say why it is unusual: not if it is what every row of its source has.

    "a war ended", not "twelve months to the spring of 2021".
    """
    return bool(figure.note) and not _USUAL.fullmatch(figure.note.strip(" ."))
