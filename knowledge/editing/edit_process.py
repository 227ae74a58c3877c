"""Changes the owners' folder in a process of its own: `python -m knowledge.editing.edit_process`.

What is to be done comes as JSON on standard input (`EditRequest`), what came of it goes as JSON to standard output
(`EditResult`). A change is tried over the folders as they are then. It is made only where it still makes the difference
that was shown; afterwards the knowledge that it leads to is in the cache, and `load(*folders, cache=cache)` is quick.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from knowledge.editing.diff import Difference
from knowledge.editing.edit import Content, Edit
from knowledge.editing.staging import Staged, stage_edit
from knowledge.library import Library
from knowledge.loading.loader import load
from knowledge.problem import KnowledgeError, Problem
from knowledge.validation.consistency import JUMP, is_jump

ChangedFiles = dict[str, tuple[Content, Content]]  # path below the owners' folder -> content before and after


@dataclass(frozen=True, slots=True)
class EditRequest:
    """An edit to try over `folders`, the owners' last; made if its difference is `shown`, which was agreed to."""

    edit: Edit
    folders: tuple[Path, ...]
    cache: Path
    today: date
    shown: tuple[str, ...] | None = None

    def dump(self) -> bytes:
        """Returns the request as JSON, for `load`."""
        documents = [(name, base64.b64encode(content).decode()) for name, content in self.edit.documents]
        plain = {
            "documents": documents,
            "undone": dict(self.edit.undone),
            "folders": [str(folder) for folder in self.folders],
            "cache": str(self.cache),
            "today": self.today.isoformat(),
            "shown": self.shown,
        }
        return json.dumps(plain).encode()

    @staticmethod
    def load(stored: bytes) -> EditRequest:
        """Reads what `dump` wrote."""
        plain: dict[str, Any] = json.loads(stored)
        documents = tuple((name, base64.b64decode(content)) for name, content in plain["documents"])
        undone = {place: (before, after) for place, (before, after) in plain["undone"].items()}
        shown = None if plain["shown"] is None else tuple(plain["shown"])
        folders, today = tuple(map(Path, plain["folders"])), date.fromisoformat(plain["today"])
        return EditRequest(Edit(documents, undone), folders, Path(plain["cache"]), today, shown)


@dataclass(frozen=True, slots=True)
class EditResult:
    """The outcome of an edit: `rows` is the difference, a line each, `doubtful` those that look like a typing error.

    `made` says whether it was made, and `files` what it changed then. `problems` is what is wrong with it, `unwritten`
    why the folder can't be written.
    """

    rows: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    made: bool = False
    unwritten: str = ""
    files: ChangedFiles = field(default_factory=dict)

    def dump(self) -> bytes:
        """Returns the result as JSON, for `load`."""
        return json.dumps(asdict(self)).encode()

    @staticmethod
    def load(stored: bytes) -> EditResult:
        """Reads what `dump` wrote. Raises ValueError for anything else."""
        plain: dict[str, Any] = json.loads(stored)
        return EditResult(
            rows=tuple(plain["rows"]),
            doubtful=tuple(plain["doubtful"]),
            problems=tuple(Problem(**problem) for problem in plain["problems"]),
            made=plain["made"],
            unwritten=plain["unwritten"],
            files={place: (before, after) for place, (before, after) in plain["files"].items()},
        )


def run_edit(errand: EditRequest) -> EditResult:
    """Tries an edit, and makes it if it was agreed to and its difference is still the one that was shown."""
    folders = [folder for folder in errand.folders if folder.is_dir()]
    try:
        current = load(*folders, cache=errand.cache)
        staged = stage_edit(errand.edit, errand.folders, errand.today, current=current, cache=errand.cache)
    except KnowledgeError as error:
        return EditResult(problems=error.problems)
    rows = tuple(map(str, staged.changes))
    doubtful = tuple(str(change) for change in staged.changes if is_doubtful(change, staged.library))
    if not rows or rows != errand.shown:
        return EditResult(rows, doubtful)
    return _made(errand, staged, EditResult(rows, doubtful, made=True))


def _made(errand: EditRequest, staged: Staged, outcome: EditResult) -> EditResult:
    own = errand.folders[-1]
    before = _contents(own, staged.files)
    try:
        staged.commit(own)
        load(*errand.folders, cache=errand.cache)
    except KnowledgeError as error:
        return EditResult(problems=error.problems)
    except OSError as error:
        return EditResult(unwritten=error.strerror or "it can't be written")
    after = _contents(own, staged.files)
    files = {place: (before[place], after[place]) for place in before}
    return EditResult(outcome.rows, outcome.doubtful, made=True, files=files)


def is_doubtful(change: Difference, library: Library) -> bool:
    """Whether a figure is three times what it was, or what the years beside it are, or a third: perhaps mistyped."""
    old, new = change.old, change.new
    if new is None:
        return False
    if old is not None and min(old.value, new.value) > 0:
        return not old.value / JUMP <= new.value <= old.value * JUMP
    if library.measures[new.measure].balance:
        return False
    beside = pairwise(library.series(new.entity, new.measure))
    return any(new in (before, after) and is_jump(before, after) for before, after in beside)


def _contents(folder: Path, places: Iterable[str]) -> Mapping[str, Content]:
    return {place: (folder / place).read_text() if (folder / place).is_file() else None for place in places}


def main() -> int:
    """Runs the edit that stands on standard input and writes its result to standard output; returns 0."""
    sys.stdout.buffer.write(run_edit(EditRequest.load(sys.stdin.buffer.read())).dump())
    return 0


if __name__ == "__main__":
    sys.exit(main())
