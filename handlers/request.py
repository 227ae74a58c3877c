"""Requests: /check, a mention or a reply to the bot, of which the first two may stand in reply to a message.

In a group nothing else is answered.
"""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from handlers import address, follow_up, post, sentence
from handlers.address import asker, is_own, is_person, replied_to, spoken
from handlers.admission import admit
from handlers.material import Unreadable, read
from handlers.service import App, Context, of
from handlers.verdict import Ask, reckon, respond
from reckoning.answer import Answer
from reckoning.language import say

HERE = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS & (filters.TEXT | filters.CAPTION)


def register(application: App) -> None:
    application.add_handler(MessageHandler(HERE, asked))


async def asked(update: Update, context: Context) -> None:
    """Judges what stands beside the command or mention; where that says nothing to check, the message it replies to."""
    message = update.message
    if message is None or not is_person(message):
        return
    text = address.request(message, context.bot.bot)
    target = replied_to(message)
    if text is None:
        if target is not None and is_own(target, context.bot.bot):
            await _answered(update, message, context)
        return
    if not await admit(message, context):
        return
    own = Ask(update.update_id, text, message, asker(message))
    answer = await _understood(own, context) if text else None
    if answer is not None and (target is None or not answer.is_silent):
        await respond(own, context, answer)
    elif target is not None:
        await _judge(target, own, context)
    elif message.document is not None:
        await _judge(message, own, context)
    else:
        await post.reply(context.bot, message, say(sentence.NOTHING_ASKED))


async def _answered(update: Update, message: Message, context: Context) -> None:
    """A reply to the bot's own: a change to that check, or another claim. To all else, as to "thanks", it is silent."""
    own = Ask(update.update_id, spoken(message)[0], message, asker(message))
    answer = await _understood(own, context)
    if not answer.is_silent and await admit(message, context):
        await respond(own, context, answer)


async def _understood(own: Ask, context: Context) -> Answer:
    redone = await follow_up.redo(own.target, own.text, context)
    return redone if redone is not None else await reckon(own.text, own.target, of(context))


async def _judge(target: Message, own: Ask, context: Context) -> None:
    if is_own(target, context.bot.bot):
        await post.reply(context.bot, own.target, say(sentence.OWN_REPLY))
        return
    quote = own.target.quote
    try:
        async with post.typing(own.target):
            text = quote.text if quote is not None and quote.is_manual else await read(target)
    except Unreadable:
        await post.reply(context.bot, own.target, say(sentence.NO_TEXT_THERE))
        return
    bare = address.request(target, context.bot.bot) if target.document is None else None
    await respond(Ask(own.update_id, bare or text, target, own.asker_id), context)
