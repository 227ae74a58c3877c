"""No English sentence is left where another language is spoken: every piece of a reply comes from a catalogue.

The catalogue of the test says each sentence without its letters. So what letters are left in a reply stand in values
that nobody translates: names, producers, codes and symbols, and the person's own quantities. Russian is its language,
since it writes numbers, dates and countries without Latin letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

import quantities
from i18n import language
from knowledge import EntityKind, Library
from reasoning import answer, redo
from reasoning.model.answer import Answer
from reasoning.presenting import reply

TESTS = Path(__file__).parents[1]
TODAY = date(2026, 11, 23)
ELSEWHERE = "ru"
WORD = re.compile(r"[A-Za-z][A-Za-z’']+")
CODE = re.compile(r"[A-Z]{2,4}|FY|kg|km|kWh|kcal|mm|cm|ml|kJ|ppm|CO")


MORE = (
    "GDP of Mexico / population of Mexico",
    "3 miles / 2 hours",
    "5 kg + 3 km",
    "5 / 0 * 3",
    "Three apples and 14 pears",
    "20.000 people live in Mexico",
    "Lifted by 5 " + "very " * 50_000,
)
GIVEN = (
    ("Walmart will create 1 million jobs in the US", "Walmart has 12,000 staff"),
    ("Zorblax will create 1 million jobs in the US", "they have 12,000 staff"),
    ("Mexico has 700 million people", "use 2019"),
    ("The government will spend $1 trillion", "per household?"),
    ("Walmart will create 1 million jobs in the US", "in Mexico?"),
    ("Walmart will create 1 million jobs in the US", "5 or so, you know"),
)


class Lettered(NullTranslations):
    """Says a sentence without its letters: "{share} of {whole}" is "{share}  {whole}"."""

    def gettext(self, message: str) -> str:
        return "".join(
            re.sub(r"[^\W\d_]", "", text) + ("{" + name + "}" if name is not None else "")
            for text, name, _, _ in Formatter().parse(message)
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "nearest_language", lambda tag: tag)
    monkeypatch.setattr(language, "load_catalogue", lambda tag: NullTranslations() if tag == "en" else Lettered())


def _texts() -> list[str]:
    texts = [said for file in sorted((TESTS / "golden").glob("*.txt")) for said in _said(file)]
    for file in sorted((TESTS / "claims").glob("*.yaml")):
        texts += [row["text"] for row in yaml.safe_load(file.read_text(encoding="utf-8"))]
    examples: dict[str, Any] = yaml.safe_load((TESTS / "reasoning" / "examples.yaml").read_text(encoding="utf-8"))
    texts += [row["text"] for rows in examples.values() for row in rows]
    return [*texts, *MORE]


def _said(file: Path) -> list[str]:
    return re.findall(r"^> (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)


def _shown(result: Answer) -> Iterator[str]:
    """All that a person may see of an answer, but for the exact working."""
    yield reply.plain(result)
    yield from result.changes
    yield from (missing for finding in result.findings for missing in finding.missing)
    yield re.sub(r"<code>.*?</code>|<[^>]*>", " ", reply.working(result).replace(result.library_version, ""))
    for finding in result.findings:
        yield finding.headline
        yield from (rest.text for line in finding.comparisons for rest in line.rests if rest.as_of)


def _untranslated(library: Library, text: str, result: Answer) -> set[str]:
    """The English words in an answer that are neither names nor the person's own."""
    rests = {rest for finding in result.findings for line in finding.comparisons for rest in line.rests}
    names = {rest.producer for rest in rests}
    names |= {source.producer for source in library.sources.values()}
    names |= {m.publisher for m in library.measures.values() if m.publisher[:1].isupper()}
    for entity in library.entities.values():
        if entity.kind not in (EntityKind.COUNTRY, EntityKind.WORLD):
            names |= {entity.name, *entity.short}
    # What things and activities are called is data that no catalogue has yet.
    names |= {thing.name for thing in library.things.values()}
    names |= {part.replace("-", " ") for thing in library.things.values() for part in thing.has}
    names |= {one.id.replace("-", " ") for one in library.averages.values()}
    own = {quantity.text.strip() for quantity in quantities.read(text).quantities}
    own |= {word for word in WORD.findall(text) if word[0].isupper()} | set(text.split()[:1])  # of whom nobody knows
    own |= {text.strip().rstrip(".!?")} | {part.strip().rstrip(".!?") for part in re.split(r"(?<=[.!?]) ", text)}
    known = sorted((name for name in names | own if name), key=len, reverse=True)
    foreign = re.compile("|".join(map(re.escape, known)))
    words = {word for shown in _shown(result) for word in WORD.findall(foreign.sub(" ", shown))}
    return {word for word in words if not CODE.fullmatch(word)}


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("text", _texts(), ids=lambda text: text[:60])
def test_all_is_said_in_the_language_spoken(text: str, library: Library) -> None:
    result = answer(text, library, TODAY, locale=ELSEWHERE)
    with language.use_language(ELSEWHERE):
        assert _untranslated(library, text, result) == set()


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(("text", "given"), GIVEN)
def test_what_is_added_is_said_in_it_too(text: str, given: str, library: Library) -> None:
    result = answer(text, library, TODAY, locale=ELSEWHERE, given=(given,))
    with language.use_language(ELSEWHERE):
        assert _untranslated(library, f"{text}. {given}", result) == set()


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("text", _texts()[::7])
def test_the_language_changes_no_verdict(text: str, library: Library) -> None:
    here, there = answer(text, library, TODAY), answer(text, library, TODAY, locale=ELSEWHERE)
    assert [finding.verdict for finding in here.findings] == [finding.verdict for finding in there.findings]
    assert [finding.claim for finding in here.findings] == [finding.claim for finding in there.findings]


@pytest.mark.usefixtures("elsewhere")
def test_what_if_is_asked_of_a_reading_in_another_language(library: Library) -> None:
    said, change = "Alibaba will create 1 million US jobs over 5 years", ("if it were 10 years",)
    there = redo(answer(said, library, TODAY, locale=ELSEWHERE), change, library, locale=ELSEWHERE)
    here = redo(answer(said, library, TODAY), change, library)
    assert there.findings[0].claim == here.findings[0].claim
    assert there.findings[0].verdict == here.findings[0].verdict


@pytest.mark.parametrize("text", ["Walmart has 5 million staff", "The Eiffel Tower is 3,000 m tall"])
def test_english_is_seen_where_it_is_left(text: str, library: Library) -> None:
    assert _untranslated(library, text, answer(text, library, TODAY)) > {"Read"}
