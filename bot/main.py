"""The entry point of `addsup`. Whatever fails, the user gets one sentence and no traceback."""

from __future__ import annotations

import os
import sys

from bot.cli import application
from bot.errors import UserError


def main() -> None:
    """Runs the command line. Ends with 0 (done), 1 (it could not be done) or 2 (wrong usage)."""
    _use_utf8()
    if _take_debug_flag():
        # An environment variable wins over LOG_LEVEL in .env.
        os.environ["LOG_LEVEL"] = "DEBUG"
    try:
        application(prog_name="addsup")
    except UserError as failure:
        _exit_with_error(str(failure))
    except BrokenPipeError:
        # The reader of our output has gone. Python would fail again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - the last line of defence is to catch everything
        _exit_with_error(f"something went wrong inside addsup ({type(error).__name__}); --debug shows where")


def _exit_with_error(sentence: str) -> None:
    if os.environ.get("LOG_LEVEL", "").upper() == "DEBUG":
        import traceback

        traceback.print_exc()
    print(f"addsup: {sentence}", file=sys.stderr)
    sys.exit(1)


def _take_debug_flag() -> bool:
    """Removes --debug from sys.argv, wherever it stands before a lone --; returns whether it was there."""
    end = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    if "--debug" not in sys.argv[1:end]:
        return False
    sys.argv.remove("--debug")
    return True


def _use_utf8() -> None:
    # A verdict holds × and emoji, whatever the locale of the machine.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
