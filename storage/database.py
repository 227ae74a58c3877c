"""Everything the bot remembers, opened and closed as one."""

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
from storage.pending_updates import PendingUpdates
from storage.reader import Reader
from storage.writer import Writer


@dataclass(frozen=True, slots=True)
class Storage:
    checks: Checks
    chats: ChatSettings
    changes: KnowledgeChanges
    missing_figures: MissingFigures
    feedback: Feedbacks
    corrections: Corrections
    pending_updates: PendingUpdates
    engine: AsyncEngine
    writer: Writer
    reader: Reader

    @staticmethod
    async def open(url: str = DEFAULT_URL) -> Storage:
        """Connects and brings the schema up to date. Raises ValueError, SchemaError, SQLAlchemyError or OSError."""
        engine = connect(url)
        try:
            await upgrade(engine)
        except BaseException:
            await engine.dispose()
            raise
        writer, reader = Writer(engine), Reader(engine)
        return Storage(
            checks=Checks(reader, writer),
            chats=ChatSettings(engine, writer),
            changes=KnowledgeChanges(engine, writer),
            missing_figures=MissingFigures(engine, writer),
            feedback=Feedbacks(engine, writer),
            corrections=Corrections(engine, writer),
            pending_updates=PendingUpdates(engine, writer),
            engine=engine,
            writer=writer,
            reader=reader,
        )

    async def expire(self, now: datetime) -> None:
        """Deletes what has been kept for its time. To be called now and then."""
        await self.checks.expire(now)
        await self.feedback.expire(now)
        await self.pending_updates.expire(now)
        await self.missing_figures.expire(now.date())
        await self.writer.scrub()

    async def close(self) -> None:
        await self.writer.close()
        self.reader.close()
        await self.engine.dispose()
