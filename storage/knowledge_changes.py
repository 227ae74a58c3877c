"""Who changed the knowledge, when, and what; and what the files were before, so that it can be undone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import RowMapping, func, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.tables import changes
from storage.writer import Writer

FOLDER = 0
"""In the place of a person's id: the change was made in the folder itself, by an editor or git."""
LARGEST = 2_000_000  # characters of files kept for one change; what is larger can't be undone

Files = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class KnowledgeChange:
    """`file` names what was changed, `summary` says how, a line for each row; `version` is the knowledge's, after it.

    `before` and `after` hold the owners' files that it touched: path -> content, None where there was no file. Both are
    empty for a change that can't be undone. `undoes` is the id of the change that this one takes back; `id` is 0 until
    it is kept.
    """

    user_id: int
    file: str
    summary: str
    created: datetime
    before: Files = field(default_factory=dict)
    after: Files = field(default_factory=dict)
    version: str = ""
    undoes: int | None = None
    id: int = 0

    @property
    def can_be_undone(self) -> bool:
        return bool(self.after)


class KnowledgeChanges:
    def __init__(self, engine: AsyncEngine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    async def keep(self, change: KnowledgeChange) -> int:
        """The id it is kept under."""
        values = {name: getattr(change, name) for name in KnowledgeChange.__dataclass_fields__ if name != "id"}
        files = json.dumps({"before": dict(change.before), "after": dict(change.after)}, ensure_ascii=False)
        del values["before"], values["after"]
        values["files"] = files if change.after and len(files) <= LARGEST else None
        rows = await self._writer.write(insert(changes).values(**values).returning(changes.c.id))
        return int(rows[0].id)

    async def latest(self, limit: int = 20, skip: int = 0) -> tuple[KnowledgeChange, ...]:
        """The newest first, without the files themselves."""
        columns = [column for column in changes.c if column.name != "files"]
        has_files = changes.c.files.is_not(None).label("has_files")
        query = select(*columns, has_files).order_by(changes.c.id.desc()).limit(limit).offset(skip)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return tuple(_read(row) for row in rows)

    async def count(self) -> int:
        async with self._engine.connect() as connection:
            return int((await connection.execute(select(func.count()).select_from(changes))).scalar_one())

    async def find(self, change_id: int) -> KnowledgeChange | None:
        """The change with its files."""
        async with self._engine.connect() as connection:
            query = select(changes).where(changes.c.id == change_id)
            row = (await connection.execute(query)).mappings().first()
        if row is None:
            return None
        files = json.loads(row["files"] or "{}")
        return replace(_read(row), before=files.get("before", {}), after=files.get("after", {}))


def _read(row: RowMapping) -> KnowledgeChange:
    kept = {name: row[name] for name in ("id", "user_id", "file", "summary", "created", "undoes")}
    # Which files it touched is known only to `find`; here a mark says whether there are any.
    after: Files = {"": None} if row.get("has_files") else {}
    return KnowledgeChange(**kept, version=row["version"] or "", after=after)
