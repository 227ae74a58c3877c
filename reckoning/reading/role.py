"""The subject of a statement and its place; for "it" or "the company", the subject of a sentence before."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge import NameMention
from reckoning.reading.scene import Scene
from reckoning.reading.statement import ACTORS, Statement

PLACE_BEFORE = re.compile(
    r"\b(?P<word>in|of|across|throughout|within|around|inside|for)\s+(?:(?:the|a|an|all|whole|entire)\s+){0,2}$",
    re.IGNORECASE,
)
SAYS_BEFORE = re.compile(
    r"\b(?:says?|said|claims?|claimed|according to|reports?|via|from|by|tells?|told)\s+(?:the\s+)?$", re.IGNORECASE
)
PRONOUN = re.compile(
    r"^\W*(?:(?:and|but|so|then|now)\s+)?(?:it|they|he|she|the (?:company|firm|group|giant|retailer))\b", re.IGNORECASE
)


def roles(scene: Scene, statement: Statement) -> tuple[str | None, str | None, int]:
    """The subject, the place and its rank.

    A name after "in", an adjective or its people is a place, the other is the subject.
    """
    subject: str | None = None
    said_by: str | None = None
    places: list[tuple[int, int, str]] = []
    for name in statement.names:
        entity = scene.library.entities[name.entities[0]]
        if entity.kind in ACTORS:
            if SAYS_BEFORE.search(scene.text, max(0, name.span[0] - 30), name.span[0]):
                said_by = said_by or entity.id
            elif subject is None or name.span[1] <= statement.span[0]:
                # the last before the number: "The rival of X, Y, employs 5,000"
                subject = entity.id
        elif rank := _place_rank(scene, statement, name):
            places.append((rank, -abs(name.span[0] - statement.span[0]), entity.id))
        elif subject is None:
            subject = entity.id
        elif scene.library.entities[subject].kind in ACTORS:
            places.append((1, 0, entity.id))  # "Amazon Germany"
        elif name.span[1] <= statement.span[0]:
            subject = entity.id
    rank, _, place = max(places) if places else (0, 0, None)
    return subject or said_by, place, rank


def _place_rank(scene: Scene, statement: Statement, name: NameMention) -> int:
    """How surely a name says where.

    Within the quantity ("1 million US jobs") most, then after "in"; "of", its people, an adjective or a bare name
    behind that of a company may say something else.
    """
    if statement.span[0] <= name.span[0] < statement.span[1]:
        return 4
    if match := PLACE_BEFORE.search(scene.text[max(0, name.span[0] - 24) : name.span[0]]):
        return 2 if match["word"].lower() in ("of", "for") else 3
    return 1 if name.form in ("people", "adjective") else 0


def resolve(scene: Scene, statement: Statement) -> Statement:
    """With the subject of the sentence before, for one that begins with "it" or "the company"."""
    if statement.subject is not None or not PRONOUN.match(statement.sentence.text):
        return statement
    before = [name for s in scene.sentences[: statement.sentence.number] for name in s.names]
    actors = [n.entities[0] for n in before if scene.library.entities[n.entities[0]].kind in ACTORS]
    return replace(statement, subject=actors[-1]) if actors else statement
