"""Log setup: one line an event on standard error, without secrets."""

from __future__ import annotations

import logging
import re
import sys
import threading
from typing import Any

import structlog

_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
QUIET_LIBRARIES = ("apscheduler", "httpcore", "httpx", "telegram", "tornado", "aiosqlite", "matplotlib", "alembic")


def configure_logging(level: str, secrets: tuple[str, ...] = ()) -> None:
    """Starts logging at a level. Each of `secrets`, and whatever looks like a bot token, is replaced by "[secret]"."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer = structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback, sort_keys=False
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer, _SecretFilter(secrets)],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET_LIBRARIES:
        # Their INFO holds addresses with the token in them, and a line for every call.
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    threading.excepthook = _log_thread_error
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _log_thread_error(failure: threading.ExceptHookArgs) -> None:
    # The database's thread may report back when the bot has gone already: nobody waits for that.
    late = str(failure.exc_value) == "Event loop is closed"
    found = (failure.exc_type, failure.exc_value or failure.exc_type(), failure.exc_traceback)
    logging.getLogger("addsup").log(logging.DEBUG if late else logging.ERROR, "a thread failed", exc_info=found)


class _SecretFilter:
    """The last structlog processor: replaces secrets in the finished line, also in a traceback."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        self._secrets = tuple(secret for secret in secrets if secret)

    def __call__(self, _logger: Any, _method: str, line: Any) -> str:
        written = str(line)
        for secret in self._secrets:
            written = written.replace(secret, "[secret]")
        return _TOKEN.sub("[secret]", written)
