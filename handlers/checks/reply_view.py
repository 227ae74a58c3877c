"""Renders the views of a reply: the verdict alone, or with the working or the sources beneath; three claims a page."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.outgoing import texts
from handlers.outgoing.sender import MessageContent
from handlers.outgoing.telegram_html import MESSAGE_LIMIT, fit_html, measure_length
from handlers.services import Wording
from i18n.language import say, say_plural
from reasoning.model.answer import Answer, Obstacle
from reasoning.presenting.chart import has_chart
from reasoning.presenting.reply import reading_labels

FRONT, WORKING, SOURCES = "b", "w", "s"
CHART, WRONG, CHOOSE = "i", "q", "r"
APPLY, DISCARD = "k", "x"
VIEWS = (FRONT, WORKING, SOURCES)
CLAIMS_PER_PAGE = 3  # on a page
_QUOTATION_MARK = re.compile(r"[“„«「]")
_QUOTE = "\n<blockquote expandable>{within}</blockquote>"

ButtonRow = list[InlineKeyboardButton]


def render_reply(
    view: str,
    answer: Answer,
    check_id: str,
    wording: Wording,
    origin: str = "",
    *,
    number: int = 0,
    link: str = "",
) -> MessageContent:
    """Returns a view of one page of the reply, with its buttons.

    `view` is FRONT, WORKING or SOURCES; `origin` the line above, which names the author of a forwarded post. In a chat
    that the bot is not in, it can send no photo: there a `link` leads to the same reply in private.
    """
    if answer.is_silent:
        rows = _build_reading_rows(answer, check_id)
        return format_silent(answer), InlineKeyboardMarkup(rows) if rows else None
    number = max(0, min(number, count_pages(answer) - 1))
    shown = select_page(answer, number)
    html = f"{origin}\n{wording.reply(shown)}" if origin else wording.reply(shown)
    if view == WORKING:
        html = _append_quote(html, wording.working(shown))
    elif view == SOURCES:
        html = _append_quote(html, wording.sources(shown))
    token = check_id if number == 0 else f"{check_id}.{number}"
    rows = [
        _build_view_row(view, token),
        _build_other_row(shown, token, link),
        _build_page_row(answer, check_id, number),
        *_build_reading_rows(answer, check_id),
    ]
    return html, InlineKeyboardMarkup([row for row in rows if row])


def select_page(answer: Answer, number: int) -> Answer:
    """Returns the answer with the claims of a page only; what is said of the whole text is on the first page."""
    shown = answer.findings[number * CLAIMS_PER_PAGE : (number + 1) * CLAIMS_PER_PAGE]
    if number == 0:
        return replace(answer, findings=shown)
    return replace(answer, findings=shown, note="", changes=())


def count_pages(answer: Answer) -> int:
    """Returns the number of pages, at least one."""
    return max(1, -(-len(answer.findings) // CLAIMS_PER_PAGE))


def parse_choice(rest: str) -> tuple[str, int]:
    """Returns the check id and the number of the reading in the data of a button; -1 for what is no number.

    >>> parse_choice("1:a-B_c"), parse_choice("x:a")
    (('a-B_c', 1), ('a', -1))
    """
    number, _, check_id = rest.partition(":")
    return check_id, int(number) if re.fullmatch("[0-9]", number) else -1


def parse_token(token: str) -> tuple[str, int]:
    """Returns the check id and the page number in the data of a button.

    >>> parse_token("a-B_c"), parse_token("a-B_c.2"), parse_token("a.x")
    (('a-B_c', 0), ('a-B_c', 2), ('a', 0))
    """
    check_id, _, number = token.partition(".")
    return check_id, int(number) if number.isascii() and number.isdecimal() and len(number) < 4 else 0


def build_approval_buttons(token: str) -> InlineKeyboardMarkup:
    """Returns the buttons Apply and Discard, for a change that an owner decides on."""
    buttons = [make_button(say(texts.APPLY), APPLY, token), make_button(say(texts.DISCARD), DISCARD, token)]
    return InlineKeyboardMarkup([buttons])


def make_button(label: str, action: str, token: str) -> InlineKeyboardButton:
    """Returns a button whose press the button router passes to the feature with that action."""
    return InlineKeyboardButton(label, callback_data=f"{action}:{token}")


def _append_quote(front: str, within: str) -> str:
    """Returns both within Telegram's limit; the front keeps at least half of that."""
    room = MESSAGE_LIMIT - 1
    front = fit_html(front, max(room - measure_length(within), room // 2))
    return front + _QUOTE.format(within=fit_html(within, room - measure_length(front)))


def _build_view_row(view: str, token: str) -> ButtonRow:
    """Returns the buttons for working and sources; the one of the view shown leads back to the front."""
    labels = ((WORKING, say(texts.WORKING)), (SOURCES, say(texts.SOURCES_BUTTON)))
    return [make_button(label, FRONT if view == other else other, token) for other, label in labels]


def _build_other_row(shown: Answer, token: str, link: str) -> ButtonRow:
    wrong = make_button(say("Wrong?"), WRONG, token)
    if link:
        return [wrong, InlineKeyboardButton(say("Open in private"), url=link)]
    return [make_button(say("Picture"), CHART, token), wrong] if has_chart(shown) else [wrong]


def _build_page_row(answer: Answer, check_id: str, number: int) -> ButtonRow:
    row = []
    if number:
        row.append(make_button(say(texts.BACK), FRONT, check_id if number == 1 else f"{check_id}.{number - 1}"))
    left = len(answer.findings) - (number + 1) * CLAIMS_PER_PAGE
    if left > 0:
        label = say_plural("{number} more claim", "{number} more claims", left)
        row.append(make_button(label, FRONT, f"{check_id}.{number + 1}"))
    return row


def _build_reading_rows(answer: Answer, check_id: str) -> list[ButtonRow]:
    """Returns a button for each reading that may be meant, except the one that is shown."""
    shown = answer.findings[0].claim if answer.findings else ""
    return [
        [make_button(say("Or: {reading}", reading=label) if shown else label, CHOOSE, f"{number}:{check_id}")]
        for number, (label, one) in enumerate(zip(reading_labels(answer), answer.readings, strict=True))
        if one.claim != shown
    ]


def format_silent(answer: Answer) -> str:
    """Returns what is said of a text in which nothing is found, as HTML."""
    note = escape(answer.note, quote=False) or say(texts.NOTHING_TO_CHECK)
    # Where a number was read, the note asks for what lacks; one with an example in it has said already what to send.
    is_asked = answer.left_open not in (None, Obstacle.NO_NUMBER) or _QUOTATION_MARK.search(note)
    return note if is_asked else f"{note} {say(texts.WHAT_I_DO)}"
