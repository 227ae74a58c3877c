"""A short sentence laid out for the chains: its words, and what each stretch of them may be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from knowledge import EntityKind, Library, NameMention
from knowledge.text.inflection import singular
from quantities import Dimension, Form, Quantity, Unit
from quantities.text.normalization import fold
from quantities.units.physical_units import WORDS as UNITS
from reckoning.chain.lexis import LONGEST, Lexis
from reckoning.reading.scene import Sentence
from reckoning.reading.statement import NEGATION, PLACES
from reckoning.reading.verb import PLAIN

TOKEN = re.compile(r"[$€£]?\d[\d,.]*\d|[$€£]?\d|[^\W\d_](?:[^\W_]|[.'’](?=[^\W\d_]))*")
MOST_WORDS = 40
ONE_OF = ("a", "an", "one", "each", "every", "per")
NEAR = 8  # characters
# Words that add nothing to a frame: they may stand in any.
FILLER = (PLAIN - NEGATION - frozenset("born dead half".split())) | frozenset(
    """average typical normal ordinary standard usual full whole single one own together combined only enough about
    would could must you'd it'd long's take takes taken took make makes making made get gets need needs needed require
    requires required if were just simply non stop nonstop without stopping rest straight continuously continuous
    constantly end out up human humans person people adult adults during within throughout course over per across
    scratch s non-stop far as much many there's put laid lay placed been ever time size sized used total real actual
    driver runner reader viewer worker owner user consumer shopper walker resident citizen someone everyone's given
    moment any times entire everyday common regular large small big tiny little new modern main same who which what
    when where while mature healthy grown medium fully amount quantity number same worldwide each
    capita apiece inhabitant""".split()
)
# Who one or all of the people may be called; see reckoning.folk.
ONE = frozenset(
    """you your person someone somebody man woman adult human individual child baby he she i one my his her american
    """.split()
)
WORKING = frozenset(
    """teacher student commuter doctor nurse farmer soldier writer singer athlete runner swimmer pilot barber cook chef
    waiter dancer mother father parent grandmother teenager toddler kid boy girl baby citizen typist actor lawyer
    """.split()
)  # one of them does what one person does
ALL = frozenset("everyone everybody people humans humanity mankind humankind households families residents".split())
EARTH = frozenset("earth world planet worldwide globally humanity mankind humankind".split())
GROUPS = {"family": "2 to 5 people", "household": "2 to 5 people", "couple": "2 people", "home": "2 to 5 people"}
PEOPLE = ONE | WORKING | ALL | EARTH | GROUPS.keys()
Span = tuple[int, int]  # of words, from and up to


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of words that names something: ids of things or entities, or base phrases of frames."""

    span: Span
    meant: tuple[str, ...]

    @property
    def words(self) -> frozenset[int]:
        return frozenset(range(*self.span))


@dataclass(frozen=True)
class Outline:
    """The words of a sentence in small letters, with the things, frame words and places among them."""

    sentence: Sentence
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    things: tuple[Mark, ...]
    frames: tuple[Mark, ...]
    places: tuple[tuple[NameMention, frozenset[int]], ...]

    @cached_property
    def frame_words(self) -> dict[str, frozenset[int]]:
        """Where each base phrase stands; of several places all."""
        found: dict[str, frozenset[int]] = {}
        for mark in self.frames:
            for phrase in mark.meant:
                found[phrase] = found.get(phrase, frozenset()) | mark.words
        return found

    @cached_property
    def ones(self) -> tuple[tuple[frozenset[int], Unit], ...]:
        """One of a unit, without a numeral: "a cubic metre of gold", "an acre", "every mile"."""
        found = []
        for at in (at for at, word in enumerate(self.words) if word in ONE_OF):
            for length in (2, 1):
                stretch = self.words[at + 1 : at + 1 + length]
                unit = UNITS.get(stretch)
                if unit is not None and unit.factor:
                    found.append((frozenset(range(at, at + 1 + len(stretch))), unit))
                    break
        return tuple(found)

    @cached_property
    def is_known(self) -> bool:
        """Whether every word is one that some formula could explain; most sentences of the news are not so."""
        known = set(self.filler) | {at for mark in (*self.things, *self.frames) for at in range(*mark.span)}
        known.update(at for words, _ in (*self.ones, *((words, name) for name, words in self.places)) for at in words)
        for quantity in self.sentence.quantities:
            known |= self.indexes(quantity.span) | self.covered(quantity)
        known |= {at for at, word in enumerate(self.words) if word in PEOPLE}
        return len(known) == len(self.words)

    def indexes(self, span: tuple[int, int]) -> frozenset[int]:
        """The words that lie within a stretch of the text."""
        return frozenset(i for i, (start, end) in enumerate(self.spans) if span[0] <= start and end <= span[1] + 1)

    @cached_property
    def filler(self) -> frozenset[int]:
        return frozenset(i for i, word in enumerate(self.words) if word in FILLER)

    def number(self, quantity: Quantity) -> frozenset[int]:
        """The words of its numeral, a sign of money before it included."""
        first, last = quantity.number_span
        return frozenset(i for i, (start, end) in enumerate(self.spans) if start < last and end > first)

    def covered(self, quantity: Quantity) -> frozenset[int]:
        """The words of the number, its unit and its period; a noun that it counts, or one behind "of", is a thing of
        its own."""
        if quantity.span not in self._covered:
            self._covered[quantity.span] = self._cover(quantity)
        return self._covered[quantity.span]

    @cached_property
    def _covered(self) -> dict[tuple[int, int], frozenset[int]]:
        return {}  # asked for by every formula

    def _cover(self, quantity: Quantity) -> frozenset[int]:
        start, end = quantity.span
        text = self.sentence.text[start - self.sentence.span[0] : end - self.sentence.span[0]]
        of = re.search(r"\sof\s", text)
        counts = quantity.unit.dimension is Dimension.COUNT
        words = frozenset() if counts else self.indexes((start, start + of.start() if of else end))
        if quantity.period is not None and is_near(quantity):
            words |= self.indexes(quantity.period.span)
        return words | self.number(quantity)

    def said(self, noun: tuple[str, ...]) -> frozenset[int]:
        """Where a noun stands, in singular or plural."""
        length = len(noun)
        for start in range(len(self.words) - length + 1):
            stretch = self.words[start : start + length]
            if all(part in (word, singular(word)) for part, word in zip(noun, stretch, strict=True)):
                return frozenset(range(start, start + length))
        return frozenset()

    def counted(self, quantity: Quantity) -> tuple[Mark, ...]:
        """The things that the quantity counts: those that begin right after its number, a filler word between them."""
        if quantity.span not in self._counted:
            self._counted[quantity.span] = self._count(quantity)
        return self._counted[quantity.span]

    @cached_property
    def _counted(self) -> dict[tuple[int, int], tuple[Mark, ...]]:
        return {}

    def _count(self, quantity: Quantity) -> tuple[Mark, ...]:
        number = self.number(quantity)
        if not number or quantity.form is not Form.AMOUNT:
            return ()
        after = max(number) + 1
        while after < len(self.words) and self.words[after] in FILLER and not self._begins(after):
            after += 1
        period = self.indexes(quantity.period.span) if quantity.period is not None else frozenset()
        begun = (mark for mark in self.things if mark.span[0] == after and after <= max(number) + 3)
        return tuple(mark for mark in begun if not mark.words & period)

    def _begins(self, at: int) -> bool:
        return any(mark.span[0] == at for mark in self.things)

    def marker(self, mark: Mark, phrases: tuple[str, ...]) -> frozenset[int] | None:
        """The frame words of which one stands before the thing, filler and articles between them; None for none."""
        at = mark.span[0]
        while at >= 0 and mark.span[0] - at <= 5:
            for frame in self.frames:
                if frame.span[1] == at and set(frame.meant) & set(phrases):
                    return frame.words
            at -= 1
            if at < 0 or self.words[at] not in FILLER:
                return None
        return None


def outline(sentence: Sentence, lexis: Lexis, library: Library) -> Outline | None:
    """None for a sentence too long to be a chain's."""
    found = list(TOKEN.finditer(sentence.text))
    if not 2 < len(found) <= MOST_WORDS:
        return None
    words = tuple(fold(match[0]).removesuffix("'s") for match in found)
    spans = tuple((m.start() + sentence.span[0], m.end() + sentence.span[0]) for m in found)
    things, frames = _marks(words, lexis)
    places = []
    for name in sentence.names:
        if library.entities[name.entities[0]].kind in PLACES:
            inside = [i for i, span in enumerate(spans) if name.span[0] <= span[0] < name.span[1]]
            places.append((name, frozenset(inside)))
    laid = Outline(sentence, words, spans, things, frames, tuple(places))
    units = [laid.covered(q) for q in sentence.quantities if q.unit.factor and q.unit.dimension is not Dimension.MONEY]
    kept = tuple(thing for thing in things if not any(thing.words <= unit for unit in units))
    firms = [laid.indexes(name.span) for name in sentence.names if _is_firm(name, library)]
    kept = tuple(t for t in kept if not any(t.words <= firm and not _has_article(laid, t) for firm in firms))
    return replace(laid, things=kept)  # the days of "20 days" are a unit and no thing; Apple is no fruit


def _is_firm(name: NameMention, library: Library) -> bool:
    return any(library.entities[e].kind is EntityKind.COMPANY for e in name.entities if e in library.entities)


def _has_article(laid: Outline, thing: Mark) -> bool:
    return thing.span[0] > 0 and laid.words[thing.span[0] - 1] in ONE_OF


def _marks(words: tuple[str, ...], lexis: Lexis) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Every stretch that names a thing or stands in a frame; of things within others only the longer."""
    things: list[Mark] = []
    frames: list[Mark] = []
    for start, word in enumerate(words):
        for length in range(min(lexis.starts.get(word, 0), LONGEST, len(words) - start), 0, -1):
            stretch = words[start : start + length]
            if stretch in lexis.things:
                things.append(Mark((start, start + length), lexis.things[stretch]))
            if stretch in lexis.frames:
                frames.append(Mark((start, start + length), lexis.frames[stretch]))
    whole = [t for t in things if not any(_within(t.span, o.span) for o in things)]
    return tuple(whole), tuple(frames)


def _within(inner: Span, outer: Span) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def is_near(quantity: Quantity) -> bool:
    """Whether its period stands beside it: in "every day for a year costs $1,000" the sum is not by the day."""
    period = quantity.period
    return period is not None and (period.span[0] >= quantity.span[0] or quantity.span[0] - period.span[1] <= NEAR)
