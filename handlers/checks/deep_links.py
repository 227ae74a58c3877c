"""Links into the private chat: `/start check_<id>` shows a check again there.

Anybody who has the link sees the check: its id can't be guessed, and comes with the button of the reply. Only the
person who asked is shown again whom a forwarded post came from.
"""

from __future__ import annotations

from dataclasses import replace

from telegram import Message, Update
from telegram.ext import CommandHandler, filters

from handlers.checks import reply_view
from handlers.checks.rate_limit_reply import admit_request
from handlers.checks.stored_answer import load_answer
from handlers.incoming.addressing import find_asker_id, is_from_person
from handlers.outgoing import sender
from handlers.outgoing.sender import Bot
from handlers.services import App, Context, Services, get_services
from i18n.language import say, use_language
from reasoning.model.answer import Answer
from storage import Check, new_check_id

PREFIX = "check_"
LINK_MESSAGES = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & filters.Regex(rf"^/start\s+{PREFIX}[\w-]+$")


def register(application: App) -> None:
    application.add_handler(CommandHandler("start", handle_check_link, LINK_MESSAGES))


def build_link(check_id: str, bot: Bot) -> str:
    """Returns the link that opens a check in the private chat with the bot."""
    return f"https://t.me/{bot.username}?start={PREFIX}{check_id}"


def build_link_from_inline(check: Check, bot: Bot) -> str:
    """Returns the link to a check whose reply is in a chat that the bot is not in; "" for any other."""
    return build_link(check.id, bot) if check.inline_id else ""


async def handle_check_link(update: Update, context: Context) -> None:
    """Shows the check of a link again, or says that it is no longer stored."""
    message = update.message
    if (
        message is None
        or message.text is None
        or not is_from_person(message)
        or not await admit_request(message, context)
    ):
        return
    services = get_services(context)
    check = await services.storage.checks.find(message.text.rpartition(PREFIX)[2])
    try:
        answer = _load(check, services) if check is not None else None
    except ValueError:  # stored by another version of the program
        answer = None
    if check is None or answer is None:
        told = say("I no longer have that answer: I keep them for 30 days. Send me the claim itself.")
        await sender.reply_to(context.bot, message, told)
        return
    await _show_check(check, answer, message, context)


def _load(check: Check, services: Services) -> Answer:
    """Returns the answer in the language of its chat. Raises ValueError where it can't be read any more."""
    with use_language(check.language):
        return load_answer(check.answer, services.live_library.library)


async def _show_check(check: Check, answer: Answer, message: Message, context: Context) -> None:
    services, person = get_services(context), find_asker_id(message)
    origin = check.origin if person == check.asker_id else ""
    shown = replace(check, id=new_check_id(), origin=origin, asker_id=person, inline_id="", claim="", parts=1)
    with use_language(check.language):
        html, buttons = reply_view.render_reply(reply_view.FRONT, answer, shown.id, services.wording, origin)
    async with services.storage.checks.sending(shown.id):
        sent = await sender.reply_to(context.bot, message, html, buttons)
        if sent is not None:
            place = replace(
                shown,
                chat_id=sent.chat.id,
                message_id=message.message_id,
                reply_message_id=sent.message_id,
                created=services.clock(),
            )
            await services.storage.checks.add(place)
