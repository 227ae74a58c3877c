"""The tables. A change here needs a migration, and HEAD raised to its number (a test compares the two)."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import JSON, BigInteger, Column, Date, DateTime, Dialect, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.types import TypeDecorator

HEAD = "0005"

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"},
)


class UtcDateTime(TypeDecorator[datetime]):
    """A point in time with its zone. SQLite stores none, so it is written and read as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


checks = Table(
    "checks",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("reply_message_id", BigInteger, nullable=False),
    Column("asker_id", BigInteger, nullable=False),
    Column("parts", Integer, nullable=False),
    Column("origin", String(200), nullable=False),
    Column("library_version", String(64), nullable=False),
    Column("answer", Text, nullable=False),
    Column("created", UtcDateTime, nullable=False),
    Column("inline_id", String(80), nullable=False, server_default=""),  # of a message sent where the bot is not
    Column("claim", String(32), nullable=False, server_default=""),  # a digest, to find the same claim again
    Column("language", String(8), nullable=False, server_default="en"),
    Index(None, "chat_id", "message_id"),
    Index(None, "chat_id", "claim"),
    Index(None, "asker_id"),
    Index(None, "created"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("check_id", String(32), primary_key=True),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("wrong", String(16), nullable=False),
    Column("reading", Text, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("library_version", String(64), nullable=False),
    Column("created", UtcDateTime, nullable=False),
    Index(None, "created"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("figure", String(200), nullable=False),
    Column("before", String(200), nullable=False),
    Column("after", String(200), nullable=False),
    Column("replies", Integer, nullable=False),
    Column("day", Date, nullable=False),
)

chat_settings = Table(
    "chat_settings",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("key", String(64), primary_key=True),
    Column("value", JSON, nullable=False),
)

knowledge_changes = Table(
    "knowledge_changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", BigInteger, nullable=False),
    Column("file", String(200), nullable=False),
    Column("summary", Text, nullable=False),
    Column("created", UtcDateTime, nullable=False),
    Column("files", Text, nullable=True),  # before and after, as JSON; null where it can't be undone
    Column("version", String(64), nullable=True),
    Column("undoes", Integer, nullable=True),
)

missing_figures = Table(
    "wanted_figures",
    metadata,
    Column("entity", String(80), primary_key=True),
    Column("measure", String(80), primary_key=True),
    Column("asked", Integer, nullable=False),
    Column("last", Date, nullable=False),
)

open_texts = Table(
    "open_texts",
    metadata,
    Column("day", Date, primary_key=True),
    Column("obstacle", String(32), primary_key=True),
    Column("texts", Integer, nullable=False),
)

pending_updates = Table(
    "updates",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=True),  # null once handled: the message goes, the number stays
    Column("attempts", Integer, nullable=False),
    Column("received", UtcDateTime, nullable=False),
    Index(None, "received"),
)
