"""/settings: what a group's admins choose for it, there or in private; buttons flip in place."""

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
from handlers.incoming.addressing import ANONYMOUS_ADMIN, is_person
from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import Buttons
from handlers.outgoing.sender import Bot
from handlers.services import App, Context, of
from handlers.state.chat_settings import FULL, HOURLY, HOURS, LANGUAGE, LENGTH, SHORT, TOPICS, WATCH
from i18n.language import say, spoken

log = structlog.get_logger(__name__)

_GROUPS = 8  # shown in private
_TOPICS = 50  # that can be chosen
Page = tuple[str, InlineKeyboardMarkup | None]


def register(application: App) -> None:
    application.add_handler(CommandHandler("settings", ask, filters.UpdateType.MESSAGE))


async def ask(update: Update, context: Context) -> None:
    """In a group its settings; in private the groups that the person administers and has asked in."""
    message = update.message
    if message is None or not is_person(message):
        return
    if message.chat.type == ChatType.PRIVATE:
        await sender.reply(context.bot, message, *await _groups(message.chat.id, context))
    elif await administers(message, context):
        topic = _topic(message, message.chat)
        await sender.reply(context.bot, message, *await _page(message.chat, topic, context))
    else:
        await sender.reply(context.bot, message, say(texts.ADMINS_ONLY))


async def administers(message: Message, context: Context) -> bool:
    """Whether an admin of the chat wrote this; one may write in the group's own name."""
    if message.sender_chat is not None:
        return message.sender_chat.id == message.chat.id
    person = message.from_user
    return person is not None and await of(context).admins.include(context.bot, message.chat.id, person.id)


async def pressed(query: CallbackQuery, rest: str, context: Context) -> None:
    """Checked again at every press: the buttons outlive the office."""
    message = query.message
    chat_id, _, flip = rest.partition(":")
    if message is None or not chat_id.lstrip("-").isdecimal():
        await sender.acknowledge(query, say(texts.UNKNOWN_BUTTON))
        return
    if not await _may(query, int(chat_id), context):
        await sender.acknowledge(query, say(texts.ADMINS_ONLY))
        return
    try:
        chat = await _chat(int(chat_id), message, context)
    except TelegramError:
        await sender.acknowledge(query, say("I am not in that group any more."))
        return
    what, _, value = flip.partition(":")
    alert = await _flip(chat, what, value, context)
    await sender.acknowledge(query, alert)
    topic = _topic(message, chat)
    await sender.revise(context.bot, message.chat.id, message.message_id, *await _page(chat, topic, context))


async def _may(query: CallbackQuery, chat_id: int, context: Context) -> bool:
    here = query.message is not None and query.message.chat.id == chat_id
    if query.from_user.id == ANONYMOUS_ADMIN and not here:
        return False  # who stands behind that id administers the group they press in, and no other
    if not here and (query.message is None or query.message.chat.type != ChatType.PRIVATE):
        return False
    return await of(context).admins.include(context.bot, chat_id, query.from_user.id)


async def _chat(chat_id: int, message: object, context: Context) -> Chat | ChatFullInfo:
    here = getattr(message, "chat", None)
    return here if isinstance(here, Chat) and here.id == chat_id else await context.bot.get_chat(chat_id)


async def _flip(chat: Chat | ChatFullInfo, what: str, value: str, context: Context) -> str:
    """Sets what a button says; gives what the presser must know."""
    choices = of(context).choices
    now = choices.of(chat.id)
    if what == "watch":
        await choices.set(chat.id, WATCH, value == "on")
        return await _deaf(context.bot, chat) if value == "on" else ""
    if what == "hourly" and value in map(str, HOURS):
        await choices.set(chat.id, HOURLY, int(value))
    elif what == "language" and value in ("", *spoken()):
        await choices.set(chat.id, LANGUAGE, value)
    elif what == "length" and value in (FULL, SHORT):
        await choices.set(chat.id, LENGTH, value)
    elif what == "topic" and value == "all":
        await choices.set(chat.id, TOPICS, "")
    elif what == "topic" and value.isdecimal() and len(value) < 12:
        topics = {*now.topics} ^ {int(value)}
        await choices.set(chat.id, TOPICS, ",".join(map(str, sorted(topics)[:_TOPICS])))
    return ""


async def _deaf(bot: Bot, chat: Chat | ChatFullInfo) -> str:
    """A warning where Telegram keeps the group's messages from the bot."""
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


async def _groups(person: int, context: Context) -> Page:
    services = of(context)
    rows: Buttons = []
    for chat_id in await services.storage.checks.groups_of(person, _GROUPS):
        if await services.admins.include(context.bot, chat_id, person):
            try:
                chat = await context.bot.get_chat(chat_id)
            except TelegramError:
                continue
            rows.append(
                [
                    InlineKeyboardButton(
                        (chat.title or str(chat_id))[:60], callback_data=f"{settings_view.FLIP}:{chat_id}:"
                    )
                ]
            )
    if not rows:
        return say(
            "I know of no group that you administer and have asked me in. Write /settings in the group itself; "
            "/lang is for this chat."
        ), None
    return say("Which group's settings? /lang is for this chat."), InlineKeyboardMarkup(rows)


async def _page(chat: Chat | ChatFullInfo, topic: int | None, context: Context) -> Page:
    """`topic` is the one that /settings was written in; none outside of topics."""
    choice = of(context).choices.of(chat.id)
    lines = [
        say("<b>Settings of {group}</b>", group=escape(chat.title or "", quote=False)),
        *settings_view.said(choice),
    ]
    return "\n".join(lines), InlineKeyboardMarkup(
        settings_view.buttons(chat.id, choice, topic, is_forum=bool(chat.is_forum))
    )


def _topic(message: object, chat: Chat | ChatFullInfo) -> int | None:
    if not isinstance(message, Message) or message.chat.id != chat.id or not chat.is_forum:
        return None
    return (message.message_thread_id if message.is_topic_message else None) or 1
