"""/log: who changed the figures, what and when. /undo: takes one of these changes back, as a change of its own."""

from __future__ import annotations

from telegram import CallbackQuery, InlineKeyboardButton, Message, Update

from handlers.outgoing import sender
from handlers.outgoing.pagination import (
    Buttons,
    build_keyboard,
    build_page_buttons,
    format_code,
    shorten_text,
    slice_page,
)
from handlers.outgoing.sender import MessageContent
from handlers.owners.change_approval import stage_change
from handlers.services import Context, Services, get_services
from handlers.state.pending_changes import PendingChange
from i18n import date_format
from i18n.language import say, say_plural
from knowledge.editing.edit import Edit
from storage import FOLDER_USER_ID, KnowledgeChange

UNDO_ACTION = "u"  # the action of a button that takes a change back
LOG_LIST, UNDO_LIST = "log", "undo"
_PAGE_SIZES = {LOG_LIST: 10, UNDO_LIST: 6}
_SHOWN_ROWS = 3  # of a change, in a list


async def handle_log(update: Update, context: Context) -> None:
    """Replies with the first page."""
    if update.message is not None:
        page = await build_log_page(LOG_LIST, 0, _find_sender_id(update.message), get_services(context))
        await sender.reply_to(context.bot, update.message, *page)


async def handle_undo(update: Update, context: Context) -> None:
    """Shows what taking back a change would make different; without its number, the changes to choose from."""
    message = update.message
    if message is None or message.text is None:
        return
    services, person = get_services(context), _find_sender_id(message)
    number = message.text.partition(" ")[2].strip().lstrip("#")
    if number.isdecimal() and len(number) < 10:
        await sender.reply_to(context.bot, message, *await _stage_undo(int(number), person, services))
    else:
        await sender.reply_to(context.bot, message, *await build_log_page(UNDO_LIST, 0, person, services))


async def handle_undo_button(query: CallbackQuery, number: str, context: Context) -> None:
    """Shows what taking back the change of a button would make different."""
    await sender.answer_press(query)
    if isinstance(query.message, Message) and number.isdecimal():
        page = await _stage_undo(int(number), query.from_user.id, get_services(context))
        await sender.reply_to(context.bot, query.message, *page)


async def build_log_page(name: str, number: int, person: int, services: Services) -> MessageContent:
    """Returns a page of the list "log", or "undo" with a button for each change that can be taken back."""
    count = await services.storage.knowledge_changes.count()
    size = _PAGE_SIZES[name]
    places, number, pages = slice_page(range(count), number, size)
    changes = await services.storage.knowledge_changes.latest(size, places[0] if places else 0)
    if not changes:
        return say("Nobody has changed the figures yet."), None
    head = say("<b>Which change shall I take back?</b>") if name == UNDO_LIST else say("<b>Changes of the figures</b>")
    told = [head, *(_format_change(change, person) for change in changes)]
    rows: Buttons = []
    if name == UNDO_LIST:
        rows = [
            [_build_undo_button(change) for change in changes[at : at + 3] if change.can_be_undone] for at in (0, 3)
        ]
    return "\n\n".join(told), build_keyboard([row for row in rows if row] + build_page_buttons(name, number, pages))


async def _stage_undo(number: int, person: int, services: Services) -> MessageContent:
    change = await services.storage.knowledge_changes.find(number)
    if change is None:
        return say("There is no change {number}. /log lists them.", number=number), None
    if not change.can_be_undone:
        return say(
            "Change {number} is too old, or too large, for me to have kept what it changed.", number=number
        ), None
    undone = {place: (change.before[place], change.after[place]) for place in change.after}
    name = say("Undo of #{number} ({file})", number=number, file=change.file)
    edit = Edit(undone=undone)
    return await stage_change(PendingChange(person, name, edit, services.clock(), undoes=number), services)


def _format_change(change: KnowledgeChange, person: int) -> str:
    rows = change.summary.split("\n")
    shown = [format_code(shorten_text(row)) for row in rows[:_SHOWN_ROWS]]
    if len(rows) > _SHOWN_ROWS:
        shown.append(say_plural("… and {number} more", "… and {number} more", len(rows) - _SHOWN_ROWS))
    version = f" · {format_code(change.version[:8])}" if change.version else ""
    when, who = date_format.date_and_time(change.created), _name_author(change, person)
    head = f"<b>#{change.id}</b> {when} · {who} · {format_code(change.file[:60])}{version}"
    return "\n".join([head, *shown])


def _name_author(change: KnowledgeChange, person: int) -> str:
    if change.user_id == FOLDER_USER_ID:
        return say("in the folder")
    return say("you") if change.user_id == person else say("owner {id}", id=change.user_id)


def _build_undo_button(change: KnowledgeChange) -> InlineKeyboardButton:
    return InlineKeyboardButton(say("Undo #{number}", number=change.id), callback_data=f"{UNDO_ACTION}:{change.id}")


def _find_sender_id(message: Message) -> int:
    return message.from_user.id if message.from_user is not None else 0
