"""What the bot does beside answering: it watches the figures, corrects replies, deletes what has expired."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

import structlog
from sqlalchemy.exc import SQLAlchemyError

from handlers.app.deployment import Deployment
from handlers.chats import language_menu
from handlers.checks.corrected_replies import Rechecker
from handlers.checks.stored_answer import load_program_words
from handlers.owners import commands
from handlers.owners.folder_watch import FolderWatch
from handlers.services import App, Services
from i18n.language import SOURCE_LANGUAGE
from knowledge.loading.load_process import freeze_garbage

log = structlog.get_logger(__name__)

_HOUR = 3600


def list_background_tasks(
    application: App, services: Services, deployment: Deployment
) -> tuple[Coroutine[None, None, None], ...]:
    """Returns what is to run until the bot stops, not begun yet."""
    watching = FolderWatch(services, application.bot, deployment.folder_check_seconds).run()
    rechecker = Rechecker()
    services.live_library.add_listener(rechecker.queue_corrections)
    rechecking = rechecker.run(services, application.bot)
    return (
        _publish_commands(application, services),
        _delete_expired(services),
        _warm_up(deployment, services),
        watching,
        rechecking,
    )


async def _publish_commands(application: App, services: Services) -> None:
    """Sets the commands that Telegram shows to people, and to owners."""
    await language_menu.publish_profile(application.bot)
    for one in sorted(services.owners):
        await commands.publish_commands(application.bot, one)


async def _delete_expired(services: Services) -> None:
    """Deletes, once an hour, what has been stored long enough."""
    while True:
        try:
            await services.storage.expire(services.clock())
        except SQLAlchemyError as error:
            log.warning("what has expired could not be deleted", reason=str(error)[:200])
        await asyncio.sleep(_HOUR)


async def _warm_up(deployment: Deployment, services: Services) -> None:
    """Prepares what the first claim would otherwise wait for."""
    if deployment.answer is not None:
        return
    from reasoning import warm

    library = services.live_library.library
    await asyncio.to_thread(warm, library, services.today)
    await asyncio.to_thread(load_program_words, library, SOURCE_LANGUAGE)
    await services.chart_worker.warm_up()
    freeze_garbage()
