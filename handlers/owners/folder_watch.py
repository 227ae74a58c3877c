"""Watches the owners' folder, and loads what an editor, git or the command line changes there.

A file may be half written at one look, so a change counts if the folder looks the same at the next. It is loaded and
checked in another process; a mistake changes nothing, and the owners are told of it once.
"""

from __future__ import annotations

import asyncio

import structlog

from handlers.outgoing import sender
from handlers.outgoing.pagination import format_problems
from handlers.outgoing.sender import Bot
from handlers.services import Services
from handlers.state.knowledge_process import LoadTimeoutError
from handlers.state.live_library import FolderSnapshot
from i18n.language import say, say_plural
from knowledge import Difference, KnowledgeError
from storage import FOLDER_USER_ID, KnowledgeChange

log = structlog.get_logger(__name__)

_LOGGED_ROWS = 1000


class FolderWatch:
    """Looks at the folder every so many seconds."""

    def __init__(self, services: Services, bot: Bot, every: float) -> None:
        self._services = services
        self._bot = bot
        self._every = every
        self._told: KnowledgeError | None = None  # the mistakes that the owners know of and have not mended yet

    async def run(self) -> None:
        """Watches until it is cancelled."""
        live_library = self._services.live_library
        last, settled = FolderSnapshot(), None
        while True:
            now = await asyncio.to_thread(live_library.scan_folder)
            if now == last and now != settled:
                settled = now
                await self._reload_if_changed()
            last = now
            await asyncio.sleep(self._every)

    async def _reload_if_changed(self) -> None:
        try:
            if await self._services.live_library.has_unloaded_changes() or self._told:
                await self._reload()
        except LoadTimeoutError:
            log.warning("the changed figures could not be loaded")
        except Exception as error:  # noqa: BLE001 whatever it is, the next change must be noticed
            log.error("the changed figures could not be taken up", kind=type(error).__name__)  # noqa: TRY400

    async def _reload(self) -> None:
        try:
            changes = await reload_and_log(self._services)
        except KnowledgeError as error:
            if self._told is None or self._told.problems != error.problems:
                self._told = error
                log.warning("the owners' folder has mistakes", count=len(error.problems), first=str(error.problems[0]))
                await self._tell(format_problems(_format_broken(), error.problems))
            return
        mended, self._told = self._told is not None, None
        if changes or mended:
            await self._tell(_format_taken_up(changes, self._services.live_library.library.version))

    async def _tell(self, html: str) -> None:
        for owner in sorted(self._services.owners):
            await sender.send_message(self._bot, owner, html)


async def reload_and_log(services: Services) -> tuple[Difference, ...]:
    """Loads what has changed in the folders, and stores it for /log. Raises KnowledgeError, LoadTimeoutError."""
    result = await services.live_library.reload()
    if result.changes:
        version = services.live_library.library.version
        log.info("figures taken up", rows=len(result.changes), version=version)
        change = KnowledgeChange(
            user_id=FOLDER_USER_ID,
            file=", ".join(result.files)[:200],
            summary="\n".join(str(one) for one in result.changes[:_LOGGED_ROWS]),
            created=services.clock(),
            before={place: before for place, (before, _) in result.files.items()},
            after={place: after for place, (_, after) in result.files.items()},
            version=version,
        )
        await services.storage.knowledge_changes.add(change)
    return result.changes


def _format_broken() -> str:
    told = say("The knowledge folder has mistakes, so I go on with the figures I had.")
    return f"⚠ {told} {{count}}:"


def _format_taken_up(changes: tuple[Difference, ...], version: str) -> str:
    count = say_plural("{number} figure changed", "{number} figures changed", len(changes))
    return say("Taken up: {count}, version {version}.", count=count, version=f"<code>{version[:8]}</code>")
