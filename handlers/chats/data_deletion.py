"""/deletemydata and /stop: what is kept of somebody goes at once; and chats that want nothing more to be said."""

from __future__ import annotations

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop, CommandHandler, TypeHandler, filters

from handlers.chats.membership import is_in, may_speak
from handlers.chats.settings_menu import administers
from handlers.incoming.addressing import is_person
from handlers.outgoing import sender, texts
from handlers.outgoing.circuit_breaker import CircuitBreaker
from handlers.services import App, Context, Services, of
from handlers.state.chat_settings import SILENT
from i18n.language import say, say_many

BEFORE = -1  # the group of handlers that come before all others
_ALWAYS = ("/start", "/stop", "/settings", "/deletemydata", "/privacy")  # heard in a silent chat, and in every topic


def register(application: App) -> None:
    application.add_handler(TypeHandler(Update, hush), group=BEFORE)
    application.add_handler(CommandHandler("deletemydata", delete, filters.UpdateType.MESSAGE))
    application.add_handler(CommandHandler("stop", stop, filters.UpdateType.MESSAGE))


async def hush(update: Update, context: Context) -> None:
    """Lets nothing further from a chat, or a topic, that the bot is to be silent in."""
    limiter: object = context.bot.rate_limiter
    if isinstance(limiter, CircuitBreaker):
        _reopen(update, limiter)
    message = update.message or update.edited_message
    if message is None:
        return
    choice = of(context).choices.of(message.chat.id)
    if not choice.silent and not choice.topics:
        return
    is_shut = bool(message.chat.is_forum) and not choice.allows(
        message.message_thread_id if message.is_topic_message else None
    )
    if (choice.silent or is_shut) and not _is_always_heard(message):
        raise ApplicationHandlerStop


def _reopen(update: Update, gate: CircuitBreaker) -> None:
    """Who writes to the bot lets it write; and its place in a chat has changed if Telegram says so."""
    change = update.my_chat_member
    if change is not None:
        if is_in(change.new_chat_member) and may_speak(change):
            gate.open(change.chat.id)
    elif update.message is not None and update.message.chat.type == ChatType.PRIVATE:
        gate.open(update.message.chat.id)


def _is_always_heard(message: Message) -> bool:
    words = (message.text or "").split(maxsplit=1)
    return bool(words) and words[0].partition("@")[0].lower() in _ALWAYS


async def delete(update: Update, context: Context) -> None:
    message = update.message
    if message is None or not is_person(message):
        return
    if message.sender_chat is not None or message.from_user is None:
        await sender.reply(
            context.bot, message, say("I can't see who you are here. Write /deletemydata to me in private.")
        )
        return
    await sender.reply(context.bot, message, await forget(message.from_user.id, of(context)))


async def forget(person: int, services: Services) -> str:
    """Deletes all that is a person's, and says what that was."""
    feedback = await services.storage.feedback.forget(person)
    checks = await services.storage.checks.forget(person)
    settings = await services.choices.forget(person)
    await services.storage.writer.scrub()
    deleted = [
        say_many("{number} answer", "{number} answers", checks),
        say_many("{number} remark on what is wrong", "{number} remarks on what is wrong", feedback),
        say_many("{number} setting", "{number} settings", settings),
    ]
    told = say("Deleted: {first}, {second} and {third}.", first=deleted[0], second=deleted[1], third=deleted[2])
    rest = say("My replies stay in their chats, where you can delete them; their buttons no longer work.")
    return f"{told}\n{rest}"


async def stop(update: Update, context: Context) -> None:
    """In a group by its admins alone."""
    message = update.message
    if message is None or not is_person(message):
        return
    services, chat = of(context), message.chat
    if chat.type == ChatType.PRIVATE:
        told = await forget(chat.id, services)
    elif await administers(message, context):
        told = await _forget_group(chat.id, services)
    else:
        await sender.reply(context.bot, message, say(texts.ADMINS_ONLY))
        return
    silent = say("I say nothing more here until /start.")
    await sender.reply(context.bot, message, f"{told}\n\n{silent}")
    await services.choices.set(chat.id, SILENT, value=True)


async def _forget_group(chat_id: int, services: Services) -> str:
    checks = await services.storage.checks.forget_chat(chat_id)
    settings = await services.choices.forget(chat_id)
    await services.storage.writer.scrub()
    return say(
        "Deleted: {answers} and {settings} of this group.",
        answers=say_many("{number} answer", "{number} answers", checks),
        settings=say_many("{number} setting", "{number} settings", settings),
    )


async def start_again(message: Message, context: Context) -> bool:
    """Whether /start may be answered: in a silent group it takes an admin."""
    services = of(context)
    if not services.choices.of(message.chat.id).silent:
        return True
    if message.chat.type != ChatType.PRIVATE and not await administers(message, context):
        return False
    await services.choices.set(message.chat.id, SILENT, value=False)
    return True
