"""The bot from start to end: opens what it needs, meets Telegram, and closes all in order."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram import BotCommand
from telegram.error import TelegramError

import knowledge
from handlers import sentence
from handlers.application import compose
from handlers.intake import Intake
from handlers.poll import poll, reach
from handlers.service import App, Services, Wording
from handlers.shelf import Shelf
from handlers.webhook import Hook, listening
from knowledge import KnowledgeError, Library
from knowledge.memory import settle
from reckoning.answer import Answer
from storage import DEFAULT_URL, Storage

log = structlog.get_logger(__name__)

_HOUR = 3600
_GRACE = 20  # seconds for the replies under way; whatever is left stays in hand for the next start


@dataclass(frozen=True, slots=True)
class Deployment:
    """Where and for whom the bot runs. `changes` is the owners' folder, which need not exist yet.

    The last four are the program's own unless they are given, as in tests.
    """

    token: str = field(repr=False)
    changes: Path
    api_url: str = "https://api.telegram.org"
    owners: frozenset[int] = frozenset()
    database_url: str = DEFAULT_URL
    hook: Hook | None = None
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    packaged: Path = field(default_factory=knowledge.packaged_folder)
    answer: Callable[[str, Library, date], Answer] | None = None
    wording: Wording | None = None


async def serve(deployment: Deployment, stop: asyncio.Event | None = None) -> None:
    """Runs until `stop` is set, or SIGINT or SIGTERM comes where none is given.

    Raises TokenRefused, KnowledgeError for the packaged figures, and for the database ValueError, SchemaError,
    SQLAlchemyError or OSError. No network is no error: it waits for one.
    """
    stop = stop or _signalled()
    async with prepared(deployment) as services:
        await run(deployment, services, stop)


@asynccontextmanager
async def prepared(deployment: Deployment) -> AsyncIterator[Services]:
    """What the handlers work with, opened and at last closed."""
    storage = await Storage.open(deployment.database_url)
    try:
        library = await asyncio.to_thread(_library, deployment.packaged, deployment.changes)
        yield Services(
            storage=storage,
            shelf=Shelf(library, deployment.packaged, deployment.changes),
            answer=deployment.answer or _reckoning_answer(),
            wording=deployment.wording or _reckoning_wording(),
            clock=deployment.clock,
            intake=Intake(storage.inbox, deployment.clock),
            owners=deployment.owners,
        )
    finally:
        await storage.close()


async def run(deployment: Deployment, services: Services, stop: asyncio.Event) -> None:
    """Meets Telegram and answers until `stop`."""
    application = compose(deployment.token, deployment.api_url, services)
    work = asyncio.create_task(_work(application, services, deployment))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({work, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if work.done():
            work.result()
    finally:
        for task in (work, stopping):
            task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await task
        services.intake.close()
        await _close(application)


async def _work(application: App, services: Services, deployment: Deployment) -> None:
    await reach(application, stays_hooked=deployment.hook is not None)
    await application.start()
    for update in await services.intake.left_over(application.bot):
        await application.update_queue.put(update)
    log.info("ready", bot=application.bot.username, library=services.shelf.library.version)
    beside = [asyncio.create_task(task) for task in (_introduce(application), _tidy(services), _warm(deployment))]
    try:
        await _receive(application, services.intake, deployment.hook)
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)


async def _receive(application: App, intake: Intake, hook: Hook | None) -> None:
    if hook is None:
        await poll(application, intake)
        return
    async with listening(application, intake, hook):
        await asyncio.Event().wait()


async def _introduce(application: App) -> None:
    # The list of commands that Telegram shows. The bot works without it.
    try:
        await application.bot.set_my_commands([BotCommand(name, about) for name, about in sentence.COMMANDS])
    except TelegramError as error:
        log.info("the commands could not be set", reason=error.message)


async def _tidy(services: Services) -> None:
    while True:
        try:
            await services.storage.expire(services.clock())
        except SQLAlchemyError as error:
            log.warning("what has expired could not be deleted", reason=str(error)[:200])
        await asyncio.sleep(_HOUR)


async def _close(application: App) -> None:
    if application.running:
        try:
            await asyncio.wait_for(application.stop(), _GRACE)
        except TimeoutError:
            log.warning("stopped with replies under way; they are taken up at the next start")
    await application.shutdown()
    await application.bot.shutdown()  # the application leaves it open if it never reached Telegram


def _library(packaged: Path, changes: Path) -> Library:
    """With the owners' figures if those can be used: a mistake in them must not keep the bot from starting."""
    if changes.is_dir():
        try:
            return knowledge.load(packaged, changes)
        except KnowledgeError as error:
            for problem in error.problems:
                log.error("the owners' figures are left out", problem=str(problem))  # noqa: TRY400
    return knowledge.load(packaged)


def _signalled() -> asyncio.Event:
    stop = asyncio.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows
            asyncio.get_running_loop().add_signal_handler(one, stop.set)
    return stop


def _reckoning_answer() -> Callable[[str, Library, date], Answer]:
    from reckoning import answer

    return answer


async def _warm(deployment: Deployment) -> None:
    # The first claim need not wait for what is prepared once.
    if deployment.answer is None:
        from reckoning import warm

        await asyncio.to_thread(warm)
    settle()


def _reckoning_wording() -> Wording:
    from reckoning import wording

    return wording
