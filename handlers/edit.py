"""Edited messages: the reply follows, where there is one."""

from __future__ import annotations

from telegram import Update
from telegram.ext import MessageHandler, filters

from handlers import address, follow_up
from handlers.address import spoken
from handlers.service import App, Context, of
from handlers.verdict import Ask, reckon, revise
from reckoning.language import speaking

HERE = filters.UpdateType.EDITED_MESSAGE & (filters.TEXT | filters.CAPTION)


def register(application: App) -> None:
    application.add_handler(MessageHandler(HERE, edited))


async def edited(update: Update, context: Context) -> None:
    """Nothing for a message that was never answered, nor for a part of an article: its other parts are not kept."""
    message = update.edited_message
    if message is None:
        return
    check = await of(context).storage.checks.of_message(message.chat.id, message.message_id)
    if check is None or check.parts > 1:
        return
    request = address.request(message, context.bot.bot)
    text = spoken(message)[0] if request is None else request
    if not text.strip():
        return
    with speaking(check.language):
        answer = await follow_up.redo(message, text, context) or await reckon(text, message, of(context))
    await revise(check, answer, Ask(update.update_id, text, message, check.asker_id), context)
