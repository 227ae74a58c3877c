"""A formula bound to a sentence: which of its things and numbers give what the formula needs."""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from knowledge.model.estimation import Average, Formula
from knowledge.model.units import NUMBER
from quantities import Quantity
from reckoning.chain.folk import Folk, folk
from reckoning.chain.holding import Holding
from reckoning.chain.lexis import lexis
from reckoning.chain.outline import PEOPLE, Mark, Outline
from reckoning.chain.stated import Stated, stated
from reckoning.chain.supply import Part, Supply
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement

ANYWHERE = "anywhere"  # among the words that may stand: any place may
MOST = 60  # ways to bind one formula to a sentence


@dataclass(frozen=True, slots=True)
class Binding:
    """The claimed number as read and in base units, and the amounts by the names of the expression.

    `used` are the other numbers of the sentence that are in it; `folk` are the people it is of, `is_each` whether the
    sum is for each of them, `average` what they do.
    """

    chain: Formula
    quantity: Quantity
    claim: Stated
    amounts: Mapping[str, Holding]
    used: tuple[Quantity, ...]
    folk: Folk | None = None
    is_each: bool = False
    average: Average | None = None

    @property
    def is_flow(self) -> bool:
        """Whether it is of what people do by the day or the year, and not of what there is."""
        return self.average is not None and is_flow(self.average)


@dataclass(frozen=True)
class Binder:
    """Binds the formulas of a library to one statement of a sentence."""

    case: Case
    statement: Statement
    outline: Outline

    def bindings(self) -> Iterator[Binding]:
        """Every way in which a formula explains the whole sentence."""
        phrases = self.outline.frame_words.keys()
        loose = self._loose
        for chain in self.case.library.formulas.values():
            if all(not phrases.isdisjoint(group) for group in chain.words) and all(
                not chain.phrases.isdisjoint(meant) for meant in loose
            ):
                yield from self._of_chain(chain)

    @property
    def _loose(self) -> list[set[str]]:
        """For each word that no thing, number, place or average explains, the phrases of which it is one."""
        outline = self.outline
        known = {at for mark in (*outline.things, *self._places()) for at in mark.words} | outline.filler
        known |= {at for quantity in outline.sentence.quantities for at in outline.covered(quantity)}
        known |= {at for at, word in enumerate(outline.words) if word in PEOPLE}
        known |= {at for words, _ in outline.ones for at in words}
        spoken = lexis(self.case.library).named | {p.lower() for a in self._meant for p in (*a.does, *a.what)}
        known |= {at for mark in outline.frames if not spoken.isdisjoint(mark.meant) for at in mark.words}
        loose = set(range(len(outline.words))) - known
        return [{p for mark in outline.frames if at in mark.words for p in mark.meant} for at in loose]

    def _of_chain(self, chain: Formula) -> Iterator[Binding]:
        averages = self._averages(chain)
        choices = [self._parts(rule) for rule in chain.roles.values()] if averages else []
        for count, parts in enumerate(product(*choices) if averages else ()):
            if count >= MOST:
                return
            if len({part.mark.span for part in parts}) == len(parts) == len({part.ident for part in parts}):
                roles = dict(zip(chain.roles, parts, strict=True))
                claim = self._claim(chain, roles)
                if claim is None:
                    continue
                for average in averages:
                    yield from self._of_all_and_each(chain, claim, roles, average)

    def _of_all_and_each(
        self, chain: Formula, claim: Stated, parts: dict[str, Part], average: Average | None
    ) -> Iterator[Binding]:
        """For the whole nation, and for each of its people."""
        whole = self._bound(chain, claim, parts, average)
        if whole is None or (average is not None and _needs_time(chain) and not is_flow(average)):
            return
        yield whole
        each = whole.folk.each if whole.folk is not None and average is not None else None
        if each is not None:
            amounts = {name: each if chain.needs[name] == "people" else held for name, held in whole.amounts.items()}
            yield replace(whole, amounts=amounts, is_each=True)

    def _parts(self, rule: tuple[str, ...]) -> list[Part]:
        """The things that may play a role."""
        things = (*self.outline.things, *self._places())
        if rule == ("counted",):
            counted = [m for q in self.outline.sentence.quantities for m in self.outline.counted(q)]
            marked = [(mark, frozenset[int]()) for mark in counted]
        elif rule == ("any",):
            marked = [(mark, frozenset()) for mark in things]
        else:
            found = ((mark, self.outline.marker(mark, rule)) for mark in things)
            marked = [(mark, before) for mark, before in found if before is not None]
        return [Part(mark, ident, before) for mark, before in marked for ident in mark.meant]

    def _places(self) -> Iterator[Mark]:
        for name, words in self.outline.places:
            if words:
                yield Mark((min(words), max(words) + 1), (name.entities[0],))

    def _averages(self, chain: Formula) -> list[Average | None]:
        """What people do that the sentence may mean; one None for a formula that needs none of it."""
        return list(self._meant) if chain.is_of_people else [None]

    @cached_property
    def _meant(self) -> tuple[Average, ...]:
        phrases = self.outline.frame_words.keys()
        averages = self.case.library.averages.values()
        return tuple(a for a in averages if _any_of(a.what, phrases) and _any_of(a.does, phrases))

    def _claim(self, chain: Formula, parts: dict[str, Part]) -> Stated | None:
        """The claimed number as the formula would estimate it; the same for all that estimate the same."""
        quantity, counted = self.statement.quantity, self.outline.counted(self.statement.quantity)
        if " of " in chain.estimates:
            return stated(quantity, chain.estimates, counted, {role: part.mark for role, part in parts.items()})
        if chain.estimates not in self._claims:
            self._claims[chain.estimates] = stated(quantity, chain.estimates, counted, {})
        return self._claims[chain.estimates]

    @cached_property
    def _claims(self) -> dict[str, Stated | None]:
        return {}

    def _bound(self, chain: Formula, claim: Stated, parts: dict[str, Part], average: Average | None) -> Binding | None:
        supply = Supply(self.case, self.statement, self.outline, parts, average)
        for part in parts.values():
            supply.words |= part.mark.words | part.before
        if average is not None or "people" in chain.needs.values():
            self._meet(supply)
        amounts: dict[str, Holding] = {}
        for name, source in chain.needs.items():
            held = supply.amount(source)
            if held is None:
                return None
            amounts[name] = held
        if not self._explains(supply.words | self._framed(chain, average)):
            return None
        used = tuple(supply.used)
        return Binding(chain, self.statement.quantity, claim, amounts, used, supply.people, average=average)

    def _meet(self, supply: Supply) -> None:
        """Finds the people it is of."""
        taken = frozenset(supply.words) & self._placed
        key = (taken, supply.average is not None)
        if key not in self._met:
            self._met[key] = folk(self.case, self.statement, self.outline, taken, of_average=key[1])
        supply.people = self._met[key]
        if supply.people is not None:
            supply.words |= supply.people.words
            supply.used += supply.people.givens

    @cached_property
    def _met(self) -> dict[tuple[frozenset[int], bool], Folk | None]:
        return {}  # asked for by every formula of people

    @cached_property
    def _placed(self) -> frozenset[int]:
        return frozenset(at for _, words in self.outline.places for at in words)

    def _framed(self, chain: Formula, average: Average | None) -> frozenset[int]:
        """The words of the sentence that stand in the formula's frame, and in the average's."""
        groups = [*chain.words, chain.may, *((average.does, average.what) if average else ())]
        phrases = self.outline.frame_words
        words = frozenset(at for group in groups for phrase in group for at in phrases.get(phrase.lower(), ()))
        return words | self._placed if ANYWHERE in chain.may else words

    def _explains(self, words: set[int] | frozenset[int]) -> bool:
        """Whether no word of the sentence is left over."""
        known = words | self.outline.covered(self.statement.quantity)
        begun = {thing.span[0] for thing in self.outline.things}
        for name, at in self.outline.places:  # "Australian coins" are coins
            if name.form != "name" and at and max(at) + 1 in begun:
                known |= at
        return len(known | self.outline.filler) >= len(self.outline.words)


def _any_of(group: tuple[str, ...], phrases: KeysView[str]) -> bool:
    return not group or not phrases.isdisjoint(group)


def is_flow(average: Average) -> bool:
    """Whether it goes on: by the day, by the year; a dog for every fourth person does not."""
    return any(extent.period or extent.powers != NUMBER for extent in average.each.values())


def _needs_time(chain: Formula) -> bool:
    return any(name in chain.needs for name in ("time", "age"))
