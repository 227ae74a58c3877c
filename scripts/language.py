"""Brings the catalogues in i18n/catalogues up to date with the sentences in the code: `make languages`.

Sentences are found by `say`, `say_plural` and `translatable`; the names of measures and units, and the caveats, in the
knowledge. What is new stands in a catalogue without a translation, which a test refuses; what is gone is left out.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from i18n.language import CATALOGUE_FOLDER, SOURCE_LANGUAGE, available_languages
from knowledge.text.inflection import plural
from quantities.model.quantity import SECONDS
from quantities.units.physical_units import BY_NAME
from reasoning.wording.numbers import plural_of

ROOT = Path(__file__).parents[1]
PACKAGES = ("reasoning", "i18n", "handlers", "bot")
# Those of whom each may have a part of a sum, "$100 per household": they follow "per" in a unit.
SHARERS = """adult adults capita citizen everybody everyone families family head household households inhabitant people
    person resident taxpayer taxpayers worker workers"""
KEYWORDS = {"say": None, "translatable": None, "say_plural": (1, 2)}

FIRST_CREATED = datetime(
    2026, 11, 30, 8, tzinfo=UTC
)  # the header keeps it: a date of today would differ in each branch


def extracted() -> Catalog:
    """All that there is to say, in English, each with the places it is said in."""
    catalog = Catalog(charset="utf-8")
    for package in PACKAGES:
        found = extract_from_dir(ROOT / package, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("i18n:",))
        for name, _, message, comments, _ in found:
            catalog.add(message, locations=[(f"{package}/{name}", 0)], auto_comments=comments)
    for place, messages in (
        ("knowledge/data/measures.yaml", _named()),
        ("knowledge/data/caveats.yaml", _warned()),
        ("quantities", _units()),
    ):
        for message in sorted(messages):
            catalog.add(message, locations=[(place, 0)])
    return catalog


def _named() -> set[str]:
    """The names of measures, their units, the nouns they are counted in, and who publishes what nobody has by name."""
    measures = list(_loaded("measures.yaml").values())
    names = {str(measure["name"]) for measure in measures}
    units = {unit for measure in measures if len(unit := str(measure["unit"])) > 3}
    counted = {plural(noun) for measure in measures for noun in measure.get("counted", ()) if noun.isalpha()}
    publishers = {who for measure in measures if (who := str(measure.get("publisher", "")))[:1].islower()}
    return names | units | counted | publishers


def _warned() -> set[str]:
    """The caveats, and what would make a claim true."""
    caveats = list(_loaded("caveats.yaml").values())
    return {str(caveat[part]) for caveat in caveats for part in ("text", "fits") if caveat.get(part)}


def _units() -> set[str]:
    """The units that are read, one and several, and the periods."""
    units = {*BY_NAME, *SECONDS}
    return units | {plural_of(unit) for unit in units} | {*SHARERS.split()}


def _loaded(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "knowledge" / "data" / name).read_text(encoding="utf-8"))
    return loaded


def update(language: str) -> int:
    """Writes the catalogue of a language anew, its translations kept. Gives how many are missing."""
    path = CATALOGUE_FOLDER / f"{language}.po"
    known = Catalog(locale=Locale.parse(language), project="addsup", fuzzy=False)
    if path.exists():
        with path.open("rb") as file:
            known = read_po(file, locale=Locale.parse(language))
    known.update(extracted(), no_fuzzy_matching=True, keep_user_comments=True)
    known.obsolete.clear()
    known.fuzzy = False
    known.header_comment = f"# addsup in {Locale.parse(language).english_name}. `make languages` brings it up to date."
    known.creation_date = FIRST_CREATED
    with path.open("wb") as file:
        write_po(file, known, width=120, include_lineno=False, sort_output=True)
    return sum(not all(_strings(message.string)) for message in known if message.id)


def _strings(string: str | tuple[str, ...] | list[str] | None) -> tuple[str | None, ...]:
    return tuple(string) if isinstance(string, tuple | list) else (string,)


def main() -> None:
    for language in sys.argv[1:] or [one for one in available_languages() if one != SOURCE_LANGUAGE]:
        print(f"{language}: {update(language)} without a translation")


if __name__ == "__main__":
    main()
