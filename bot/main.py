"""The `addsup` command: parses the line, and sees that whatever happens the user gets one sentence and no traceback."""

from __future__ import annotations

import os
import sys

from bot.cli import application
from bot.errors import UserError


def main() -> None:
    """Runs the command line. Ends with 0 (done), 1 (it could not be done) or 2 (wrong usage)."""
    _speak_utf8()
    if _wants_debug():
        # Also where the settings are read: whatever .env says, there is to be a full log.
        os.environ["LOG_LEVEL"] = "DEBUG"
    try:
        application(prog_name="addsup")
    except UserError as failure:
        _give_up(str(failure))
    except BrokenPipeError:
        # Whoever read our output has gone: nothing to say, and nothing left to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - the last line of defence is to catch everything
        _give_up(f"something went wrong inside addsup ({type(error).__name__}); --debug shows where")


def _give_up(sentence: str) -> None:
    if os.environ.get("LOG_LEVEL", "").upper() == "DEBUG":
        import traceback

        traceback.print_exc()
    print(f"addsup: {sentence}", file=sys.stderr)
    sys.exit(1)


def _wants_debug() -> bool:
    """Takes --debug out of the line, wherever it stands before a lone --."""
    end = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    if "--debug" not in sys.argv[1:end]:
        return False
    sys.argv.remove("--debug")
    return True


def _speak_utf8() -> None:
    # A verdict holds × and emoji, whatever the locale of the machine.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
