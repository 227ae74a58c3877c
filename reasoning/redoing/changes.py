"""What a person changes in a claim, read from their words: another number, place or year, a figure of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from i18n.language import say, translatable
from knowledge import EntityKind, Library
from quantities import Dimension, Quantity
from reasoning.explaining.amounts import in_unit_of
from reasoning.grounding.context import FIRST_YEAR, LAST_YEAR, Context
from reasoning.model.leaf import Leaf
from reasoning.reading.language import words
from reasoning.reading.passage import Sentence, read_passage
from reasoning.reading.strangers import stranger_places
from reasoning.redoing.groups import Group, find_group
from reasoning.redoing.number_change import replace_number
from reasoning.redoing.other_figures import PLACES, Lacking, date_to, find_moved, move_to
from reasoning.redoing.own_figures import find_meant, give
from reasoning.redoing.sharing import share_out
from reasoning.serialization.stored_claim import StoredClaim, wordless
from reasoning.wording.entity_names import titled

LONGEST = 300  # characters of one change
MOST = 5  # changes at once
NOT_SHARED = translatable("This number cannot be shared out {each}.")
LACKING = translatable("I have no figure of this for {whom}: {what}. If you know it, tell me.")
CHANGED = translatable("{number} (your change)")
GIVEN = translatable("{who}: {number} (your figure)")


@dataclass(frozen=True, slots=True)
class Changed:
    """A claim with what was changed in it so far, in words; `notes` say in a sentence why something could not be.

    `unread` are the words that fit nothing in it.
    """

    stored: StoredClaim
    changes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    def with_change(self, stored: StoredClaim, spoken: str, instead_of: str = "") -> Changed:
        """With one more change, in the place of one that it undoes."""
        kept = tuple(one for one in self.changes if one not in (spoken, instead_of))
        return replace(self, stored=replace(stored, accepted=True), changes=(*kept, spoken))


def change_claim(
    stored: StoredClaim, given: tuple[str, ...], library: Library, as_of: date, before: tuple[str, ...] = ()
) -> Changed:
    """The claim with each change worked in, in their order; `before` are those that it has already, in words."""
    changed = Changed(stored, before)
    for said in given[:MOST]:
        text = " ".join(said[:LONGEST].split())
        if text:
            changed = _Reader(text, library, as_of).apply(changed)
    return changed


class _Reader:
    """Reads one change."""

    def __init__(self, text: str, library: Library, as_of: date) -> None:
        self._text, self._library, self._as_of = text, library, as_of
        sentences = read_passage(text, library).sentences
        self._sentence: Sentence | None = sentences[0] if len(sentences) == 1 else None

    def apply(self, before: Changed) -> Changed:
        """The claim with the change; with the words as unread where they fit nothing in it."""
        sentence = self._sentence
        after = None
        if sentence is not None:
            numbers, year = self._numbers_and_year(sentence)
            try:
                after = self._with_numbers(before, sentence, numbers)
                if not numbers:
                    after = self._without_number(before, sentence, year)
            except Lacking as lacking:
                return self._lacking(before, *lacking.args)
        return after or replace(before, unread=(*before.unread, self._text[:60]))

    def _numbers_and_year(self, sentence: Sentence) -> tuple[list[Quantity], int | None]:
        """The quantities that are no year, and the year that the words name."""
        years = Context(sentence, self._library, self._as_of).years()
        numbers = []
        for one in sentence.stated:
            quantity = one.quantity
            digits = self._text[slice(*quantity.number_span)]
            plain = digits.isascii() and digits.isdecimal() and not quantity.unit.name
            if plain and FIRST_YEAR <= int(digits[:6]) <= LAST_YEAR:
                years = [int(digits)]
            else:
                numbers.append(quantity)
        return numbers, years[0] if len(years) == 1 else None

    def _with_numbers(self, before: Changed, sentence: Sentence, numbers: list[Quantity]) -> Changed | None:
        """With each number, in the first of its readings that fits; None where one fits nothing."""
        after: Changed | None = None
        for number in numbers[:MOST]:
            readings = (wordless(one, self._library) for one in (number, *number.alternatives))
            tried = (self._with_number(after or before, sentence, one) for one in readings)
            after = next((one for one in tried if one is not None), None)
            if after is None:
                return None
        return after

    def _with_number(self, before: Changed, sentence: Sentence, number: Quantity) -> Changed | None:
        """With a figure of the person's own, or another number for one that was said."""
        meant = find_meant(before.stored, sentence, number, self._library)
        explained = frozenset(place for one in sentence.stated for place in one.places)
        given = give(before.stored, meant, number, self._library, self._as_of) if meant else None
        if given is not None:
            stored, leaf = given
            named = frozenset(place for _, places in meant for place in places)
            named |= stranger_places(sentence) if not leaf.entity and leaf.measure else frozenset()
            if self._is_explained(sentence, explained | named):
                said = in_unit_of(number.value, number, self._library)
                return before.with_change(stored, say(GIVEN, who=self._whose(leaf), number=said))
        if sentence.names or not self._is_explained(sentence, explained):
            return None
        replaced = replace_number(before.stored, number, self._library, self._as_of)
        if replaced is None:
            return None
        stored, place = replaced
        if number.unit.dimension is Dimension.TIME is not stored.numbers[place].unit.dimension:
            return before.with_change(stored, say(CHANGED, number=in_unit_of(number.value, number, self._library)))
        old = self._spoken(before.stored, place) if place < len(before.stored.numbers) else ""
        return before.with_change(stored, self._spoken(stored, place), old)

    def _without_number(self, before: Changed, sentence: Sentence, year: int | None) -> Changed | None:
        """With another place, year or group."""
        names = [name for name in sentence.names if self._library.entities[name.ids[0]].kind is not EntityKind.THING]
        explained = Context(sentence, self._library, self._as_of).year_places()
        explained |= frozenset(place for name in names for place in name.places)
        group = find_group(Context(sentence, self._library, self._as_of))
        if group is not None and not names and year is None:
            return self._shared(before, group) if self._is_explained(sentence, explained | group.places) else None
        if len(names) > 1 or (not names and year is None) or not self._is_explained(sentence, explained):
            return None
        after: Changed | None = before
        if names:
            after = self._moved(before, names[0].ids[0])
        if after is not None and year is not None:
            dated = date_to(after.stored, year, self._library, self._as_of)
            after = None if dated is None else after.with_change(dated, say("judged for {year}", year=year))
        return after

    def _moved(self, before: Changed, entity: str) -> Changed | None:
        """With the figures of somebody else."""
        moved = move_to(before.stored, entity, self._library, self._as_of)
        if moved is None:
            return None
        whom = find_moved(before.stored, entity, self._library)
        return before.with_change(moved, self._place(entity), self._place(whom) if whom is not None else "")

    def _place(self, entity: str) -> str:
        """An entity, as a change."""
        holder = self._library.entities[entity]
        name = titled(holder)
        return say("in {place}", place=name) if holder.kind in PLACES else say(CHANGED, number=name)

    def _shared(self, before: Changed, group: Group) -> Changed:
        """With its number for each of a group, or a note that it can't be shared out so."""
        each = say("per {group}", group=say(group.noun))
        fit = (one for one in group.by if share_out(before.stored, one, self._library, self._as_of) is not None)
        by = next(fit, None)
        if by is None:
            return replace(before, notes=(*before.notes, say(NOT_SHARED, each=each)))
        shared = (*(one for one in before.stored.shared if one != by), by)
        return before.with_change(replace(before.stored, shared=shared), each)

    def _lacking(self, before: Changed, measure: str, entity: str) -> Changed:
        """With a note of the figure that the change would need."""
        known = self._library.measures.get(measure)
        what = say(known.name) if known is not None else measure.replace("-", " ")
        note = say(LACKING, whom=titled(self._library.entities[entity]), what=what)
        return replace(before, notes=(*before.notes, note))

    def _is_explained(self, sentence: Sentence, places: frozenset[int]) -> bool:
        """Whether nothing else is said than how a change is put."""
        known = words()
        put = known.function | known.light | known.conditional | known.changing
        return all(not word.is_word or word.place in places or word.low in put for word in sentence.words)

    def _whose(self, leaf: Leaf) -> str:
        """Of whom, or of what, a figure is given."""
        holder = self._library.entities.get(leaf.entity) if leaf.measure in self._library.measures else None
        return titled(holder) if holder is not None else say(leaf.label)

    def _spoken(self, stored: StoredClaim, place: int) -> str:
        """The number at a place, as a change."""
        number = stored.numbers[place]
        return say(CHANGED, number=in_unit_of(number.value, number, self._library))
