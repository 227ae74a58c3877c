"""The word lists that come with the program, and what is said of a list that is wrong."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from knowledge import KnowledgeError, Library, packaged_folder
from knowledge.files.schema import schema_comment
from knowledge.files.word_list_reader import load_word_lists, parse_word_lists
from knowledge.files.yaml_document import read_document
from knowledge.model.word_lists import WORD_LISTS, CommonWords, Inflections, QueryWords
from knowledge.validation.schema_errors import check_shape
from quantities.text.normalization import fold

SOUND = "plurals: {foot: feet}\nunchanging: [deer, fish]\nverbs:\n  put: [puts, put, put, putting]\n"


@pytest.mark.parametrize("name", WORD_LISTS)
def test_a_packaged_list(name: str) -> None:
    file = packaged_folder() / "words" / f"{name}.yaml"
    document = read_document(f"words/{file.name}", file.read_bytes())
    assert check_shape(document, name), document.problems
    assert file.read_text(encoding="utf-8").splitlines()[0] == schema_comment(document.file, name)


@pytest.mark.parametrize("kind", [CommonWords, QueryWords, Inflections])
def test_a_list_is_loaded_with_all_its_words(kind: type[Any]) -> None:
    assert all(getattr(load_word_lists(kind), field.name) for field in fields(kind))


def test_every_file_of_the_folder_is_read() -> None:
    assert {path.stem for path in (packaged_folder() / "words").iterdir()} == {*WORD_LISTS}


def test_words_are_written_as_they_are_looked_up() -> None:
    lists = load_word_lists(CommonWords)
    words = [*lists.common, *lists.capitalised, *lists.actions, *load_word_lists(QueryWords).frame]
    assert len(words) > 400
    assert words == [fold(word) for word in words]


def test_measures_that_are_asked_for_exist(packaged: Library) -> None:
    words = load_word_lists(QueryWords)
    asked = {ident for idents in words.asked.values() for ident in idents} | {*words.main_measures}
    assert len(asked) > 20
    assert asked <= set(packaged.measures)


def test_a_sound_list() -> None:
    lists = parse_word_lists(Inflections, read_document("words/inflections.yaml", SOUND.encode()))
    assert lists == Inflections(
        {"foot": "feet"}, frozenset({"deer", "fish"}), {"put": ("puts", "put", "put", "putting")}
    )


@pytest.mark.parametrize(
    ("sound", "wrong", "said"),
    [
        ("unchanging:", "unchangin:", ["2 unchangin: no list has this name. Did you mean 'unchanging'?"]),
        ("[deer, fish]", "[fish, deer]", ["2 unchanging: 'deer' is to stand before 'fish': sort the list"]),
        ("[deer, fish]", "[deer, deer]", ["2 unchanging: 'deer' stands here twice: keep one"]),
        ("[deer, fish]", "[Deer, fish]", ["2 unchanging: 'Deer' is to be in small letters"]),
        ("[deer, fish]", "deer", ["2 unchanging: expected words, such as [one, two]"]),
        ("[deer, fish]", "[]", ["2 unchanging: expected words, such as [one, two]"]),
        ("{foot: feet}", "[foot, feet]", ["1 plurals: expected a mapping of words"]),
        ("{foot: feet}", "{foot: [feet]}", ["1 plurals: expected words, such as [one, two]"]),
        ("[puts, put, put, putting]", "puts", ["4 verbs.put: expected words, such as [one, two]"]),
        ("{foot: feet}", "{foot: feet, foot: foots}", ["1 plurals.foot: stands here twice: keep one"]),
    ],
)
def test_a_wrong_list(sound: str, wrong: str, said: list[str]) -> None:
    assert sound in SOUND
    with pytest.raises(KnowledgeError) as raised:
        parse_word_lists(Inflections, read_document("words/inflections.yaml", SOUND.replace(sound, wrong).encode()))
    problems = [f"{one.line} {one.place}: {one.message}" for one in raised.value.problems]
    assert [one for one in problems if "is missing" not in one] == said


@pytest.mark.parametrize("content", ["", "[one]", "plurals: {foot: feet}\n"])
def test_a_file_without_its_lists(content: str) -> None:
    with pytest.raises(KnowledgeError, match=r"is missing|expected a mapping of names"):
        parse_word_lists(Inflections, read_document("words/inflections.yaml", content.encode()))
