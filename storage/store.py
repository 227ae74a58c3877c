"""Everything the bot remembers, opened and closed as one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncEngine

from storage.change import Changes
from storage.chat import ChatSettings
from storage.check import Checks
from storage.correction import Corrections
from storage.engine import DEFAULT_URL, connect
from storage.feedback import Feedbacks
from storage.inbox import Inbox
from storage.migration import upgrade
from storage.reader import Reader
from storage.wanted import WantedFigures
from storage.writer import Writer


@dataclass(frozen=True, slots=True)
class Storage:
    checks: Checks
    chats: ChatSettings
    changes: Changes
    wanted: WantedFigures
    feedback: Feedbacks
    corrections: Corrections
    inbox: Inbox
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
            changes=Changes(engine, writer),
            wanted=WantedFigures(engine, writer),
            feedback=Feedbacks(engine, writer),
            corrections=Corrections(engine, writer),
            inbox=Inbox(engine, writer),
            engine=engine,
            writer=writer,
            reader=reader,
        )

    async def expire(self, now: datetime) -> None:
        """Deletes what has been kept for its time. To be called now and then."""
        await self.checks.expire(now)
        await self.feedback.expire(now)
        await self.inbox.expire(now)
        await self.wanted.expire(now.date())
        await self.writer.scrub()

    async def close(self) -> None:
        await self.writer.close()
        self.reader.close()
        await self.engine.dispose()
