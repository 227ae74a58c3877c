"""Reads folders of knowledge files, one laid over the other, into one tree of text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG
from typing import Any

from knowledge.files.yaml_document import LARGEST, Document, read_document, size_refusal
from knowledge.problem import Problem, did_you_mean

FILES = {
    "sources.yaml": "sources",
    "measures.yaml": "measures",
    "caveats.yaml": "caveats",
    "nobody.yaml": "ambiguous",  # names that are nobody's here: name -> []
    "ambiguous.yaml": "ambiguous",
}
FOLDERS = {kind: kind for kind in ("entities", "figures", "things", "averages", "limits")}
KINDS = ("sources", "measures", "entities", "figures", "caveats", "ambiguous", "things", "averages", "limits")

FigureRow = list[str]  # value, low, high, source, note; "" where there is none
FigureRows = dict[str, dict[str, dict[str, FigureRow]]]  # measure -> entity -> date
KindedDocuments = list[tuple[str, Document]]  # the kind of file, and its document


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file in a folder: its path below the folder, its kind, its bytes."""

    file: str
    kind: str
    content: bytes


@dataclass(slots=True)
class EntryTree:
    """The text of all folders, laid over each other: entries by kind and id, figures by row."""

    entries: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {kind: {} for kind in KINDS if kind != "figures"}
    )
    rows: FigureRows = field(default_factory=dict)
    complete: bool = (
        True  # whether every file could be read: if not, an id that nothing has may be in one that couldn't
    )


def packaged_folder() -> Path:
    """Returns the folder of the figures that come with the program."""
    return Path(__file__).resolve().parents[1] / "data"


def list_files(folder: Path) -> tuple[list[SourceFile], list[Problem]]:
    """Returns the knowledge files in a folder, sorted, and the problems: YAML files of unknown names."""
    found: list[SourceFile] = []
    problems: list[Problem] = []
    for path in sorted(
        [*folder.glob("*.y*ml"), *(path for name in FOLDERS for path in (folder / name).glob("*.y*ml"))]
    ):
        name = path.relative_to(folder).as_posix()
        kind = FOLDERS.get(path.parent.name) if path.parent != folder else FILES.get(path.name)
        if path.name.startswith("."):
            continue
        if kind is None or path.suffix != ".yaml":
            known = [*FILES, *(f"{folder}/{path.stem}.yaml" for folder in FOLDERS)]
            problems.append(Problem(name, 0, "", f"not a knowledge file.{did_you_mean(name, known)}"))
            continue
        content = _content(path)
        if isinstance(content, bytes):
            found.append(SourceFile(name, kind, content))
        else:
            problems.append(Problem(name, 0, "", content))
    return found, problems


def _content(path: Path) -> bytes | str:
    """Returns the bytes of a file, or what is wrong with it; what is too large, or no regular file, is never opened."""
    try:
        about = path.stat()
        if not S_ISREG(about.st_mode):
            return "is no file"
        return path.read_bytes() if about.st_size <= LARGEST else size_refusal(about.st_size)
    except OSError as error:
        return f"can't be read: {error.strerror}"


def content_version(layers: Iterable[Iterable[SourceFile]]) -> str:
    """Returns a hash of names and contents, the same for the same knowledge in any place."""
    digest = hashlib.blake2b(digest_size=16)
    for layer in layers:
        digest.update(b"folder")
        for file in layer:
            digest.update(f"{file.file}\0{len(file.content)}\0".encode())
            digest.update(file.content)
    return digest.hexdigest()


def lay_document(tree: EntryTree, kind: str, document: Document) -> None:
    """Lays a document of the right shape over the tree."""
    body = document.tree
    assert isinstance(body, dict)
    if kind != "figures":
        tree.entries[kind].update(body)
        return
    default = body.get("source", "")
    entities = tree.rows.setdefault(body["measure"], {})
    for entity, dates in body["figures"].items():
        entities.setdefault(entity, {}).update((dated, row_of(row, default)) for dated, row in dates.items())


def row_of(row: str | Mapping[str, str], source: str) -> FigureRow:
    """Returns a figure as a list of text: value, low, high, source, note."""
    if isinstance(row, str):
        return [row, "", "", source, ""]
    get = row.get
    return [get("value", ""), get("low", ""), get("high", ""), get("source", source), get("note", "")]


def read_documents(layer: Iterable[SourceFile]) -> list[tuple[str, Document]]:
    """Returns the document of every file, with its kind."""
    return [(file.kind, read_document(file.file, file.content)) for file in layer]
