"""Requests: /check or a mention, by itself or in reply to a message. In a group nothing else is answered."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from handlers import address, post, sentence
from handlers.address import asker, is_person
from handlers.material import Unreadable, read
from handlers.service import App, Context, of
from handlers.verdict import Ask, reckon, respond

HERE = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS & (filters.TEXT | filters.CAPTION)


def register(application: App) -> None:
    application.add_handler(MessageHandler(HERE, asked))


async def asked(update: Update, context: Context) -> None:
    """Judges what stands beside the command or mention; where that says nothing to check, the message it replies to."""
    message = update.message
    if message is None or not is_person(message):
        return
    text = address.request(message, context.bot.bot)
    if text is None:
        return
    target = replied_to(message)
    own = Ask(update.update_id, text, message, asker(message))
    answer = await reckon(text, message, of(context)) if text else None
    if answer is not None and (target is None or not answer.is_silent):
        await respond(own, context, answer)
    elif target is not None:
        await _judge(target, own, context)
    elif message.document is not None:
        await _judge(message, own, context)
    else:
        await post.reply(context.bot, message, sentence.NOTHING_ASKED)


def replied_to(message: Message) -> Message | None:
    """The message that this one answers. In a topic each answers the one that opened it; that doesn't count."""
    target = message.reply_to_message
    return None if target is None or target.forum_topic_created is not None else target


async def _judge(target: Message, own: Ask, context: Context) -> None:
    if target.from_user is not None and target.from_user.id == context.bot.id:
        await post.reply(context.bot, own.target, sentence.OWN_REPLY)
        return
    quote = own.target.quote
    try:
        text = quote.text if quote is not None and quote.is_manual else await read(target)
    except Unreadable:
        await post.reply(context.bot, own.target, sentence.NO_TEXT_THERE)
        return
    bare = address.request(target, context.bot.bot) if target.document is None else None
    await respond(Ask(own.update_id, bare or text, target, own.asker_id), context)
