"""Lists in a message: as many lines as fit, and buttons to the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from math import ceil
from typing import TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.outgoing import texts
from i18n.language import say
from knowledge import Problem

L = TypeVar("L")
MOST = 20  # lines of a difference or of mistakes, in a reply
LEAF = "p"  # the action of a button that leads to another leaf of a list
Buttons = list[list[InlineKeyboardButton]]


def listed(head: str, lines: Sequence[str], doubtful: Iterable[str] = ()) -> str:
    """Up to twenty lines as they are, and the number of the rest; those that look like a slip come first, marked."""
    marked = [line for line in lines if line in set(doubtful)]
    ordered = [*marked, *(line for line in lines if line not in marked)]
    shown = [f"{'⚠' if line in marked else '•'} {code(shorten(line, 300))}" for line in ordered[:MOST]]
    if len(lines) > MOST:
        shown.append(say(texts.MORE, count=len(lines) - MOST))
    return "\n".join([head, *shown])


def faults(head: str, problems: Sequence[Problem], dictated: str = "") -> str:
    """All that is wrong; of the place that was `dictated` ("MX.2016") without the file and line, which nobody wrote."""
    count = texts.mistakes(len(problems))
    said = [f"{one.place}: {one.message}" if dictated and one.place == dictated else str(one) for one in problems]
    return listed(head.format(count=count), said)


def code(text: str) -> str:
    return f"<code>{escape(text, quote=False)}</code>"


def shorten(text: str, most: int = 150) -> str:
    """With a mark where it is cut.

    >>> shorten("1.5 million people", 12)
    '1.5 million…'
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def leaf(lines: Sequence[L], number: int, size: int) -> tuple[Sequence[L], int, int]:
    """The lines of a leaf, its number (the nearest there is, from 0) and how many leaves there are."""
    count = max(1, ceil(len(lines) / size))
    number = min(max(0, number), count - 1)
    return lines[number * size : (number + 1) * size], number, count


def turning(name: str, number: int, count: int) -> Buttons:
    """A row of buttons to the leaves before and after; none where there is one leaf only."""
    row = []
    if number > 0:
        row.append(
            InlineKeyboardButton(
                say("« Newer") if name == "log" else say("« Before"), callback_data=_to(name, number - 1)
            )
        )
    if number < count - 1:
        row.append(
            InlineKeyboardButton(
                say("Older »") if name == "log" else say("More »"), callback_data=_to(name, number + 1)
            )
        )
    return [row] if row else []


def keyboard(rows: Buttons) -> InlineKeyboardMarkup | None:
    return InlineKeyboardMarkup(rows) if rows else None


def _to(name: str, number: int) -> str:
    return f"{LEAF}:{name}:{number}"
