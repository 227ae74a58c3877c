"""Every catalogue is complete: each sentence that can be said, with the same values in it, none fuzzy or left over."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from i18n.language import (
    CATALOGUE_FOLDER,
    SOURCE_LANGUAGE,
    available_languages,
    current_language,
    nearest_language,
    say,
    say_plural,
    use_language,
)
from scripts.language import extracted

TAG = re.compile(r"</?[a-z]+[^>]*>")
OTHERS = [language for language in available_languages() if language != SOURCE_LANGUAGE]


def _catalogue(language: str) -> Catalog:
    with (CATALOGUE_FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=Locale.parse(language))


def _messages(catalog: Catalog) -> dict[str | tuple[str, ...], Message]:
    return {
        message.id if isinstance(message.id, str) else tuple(message.id): message for message in catalog if message.id
    }


def _parts(string: str | tuple[str, ...] | list[str]) -> list[str]:
    return [string] if isinstance(string, str) else list(string)


def _values(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated(language: str) -> None:
    """`make languages` brings a catalogue up to date; what it adds must then be translated."""
    messages = _messages(_catalogue(language))
    assert set(messages) == set(_messages(extracted()))
    assert [m.id for m in messages.values() if not all(_parts(m.string or ""))] == []
    assert [m.id for m in messages.values() if m.fuzzy] == []


@pytest.mark.parametrize("language", OTHERS)
def test_same_values_and_tags(language: str) -> None:
    for message in _messages(_catalogue(language)).values():
        asked = _parts(message.id)
        for said in _parts(message.string or ""):
            assert _values(said) <= set().union(*map(_values, asked)), message.id
            assert _values(said) >= _values(asked[0]) - {"number"}, message.id
            assert sorted(TAG.findall(said)) == sorted(TAG.findall(asked[0])), message.id


def test_the_nearest_language_that_has_a_catalogue() -> None:
    assert available_languages()[0] == SOURCE_LANGUAGE
    assert [nearest_language(tag) for tag in ("es", "es-MX", "ES_ar")] == ["es"] * 3
    assert [nearest_language(tag) for tag in ("xx", "", "en-GB")] == ["en"] * 3


def test_a_language_is_used_within_its_block_only() -> None:
    with use_language("es"):
        assert current_language() == "es"
        assert say("Claimed") != "Claimed"
    assert current_language() == SOURCE_LANGUAGE
    assert say("Claimed") == "Claimed"


def test_one_and_many() -> None:
    written = [say_plural("{number} dot", "{number} dots", number) for number in (0, 1, 2)]
    assert written == ["0 dots", "1 dot", "2 dots"]
