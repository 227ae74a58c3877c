"""Answers what is known: names in a text, words for measures, figures by date."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from knowledge.files import deserialize
from knowledge.files.folder import EntryTree, FigureRows
from knowledge.model import estimation
from knowledge.model.entity import TRADES, Entity, Measure, MeasureMention, NameMention
from knowledge.model.figure import Caveat, Figure, Source
from knowledge.text.entity_linker import EntityLinker, Rules
from knowledge.text.folded_text import FoldedText
from knowledge.text.fuzzy_match import correctable
from knowledge.text.limit_linker import LimitLinker, LimitMention
from knowledge.text.measure_linker import MeasureLinker
from knowledge.text.occupation_linker import OccupationLinker
from quantities.text.normalization import fold

Made = TypeVar("Made")
YEAR = 365  # days


class Library:
    """All knowledge, which doesn't change after it is made.

    Figures are made when they are first asked for, unless all of them are given (`figures`).
    """

    def __init__(self, tree: EntryTree, version: str, figures: Iterable[Figure] = ()) -> None:
        entries = tree.entries
        self.tree = tree  # the text that this was made from; not to be changed
        self._rows: FigureRows = tree.rows
        self._rules: Rules = entries["ambiguous"]
        self._series = _series(figures)
        self.version = version
        self.sources: Mapping[str, Source] = _made(deserialize.source, entries["sources"])
        self.entities: Mapping[str, Entity] = _made(deserialize.entity, entries["entities"])
        self.measures: Mapping[str, Measure] = _made(deserialize.measure, entries["measures"])
        self.caveats: tuple[Caveat, ...] = tuple(
            deserialize.caveat(ident, entry, self.sources) for ident, entry in entries["caveats"].items()
        )

    # --- figures --------------------------------------------------------------------------------

    def series(self, entity_id: str, measure_id: str) -> tuple[Figure, ...]:
        """Returns all figures of a measure of an entity, the earliest first; none for unknown ids."""
        known = self._series.get((entity_id, measure_id))
        return known if known is not None else self._make_series(entity_id, measure_id)

    def figure_at(self, entity_id: str, measure_id: str, as_of: date) -> Figure | None:
        """Returns the figure for a day, None if there is none.

        It is the one whose period holds the day, the shortest period first; else the latest before; else the earliest
        after, if within the years that its measure says.
        """
        before: Figure | None = None
        holding: Figure | None = None
        for figure in self.series(entity_id, measure_id):
            if figure.start > as_of:
                continue
            if figure.end < as_of:
                before = figure
            elif holding is None or _length(figure) < _length(holding):
                holding = figure
        return holding or before or self._earliest_after(entity_id, measure_id, as_of)

    def holders(self, measure_id: str) -> tuple[str, ...]:
        """Returns the ids of the entities that have figures of a measure, sorted."""
        return tuple(sorted(entity for entity, dates in self._rows.get(measure_id, {}).items() if dates))

    def has_figures(self, entity_id: str, measure_id: str) -> bool:
        """Returns whether an entity has figures of a measure."""
        return bool(self._rows.get(measure_id, {}).get(entity_id))

    def measures_of(self, entity_id: str) -> tuple[str, ...]:
        """Returns the ids of the measures that have figures of this entity, in the order of measures.yaml."""
        return tuple(measure for measure in self.measures if self._rows.get(measure, {}).get(entity_id))

    def figure_of(self, ident: str) -> Figure | None:
        """Returns the figure with this id ("US.labour_force.2016"), None if there is none."""
        entity, _, rest = ident.partition(".")
        measure, _, dated = rest.partition(".")
        return next((figure for figure in self.series(entity, measure) if figure.dated == dated), None)

    def figures(self) -> Iterable[Figure]:
        """Yields every figure, by measure, entity and date."""
        for measure, entities in sorted(self._rows.items()):
            for entity in sorted(entities):
                yield from self.series(entity, measure)

    # --- what estimates are made of ---------------------------------------------------------------

    @cached_property
    def things(self) -> Mapping[str, estimation.Thing]:
        """The common things by id, with what is measured of them."""
        return _made(
            lambda ident, entry: estimation.parse_thing(ident, entry, self.sources), self.tree.entries["things"]
        )

    @cached_property
    def averages(self) -> Mapping[str, estimation.Average]:
        """The averages by id: what a person does, uses, owns or is."""
        return _made(
            lambda ident, entry: estimation.parse_average(ident, entry, self.sources), self.tree.entries["averages"]
        )

    @cached_property
    def limits(self) -> Mapping[str, estimation.Limit]:
        """The limits by id: what nobody has gone beyond."""
        return _made(
            lambda ident, entry: estimation.parse_limit(ident, entry, self.sources), self.tree.entries["limits"]
        )

    # --- words ----------------------------------------------------------------------------------

    def names(self, text: str) -> tuple[NameMention, ...]:
        """Returns the names in a text, in order, none overlapping another; 's is left out of the span."""
        return self.entity_linker.mentions(FoldedText(text))

    def occupations(self, text: str) -> tuple[NameMention, ...]:
        """Returns the occupations and industries in a text, which `names` leaves out: "nurses", "retail trade"."""
        return self._occupation_linker.mentions(FoldedText(text))

    def measure_mentions(self, text: str) -> tuple[MeasureMention, ...]:
        """Returns the nouns and verbs of measures in a text, in order, none overlapping another."""
        return self._measure_linker.mentions(FoldedText(text))

    def limit_mentions(self, text: str) -> tuple[LimitMention, ...]:
        """Returns the limits that words of a text mean."""
        return self._limit_linker.mentions(FoldedText(text))

    def counted(self, noun: str) -> tuple[str, ...]:
        """Returns the ids of the measures that are counted in this noun: "job" -> ("employees", ...)."""
        return self._measure_linker.counted(noun)

    def fitting_caveats(self, text: str, entities: Collection[str], measures: Collection[str]) -> tuple[Caveat, ...]:
        """Returns the caveats that fit a text in which these entities and measures are meant."""
        folded = FoldedText(text)
        return tuple(caveat for caveat in self.caveats if _fits(caveat, folded, entities, measures))

    @cached_property
    def entity_linker(self) -> EntityLinker:
        """The linker of names."""
        return EntityLinker(self.entities, self._rules, self._measure_linker.nouns)

    @cached_property
    def known_names(self) -> list[str]:
        """The names that a misspelt word may stand for, those of occupations and industries too."""
        trades = [entity for entity in self.entities.values() if entity.kind in TRADES]
        written = (fold(name) for entity in trades for name in (entity.name, *entity.aliases))
        return correctable([*self.entity_linker, *written])

    @cached_property
    def known_nouns(self) -> list[str]:
        """The nouns of measures that a misspelt word may stand for."""
        return correctable(fold(noun) for measure in self.measures.values() for noun in measure.nouns)

    @cached_property
    def _occupation_linker(self) -> OccupationLinker:
        return OccupationLinker(self.entities.values())

    @cached_property
    def _limit_linker(self) -> LimitLinker:
        return LimitLinker(self.limits.values())

    @cached_property
    def _measure_linker(self) -> MeasureLinker:
        return MeasureLinker(self.measures.values())

    def _make_series(self, entity_id: str, measure_id: str) -> tuple[Figure, ...]:
        owner, counted = self.entities.get(entity_id), self.measures.get(measure_id)
        if owner is None or counted is None:
            return ()
        rows = self._rows.get(measure_id, {}).get(entity_id, {})
        made = [deserialize.figure(owner, counted, dated, row, self.sources[row[3]]) for dated, row in rows.items()]
        series = tuple(sorted(made, key=_by_date))
        self._series[entity_id, measure_id] = series
        return series

    def _earliest_after(self, entity_id: str, measure_id: str, as_of: date) -> Figure | None:
        series = self.series(entity_id, measure_id)
        if not series:
            return None
        most = timedelta(days=YEAR * self.measures[measure_id].ahead_years + 1)
        return series[0] if series[0].start - as_of <= most else None


def _series(figures: Iterable[Figure]) -> dict[tuple[str, str], tuple[Figure, ...]]:
    grouped: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        grouped.setdefault((figure.entity, figure.measure), []).append(figure)
    return {of: tuple(sorted(group, key=_by_date)) for of, group in grouped.items()}


def _by_date(figure: Figure) -> tuple[date, date]:
    return figure.end, figure.start


def _made(make: Callable[[str, Mapping[str, Any]], Made], entries: Mapping[str, Any]) -> Mapping[str, Made]:
    return MappingProxyType({ident: make(ident, entry) for ident, entry in entries.items()})


def _length(figure: Figure) -> timedelta:
    return figure.end - figure.start


def _fits(caveat: Caveat, text: FoldedText, entities: Collection[str], measures: Collection[str]) -> bool:
    """Whether one of its phrases stands in the text, and one of its entities and measures is meant, if it has any."""
    if caveat.entities and not set(caveat.entities) & set(entities):
        return False
    if caveat.measures and not set(caveat.measures) & set(measures):
        return False
    return not caveat.phrases or any(text.holds(phrase) for phrase in caveat.phrases)
