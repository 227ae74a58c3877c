"""INSERT ... ON CONFLICT: the one statement that SQLAlchemy spells by dialect."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite


def insert(table: Table, dialect: str) -> Any:
    """Returns an INSERT with `on_conflict_do_nothing` and `on_conflict_do_update`, in SQLite as in PostgreSQL."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
