"""Lists in a message: as many lines as fit, and buttons that lead to the other pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from math import ceil
from typing import TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.outgoing import texts
from i18n.language import say
from knowledge import Problem

Line = TypeVar("Line")
MOST_LINES = 20  # of a difference or of mistakes, in a reply
PAGE_ACTION = "p"  # the action of a button that leads to another page of a list
Buttons = list[list[InlineKeyboardButton]]


def format_list(head: str, lines: Sequence[str], doubtful: Iterable[str] = ()) -> str:
    """Returns up to twenty lines under a head (HTML), and how many more there are.

    Those that are also in `doubtful`, as they look like a slip, come first and are marked.
    """
    marked = [line for line in lines if line in set(doubtful)]
    ordered = [*marked, *(line for line in lines if line not in marked)]
    shown = [
        f"{'⚠' if line in marked else '•'} {format_code(shorten_text(line, 300))}" for line in ordered[:MOST_LINES]
    ]
    if len(lines) > MOST_LINES:
        shown.append(say(texts.MORE, count=len(lines) - MOST_LINES))
    return "\n".join([head, *shown])


def format_problems(head: str, problems: Sequence[Problem], place: str = "") -> str:
    """Returns the problems as a list; the head has a {count} in it.

    A problem at `place`, such as "MX.2016", is shown without its file and line: an owner set that figure in words, and
    wrote no file.
    """
    count = texts.count_mistakes(len(problems))
    lines = [f"{one.place}: {one.message}" if place and one.place == place else str(one) for one in problems]
    return format_list(head.format(count=count), lines)


def format_code(text: str) -> str:
    """Returns the plain text as HTML in a fixed-width font, which a tap copies."""
    return f"<code>{escape(text, quote=False)}</code>"


def shorten_text(text: str, most: int = 150) -> str:
    """Returns at most so many characters, with a mark where the text is cut.

    >>> shorten_text("1.5 million people", 12)
    '1.5 million…'
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def slice_page(lines: Sequence[Line], number: int, size: int) -> tuple[Sequence[Line], int, int]:
    """Returns the lines of a page, its number (the nearest that there is, from 0) and how many pages there are.

    >>> slice_page("abcde", 9, 2)
    ('e', 2, 3)
    """
    count = max(1, ceil(len(lines) / size))
    number = min(max(0, number), count - 1)
    return lines[number * size : (number + 1) * size], number, count


def build_page_buttons(name: str, number: int, count: int) -> Buttons:
    """Returns a row of buttons that lead to the pages before and after; no row where there is one page only."""
    is_log = name == "log"
    row = []
    if number > 0:
        row.append(_build_page_button(say("« Newer") if is_log else say("« Before"), name, number - 1))
    if number < count - 1:
        row.append(_build_page_button(say("Older »") if is_log else say("More »"), name, number + 1))
    return [row] if row else []


def build_keyboard(rows: Buttons) -> InlineKeyboardMarkup | None:
    """Returns the rows as a keyboard; None for no rows, as Telegram refuses an empty keyboard."""
    return InlineKeyboardMarkup(rows) if rows else None


def _build_page_button(label: str, name: str, number: int) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=f"{PAGE_ACTION}:{name}:{number}")
