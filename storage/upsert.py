"""INSERT that gives way to a row that is there already: the one statement that SQLAlchemy spells by dialect."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite


def insert(table: Table, dialect: str) -> Any:
    """An INSERT that has `on_conflict_do_nothing` and `on_conflict_do_update`, alike in SQLite and PostgreSQL."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
