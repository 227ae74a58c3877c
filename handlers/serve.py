"""The bot from start to end: opens what it needs, meets Telegram, and closes all in order."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress

import structlog
from sqlalchemy.exc import SQLAlchemyError

from handlers import owner, speech
from handlers.application import compose
from handlers.choice import Choices
from handlers.correction import Mender
from handlers.deployment import Deployment
from handlers.intake import Intake
from handlers.opening import open_shelf
from handlers.poll import poll, reach
from handlers.service import App, Reckon, Redo, Services, Wording
from handlers.shelf import Shelf
from handlers.studio import Studio
from handlers.watch import Watch
from handlers.webhook import Hook, listening
from knowledge.memory import settle
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
    shelf: Shelf | None = None
    studio = Studio()
    try:
        choices = Choices(storage.chats)
        await choices.load()
        shelf = await open_shelf(deployment.packaged, deployment.changes, deployment.cache)
        yield Services(
            storage=storage,
            choices=choices,
            shelf=shelf,
            answer=deployment.answer or _reckoning_answer(),
            redo=deployment.redo or _reckoning_redo(),
            wording=deployment.wording or _reckoning_wording(),
            clock=deployment.clock,
            intake=Intake(storage.inbox, deployment.clock),
            owners=deployment.owners,
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
    watching = Watch(services, application.bot, deployment.look_every).run()
    mender = Mender()
    services.shelf.heed(mender.take)
    mending = mender.run(services, application.bot)
    return _introduce(application, services), _tidy(services), _warm(deployment, services.studio), watching, mending


async def _receive(application: App, intake: Intake, hook: Hook | None) -> None:
    if hook is None:
        await poll(application, intake)
        return
    async with listening(application, intake, hook):
        await asyncio.Event().wait()


async def _introduce(application: App, services: Services) -> None:
    await speech.introduce(application.bot)
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


def _reckoning_answer() -> Reckon:
    from reckoning import answer

    return answer


def _reckoning_redo() -> Redo:
    from reckoning import redo

    return redo


async def _warm(deployment: Deployment, studio: Studio) -> None:
    # The first claim need not wait for what is prepared once.
    if deployment.answer is not None:
        return
    from reckoning import warm

    await asyncio.to_thread(warm)
    await studio.warm()
    settle()


def _reckoning_wording() -> Wording:
    from reckoning.shown import wording

    return wording
