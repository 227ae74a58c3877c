"""The words of a sentence that tell a plan: "will", "plans"; of a headline what somebody is "to add"."""

from __future__ import annotations

from reasoning.reading.language import words
from reasoning.reading.passage import Named, Sentence


def plan_places(sentence: Sentence) -> frozenset[int]:
    """The places of the words that say that something is planned; empty for what is, or was."""
    lows, classes = sentence.lows, words()
    to = {place - 1 for place, low in enumerate(lows) if low in classes.infinitive}
    said = frozenset(p for p, low in enumerate(lows) if low in classes.plan or (p in to and low in classes.going))
    headed = (name.last + 1 for name in sentence.names if _heads_a_plan(name, sentence))
    return said | frozenset(headed)


def _heads_a_plan(name: Named, sentence: Sentence) -> bool:
    """Whether a name opens a sentence and what it is to do follows: "Acme to hire 50", but not "Acme to Bonn"."""
    lows, classes = sentence.lows, words()
    verb = name.last + 2
    if name.first or lows[name.last + 1 : verb] not in {(low,) for low in classes.infinitive} or verb >= len(lows):
        return False
    is_verb = sentence.words[verb].is_word and not sentence.words[verb].capital and lows[verb] not in classes.function
    return is_verb and verb not in sentence.name_places | sentence.number_places
