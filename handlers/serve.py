"""The bot from start to end: opens what it needs, meets Telegram, and closes all in order."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram import BotCommand
from telegram.error import TelegramError

import knowledge
from handlers import owner, sentence
from handlers.application import compose
from handlers.intake import Intake
from handlers.opening import open_shelf
from handlers.poll import poll, reach
from handlers.service import App, Services, Wording
from handlers.shelf import Shelf
from handlers.watch import Watch
from handlers.webhook import Hook, listening
from knowledge import Library
from knowledge.memory import settle
from reckoning.answer import Answer
from storage import DEFAULT_URL, Storage

log = structlog.get_logger(__name__)

_HOUR = 3600
_GRACE = 20  # seconds for the replies under way; whatever is left stays in hand for the next start


@dataclass(frozen=True, slots=True)
class Deployment:
    """Where and for whom the bot runs. `changes` is the owners' folder, which need not exist yet.

    `cache` is where checked knowledge is kept for the next start; nowhere if left out. `look_every` is the number of
    seconds between two looks at the owners' folder: with two of them and the loading, a change made there is in use
    within two seconds. The last four are the program's
    own unless they are given, as in tests.
    """

    token: str = field(repr=False)
    changes: Path
    api_url: str = "https://api.telegram.org"
    owners: frozenset[int] = frozenset()
    database_url: str = DEFAULT_URL
    hook: Hook | None = None
    cache: Path | None = None
    look_every: float = 0.4
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
    shelf: Shelf | None = None
    try:
        shelf = await open_shelf(deployment.packaged, deployment.changes, deployment.cache)
        yield Services(
            storage=storage,
            shelf=shelf,
            answer=deployment.answer or _reckoning_answer(),
            wording=deployment.wording or _reckoning_wording(),
            clock=deployment.clock,
            intake=Intake(storage.inbox, deployment.clock),
            owners=deployment.owners,
        )
    finally:
        if shelf is not None:
            shelf.close()
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
    beside = [asyncio.create_task(task) for task in _beside(application, services, deployment)]
    try:
        await _receive(application, services.intake, deployment.hook)
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)


def _beside(application: App, services: Services, deployment: Deployment) -> tuple[Coroutine[None, None, None], ...]:
    """What goes on while updates are answered."""
    watching = Watch(services, application.bot, deployment.look_every).run()
    return _introduce(application, services), _tidy(services), _warm(deployment), watching


async def _receive(application: App, intake: Intake, hook: Hook | None) -> None:
    if hook is None:
        await poll(application, intake)
        return
    async with listening(application, intake, hook):
        await asyncio.Event().wait()


async def _introduce(application: App, services: Services) -> None:
    # The list of commands that Telegram shows. The bot works without it.
    try:
        await application.bot.set_my_commands([BotCommand(name, about) for name, about in sentence.COMMANDS])
    except TelegramError as error:
        log.info("the commands could not be set", reason=error.message)
    for one in sorted(services.owners):
        await owner.introduce(application.bot, one)


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
