"""The Telegram application, put together."""

from __future__ import annotations

import logging
import os
import re
import ssl
import sys
from importlib.util import find_spec

import httpx
from telegram.ext import Application
from telegram.request import HTTPXRequest

from handlers.app import button_router, errors, general_commands
from handlers.app.chat_queues import ChatQueues
from handlers.chats import data_deletion, group_watch, language_menu, membership, settings_menu
from handlers.checks import (
    deep_links,
    edited_messages,
    group_requests,
    guest_messages,
    inline_queries,
    private_messages,
)
from handlers.outgoing.circuit_breaker import CircuitBreaker
from handlers.owners import commands
from handlers.services import KEY, App, Services

_WIDTH = 16  # measured: as many updates at once as connections gave the most replies a second
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")

# The library's own switch: a limit's waiting time comes as a timedelta, without a warning each time that it will.
os.environ.setdefault("PTB_TIMEDELTA", "true")

# httpcore tries to import sniffio several times in each request; where that isn't installed, every try searches the
# whole path anew, which takes a tenth of the time of a reply. None ends the search at once.
if "sniffio" not in sys.modules and find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment]

UPDATES = ("message", "edited_message", "callback_query", "inline_query", "guest_message", "my_chat_member")


class TokenRefused(Exception):
    """Telegram does not know the token."""

    def __init__(self) -> None:
        super().__init__("Telegram refuses the token: check TELEGRAM_BOT_TOKEN against the one from BotFather")


def compose(token: str, api_url: str, services: Services, *, paced: bool = True) -> App:
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
    builder = (
        Application.builder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .concurrent_updates(ChatQueues(_WIDTH, services.intake, services.choices.heard))
        .request(_connections(_WIDTH, trust))
        .get_updates_request(_connections(1, trust))
        .updater(None)
        .job_queue(None)
    )
    application = (builder.rate_limiter(CircuitBreaker()) if paced else builder).build()
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
    inline_queries.register(application)
    guest_messages.register(application)
    membership.register(application)
    deep_links.register(application)
    general_commands.register(application)
    language_menu.register(application)
    settings_menu.register(application)
    data_deletion.register(application)
    commands.register(application, services)
    button_router.register(application)
    edited_messages.register(application)
    private_messages.register(application)
    group_requests.register(application)
    group_watch.register(application)
    errors.register(application)
