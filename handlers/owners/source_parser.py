"""Parses the source of a figure: one that the library has, or a new one.

"bls-cpi"                                               the source of this id
"https://www.bls.gov/cpi/"                              a known one with this address
"World Bank"                                            a known one of this producer, that of the series first
"Census Bureau, Vintage 2026, https://www.census.gov"   a new one: producer, title, address
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from handlers.owners.series_lookup import SeriesNotFoundError
from i18n.language import say
from knowledge import Library, Source

_ADDRESS = re.compile(r"(?<!\S)https?://[^\s,]{3,300}[^\s,.;)]")
_LONGEST_ID = 80  # characters of an id


@dataclass(frozen=True, slots=True)
class SourceReference:
    """A source; `entry` is the YAML that adds it to the library if it is new."""

    source: Source
    entry: bytes = b""


def parse_source(words: str, entity: str, measure: str, library: Library, today: date) -> SourceReference:
    """Returns the source that the words name. Raises SeriesNotFoundError if they name none."""
    words = " ".join(words.split()).strip(" .,;")
    known = _find_known_source(words, entity, measure, library)
    if known:
        return SourceReference(library.sources[known])
    address = _ADDRESS.search(words)
    named = [part.strip() for part in _ADDRESS.sub("", words).split(",") if part.strip(" :-")]
    if not named or (address is None and len(named) < 2):
        raise SeriesNotFoundError(
            say(
                "I know no source “{words}”. Say who publishes it and where: source Census Bureau, "
                "https://www.census.gov. Or one that I know: {known}.",
                words=words,
                known=", ".join(source.id for source in list_likely_sources(entity, measure, library))
                or "general-knowledge",
            )
        )
    producer, title = named[0], ", ".join(named[1:]) or library.measures[measure].name.capitalize()
    ident = _make_id(f"{producer} {title}", library)
    source = Source(ident, producer, title, address[0] if address else "", accessed=today.isoformat())
    return SourceReference(source, _build_entry(source))


def list_likely_sources(entity: str, measure: str, library: Library, limit: int = 4) -> tuple[Source, ...]:
    """Returns the sources of a series, the newest first, then those of most other figures of the measure."""
    own = [reference.source.id for reference in reversed(library.series(entity, measure))]
    counts: dict[str, int] = {}
    for dates in library.tree.rows.get(measure, {}).values():
        for row in dates.values():
            counts[row[3]] = counts.get(row[3], 0) + 1
    others = sorted(counts, key=lambda ident: -counts[ident])
    return tuple(library.sources[ident] for ident in list(dict.fromkeys([*own, *others]))[:limit])


def _build_entry(source: Source) -> bytes:
    fields = {key: getattr(source, key) for key in ("producer", "title", "address", "accessed")}
    lines = [f"  {key}: {json.dumps(text, ensure_ascii=False)}" for key, text in fields.items() if text]
    return "\n".join([f"{source.id}:", *lines, ""]).encode()


def _find_known_source(words: str, entity: str, measure: str, library: Library) -> str | None:
    folded = words.casefold()
    if not folded:
        return None
    for source in library.sources.values():
        titled = (f"{source.producer}, {source.title}".casefold(), f"{source.producer} {source.title}".casefold())
        if folded in (source.id.casefold(), source.address.casefold(), *titled):
            return source.id
    of_producer = [source.id for source in library.sources.values() if source.producer.casefold() == folded]
    near = [source.id for source in list_likely_sources(entity, measure, library, 50) if source.id in of_producer]
    if near or len(of_producer) == 1:
        return (near or of_producer)[0]
    return None


def _make_id(words: str, library: Library) -> str:
    ascii_only = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only)[: _LONGEST_ID - 4].strip("-") or "source"
    number = 1
    ident = slug
    while ident in library.sources:
        number += 1
        ident = f"{slug}-{number}"
    return ident
