"""/missing: the series that people asked for and the library lacks, most wanted first.

Of those whom the library does not know only the measure is counted: their name would be a word of the message.
"""

from __future__ import annotations

from hashlib import blake2b
from html import escape

from telegram import CallbackQuery, InlineKeyboardButton, Message, Update

from handlers.outgoing import sender
from handlers.outgoing.pagination import Buttons, build_keyboard, build_page_buttons, format_code, slice_page
from handlers.outgoing.sender import MessageContent
from handlers.owners.series_lookup import name_series
from handlers.services import Context, Services, get_services
from i18n import date_format
from i18n.language import say, say_plural
from knowledge import Library
from storage import MissingFigure

SET_ACTION = "m"  # the action of a button that begins a /set
LIST = "missing"
_PAGE_SIZE = 8


async def handle_missing(update: Update, context: Context) -> None:
    """Replies with the first page."""
    if update.message is not None:
        await sender.reply_to(context.bot, update.message, *await build_page(0, get_services(context)))


async def build_page(number: int, services: Services) -> MessageContent:
    """Returns a page of the list, with a button under it for each series."""
    missing = await _list_missing(services)
    if not missing:
        return say("Nobody has asked for a figure that I lack."), None
    library = services.live_library.library
    shown, number, pages = slice_page(missing, number, _PAGE_SIZE)
    head = say("<b>Asked for, and I have no figure</b>")
    lines = [f"• {escape(_name_series(one, library), quote=False)}: {_format_count(one)}" for one in shown]
    rows: Buttons = [[_build_set_button(one, library)] for one in shown if one.entity]
    return "\n".join([head, *lines]), build_keyboard(rows + build_page_buttons(LIST, number, pages))


async def handle_set_button(query: CallbackQuery, digest: str, context: Context) -> None:
    """Replies with a /set of the series, to be copied and completed with a number."""
    services = get_services(context)
    await sender.answer_press(query)
    one = next((one for one in await _list_missing(services) if _digest_series(one) == digest), None)
    if not isinstance(query.message, Message):
        return
    if one is None:
        told = say("I have that figure by now. /missing lists what I lack.")
    else:
        words = name_series(one.entity, one.measure, services.live_library.library)
        joint = "." if "." in words and " " not in words else " "
        begun = format_code(f"/set {words}{joint}{services.today.year} ")
        told = say("Copy this, and write the number after it: {begun}", begun=begun)
    await sender.reply_to(context.bot, query.message, told)


async def _list_missing(services: Services) -> list[MissingFigure]:
    """Returns the series that are still missing; those that have a figure by now are deleted from the list."""
    library = services.live_library.library
    missing: list[MissingFigure] = []
    gone: list[MissingFigure] = []
    for one in await services.storage.missing_figures.most_requested():
        exists = (not one.entity or one.entity in library.entities) and one.measure in library.measures
        (missing if exists and not library.has_figures(one.entity, one.measure) else gone).append(one)
    if gone:
        await services.storage.missing_figures.delete((one.entity, one.measure) for one in gone)
    return missing


def _build_set_button(one: MissingFigure, library: Library) -> InlineKeyboardButton:
    label = f"/set {_name_series(one, library)}"
    return InlineKeyboardButton(label[:60], callback_data=f"{SET_ACTION}:{_digest_series(one)}")


def _name_series(one: MissingFigure, library: Library) -> str:
    whom = library.entities[one.entity].name if one.entity else say("somebody I don't know")
    return f"{whom}, {library.measures[one.measure].name}"


def _format_count(one: MissingFigure) -> str:
    asked = say_plural("asked for once", "asked for {number} times", one.asked)
    return f"{asked}, " + say("last on {day}", day=date_format.short_date(one.last))


def _digest_series(one: MissingFigure) -> str:
    # Telegram allows 64 bytes for the data of a button, and ids may be longer.
    return blake2b(f"{one.entity}.{one.measure}".encode(), digest_size=8).hexdigest()
