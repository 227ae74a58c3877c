"""A sentence with a sign for each thing in it, so that a whole sentence can be set against a pattern.

"China has the largest population in the world" becomes "N0 has the largest M0 in N1": names N, measures M, dates D,
quantities Q, each with its number. A pattern that fits the whole of it leaves no word unexplained.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge import MeasureMention, NameMention
from quantities import DateMention, Quantity
from reckoning.reading.scene import Sentence, Spanned

TOKEN = re.compile(r"[A-Z]\d+|[a-z](?:[a-z'’-]*[a-z])?|[$%]|[,&():=/]|-(?=\s)|\d+(?:st|nd|rd|th)\b|\d+")
LONGEST = 400  # characters
# Words that change nothing of what is claimed.
FLUFF = frozenset(
    """actually really currently now today still also easily lol btw wow ok okay so well hey just even already overall
    reportedly apparently basically literally clearly obviously honestly hi yes omg please pls altogether imo""".split()
)
OPENING = re.compile(
    r"^(?:did you know (?:that )?|is it true (?:that )?|i (?:think|heard|read) (?:that )?|fun fact : |fact : "
    r"|they say (?:that )?|by the way , |(?:he|she|it|they) (?:says?|said) (?:that )?|true or false : |, |and |but )+"
)


@dataclass(frozen=True, slots=True)
class Tagged:
    """`text` is lower case but for the signs; the things stand in the order of their signs."""

    text: str
    names: tuple[NameMention, ...] = ()
    measures: tuple[MeasureMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()

    def name(self, sign: str) -> NameMention:
        """The name behind a sign such as "N0"."""
        return self.names[int(sign[1:])]

    def names_in(self, part: str) -> tuple[NameMention, ...]:
        """The names in a part of the text, such as a list of them."""
        return tuple(self.name(sign) for sign in re.findall(r"N\d+", part))

    def measure(self, sign: str) -> MeasureMention:
        return self.measures[int(sign[1:])]

    def date(self, sign: str) -> DateMention:
        return self.dates[int(sign[1:])]

    def quantity(self, sign: str) -> Quantity:
        return self.quantities[int(sign[1:])]


def tag(sentence: Sentence, *, fluff: bool = False) -> Tagged:
    """The sentence in signs. Where two things share words, a quantity counts before a name, a name before the rest.

    One longer than any pattern is nothing.
    Words that change nothing are left out unless `fluff` says to keep them ("today" may matter).
    """
    if len(sentence.text) > LONGEST:
        return Tagged("")
    taken: list[tuple[int, int]] = []
    groups: dict[str, list[Spanned]] = {}
    for letter, things in (
        ("Q", sentence.quantities),
        ("N", sentence.names),
        ("M", tuple(m for m in sentence.mentions if m.via == "noun")),
        ("D", sentence.dates),
    ):
        groups[letter] = [t for t in things if not any(a < t.span[1] and t.span[0] < b for a, b in taken)]
        taken += [thing.span for thing in groups[letter]]
    signs = [(t.span, f"{letter}{at}") for letter, things in groups.items() for at, t in enumerate(things)]
    return Tagged(_worded(sentence, signs, fluff=fluff), *(tuple(groups[letter]) for letter in "NMDQ"))  # type: ignore[arg-type]


def _worded(sentence: Sentence, signs: list[tuple[tuple[int, int], str]], *, fluff: bool) -> str:
    parts, at = [], sentence.span[0]
    for (start, end), sign in sorted(signs):
        parts += [sentence.text[at - sentence.span[0] : start - sentence.span[0]].lower(), f" {sign} "]
        at = end
    parts.append(sentence.text[at - sentence.span[0] :].lower())
    words = [word for word in TOKEN.findall("".join(parts).replace("by far", "")) if fluff or word not in FLUFF]
    text = " ".join("'s" if word in ("'s", "’s") else word for word in words)
    return OPENING.sub("", re.sub(r"(?<=\d) s(?= |$)", " 's", text)).strip(" ,")
