"""Requests: /check, a mention or a reply to the bot, of which the first two may stand in reply to a message.

In a group nothing else is answered.
"""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from handlers.checks import what_if
from handlers.checks.check_flow import answer_request, check_message
from handlers.checks.check_request import CheckRequest
from handlers.checks.rate_limit_reply import admit
from handlers.incoming import addressing
from handlers.incoming.addressing import asker, is_own, is_person, replied_to, spoken
from handlers.incoming.message_text import UnreadableFileError, read
from handlers.outgoing import sender, texts
from handlers.services import App, Context, of
from i18n.language import say
from reckoning.answer import Answer

HERE = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS & (filters.TEXT | filters.CAPTION)


def register(application: App) -> None:
    application.add_handler(MessageHandler(HERE, asked))


async def asked(update: Update, context: Context) -> None:
    """Judges what stands beside the command or mention; where that says nothing to check, the message it replies to."""
    message = update.message
    if message is None or not is_person(message):
        return
    text = addressing.request(message, context.bot.bot)
    target = replied_to(message)
    if text is None:
        if target is not None and is_own(target, context.bot.bot):
            await _answered(update, message, context)
        return
    if not await admit(message, context):
        return
    own = CheckRequest(update.update_id, text, message, asker(message))
    answer = await _understood(own, context) if text else None
    if answer is not None and (target is None or not answer.is_silent):
        await answer_request(own, context, answer)
    elif target is not None:
        await _judge(target, own, context)
    elif message.document is not None:
        await _judge(message, own, context)
    else:
        await sender.reply(context.bot, message, say(texts.NOTHING_ASKED))


async def _answered(update: Update, message: Message, context: Context) -> None:
    """A reply to the bot's own: a change to that check, or another claim. To all else, as to "thanks", it is silent."""
    own = CheckRequest(update.update_id, spoken(message)[0], message, asker(message))
    answer = await _understood(own, context)
    if not answer.is_silent and await admit(message, context):
        await answer_request(own, context, answer)


async def _understood(own: CheckRequest, context: Context) -> Answer:
    redone = await what_if.redo(own.target, own.text, context)
    return redone if redone is not None else await check_message(own.text, own.target, of(context))


async def _judge(target: Message, own: CheckRequest, context: Context) -> None:
    if is_own(target, context.bot.bot):
        await sender.reply(context.bot, own.target, say(texts.OWN_REPLY))
        return
    quote = own.target.quote
    try:
        async with sender.typing(own.target):
            text = quote.text if quote is not None and quote.is_manual else await read(target)
    except UnreadableFileError:
        await sender.reply(context.bot, own.target, say(texts.NO_TEXT_THERE))
        return
    bare = addressing.request(target, context.bot.bot) if target.document is None else None
    await answer_request(CheckRequest(own.update_id, bare or text, target, own.asker_id), context)
