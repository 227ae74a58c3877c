"""Builds the Telegram application and registers its handlers."""

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

from handlers.app import button_router, error_handler, general_commands
from handlers.app.chat_queues import ChatQueues
from handlers.chats import data_deletion, group_watch, language_menu, membership, settings_menu, silence_filter
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
from handlers.services import SERVICES_KEY, App, Services

_CONCURRENT_UPDATES = 16  # also the connections: measured, as many of both gave the most replies a second
_TOKEN_FORMAT = re.compile(r"\d+:[A-Za-z0-9_-]+")

# Has the library give the waiting time of a limit as a timedelta; without this it warns each time that it will do so.
os.environ.setdefault("PTB_TIMEDELTA", "true")

# httpcore tries to import sniffio several times in each request. Where that isn't installed, each try searches the
# whole path, which takes a tenth of the time of a reply. None in its place ends the search at once.
if "sniffio" not in sys.modules and find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment]

UPDATE_KINDS = ("message", "edited_message", "callback_query", "inline_query", "guest_message", "my_chat_member")


class TokenRefusedError(Exception):
    """Raised when Telegram does not know the token."""

    def __init__(self) -> None:
        super().__init__("Telegram refuses the token: check TELEGRAM_BOT_TOKEN against the one from BotFather")


def build_application(token: str, api_url: str, services: Services, *, is_rate_limited: bool = True) -> App:
    """Returns the application with its handlers, not yet connected. Raises TokenRefusedError for what is no token."""
    if not _TOKEN_FORMAT.fullmatch(token):
        raise TokenRefusedError
    for name in ("httpx", "httpcore"):
        # At INFO they log the addresses of requests, which have the token in them.
        logger = logging.getLogger(name)
        logger.setLevel(max(logging.WARNING, logger.level))
    logging.getLogger("telegram.ext.ExtBot").addFilter(leave_out_updates)
    # An answer that is not Telegram's, such as a proxy's page, is logged by the caller; here it would be a trace each.
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)
    trust = _make_ssl_context(api_url)
    builder = (
        Application.builder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .concurrent_updates(ChatQueues(_CONCURRENT_UPDATES, services.update_inbox, services.preferences.find_language))
        .request(_make_request(_CONCURRENT_UPDATES, trust))
        .get_updates_request(_make_request(1, trust))
        .updater(None)
        .job_queue(None)
    )
    application = (builder.rate_limiter(CircuitBreaker()) if is_rate_limited else builder).build()
    register_handlers(application, services)
    return application


def leave_out_updates(record: logging.LogRecord) -> bool:
    """Takes the messages of people out of what the library logs of updates that it can't read."""
    if record.levelno >= logging.CRITICAL:
        record.msg, record.args = "updates can't be read", ()
    return True


def _make_request(number: int, trust: ssl.SSLContext) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=number,
        connect_timeout=10,
        read_timeout=20,
        pool_timeout=60,
        httpx_kwargs={"verify": trust},
    )


def _make_ssl_context(api_url: str) -> ssl.SSLContext:
    # Made once for all connections, as each would read the list of certificate authorities for 60 ms. Plain HTTP, as
    # to a server on the same machine, needs no list; an empty one trusts nobody.
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if api_url.startswith("http://") else httpx.create_ssl_context()


def register_handlers(application: App, services: Services) -> None:
    """Registers every handler. The first whose filter fits handles an update, so that the special ones come first."""
    application.bot_data[SERVICES_KEY] = services
    inline_queries.register(application)
    guest_messages.register(application)
    membership.register(application)
    deep_links.register(application)
    general_commands.register(application)
    language_menu.register(application)
    settings_menu.register(application)
    silence_filter.register(application)
    data_deletion.register(application)
    commands.register(application, services)
    button_router.register(application)
    edited_messages.register(application)
    private_messages.register(application)
    group_requests.register(application)
    group_watch.register(application)
    error_handler.register(application)
