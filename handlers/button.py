"""Buttons under a reply: they turn it to its working or its sources, and back."""

from __future__ import annotations

from telegram import CallbackQuery, MaybeInaccessibleMessage, Update
from telegram.constants import ChatType
from telegram.ext import CallbackQueryHandler

from handlers import owner, page, post, sentence
from handlers.service import App, Context, of
from reckoning.answer import Answer
from storage import Check

FACES = (page.FRONT, page.WORKING, page.SOURCES)


def register(application: App) -> None:
    application.add_handler(CallbackQueryHandler(pressed))


async def pressed(update: Update, context: Context) -> None:
    """Every press is answered, whatever it was on: until then the person's button keeps turning."""
    query = update.callback_query
    if query is None:
        return
    action, _, token = (query.data or "").partition(":")
    if action in FACES and token:
        await _turn(query, action, token, context)
    elif action in owner.ACTIONS and token:
        await owner.pressed(query, action, token, context)
    else:
        await post.acknowledge(query, sentence.UNKNOWN_BUTTON)


async def _turn(query: CallbackQuery, face: str, check_id: str, context: Context) -> None:
    services = of(context)
    check = await services.storage.checks.find(check_id)
    message = query.message
    if check is None or message is None or message.message_id != check.reply_message_id:
        await post.acknowledge(query, sentence.OLD_BUTTON)
        return
    if not await _may_turn(query, message, check, context):
        await post.acknowledge(query, sentence.NOT_YOURS)
        return
    try:
        stored = Answer.load(check.answer)
    except ValueError:  # kept by another version of the program
        await post.acknowledge(query, sentence.OLD_BUTTON)
        return
    if message.is_accessible:
        await post.acknowledge(query)  # before the edit, which may have to wait for Telegram's limits
    html, buttons = page.turn(face, stored, check.id, services.wording, check.origin)
    turned = await post.revise(context.bot, check.chat_id, message.message_id, html, buttons)
    if not message.is_accessible:  # deleted, perhaps
        await post.acknowledge(query, "" if turned else sentence.GONE)


async def _may_turn(query: CallbackQuery, message: MaybeInaccessibleMessage, check: Check, context: Context) -> bool:
    if message.chat.type == ChatType.PRIVATE or query.from_user.id == check.asker_id:
        return True
    return await of(context).admins.include(context.bot, message.chat.id, query.from_user.id)
