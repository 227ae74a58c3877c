"""What somebody asks to have checked."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Message


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """`target` is the message that is judged, and that the reply hangs on; `parts` how many messages its text came in.

    `is_again` says that it has been answered before, and that reply is gone.
    """

    update_id: int
    text: str
    target: Message
    asker_id: int
    parts: int = 1
    is_again: bool = False
