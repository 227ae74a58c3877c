"""The conversation of the bot without Telegram: a line in, a reply out."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date

from knowledge import Library
from reckoning import Answer, answer, wording

WELCOME = (
    "Type a claim with a number in it, such as: Alibaba will create 1 million US jobs\n/help shows what else there is."
)

HELP = """\
Type a claim, and see whether its number adds up.
/working   the exact arithmetic of the last reply
/sources   the figures it rests on: dates, producers, titles
/privacy   what is kept
/quit      ends the conversation (so does Ctrl-D)"""

PRIVACY = "Nothing is kept: in the terminal a claim is read, answered and forgotten when you leave."

NOTHING_YET = "Type a claim first."


class Ended(Exception):
    """The person has said goodbye."""


class Conversation:
    """Remembers the last answer, for those who ask how it came about."""

    def __init__(self, library: Library, today: Callable[[], date]) -> None:
        self._library = library
        self._today = today
        self._last: Answer | None = None
        self._commands: dict[str, Callable[[], str]] = {
            "help": lambda: HELP,
            "start": lambda: WELCOME,
            "privacy": lambda: PRIVACY,
            "working": lambda: self._of_last(wording.working),
            "sources": lambda: self._of_last(wording.sources),
        }

    def reply(self, line: str) -> str:
        """What the bot says to a line; nothing to an empty one. Raises Ended at /quit."""
        said = line.strip()
        if said.startswith("/"):
            return self._command(said)
        return self._check(said) if said else ""

    def _command(self, said: str) -> str:
        name, _, rest = said[1:].partition(" ")
        name = name.lower()
        if name in ("quit", "exit"):
            raise Ended
        if name == "check":
            return self._check(rest) if rest.strip() else NOTHING_YET
        known = self._commands.get(name)
        return known() if known else f"There is no /{name}. /help shows what there is."

    def _check(self, text: str) -> str:
        self._last = answer(text, self._library, self._today())
        return wording.plain(self._last)

    def _of_last(self, shown: Callable[[Answer], str]) -> str:
        return NOTHING_YET if self._last is None else untagged(shown(self._last))


def untagged(telegram_html: str) -> str:
    """Telegram HTML as a terminal shows it.

    >>> untagged("<b>1 &lt; 2</b>")
    '1 < 2'
    """
    return html.unescape(re.sub(r"<[^>]*>", "", telegram_html))
