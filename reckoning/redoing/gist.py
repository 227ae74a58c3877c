"""What is kept of a claim to read it again: its numbers, names and measures, and the words between that the program
has itself. Any other word of the message is left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from knowledge import Library
from reckoning.answer import Finding
from reckoning.chain.lexis import lexis
from reckoning.chain.outline import FILLER, PEOPLE
from reckoning.group import ALL, GROUPS, TRIGGERS
from reckoning.kinds.parts import SIDES
from reckoning.lasting import once_for_each
from reckoning.reading.case import Case
from reckoning.reading.scene import Sentence, Spanned
from reckoning.reading.statement import FUTURE, NEGATION, PAST
from reckoning.reading.verb import ADJECTIVES, NOUN_SYNONYMS, PLAIN, actions

LONGEST = 300  # characters; a sentence that needs more is not kept
PAUSE = re.compile(r"[,;:](?=\s)|\s[–—-]+(?=\s)|—")
# Words that join or compare, beside those of the tables.
GRAMMAR = frozenset(
    """more most less least fewer fewest than twice thrice half times bigger biggest larger largest smaller smallest
    greater greatest higher highest lower lowest longer longest heavier heaviest taller tallest farther further closer
    same equal over under above below up down before after since during until through into within against out off
    if when while because where who whose which what how ago last next first percent per rate average mean in
    born died dies die death lives one someone somebody nobody each becomes worth compounded interest tax
    sale""".split()
)
TABLES = (
    PLAIN
    | FILLER
    | PEOPLE
    | FUTURE
    | NEGATION
    | PAST
    | ALL
    | TRIGGERS
    | GRAMMAR
    | frozenset().union(*SIDES)
    | GROUPS.keys()
    | ADJECTIVES.keys()
    | NOUN_SYNONYMS.keys()
)


def keep_gist(case: Case, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings, each with the gist of its sentence."""
    known = _vocabulary(case.library)
    return tuple(replace(finding, gist=_gist(case, finding, known)) for finding in findings)


def _gist(case: Case, finding: Finding, known: frozenset[str]) -> str:
    start, end = finding.span
    sentence = next((s for s in case.scene.sentences if s.span[0] <= start and end <= s.span[1]), None)
    said = _without_others(sentence, known) if sentence is not None else ""
    return said if len(said) <= LONGEST else ""


def _without_others(sentence: Sentence, known: frozenset[str]) -> str:
    """The sentence without the words that the program doesn't have, and without asides in which nothing is named."""
    offset, text = sentence.span[0], sentence.text
    named: tuple[Spanned, ...] = (*sentence.quantities, *sentence.names, *sentence.mentions, *sentence.dates)
    kept = []
    for start, end in _parts(text):
        if any(start <= thing.span[0] - offset < end for thing in named):
            at = start
            for word in sentence.loose:
                first, last = word.span[0] - offset, word.span[1] - offset
                if start <= first < end and not _is_known(word.lower, known):
                    kept.append(text[at:first])
                    at = last
            kept.append(text[at:end])
    return " ".join("".join(kept).split())


def _parts(text: str) -> list[tuple[int, int]]:
    """A sentence cut behind its commas and dashes."""
    cuts = [match.end() for match in PAUSE.finditer(text)]
    return list(pairwise((0, *cuts, len(text))))


def _is_known(word: str, known: frozenset[str]) -> bool:
    bare = word.replace("’", "'").removesuffix("'s")
    return bare in known or bool(actions(bare))


@once_for_each
def _vocabulary(library: Library) -> frozenset[str]:
    words = lexis(library)
    phrases = (*words.things, *words.frames)
    measures = " ".join(
        phrase for m in library.measures.values() for phrase in (m.name, *m.nouns, *m.counted, *m.verbs, *m.cues)
    )
    return TABLES | frozenset(word for phrase in phrases for word in phrase) | frozenset(measures.lower().split())
