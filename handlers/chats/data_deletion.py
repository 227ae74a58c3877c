"""/deletemydata and /stop: what is stored of a person or a group is deleted at once."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import CommandHandler, filters

from handlers.chats.settings_menu import is_from_admin
from handlers.incoming.addressing import is_from_person
from handlers.outgoing import sender, texts
from handlers.services import App, Context, Services, get_services
from handlers.state.chat_settings import SILENT
from i18n.language import say, say_plural


def register(application: App) -> None:
    application.add_handler(CommandHandler("deletemydata", handle_delete, filters.UpdateType.MESSAGE))
    application.add_handler(CommandHandler("stop", handle_stop, filters.UpdateType.MESSAGE))


async def handle_delete(update: Update, context: Context) -> None:
    """Deletes what is stored of the sender. Who writes in the name of a chat is sent to the private one."""
    message = update.message
    if message is None or not is_from_person(message):
        return
    if message.sender_chat is not None or message.from_user is None:
        told = say("I can't see who you are here. Write /deletemydata to me in private.")
    else:
        told = await delete_person_data(message.from_user.id, get_services(context))
    await sender.reply_to(context.bot, message, told)


async def handle_stop(update: Update, context: Context) -> None:
    """Deletes what is stored of the chat, and is silent there until /start. In a group for its admins alone."""
    message = update.message
    if message is None or not is_from_person(message):
        return
    services, chat = get_services(context), message.chat
    if chat.type == ChatType.PRIVATE:
        told = await delete_person_data(chat.id, services)
    elif await is_from_admin(message, context):
        told = await _delete_group_data(chat.id, services)
    else:
        await sender.reply_to(context.bot, message, say(texts.ADMINS_ONLY))
        return
    silent = say("I say nothing more here until /start.")
    await sender.reply_to(context.bot, message, f"{told}\n\n{silent}")
    await services.preferences.set(chat.id, SILENT, value=True)


async def delete_person_data(person: int, services: Services) -> str:
    """Deletes all that is stored of a person, also from the file on disk, and returns a text that counts it."""
    feedback = await services.storage.feedback.delete_of_person(person)
    checks = await services.storage.checks.delete_of_asker(person)
    settings = await services.preferences.forget(person)
    await services.storage.writer.erase_deleted()
    deleted = [
        say_plural("{number} answer", "{number} answers", checks),
        say_plural("{number} remark on what is wrong", "{number} remarks on what is wrong", feedback),
        say_plural("{number} setting", "{number} settings", settings),
    ]
    told = say("Deleted: {first}, {second} and {third}.", first=deleted[0], second=deleted[1], third=deleted[2])
    rest = say("My replies stay in their chats, where you can delete them; their buttons no longer work.")
    return f"{told}\n{rest}"


async def _delete_group_data(chat_id: int, services: Services) -> str:
    checks = await services.storage.checks.delete_of_chat(chat_id)
    settings = await services.preferences.forget(chat_id)
    await services.storage.writer.erase_deleted()
    return say(
        "Deleted: {answers} and {settings} of this group.",
        answers=say_plural("{number} answer", "{number} answers", checks),
        settings=say_plural("{number} setting", "{number} settings", settings),
    )
