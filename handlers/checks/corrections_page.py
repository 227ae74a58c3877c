"""/corrections: the figures that have been corrected, and how many replies that changed."""

from __future__ import annotations

from telegram import CallbackQuery, Message

from handlers.checks import reply_view
from handlers.outgoing import sender
from handlers.outgoing.pagination import Buttons, build_keyboard, format_code, slice_page
from handlers.outgoing.sender import MessageContent
from handlers.services import Context, Services, get_services
from i18n import date_format
from i18n.language import say, say_plural
from storage import Correction

PAGE_ACTION = "c"  # the action of a button that leads to another page
_PAGE_SIZE = 12


async def build_page(number: int, services: Services) -> MessageContent:
    """Returns a page of the list, the newest correction first."""
    count = await services.storage.corrections.count()
    if not count:
        return say("No figure that my replies used has been corrected."), None
    places, number, pages = slice_page(range(count), number, _PAGE_SIZE)
    shown = await services.storage.corrections.latest(_PAGE_SIZE, places[0])
    lines = [say("<b>Corrected figures</b>"), *map(_format_correction, shown)]
    return "\n".join(lines), build_keyboard(_build_page_buttons(number, pages))


async def send_corrections(message: Message, context: Context) -> None:
    """Replies with the first page; in a group without buttons, as one person would turn the page for all."""
    html, buttons = await build_page(0, get_services(context))
    await sender.reply_to(context.bot, message, html, buttons if message.chat.type == "private" else None)


async def handle_page_button(query: CallbackQuery, number: str, context: Context) -> None:
    """Puts another page in the place of the one shown."""
    await sender.answer_press(query)
    if query.message is not None and number.isdecimal() and len(number) < 6:
        page = await build_page(int(number), get_services(context))
        await sender.edit_message(context.bot, query.message.chat.id, query.message.message_id, *page)


def _build_page_buttons(number: int, pages: int) -> Buttons:
    row = [reply_view.make_button(say("« Newer"), PAGE_ACTION, str(number - 1))] if number else []
    row += [reply_view.make_button(say("Older »"), PAGE_ACTION, str(number + 1))] if number < pages - 1 else []
    return [row] if row else []


def _format_correction(correction: Correction) -> str:
    replies = say_plural("{number} reply changed", "{number} replies changed", correction.replies)
    before, after = format_code(correction.before), format_code(correction.after)
    return (
        f"• {date_format.short_date(correction.day)}, {format_code(correction.figure)}: {before} → {after}; {replies}"
    )
