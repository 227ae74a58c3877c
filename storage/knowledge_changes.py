"""The log of knowledge changes: who, when, what, and the files before and after, so that a change can be undone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import RowMapping, func, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database_schema import knowledge_changes
from storage.writer import Writer

FOLDER_USER_ID = 0
"""The user id of a change made in the folder itself, by an editor or git."""
MAX_FILES = 2_000_000  # characters of files stored with a change; a larger change can't be undone

FileContents = Mapping[str, str | None]  # path -> content, None where there is no file


@dataclass(frozen=True, slots=True)
class KnowledgeChange:
    """One change of the owners' folder.

    `file` names what was changed, `summary` says how, a line for each row; `version` is the knowledge's, after it.

    `before` and `after` hold the owners' files that it touched: path -> content, None where there was no file. Both are
    empty for a change that can't be undone. `undoes` is the id of the change that this one takes back; `id` is 0 until
    it is stored.
    """

    user_id: int
    file: str
    summary: str
    created: datetime
    before: FileContents = field(default_factory=dict)
    after: FileContents = field(default_factory=dict)
    version: str = ""
    undoes: int | None = None
    id: int = 0

    @property
    def can_be_undone(self) -> bool:
        """Whether the files before and after are stored."""
        return bool(self.after)


class KnowledgeChanges:
    """Reads and writes the log."""

    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def add(self, change: KnowledgeChange) -> int:
        """Stores a change; returns its id."""
        values = {name: getattr(change, name) for name in KnowledgeChange.__dataclass_fields__ if name != "id"}
        files = json.dumps({"before": dict(change.before), "after": dict(change.after)}, ensure_ascii=False)
        del values["before"], values["after"]
        values["files"] = files if change.after and len(files) <= MAX_FILES else None
        rows = await self._writer.write(insert(knowledge_changes).values(**values).returning(knowledge_changes.c.id))
        return int(rows[0].id)

    async def latest(self, limit: int = 20, skip: int = 0) -> tuple[KnowledgeChange, ...]:
        """Returns up to `limit` changes, newest first, after the first `skip`; without the contents of files."""
        columns = [column for column in knowledge_changes.c if column.name != "files"]
        has_files = knowledge_changes.c.files.is_not(None).label("has_files")
        query = select(*columns, has_files).order_by(knowledge_changes.c.id.desc()).limit(limit).offset(skip)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return tuple(_change_from(row) for row in rows)

    async def count(self) -> int:
        """Returns how many changes there are."""
        async with self._engine.connect() as connection:
            return int((await connection.execute(select(func.count()).select_from(knowledge_changes))).scalar_one())

    async def find(self, change_id: int) -> KnowledgeChange | None:
        """Returns the change with the contents of its files, or None."""
        async with self._engine.connect() as connection:
            query = select(knowledge_changes).where(knowledge_changes.c.id == change_id)
            row = (await connection.execute(query)).mappings().first()
        if row is None:
            return None
        files = json.loads(row["files"] or "{}")
        return replace(_change_from(row), before=files.get("before", {}), after=files.get("after", {}))


def _change_from(row: RowMapping) -> KnowledgeChange:
    kept = {name: row[name] for name in ("id", "user_id", "file", "summary", "created", "undoes")}
    # Which files it touched is known only to `find`; here a mark says whether there are any.
    after: FileContents = {"": None} if row.get("has_files") else {}
    return KnowledgeChange(**kept, version=row["version"] or "", after=after)
