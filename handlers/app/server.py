"""Runs the bot from start to end: opens what it needs, connects to Telegram, and closes all in order."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog

from handlers.app.application import build_application
from handlers.app.background_tasks import list_background_tasks
from handlers.app.deployment import Deployment
from handlers.app.polling import connect, poll_updates
from handlers.app.webhook import WebhookConfig, listen_for_updates
from handlers.services import INLINE_QUERIES_PER_MINUTE, App, RedoFunction, Services, Wording
from handlers.state.answer_worker import AnswerFunction, AnswerWorker
from handlers.state.chart_worker import ChartWorker
from handlers.state.chat_settings import ChatPreferencesCache
from handlers.state.live_library import LiveLibrary, open_live_library
from handlers.state.rate_limit import RateLimit
from handlers.state.update_inbox import UpdateInbox
from handlers.state.watch_limit import WatchLimit
from storage import Storage

log = structlog.get_logger(__name__)

_STOP_TIMEOUT = 20  # seconds for replies being sent; what is left then stays in the inbox for the next start


async def serve(deployment: Deployment, stop: asyncio.Event | None = None) -> None:
    """Runs until `stop` is set, or SIGINT or SIGTERM comes where none is given.

    Raises TokenRefusedError, KnowledgeError for the packaged figures, and for the database ValueError, SchemaError,
    SQLAlchemyError or OSError. Without a network it waits for one.
    """
    stop = stop or _stop_on_signal()
    async with open_services(deployment) as services:
        await run_application(deployment, services, stop)


@asynccontextmanager
async def open_services(deployment: Deployment) -> AsyncIterator[Services]:
    """Opens the services, and closes them in the end."""
    storage = await Storage.open(deployment.database_url)
    live_library: LiveLibrary | None = None
    chart_worker, answer_worker = ChartWorker(), AnswerWorker()
    try:
        preferences = ChatPreferencesCache(storage.chat_settings)
        await preferences.load()
        live_library = await open_live_library(
            deployment.packaged_folder, deployment.owners_folder, deployment.cache_folder
        )
        yield Services(
            storage=storage,
            preferences=preferences,
            live_library=live_library,
            answer=deployment.answer or _import_answer(),
            redo=deployment.redo or _import_redo(),
            wording=deployment.wording or _import_wording(),
            clock=deployment.clock,
            update_inbox=UpdateInbox(storage.pending_updates, deployment.clock),
            owners=deployment.owners,
            watch_limit=WatchLimit(deployment.monotonic_clock),
            rate_limit=RateLimit(deployment.monotonic_clock),
            inline_rate_limit=RateLimit(
                deployment.monotonic_clock, per_person=INLINE_QUERIES_PER_MINUTE, per_chat=INLINE_QUERIES_PER_MINUTE
            ),
            answer_worker=answer_worker,
            chart_worker=chart_worker,
        )
    finally:
        answer_worker.close()
        chart_worker.close()
        if live_library is not None:
            live_library.close()
        await storage.close()


async def run_application(deployment: Deployment, services: Services, stop: asyncio.Event) -> None:
    """Answers updates until `stop` is set, or nothing can be received any more."""
    application = build_application(
        deployment.token, deployment.api_url, services, is_rate_limited=deployment.is_rate_limited
    )
    work = asyncio.create_task(_serve_updates(application, services, deployment))
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
        services.update_inbox.close()
        await _close_application(application)


async def _serve_updates(application: App, services: Services, deployment: Deployment) -> None:
    await connect(application, keep_webhook=deployment.webhook is not None)
    await application.start()
    for update in await services.update_inbox.load_unfinished(application.bot):
        await application.update_queue.put(update)
    log.info("ready", bot=application.bot.username, library=services.live_library.library.version)
    background = [asyncio.create_task(task) for task in list_background_tasks(application, services, deployment)]
    try:
        await _receive_updates(application, services.update_inbox, deployment.webhook)
    finally:
        for task in background:
            task.cancel()
        await asyncio.gather(*background, return_exceptions=True)


async def _receive_updates(application: App, update_inbox: UpdateInbox, webhook: WebhookConfig | None) -> None:
    if webhook is None:
        await poll_updates(application, update_inbox)
        return
    async with listen_for_updates(application, update_inbox, webhook):
        await asyncio.Event().wait()


async def _close_application(application: App) -> None:
    if application.running:
        try:
            await asyncio.wait_for(application.stop(), _STOP_TIMEOUT)
        except TimeoutError:
            log.warning("stopped with replies under way; they are taken up at the next start")
    await application.shutdown()
    await application.bot.shutdown()  # the application leaves it open if it never reached Telegram


def _stop_on_signal() -> asyncio.Event:
    stop = asyncio.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows
            asyncio.get_running_loop().add_signal_handler(one, stop.set)
    return stop


def _import_answer() -> AnswerFunction:
    from reasoning import answer

    return answer


def _import_redo() -> RedoFunction:
    from reasoning import redo

    return redo


def _import_wording() -> Wording:
    from reasoning.presenting import reply

    return reply
