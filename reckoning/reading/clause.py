"""The clause around a quantity, and the statement it makes."""

from __future__ import annotations

import re
from dataclasses import replace

from quantities import Dimension, Direction, Form, Quantity, Span
from reckoning.reading.link import link
from reckoning.reading.role import resolve, roles
from reckoning.reading.scene import Scene, Sentence, Word
from reckoning.reading.statement import Statement
from reckoning.reading.verb import ADJECTIVES, PLAIN, Action

BREAK = re.compile(
    r"[;()\[\]—]|\s[–-]\s"
    r"|,\s(?=(?:but|while|and|whereas|though|although|so|because|yet)\b)"
    r"|\s(?=(?:while|whereas|but)\b)"
    r"|(?P<joined>,?\s)(?=and\s+(?:the\s+)?\w+(?:\s\w+)?\s(?:has|have|had|is|are|was|were|employs?)\b)"
)
HOME_TO = re.compile(r"\b(?:is|are|was|were|be|been)\s+(?:\w+\s+)?(home)\s+to\b", re.IGNORECASE)
FARTHEST = 500  # characters: what stands farther away in a sentence without end has nothing to do with a number


def state(scene: Scene) -> tuple[Statement, ...]:
    """A statement for each quantity of the text, in order."""
    statements = [_state(scene, sentence, quantity) for sentence in scene.sentences for quantity in sentence.sums]
    resolved = [resolve(scene, statement) for statement in statements]
    return tuple(_completed(statement, resolved[at - 1] if at else None) for at, statement in enumerate(resolved))


def _completed(statement: Statement, before: Statement | None) -> Statement:
    """With what the statement before measures, for "Italy has 59 million people. Spain has 150 million."."""
    bare = statement.quantity.unit.dimension is Dimension.NONE and statement.quantity.form is Form.AMOUNT
    if before is None or statement.measures or not bare or Action.HAVE not in statement.action & before.action:
        return statement
    if before.subject == statement.subject or statement.unexplained:
        return statement
    return replace(statement, measures=before.measures, via=before.via, counted_as=before.counted_as)


def _state(scene: Scene, sentence: Sentence, quantity: Quantity) -> Statement:
    clause = _clause(sentence, quantity)
    names = tuple(name for name in sentence.names if clause[0] <= name.span[0] < clause[1])
    statement = Statement(quantity, sentence, clause, names=names)
    measures, via, phrase = link(scene, statement)
    subject, place, rank = roles(scene, statement)
    statement = replace(
        statement,
        action=_action(statement),
        subject=subject,
        place=place,
        place_rank=rank,
        measures=measures,
        via=via,
        counted_as=phrase,
    )
    return replace(statement, unexplained=_unexplained(statement), foreign=_foreign(statement))


def _clause(sentence: Sentence, quantity: Quantity) -> Span:
    """The part of the sentence around the quantity, up to the nearest break on each side."""
    start = max(sentence.span[0], quantity.span[0] - FARTHEST)
    end = min(sentence.span[1], quantity.span[1] + FARTHEST)
    for match in BREAK.finditer(sentence.text):
        at = sentence.span[0] + match.start()
        after = sentence.span[0] + match.end()
        if any(other.span[0] <= at < other.span[1] for other in sentence.quantities):
            continue
        if match["joined"] and not any(start <= q.span[0] and q.span[1] <= at for q in sentence.quantities):
            continue  # "Spain and Italy have 100 million": one claim of two
        if after <= quantity.span[0]:
            start = after
        elif at >= quantity.span[1]:
            end = at
            break
    return start, end


def _action(statement: Statement) -> frozenset[Action]:
    """The senses of the verb: the last before the quantity in its clause, else the first after it."""
    number = statement.quantity.number_span
    before = [word for word in statement.words if word.span[1] <= number[0] and word.actions]
    after = [word for word in statement.words if word.span[0] >= number[1] and word.actions]
    if before:
        return before[-1].actions
    return after[0].actions if after else frozenset()


def _unexplained(statement: Statement) -> tuple[str, ...]:
    """The words of the clause that no part of the program understood."""
    start, end = statement.clause
    homes = {match.start(1) + statement.sentence.span[0] for match in HOME_TO.finditer(statement.sentence.text)}
    loose = (w for w in statement.sentence.loose if start <= w.span[0] < end and w.span[0] not in homes)
    left = [w.text for w in loose if not (w.lower in PLAIN or w.actions)]
    own = statement.sentence.between(*statement.span)
    named = {at for name in statement.names for at in range(*name.span)}
    return (*left, *(w.text for w in own if w.span[0] not in named and not _is_unit(statement, w)))


def _foreign(statement: Statement) -> tuple[str, ...]:
    """Words of other measures, and other numbers, in the clause: "spends $900 billion on defence" is no total."""
    start, end = statement.clause
    mentions = [
        mention.text
        for mention in statement.sentence.mentions
        if start <= mention.span[0] < end
        and not _is_own(statement, mention.measures)
        and mention.text.lower() not in PLAIN
    ]
    numbers = [
        q.text
        for q in statement.sentence.sums
        if start <= q.span[0] < end and q is not statement.quantity and q.direction is Direction.NONE
    ]
    return (*mentions, *numbers)


def _is_own(statement: Statement, measures: tuple[str, ...]) -> bool:
    counted = statement.via == "counted" and not statement.measures
    return counted or bool(set(measures) & set(statement.measures))


def _is_unit(statement: Statement, word: Word) -> bool:
    """Whether a word within the quantity is its unit, its noun, or a modifier that the knowledge counts in."""
    modifiers = {modifier.lower() for modifier in statement.quantity.unit.modifiers}
    if word.lower in modifiers:
        return ADJECTIVES.get(word.lower, word.lower) in (*statement.counted_as.split(), "new")
    return True
