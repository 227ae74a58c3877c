"""/log: who changed the figures, what and when. /undo: any of these changes taken back, as a change of its own."""

from __future__ import annotations

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from handlers.outgoing import sender
from handlers.outgoing.pagination import Buttons, code, keyboard, leaf, shorten, turning
from handlers.owners.change_approval import prepare
from handlers.services import Context, Services, of
from handlers.state.pending_changes import PendingChange
from i18n import dates
from i18n.language import say, say_many
from knowledge.editing.edit import Edit
from storage import FOLDER, KnowledgeChange

UNDO = "u"  # the action of a button that takes a change back
LOG, UNDOING = "log", "undo"  # the lists
_ON_A_LEAF = {LOG: 10, UNDOING: 6}
_ROWS = 3  # of a change, in a list
Page = tuple[str, InlineKeyboardMarkup | None]


async def log(update: Update, context: Context) -> None:
    if update.message is not None:
        page = await turn(LOG, 0, _sender(update.message), of(context))
        await sender.reply(context.bot, update.message, *page)


async def undo(update: Update, context: Context) -> None:
    """With a number, that change; else the last ones to choose from."""
    message = update.message
    if message is None or message.text is None:
        return
    services, person = of(context), _sender(message)
    number = message.text.partition(" ")[2].strip().lstrip("#")
    if number.isdecimal() and len(number) < 10:
        await sender.reply(context.bot, message, *await _taken_back(int(number), person, services))
    else:
        await sender.reply(context.bot, message, *await turn(UNDOING, 0, person, services))


async def chosen(query: CallbackQuery, number: str, context: Context) -> None:
    """The change to take back, by a button."""
    await sender.acknowledge(query)
    if isinstance(query.message, Message) and number.isdecimal():
        page = await _taken_back(int(number), query.from_user.id, of(context))
        await sender.reply(context.bot, query.message, *page)


async def turn(name: str, number: int, person: int, services: Services) -> Page:
    """A leaf of the log, or of the changes that can be taken back."""
    count = await services.storage.changes.count()
    size = _ON_A_LEAF[name]
    places, number, leaves = leaf(range(count), number, size)
    changes = await services.storage.changes.latest(size, places[0] if places else 0)
    if not changes:
        return say("Nobody has changed the figures yet."), None
    head = say("<b>Which change shall I take back?</b>") if name == UNDOING else say("<b>Changes of the figures</b>")
    told = [head, *(_told(change, person) for change in changes)]
    rows: Buttons = []
    if name == UNDOING:
        rows = [[_button(change) for change in changes[at : at + 3] if change.can_be_undone] for at in (0, 3)]
    return "\n\n".join(told), keyboard([row for row in rows if row] + turning(name, number, leaves))


async def _taken_back(number: int, person: int, services: Services) -> Page:
    change = await services.storage.changes.find(number)
    if change is None:
        return say("There is no change {number}. /log lists them.", number=number), None
    if not change.can_be_undone:
        return say(
            "Change {number} is too old, or too large, for me to have kept what it changed.", number=number
        ), None
    undone = {place: (change.before[place], change.after[place]) for place in change.after}
    name = say("Undo of #{number} ({file})", number=number, file=change.file)
    edit = Edit(undone=undone)
    return await prepare(PendingChange(person, name, edit, services.clock(), undoes=number), services)


def _told(change: KnowledgeChange, person: int) -> str:
    rows = change.summary.split("\n")
    shown = [code(shorten(row)) for row in rows[:_ROWS]]
    if len(rows) > _ROWS:
        shown.append(say_many("… and {number} more", "… and {number} more", len(rows) - _ROWS))
    version = f" · {code(change.version[:8])}" if change.version else ""
    when, who = dates.minute(change.created), _who(change, person)
    head = f"<b>#{change.id}</b> {when} · {who} · {code(change.file[:60])}{version}"
    return "\n".join([head, *shown])


def _who(change: KnowledgeChange, person: int) -> str:
    if change.user_id == FOLDER:
        return say("in the folder")
    return say("you") if change.user_id == person else say("owner {id}", id=change.user_id)


def _button(change: KnowledgeChange) -> InlineKeyboardButton:
    return InlineKeyboardButton(say("Undo #{number}", number=change.id), callback_data=f"{UNDO}:{change.id}")


def _sender(message: Message) -> int:
    return message.from_user.id if message.from_user is not None else 0
