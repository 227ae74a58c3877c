"""The log holds no secret, whoever writes it and however."""

from __future__ import annotations

import io
import logging
import threading
from collections.abc import Iterator

import pytest
import structlog

from bot import log_setup

TOKEN = "123456:TEST-TOKEN"
LIKE_A_TOKEN = "7654321:AAbbCCddEEffGGhhIIjjKKllMMnnOOpp-_x"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    written = io.StringIO()
    root = logging.getLogger()
    handlers, level, hook = root.handlers[:], root.level, threading.excepthook
    monkeypatch.setattr("sys.stderr", written)
    log_setup.configure_logging("INFO", (TOKEN,))
    yield written
    root.handlers[:] = handlers
    root.setLevel(level)
    threading.excepthook = hook
    structlog.reset_defaults()


def test_a_secret_is_blotted_out(log: io.StringIO) -> None:
    logging.getLogger("elsewhere").warning("POST https://example.org/bot%s/getMe", TOKEN)
    structlog.get_logger("here").info("started", token=LIKE_A_TOKEN)
    try:
        int(TOKEN)
    except ValueError:
        structlog.get_logger("here").exception("failed")
    text = log.getvalue()
    assert TOKEN not in text
    assert LIKE_A_TOKEN not in text
    assert text.count("[secret]") >= 3
    assert "ValueError" in text


def test_what_others_say_of_every_call_is_left_out(log: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST")
    logging.getLogger("telegram.ext").info("polling")
    logging.getLogger("addsup").info("ready")
    assert log.getvalue().count("\n") == 1


def test_a_thread_that_reports_back_too_late_is_not_heard(log: io.StringIO) -> None:
    def fail(words: str) -> None:
        raise RuntimeError(words)

    for words in ("Event loop is closed", "something else"):
        thread = threading.Thread(target=fail, args=(words,))
        thread.start()
        thread.join()
    assert "Event loop is closed" not in log.getvalue()
    assert "something else" in log.getvalue()
