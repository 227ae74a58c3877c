"""The faces of a reply: the verdict, its working and its sources, and the buttons that lead from one to another."""

from __future__ import annotations

from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers import sentence
from handlers.service import Wording
from reckoning.answer import Answer

FRONT, WORKING, SOURCES = "b", "w", "s"
APPLY, DISCARD = "k", "x"
_LABELS = {FRONT: sentence.BACK, WORKING: sentence.WORKING, SOURCES: sentence.SOURCES_BUTTON}

Page = tuple[str, InlineKeyboardMarkup | None]


def turn(face: str, answer: Answer, check_id: str, wording: Wording, origin: str = "") -> Page:
    """A face of the reply, with the buttons to the other two. `origin` is the line that names a forwarded post."""
    if answer.is_silent:
        return _silent(answer), None
    word = {FRONT: wording.reply, WORKING: wording.working, SOURCES: wording.sources}[face]
    html = word(answer)
    if origin:
        html = f"{origin}\n{html}"
    return html, _buttons([(_LABELS[other], f"{other}:{check_id}") for other in _LABELS if other != face])


def proposal(token: str) -> InlineKeyboardMarkup:
    """The buttons under an owner's file."""
    return _buttons([(sentence.APPLY, f"{APPLY}:{token}"), (sentence.DISCARD, f"{DISCARD}:{token}")])


def _silent(answer: Answer) -> str:
    note = escape(answer.note, quote=False) or sentence.NOTHING_TO_CHECK
    # A note that quotes an example has told already what can be sent.
    return note if "“" in note else f"{note} {sentence.WHAT_I_DO}"


def _buttons(labelled: list[tuple[str, str]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=code) for label, code in labelled]])
