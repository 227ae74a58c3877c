"""The bot from start to end: opens what it needs, meets Telegram, and closes all in order."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress

import structlog
from sqlalchemy.exc import SQLAlchemyError

from handlers.app.application import compose
from handlers.app.deployment import Deployment
from handlers.app.polling import poll, reach
from handlers.app.webhook import WebhookConfig, listening
from handlers.chats import language_menu
from handlers.checks.corrected_replies import Rechecker
from handlers.owners import commands
from handlers.owners.folder_watch import FolderWatch
from handlers.services import TYPED, App, Reckon, Redo, Services, Wording
from handlers.state.chart_worker import ChartWorker
from handlers.state.chat_settings import ChatPreferencesCache
from handlers.state.live_library import LiveLibrary
from handlers.state.rate_limit import RateLimit
from handlers.state.startup import open_live_library
from handlers.state.update_inbox import UpdateInbox
from handlers.state.watch_limit import WatchLimit
from knowledge.loading.load_process import freeze_garbage
from storage import Storage

log = structlog.get_logger(__name__)

_HOUR = 3600
_GRACE = 20  # seconds for the replies under way; whatever is left stays in hand for the next start


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
    shelf: LiveLibrary | None = None
    studio = ChartWorker()
    try:
        choices = ChatPreferencesCache(storage.chats)
        await choices.load()
        shelf = await open_live_library(deployment.packaged, deployment.changes, deployment.cache)
        yield Services(
            storage=storage,
            choices=choices,
            shelf=shelf,
            answer=deployment.answer or _reckoning_answer(),
            redo=deployment.redo or _reckoning_redo(),
            wording=deployment.wording or _reckoning_wording(),
            clock=deployment.clock,
            intake=UpdateInbox(storage.pending_updates, deployment.clock),
            owners=deployment.owners,
            restraint=WatchLimit(deployment.seconds),
            budget=RateLimit(deployment.seconds),
            typed=RateLimit(deployment.seconds, person=TYPED, chat=TYPED),
            studio=studio,
        )
    finally:
        studio.close()
        if shelf is not None:
            shelf.close()
        await storage.close()


async def run(deployment: Deployment, services: Services, stop: asyncio.Event) -> None:
    """Meets Telegram and answers until `stop`."""
    application = compose(deployment.token, deployment.api_url, services, paced=deployment.paced)
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
    watching = FolderWatch(services, application.bot, deployment.look_every).run()
    mender = Rechecker()
    services.shelf.heed(mender.take)
    mending = mender.run(services, application.bot)
    return _introduce(application, services), _tidy(services), _warm(deployment, services.studio), watching, mending


async def _receive(application: App, intake: UpdateInbox, hook: WebhookConfig | None) -> None:
    if hook is None:
        await poll(application, intake)
        return
    async with listening(application, intake, hook):
        await asyncio.Event().wait()


async def _introduce(application: App, services: Services) -> None:
    await language_menu.introduce(application.bot)
    for one in sorted(services.owners):
        await commands.introduce(application.bot, one)


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


def _reckoning_answer() -> Reckon:
    from reckoning import answer

    return answer


def _reckoning_redo() -> Redo:
    from reckoning import redo

    return redo


async def _warm(deployment: Deployment, studio: ChartWorker) -> None:
    # The first claim need not wait for what is prepared once.
    if deployment.answer is not None:
        return
    from reckoning import warm

    await asyncio.to_thread(warm)
    await studio.warm()
    freeze_garbage()


def _reckoning_wording() -> Wording:
    from reckoning.shown import wording

    return wording
