"""Answers edited messages by editing the reply."""

from __future__ import annotations

from telegram import Update
from telegram.ext import MessageHandler, filters

from handlers.checks import what_if
from handlers.checks.check_flow import check_message
from handlers.checks.check_reply import revise_reply
from handlers.checks.check_request import CheckRequest
from handlers.incoming import addressing
from handlers.incoming.addressing import read_text
from handlers.services import App, Context, get_services
from i18n.language import use_language

EDITED_MESSAGES = filters.UpdateType.EDITED_MESSAGE & (filters.TEXT | filters.CAPTION)


def register(application: App) -> None:
    application.add_handler(MessageHandler(EDITED_MESSAGES, handle_edit))


async def handle_edit(update: Update, context: Context) -> None:
    """Edits the reply to a message; none to a part of a longer text, as the other parts are not stored."""
    message = update.edited_message
    if message is None:
        return
    check = await get_services(context).storage.checks.find_by_message(message.chat.id, message.message_id)
    if check is None or check.parts > 1:
        return
    request = addressing.extract_request(message, context.bot.bot)
    text = read_text(message)[0] if request is None else request
    if not text.strip():
        return
    with use_language(check.language):
        answer = await what_if.redo_with_change(message, text, context) or await check_message(
            text, message, get_services(context)
        )
    await revise_reply(check, answer, CheckRequest(update.update_id, text, message, check.asker_id), context)
