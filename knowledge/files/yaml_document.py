"""Reads a knowledge file as a tree of text: mappings, lists and strings, no type that YAML would guess.

PyYAML's own loaders read NO as False, 012 as 10 and 12:30 as 750, and keep the last of two equal keys. Here every
scalar is the text that stands in the file; aliases, anchors, tags, directives, a second document and equal keys are
refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import events
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from knowledge.problem import Problem

LARGEST = 5_000_000  # bytes
DEEPEST = 8
MOST = 400_000  # scalars, mappings and lists
LONGEST_KEY = 200

Tree = dict[str, Any] | list[Any] | str
NodePath = tuple[str, ...]


@dataclass(slots=True)
class Document:
    """A file that was read; `tree` is None if it can't be read, and `problems` says why."""

    file: str
    content: bytes
    tree: Tree | None = None
    problems: list[Problem] = field(default_factory=list)
    _lines: dict[NodePath, int] | None = None

    def line(self, path: NodePath) -> int:
        """Returns the line of the key or item at this path, or of the nearest one above it; lines count from 1."""
        if self._lines is None:
            self._lines = {}
            _Composer(Document(self.file, self.content), self._lines).compose()
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 0)

    def problem(self, path: NodePath, message: str) -> Problem:
        """Returns a Problem at this path, with its line."""
        return Problem(self.file, self.line(path), dotted_path(path), message)


def dotted_path(path: NodePath) -> str:
    """Returns a path as a problem names it: "US.2016"; `figures`, above all rows of such a file, is left out."""
    return ".".join(path[1:] if path[:1] == ("figures",) and len(path) > 1 else path)


def read_document(file: str, content: bytes) -> Document:
    """Returns the document of a file; its `problems` say what is wrong with it."""
    document = Document(file, content)
    refusal = _refusal(content)
    if refusal:
        document.problems.append(Problem(file, 0, "", refusal))
    else:
        document.tree = _Composer(document, None).compose()
    return document


def size_refusal(size: int) -> str:
    """Returns the complaint about a file of so many bytes."""
    return f"{size:,} bytes are too many, at most {LARGEST:,}: split the file in two"


def _refusal(content: bytes) -> str:
    if len(content) > LARGEST:
        return size_refusal(len(content))
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"not UTF-8 text (byte {error.start}): save the file as UTF-8"
    return "holds a NUL character" if b"\0" in content else ""


class _Refused(Exception):
    def __init__(self, line: int, message: str) -> None:
        self.problem = (line, message)


class _Composer:
    """Builds the tree from the C parser's events; `lines`, where given, is filled with the line of every path."""

    def __init__(self, document: Document, lines: dict[NodePath, int] | None) -> None:
        self._document, self._lines = document, lines
        self._above: list[tuple[Any, str | None]] = []  # the containers around this one, with the key waiting in each
        self._here: Any = None
        self._key: str | None = None
        self._root: Tree | None = None
        self._count = 0

    def compose(self) -> Tree | None:
        """Returns the tree, or None with a problem added to the document."""
        try:
            parser = CParser(self._document.content)
            self._run(parser)
        except _Refused as refused:
            line, message = refused.problem
            self._document.problems.append(Problem(self._document.file, line, dotted_path(self._path()), message))
            return None
        except yaml.YAMLError as error:
            self._document.problems.append(_syntax(self._document.file, error))
            return None
        return self._root if self._root is not None else {}

    def _run(self, parser: CParser) -> None:
        scalar, take, step, get = events.ScalarEvent, self._scalar, self._step, parser.get_event
        documents = 0
        while (event := get()) is not None:
            if type(event) is scalar:
                take(event)
                continue
            if isinstance(event, events.DocumentStartEvent):
                documents += 1
                if documents > 1 or event.version or event.tags:
                    raise _Refused(_line(event), "one document without directives is expected in a file")
            elif isinstance(event, events.AliasEvent):
                raise _Refused(_line(event), f"the alias '*{event.anchor}' is not allowed: write the text again")
            else:
                step(event)

    def _scalar(self, event: Any) -> None:
        if event.tag is not None or event.anchor is not None:
            _refuse_mark(event)
        text = event.value
        if type(self._here) is dict:
            if self._key is None:
                self._take_key(text, event)
                return
            self._here[self._key] = text
            self._key = None
        elif self._here is None:
            self._root = text
        else:
            self._here.append(text)
            self._note(event, str(len(self._here) - 1))
        self._counted(event)

    def _counted(self, event: Any) -> None:
        self._count += 1
        if self._count > MOST:
            raise _Refused(_line(event), f"more than {MOST:,} entries: split the file in two")

    def _take_key(self, text: str, event: Any) -> None:
        if text in self._here:
            at = dotted_path((*self._path(), text))
            self._document.problems.append(
                Problem(self._document.file, _line(event), at, "stands here twice: keep one")
            )
        if len(text) > LONGEST_KEY:
            raise _Refused(_line(event), f"a key of {len(text)} characters is too long, at most {LONGEST_KEY}")
        self._key = text
        self._note(event, text)

    def _step(self, event: Any) -> None:
        if isinstance(event, events.CollectionStartEvent):
            self._open(event, {} if isinstance(event, events.MappingStartEvent) else [])
        elif isinstance(event, events.CollectionEndEvent):
            self._here, self._key = self._above.pop()
            self._key = None

    def _open(self, event: Any, new: dict[str, Any] | list[Any]) -> None:
        if event.tag is not None or event.anchor is not None:
            _refuse_mark(event)
        self._counted(event)
        if len(self._above) >= DEEPEST:
            raise _Refused(_line(event), f"nested deeper than {DEEPEST} levels")
        if self._here is None:
            self._root = new
        elif type(self._here) is list:
            self._here.append(new)
            self._note(event, str(len(self._here) - 1))
        elif self._key is None:
            raise _Refused(_line(event), "a key has to be plain text")
        else:
            self._here[self._key] = new
        self._above.append((self._here, self._key))
        self._here, self._key = new, None

    def _note(self, event: Any, last: str) -> None:
        if self._lines is not None:
            self._lines.setdefault((*self._path(), last), _line(event))

    def _path(self) -> NodePath:
        above = self._above[1:]
        return tuple(str(len(container) - 1) if key is None else key for container, key in above)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _refuse_mark(event: Any) -> None:
    what = f"the anchor '&{event.anchor}'" if event.anchor is not None else f"the tag '{event.tag}'"
    raise _Refused(_line(event), f"{what} is not allowed: plain text only")


def _syntax(file: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML"
    context = getattr(error, "context", None)
    return Problem(file, mark.line + 1 if mark else 0, "", f"not YAML: {said}" + (f" ({context})" if context else ""))
