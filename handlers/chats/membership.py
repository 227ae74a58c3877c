"""Follows the bot's membership: added, removed, restricted, blocked, and groups that become supergroups."""

from __future__ import annotations

import structlog
from telegram import Chat, ChatMember, ChatMemberUpdated, LinkPreviewOptions, Update
from telegram.constants import ChatType, ParseMode
from telegram.error import ChatMigrated, TelegramError
from telegram.ext import ChatMemberHandler, MessageHandler, filters

from handlers.services import App, Context, get_services
from i18n.language import say, translatable

log = structlog.get_logger(__name__)

MEMBER_STATUSES = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER)
GREETING = translatable(
    "Hello! I work out whether a number adds up.\n\n"
    "1. Reply to a message with /check,\n"
    "2. or write /check and the claim,\n"
    "3. or mention me beside it.\n\n"
    "Otherwise I say nothing. /settings is for the admins, /privacy says what I keep."
)


def register(application: App) -> None:
    application.add_handler(ChatMemberHandler(handle_membership_change, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, handle_migration))


async def handle_membership_change(update: Update, context: Context) -> None:
    """Greets a group that the bot was added to, and deletes the settings of one that it was removed from."""
    change = update.my_chat_member
    if change is None:
        return
    was, now = is_member(change.old_chat_member), is_member(change.new_chat_member)
    log.info(
        "the bot's place in a chat has changed",
        chat=change.chat.id,
        kind=change.chat.type,
        before=change.old_chat_member.status,
        now=change.new_chat_member.status,
    )
    if change.chat.type in (ChatType.CHANNEL, ChatType.PRIVATE):
        return
    if now and not was and may_send(change):
        await _send_greeting(change.chat, context)
    if was and not now:
        await get_services(context).preferences.forget(change.chat.id)


async def handle_migration(update: Update, context: Context) -> None:
    """Moves what is stored of a group to the supergroup that it became. Of Telegram's two messages one is enough."""
    told = update.message
    if told is None or told.migrate_to_chat_id is None:
        return
    services = get_services(context)
    await services.preferences.move(told.chat.id, told.migrate_to_chat_id)
    await services.storage.checks.move_chat(told.chat.id, told.migrate_to_chat_id)
    log.info("a group has become a supergroup", chat=told.chat.id, now=told.migrate_to_chat_id)


async def _send_greeting(chat: Chat, context: Context) -> None:
    try:
        await context.bot.send_message(
            chat.id,
            say(GREETING),
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
    except ChatMigrated:
        log.info("no hello: the group is moving", chat=chat.id)
    except TelegramError as error:
        log.info("no hello", chat=chat.id, reason=error.message)


def is_member(member: ChatMember) -> bool:
    """Whether somebody with this status is in the chat; restricted members may have left it."""
    return member.status in MEMBER_STATUSES or (
        member.status == ChatMember.RESTRICTED and bool(getattr(member, "is_member", False))
    )


def may_send(change: ChatMemberUpdated) -> bool:
    """Whether the bot may send messages after the change."""
    member = change.new_chat_member
    return member.status != ChatMember.RESTRICTED or bool(getattr(member, "can_send_messages", False))
