"""Requests in groups: /check, a mention of the bot, or a reply to it; nothing else is answered there.

The first two may be a reply to the message that is to be checked.
"""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from handlers.checks import what_if
from handlers.checks.check_flow import answer_request, check_message
from handlers.checks.check_request import CheckRequest
from handlers.checks.rate_limit_reply import admit_request
from handlers.incoming import addressing
from handlers.incoming.addressing import find_asker_id, find_replied_message, is_from_bot, is_from_person, read_text
from handlers.incoming.message_text import UnreadableFileError, read_message_text
from handlers.outgoing import sender, texts
from handlers.services import App, Context, get_services
from i18n.language import say
from reasoning.model.answer import Answer

GROUP_MESSAGES = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS & (filters.TEXT | filters.CAPTION)


def register(application: App) -> None:
    application.add_handler(MessageHandler(GROUP_MESSAGES, handle_request))


async def handle_request(update: Update, context: Context) -> None:
    """Checks the text beside the command or mention; if there is no claim in it, the message that it replies to."""
    message = update.message
    if message is None or not is_from_person(message):
        return
    text = addressing.extract_request(message, context.bot.bot)
    target = find_replied_message(message)
    if text is None:
        if target is not None and is_from_bot(target, context.bot.bot):
            await _handle_reply_to_bot(update, message, context)
        return
    if not await admit_request(message, context):
        return
    own = CheckRequest(update.update_id, text, message, find_asker_id(message))
    answer = await _answer_or_redo(own, context) if text else None
    if answer is not None and (target is None or answer.readings or not answer.is_silent):
        await answer_request(own, context, answer)
    elif target is not None:
        await _check_target(target, own, context)
    elif message.document is not None:
        await _check_target(message, own, context)
    else:
        await sender.reply_to(context.bot, message, say(texts.NOTHING_ASKED))


async def _handle_reply_to_bot(update: Update, message: Message, context: Context) -> None:
    """Answers a reply to the bot if it changes that check or makes another claim; not "thanks" and the like."""
    own = CheckRequest(update.update_id, read_text(message)[0], message, find_asker_id(message))
    answer = await _answer_or_redo(own, context)
    if not answer.is_silent and await admit_request(message, context):
        await answer_request(own, context, answer)


async def _answer_or_redo(own: CheckRequest, context: Context) -> Answer:
    redone = await what_if.redo_with_change(own.target, own.text, context)
    return redone if redone is not None else await check_message(own.text, own.target, get_services(context))


async def _check_target(target: Message, own: CheckRequest, context: Context) -> None:
    if is_from_bot(target, context.bot.bot):
        await sender.reply_to(context.bot, own.target, say(texts.OWN_REPLY))
        return
    quote = own.target.quote
    try:
        async with sender.show_typing(own.target):
            text = quote.text if quote is not None and quote.is_manual else await read_message_text(target)
    except UnreadableFileError:
        await sender.reply_to(context.bot, own.target, say(texts.NO_TEXT_THERE))
        return
    bare = addressing.extract_request(target, context.bot.bot) if target.document is None else None
    await answer_request(CheckRequest(own.update_id, bare or text, target, own.asker_id), context)
