"""/settings: what a group's admins choose for it, in the group or in private, by buttons."""

from __future__ import annotations

from html import escape

import structlog
from telegram import (
    CallbackQuery,
    Chat,
    ChatFullInfo,
    ChatMember,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import CommandHandler, filters

from handlers.chats import settings_view
from handlers.incoming.addressing import ANONYMOUS_ADMIN_ID, is_from_person
from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import Buttons
from handlers.outgoing.sender import Bot, MessageContent
from handlers.services import App, Context, get_services
from handlers.state.chat_settings import FULL, HOURLY, HOURLY_CHOICES, LANGUAGE, LENGTH, SHORT, TOPICS, WATCH
from i18n.language import available_languages, say

log = structlog.get_logger(__name__)

_MOST_GROUPS = 8  # shown in private
_MOST_TOPICS = 50  # that can be chosen


def register(application: App) -> None:
    application.add_handler(CommandHandler("settings", handle_settings, filters.UpdateType.MESSAGE))


async def handle_settings(update: Update, context: Context) -> None:
    """Replies with the settings of the group; in private with the groups that the person administers and asked in."""
    message = update.message
    if message is None or not is_from_person(message):
        return
    if message.chat.type == ChatType.PRIVATE:
        await sender.reply_to(context.bot, message, *await _build_group_menu(message.chat.id, context))
    elif await is_from_admin(message, context):
        topic = _find_topic(message, message.chat)
        await sender.reply_to(context.bot, message, *await _build_menu(message.chat, topic, context))
    else:
        await sender.reply_to(context.bot, message, say(texts.ADMINS_ONLY))


async def is_from_admin(message: Message, context: Context) -> bool:
    """Whether an admin of the chat wrote this, in their own or the group's name."""
    if message.sender_chat is not None:
        return message.sender_chat.id == message.chat.id
    person = message.from_user
    return person is not None and await get_services(context).admins.is_admin(context.bot, message.chat.id, person.id)


async def handle_settings_button(query: CallbackQuery, rest: str, context: Context) -> None:
    """Changes a setting. The person must be an admin at each press, as the buttons stay."""
    message = query.message
    chat_id, _, flip = rest.partition(":")
    if message is None or not chat_id.lstrip("-").isdecimal():
        await sender.answer_press(query, say(texts.UNKNOWN_BUTTON))
        return
    if not await _may_change(query, int(chat_id), context):
        await sender.answer_press(query, say(texts.ADMINS_ONLY))
        return
    try:
        chat = await _fetch_chat(int(chat_id), message, context)
    except TelegramError:
        await sender.answer_press(query, say("I am not in that group any more."))
        return
    what, _, value = flip.partition(":")
    alert = await _change_setting(chat, what, value, context)
    await sender.answer_press(query, alert)
    topic = _find_topic(message, chat)
    await sender.edit_message(
        context.bot, message.chat.id, message.message_id, *await _build_menu(chat, topic, context)
    )


async def _may_change(query: CallbackQuery, chat_id: int, context: Context) -> bool:
    here = query.message is not None and query.message.chat.id == chat_id
    if query.from_user.id == ANONYMOUS_ADMIN_ID and not here:
        return False  # anonymous admins are admins of the group that they press in only
    if not here and (query.message is None or query.message.chat.type != ChatType.PRIVATE):
        return False
    return await get_services(context).admins.is_admin(context.bot, chat_id, query.from_user.id)


async def _fetch_chat(chat_id: int, message: object, context: Context) -> Chat | ChatFullInfo:
    here = getattr(message, "chat", None)
    return here if isinstance(here, Chat) and here.id == chat_id else await context.bot.get_chat(chat_id)


async def _change_setting(chat: Chat | ChatFullInfo, what: str, value: str, context: Context) -> str:
    """Changes a setting, and returns a warning for the person; "" for none."""
    cache = get_services(context).preferences
    now = cache.get(chat.id)
    if what == "watch":
        await cache.set(chat.id, WATCH, value == "on")
        return await _warn_of_privacy_mode(context.bot, chat) if value == "on" else ""
    if what == "hourly" and value in map(str, HOURLY_CHOICES):
        await cache.set(chat.id, HOURLY, int(value))
    elif what == "language" and value in ("", *available_languages()):
        await cache.set(chat.id, LANGUAGE, value)
    elif what == "length" and value in (FULL, SHORT):
        await cache.set(chat.id, LENGTH, value)
    elif what == "topic" and value == "all":
        await cache.set(chat.id, TOPICS, "")
    elif what == "topic" and value.isdecimal() and len(value) < 12:
        topics = {*now.topics} ^ {int(value)}
        await cache.set(chat.id, TOPICS, ",".join(map(str, sorted(topics)[:_MOST_TOPICS])))
    return ""


async def _warn_of_privacy_mode(bot: Bot, chat: Chat | ChatFullInfo) -> str:
    """Returns a warning if Telegram keeps the group's messages from the bot; else ""."""
    try:
        me = await bot.get_me()
        member = await bot.get_chat_member(chat.id, me.id)
    except TelegramError as error:
        log.info("what the bot may read is unknown", chat=chat.id, reason=error.message)
        return ""
    if me.can_read_all_group_messages or member.status in (ChatMember.ADMINISTRATOR, ChatMember.OWNER):
        return ""
    return say(
        "Telegram's privacy mode keeps this group's messages from me, so I can't watch it. "
        "Make me an admin here, or have my owner switch privacy mode off."
    )


async def _build_group_menu(person: int, context: Context) -> MessageContent:
    services = get_services(context)
    rows: Buttons = []
    for chat_id in await services.storage.checks.groups_of(person, _MOST_GROUPS):
        if await services.admins.is_admin(context.bot, chat_id, person):
            try:
                chat = await context.bot.get_chat(chat_id)
            except TelegramError:
                continue
            rows.append(
                [
                    InlineKeyboardButton(
                        (chat.title or str(chat_id))[:60], callback_data=f"{settings_view.SETTING_ACTION}:{chat_id}:"
                    )
                ]
            )
    if not rows:
        return say(
            "I know of no group that you administer and have asked me in. Write /settings in the group itself; "
            "/lang is for this chat."
        ), None
    return say("Which group's settings? /lang is for this chat."), InlineKeyboardMarkup(rows)


async def _build_menu(chat: Chat | ChatFullInfo, topic: int | None, context: Context) -> MessageContent:
    """Returns the settings of a chat; `topic` is the one that /settings was written in, None outside of topics."""
    preferences = get_services(context).preferences.get(chat.id)
    lines = [
        say("<b>Settings of {group}</b>", group=escape(chat.title or "", quote=False)),
        *settings_view.describe_settings(preferences),
    ]
    return "\n".join(lines), InlineKeyboardMarkup(
        settings_view.build_buttons(chat.id, preferences, topic, is_forum=bool(chat.is_forum))
    )


def _find_topic(message: object, chat: Chat | ChatFullInfo) -> int | None:
    if not isinstance(message, Message) or message.chat.id != chat.id or not chat.is_forum:
        return None
    return (message.message_thread_id if message.is_topic_message else None) or 1
