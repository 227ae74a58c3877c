"""Runs the Telegram bot from the settings. What keeps it from starting becomes one sentence."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import start_http_server
from sqlalchemy.exc import SQLAlchemyError

from bot import log_setup
from bot.errors import UserError
from bot.knowledge_admin.library_loader import cache_folder
from bot.settings import BotSettings
from handlers import Deployment, TokenRefusedError, WebhookConfig
from handlers import serve as serve_telegram
from knowledge import KnowledgeError
from storage import SchemaError

NO_TOKEN = "TELEGRAM_BOT_TOKEN is not set: put the token from @BotFather into .env, or try addsup chat"  # noqa: S105


def run_bot(settings: BotSettings) -> None:
    """Runs the bot until it is told to stop (SIGTERM, Ctrl-C). Raises UserError where it can't start."""
    deployment = build_deployment(settings)
    hook_secret = deployment.webhook.secret if deployment.webhook else None
    log_setup.configure_logging(settings.log_level, tuple(one for one in (deployment.token, hook_secret) if one))
    _serve_metrics(settings.metrics_port)
    with _errors_in_words():
        asyncio.run(serve_telegram(deployment))


def build_deployment(settings: BotSettings) -> Deployment:
    """Returns the configuration that the handlers take. Raises UserError where there is no token."""
    if settings.telegram_bot_token is None:
        raise UserError(NO_TOKEN)
    return Deployment(
        token=settings.telegram_bot_token.get_secret_value(),
        owners_folder=settings.changes_folder,
        api_url=settings.telegram_api_url,
        owners=frozenset(settings.bot_owners),
        database_url=settings.database_url,
        webhook=_build_webhook_config(settings),
        cache_folder=cache_folder(),
    )


def _build_webhook_config(settings: BotSettings) -> WebhookConfig | None:
    if settings.webhook_url is None:
        return None
    # Without a secret anybody who finds the address could post here, so there is always one.
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else secrets.token_urlsafe(32)
    return WebhookConfig(settings.webhook_url, secret, settings.webhook_listen, settings.webhook_port)


def _serve_metrics(port: int | None) -> None:
    if port is None:
        return
    try:
        start_http_server(port, addr="127.0.0.1")
    except OSError as error:
        raise UserError(f"METRICS_PORT {port} can't be used: {_describe_os_error(error)}") from error


@contextmanager
def _errors_in_words() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        sentence = _describe_error(_first_error(error))
        if sentence is None:
            raise
        raise UserError(sentence) from error


def _first_error(error: BaseException) -> BaseException:
    """Returns the first error of an exception group, however nested."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _describe_error(error: BaseException) -> str | None:
    match error:
        case TokenRefusedError() | SchemaError():
            return str(error)
        case KnowledgeError(problems=problems):
            return f"the knowledge has a mistake: {problems[0]}"
        case SQLAlchemyError():
            return f"the database can't be used: {str(getattr(error, 'orig', None) or error).splitlines()[0]}"
        case OSError():
            return f"the bot can't start: {_describe_os_error(error)}"
        case ValueError():
            return str(error).splitlines()[0]
    return None


def _describe_os_error(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
