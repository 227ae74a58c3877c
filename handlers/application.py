"""The Telegram application, put together."""

from __future__ import annotations

import logging
import os
import re
import ssl

import httpx
from telegram.ext import AIORateLimiter, Application
from telegram.request import HTTPXRequest

from handlers import button, command, edit, error, message, owner, request
from handlers.lane import Lanes
from handlers.service import KEY, App, Services

_WIDTH = 16  # measured: as many updates at once as connections gave the most replies a second
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")

# The library's own switch: a limit's waiting time comes as a timedelta, without a warning each time that it will.
os.environ.setdefault("PTB_TIMEDELTA", "true")

UPDATES = ("message", "edited_message", "callback_query")


class TokenRefused(Exception):
    """Telegram does not know the token."""

    def __init__(self) -> None:
        super().__init__("Telegram refuses the token: check TELEGRAM_BOT_TOKEN against the one from BotFather")


def compose(token: str, api_url: str, services: Services) -> App:
    """The application with its handlers, not yet connected. Raises TokenRefused for what can't be a token."""
    if not _TOKEN.fullmatch(token):
        raise TokenRefused
    for name in ("httpx", "httpcore"):
        # At INFO they log addresses, and the token is in those.
        logger = logging.getLogger(name)
        logger.setLevel(max(logging.WARNING, logger.level))
    # A proxy's page in the place of an answer is told by those who made the call; here it would be a trace for each.
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)
    trust = _trust(api_url)
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .rate_limiter(AIORateLimiter(max_retries=3))
        .concurrent_updates(Lanes(_WIDTH, services.intake))
        .request(_connections(_WIDTH, trust))
        .get_updates_request(_connections(1, trust))
        .updater(None)
        .job_queue(None)
        .build()
    )
    build(application, services)
    return application


def _connections(number: int, trust: ssl.SSLContext) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=number,
        connect_timeout=10,
        read_timeout=20,
        pool_timeout=60,
        httpx_kwargs={"verify": trust},
    )


def _trust(api_url: str) -> ssl.SSLContext:
    # Made once for all connections: each would otherwise read the list of authorities, for 60 ms. Plain HTTP, as to a
    # server on the same machine, needs none; an empty list trusts nobody.
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if api_url.startswith("http://") else httpx.create_ssl_context()


def build(application: App, services: Services) -> None:
    """Registers every handler. The first that takes an update keeps it: the particular before the general."""
    application.bot_data[KEY] = services
    command.register(application)
    owner.register(application, services)
    button.register(application)
    edit.register(application)
    message.register(application)
    request.register(application)
    error.register(application)
