"""The database as one object: a repository for each table, opened and closed together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncEngine

from storage.chat_settings import ChatSettings
from storage.checks import Checks
from storage.corrections import Corrections
from storage.engine import DEFAULT_URL, connect
from storage.feedback import Feedbacks
from storage.knowledge_changes import KnowledgeChanges
from storage.migrate import upgrade
from storage.missing_figures import MissingFigures
from storage.open_texts import OpenTexts
from storage.pending_updates import PendingUpdates
from storage.query_runner import QueryRunner
from storage.writer import Writer


@dataclass(frozen=True, slots=True)
class Storage:
    """All repositories over one database."""

    checks: Checks
    chat_settings: ChatSettings
    knowledge_changes: KnowledgeChanges
    missing_figures: MissingFigures
    open_texts: OpenTexts
    feedback: Feedbacks
    corrections: Corrections
    pending_updates: PendingUpdates
    engine: AsyncEngine
    writer: Writer
    reader: QueryRunner

    @staticmethod
    async def open(url: str = DEFAULT_URL) -> Storage:
        """Connects and upgrades the schema.

        Raises ValueError for an address that can't be read, SchemaError for the database of a newer program, and
        SQLAlchemyError or OSError where the database can't be opened.
        """
        engine = connect(url)
        try:
            await upgrade(engine)
        except BaseException:
            await engine.dispose()
            raise
        writer, reader = Writer(engine), QueryRunner(engine)
        return Storage(
            checks=Checks(reader, writer),
            chat_settings=ChatSettings(engine, writer),
            knowledge_changes=KnowledgeChanges(engine, writer),
            missing_figures=MissingFigures(engine, writer),
            open_texts=OpenTexts(engine, writer),
            feedback=Feedbacks(engine, writer),
            corrections=Corrections(engine, writer),
            pending_updates=PendingUpdates(engine, writer),
            engine=engine,
            writer=writer,
            reader=reader,
        )

    async def expire(self, now: datetime) -> None:
        """Deletes every row that is past its retention, also from the disk. To be called about once an hour."""
        await self.checks.expire(now)
        await self.feedback.expire(now)
        await self.pending_updates.expire(now)
        await self.missing_figures.expire(now.date())
        await self.open_texts.expire(now.date())
        await self.writer.erase_deleted()

    async def close(self) -> None:
        """Waits for the writes in progress and disconnects."""
        await self.writer.close()
        self.reader.close()
        await self.engine.dispose()
