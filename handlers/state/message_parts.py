"""Joins a long text that came as several messages: Telegram's clients split what is over 4,096 characters."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta

from telegram import Message

WAIT = 1.5  # seconds that a part waits for the next
NEARLY_FULL = 3500  # characters; clients split at a space or a line's end, so a part is not quite 4,096 long
MOST_PARTS = 12
_LONGEST_GAP = timedelta(seconds=2)
_SENTENCE_END = tuple('.!?:;"”’»)')

Finish = Callable[[tuple["MessagePart", ...]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class MessagePart:
    """A message that may be a part of a longer text."""

    update_id: int
    message: Message

    @property
    def text(self) -> str:
        return self.message.text or ""

    @property
    def is_full(self) -> bool:
        """Whether there may be more to come."""
        return len(self.text) >= NEARLY_FULL


class MessageParts:
    """Holds the parts of what may be a longer text until the next one comes, or `WAIT` seconds have passed."""

    def __init__(self) -> None:
        self._held: dict[int, tuple[tuple[MessagePart, ...], asyncio.Event]] = {}

    def take(self, chat_id: int) -> tuple[MessagePart, ...]:
        """Removes and returns the parts that are held for a chat."""
        parts, taken = self._held.pop(chat_id, ((), None))
        if taken is not None:
            taken.set()
        return parts

    def hold(self, chat_id: int, parts: tuple[MessagePart, ...], finish: Finish) -> Coroutine[None, None, None]:
        """Holds the parts from now on. The coroutine returned waits, and calls `finish` unless they are taken."""
        taken = asyncio.Event()
        self._held[chat_id] = (parts, taken)
        return self._wait(chat_id, parts, taken, finish)

    async def _wait(self, chat_id: int, parts: tuple[MessagePart, ...], taken: asyncio.Event, finish: Finish) -> None:
        try:
            await asyncio.wait_for(taken.wait(), WAIT)
        except TimeoutError:
            if not taken.is_set():
                self.take(chat_id)
                await finish(parts)


def continues_text(parts: tuple[MessagePart, ...], next_part: MessagePart) -> bool:
    """Whether a message goes on with the text: from the same person, at once, after a part that is nearly full."""
    if not parts or not parts[-1].is_full or len(parts) >= MOST_PARTS:
        return False
    last, new = parts[-1].message, next_part.message
    return (
        new.date - last.date <= _LONGEST_GAP
        and new.message_id > last.message_id
        and new.from_user == last.from_user
        and new.is_topic_message == last.is_topic_message
        and (new.forward_origin is None) == (last.forward_origin is None)
        and not next_part.text.startswith("/")
    )


def join_parts(parts: tuple[MessagePart, ...]) -> str:
    """Returns the text of all parts, joined by a line break where a sentence ends, else by a space."""
    text = parts[0].text
    for part in parts[1:]:
        text += ("\n" if text.rstrip().endswith(_SENTENCE_END) else " ") + part.text
    return text
