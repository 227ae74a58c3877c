"""The measures that a quantity may be of: by the words it is linked to, or by the noun it counts."""

from __future__ import annotations

from quantities import Dimension, Quantity, Span
from reckoning.physical import fits
from reckoning.reading.scene import Scene, Word
from reckoning.reading.statement import Statement
from reckoning.reading.verb import ADJECTIVES, NOUN_SYNONYMS, Action

# Measures that a unit alone tells: "the Netherlands is 41,000 km²".
OWN = {Dimension.AREA: ("area",)}
PLEDGES = ("pledged_jobs", "pledged_investment")
# Nouns that may count many things, and the measures that people mean by them: of a place, of a company.
COMMON = {
    "people": ("population", "employees"),
    "person": ("population", "employees"),
    "worker": ("employed", "employees"),
    "citizen": (),  # fewer than those who live there
}
LINKS = {Action.BE, Action.HAVE, Action.CHANGE}
LINK_WORDS = frozenset(
    """of in at to from is are was were has have had by worth about size distance number level figure s 's around
    roughly now currently today the a an its their with over more than nearly almost""".split()
)
LINK_WORDS_AFTER = frozenset("of in the national annual total".split())


def link(scene: Scene, statement: Statement) -> tuple[tuple[str, ...], str, str]:
    """The measures, how they were found, and the phrase counted: see `Statement`."""
    counted, phrase = _counted(scene, statement.quantity)
    measures, via = _mentioned(scene, statement)
    if measures:
        return measures, via, phrase
    if not counted:
        own = OWN.get(statement.quantity.unit.dimension, ())
        return own, "noun" if own else "", ""
    common = COMMON.get(statement.noun)
    kept = tuple(m for m in counted if m not in PLEDGES and (common is None or m in common))
    return _of_named(scene, statement, kept), "counted", phrase


def _counted(scene: Scene, quantity: Quantity) -> tuple[tuple[str, ...], str]:
    """The measures of the longest phrase that the knowledge counts in, with the phrase."""
    for phrase in _phrases(quantity):
        if measures := scene.library.counted(phrase):
            return measures, phrase
    return (), ""


def _phrases(quantity: Quantity) -> tuple[str, ...]:
    """The noun counted with the words before it, longest first: "small business", "business"."""
    noun = (quantity.unit.noun or "").lower()
    if not noun:
        return ()
    noun = NOUN_SYNONYMS.get(noun, noun)
    modifiers = [ADJECTIVES.get(word.lower(), word.lower()) for word in quantity.unit.modifiers]
    return tuple(" ".join([*modifiers[at:], noun]) for at in range(len(modifiers) + 1))


def _of_named(scene: Scene, statement: Statement, measures: tuple[str, ...]) -> tuple[str, ...]:
    """Of some measures, those that an entity named in the clause can have."""
    kinds = {scene.library.entities[name.entities[0]].kind for name in statement.names}
    of = {measure: scene.library.measures[measure].kinds for measure in measures}
    return tuple(measure for measure in measures if not kinds or not of[measure] or kinds & set(of[measure]))


def _mentioned(scene: Scene, statement: Statement) -> tuple[tuple[str, ...], str]:
    """The measure named in the clause that is linked to the quantity: by a verb of its own, or by "is", "of", "has"."""
    quantity = statement.quantity
    best: tuple[int, tuple[str, ...], str] | None = None
    for mention in statement.mentions:
        fitting = tuple(m for m in mention.measures if _fits(scene, m, quantity))
        if mention.via == "verb":
            fitting = _of_named(scene, statement, fitting)
        inside = quantity.number_span[1] <= mention.span[0] and mention.span[1] <= quantity.span[1]
        if not fitting or not (inside or _is_linked(statement, mention.span, mention.via)):
            continue
        near = -1 if inside else abs(mention.span[0] - quantity.span[0])
        if best is None or near < best[0]:
            best = near, fitting, mention.via
    return (best[1], best[2]) if best else ((), "")


def _fits(scene: Scene, measure: str, quantity: Quantity) -> bool:
    return measure not in PLEDGES and fits(quantity, scene.library.measures[measure].unit)


def _is_linked(statement: Statement, span: Span, via: str) -> bool:
    """Whether nothing but linking words stands between a measure's words and the quantity."""
    first, last = sorted((span, statement.span))
    between = statement.sentence.between(first[1], last[0])
    if via == "verb":
        return len(between) <= 6
    if span[0] >= statement.span[1]:
        return all(word.lower in LINK_WORDS_AFTER for word in between)
    return len(between) <= 8 and all(_links(statement, word) for word in between)


def _links(statement: Statement, word: Word) -> bool:
    if word.lower in LINK_WORDS or word.actions & LINKS:
        return True
    spans = [name.span for name in statement.names] + [mention.span for mention in statement.sentence.dates]
    return any(start <= word.span[0] < end for start, end in spans)
