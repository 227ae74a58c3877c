"""Reads the word lists that come with the program, strictly: what is wrong with a list is said with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from knowledge.files.folder import packaged_folder
from knowledge.files.yaml_document import Document, NodePath, read_document
from knowledge.model.word_lists import WORD_LISTS, CommonWords, Inflections, QueryWords
from knowledge.problem import KnowledgeError, Problem, did_you_mean

Lists = TypeVar("Lists", CommonWords, QueryWords, Inflections)


def load_word_lists(kind: type[Lists]) -> Lists:
    """Returns the packaged lists of this kind, in 1 to 4 ms.

    Raises KnowledgeError with all that is wrong with the file.
    """
    name = next(name for name, known in WORD_LISTS.items() if known is kind)
    file = packaged_folder() / "words" / f"{name}.yaml"
    return parse_word_lists(kind, read_document(f"words/{file.name}", file.read_bytes()))


def parse_word_lists(kind: type[Lists], document: Document) -> Lists:
    """Returns the lists that a document holds. Raises KnowledgeError."""
    hints: dict[str, Any] = get_type_hints(kind)
    problems = [*document.problems, *_key_problems(list(hints), document)]
    if not problems and isinstance(document.tree, dict):
        problems += [one for key, hint in hints.items() for one in _list_problems(document, key, hint)]
        if not problems:
            return kind(**{key: _made(document.tree[key], hint) for key, hint in hints.items()})
    raise KnowledgeError(problems)


def _key_problems(known: list[str], document: Document) -> Iterator[Problem]:
    if document.problems:
        return
    if not isinstance(document.tree, dict):
        yield document.problem((), "expected a mapping of names to lists of words")
        return
    for key in document.tree:
        if key not in known:
            yield document.problem((key,), f"no list has this name.{did_you_mean(key, known)}")
    for key in known:
        if key not in document.tree:
            yield document.problem((key,), f"the list '{key}' is missing")


def _list_problems(document: Document, key: str, hint: Any) -> Iterator[Problem]:
    """Yields what is wrong with the list, or the table, at this key."""
    assert isinstance(document.tree, dict)
    value = document.tree[key]
    if get_origin(hint) is not Mapping:
        yield from _word_problems(document, (key,), value, is_sorted=get_origin(hint) is frozenset)
    elif not isinstance(value, dict) or not value:
        yield document.problem((key,), "expected a mapping of words")
    elif get_args(hint)[1] is str:
        yield from _word_problems(document, (key,), list(value.values()))
    else:
        for word, meant in value.items():
            yield from _word_problems(document, (key, word), meant)


def _word_problems(document: Document, path: NodePath, value: Any, *, is_sorted: bool = False) -> Iterator[Problem]:
    if not isinstance(value, list) or not value or not all(isinstance(word, str) and word.strip() for word in value):
        yield document.problem(path, "expected words, such as [one, two]")
        return
    if not is_sorted:
        return
    for before, word in pairwise(value):
        if word <= before:
            message = (
                "stands here twice: keep one" if word == before else f"is to stand before '{before}': sort the list"
            )
            yield document.problem(path, f"'{word}' {message}")
    yield from (document.problem(path, f"'{word}' is to be in small letters") for word in value if word.lower() != word)


def _made(value: Any, hint: Any) -> Any:
    if get_origin(hint) is not Mapping:
        return get_origin(hint)(value)
    return {word: tuple(meant) if isinstance(meant, list) else meant for word, meant in value.items()}
