"""Keeps checked knowledge as lines of JSON, so that the next start needn't read and check the YAML again.

The file is named after the content of all knowledge files and of this package, so that what changes is read anew.
It is never a pickle: what is in it is text only, and goes through the same readers. The entries and the figures of
each measure stand on a line of their own, as reading all at once would hold up a bot that goes on answering meanwhile.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from knowledge.files.folder import KINDS, EntryTree

CODE = Path(__file__).resolve().parents[1]  # of this package: what it checks may change with it
KEPT = 4  # files: of the packaged knowledge, of an owners' folder, and of each before its last change


def user_folder() -> Path:
    """Returns the folder of the cache on this machine: `addsup` in XDG_CACHE_HOME, else in ~/.cache."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "addsup"


def read_cache(folder: Path, version: str) -> EntryTree | None:
    """Returns the tree kept for this version; None if there is none or it can't be read."""
    try:
        with _path(folder, version).open("rb") as file:
            kept = json.loads(file.readline())
            entries = {kind: kept[kind] for kind in KINDS if kind != "figures"}
            rows = dict(map(json.loads, file))
            os.utime(file.fileno())  # what is in use is not the first to be dropped
        return EntryTree(entries, rows) if len(rows) == kept["lines"] else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_cached(folder: Path, version: str) -> bool:
    """Whether there is a tree kept for this version."""
    return _path(folder, version).is_file()


def write_cache(folder: Path, version: str, tree: EntryTree) -> None:
    """Keeps the tree for this version; an OSError is passed over, as everything works without the cache."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".knowledge-", dir=folder)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            head: dict[str, Any] = {**tree.entries, "lines": len(tree.rows)}
            for part in (head, *tree.rows.items()):
                file.write(json.dumps(part, ensure_ascii=False, separators=(",", ":")) + "\n")
        Path(temporary).replace(_path(folder, version))
        _forget(folder)


def _forget(folder: Path) -> None:
    """Deletes all but the newest files."""
    kept = sorted(folder.glob("knowledge-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[KEPT:]:
        path.unlink(missing_ok=True)


def _path(folder: Path, version: str) -> Path:
    digest = hashlib.blake2b(version.encode(), digest_size=16)
    for module in sorted(CODE.rglob("*.py")):
        found = module.stat()
        digest.update(f"{module.relative_to(CODE)} {found.st_size} {found.st_mtime_ns}".encode())
    return folder / f"knowledge-{digest.hexdigest()}.json"
