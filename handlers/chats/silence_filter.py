"""Keeps silence in the chats, and the topics, that want none of the bot's replies."""

from __future__ import annotations

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop, TypeHandler

from handlers.chats.membership import is_member, may_send
from handlers.chats.settings_menu import is_from_admin
from handlers.outgoing.circuit_breaker import CircuitBreaker
from handlers.services import App, Context, get_services
from handlers.state.chat_settings import SILENT

FIRST_GROUP = -1  # the group of handlers that come before all others
_ALWAYS_ALLOWED = ("/start", "/stop", "/settings", "/deletemydata", "/privacy")  # in silent chats and closed topics too


def register(application: App) -> None:
    application.add_handler(TypeHandler(Update, filter_update), group=FIRST_GROUP)


async def filter_update(update: Update, context: Context) -> None:
    """Keeps an update from all other handlers if its chat or topic is silent, by raising ApplicationHandlerStop."""
    circuit_breaker: object = context.bot.rate_limiter
    if isinstance(circuit_breaker, CircuitBreaker):
        _unblock_chat(update, circuit_breaker)
    message = update.message or update.edited_message
    if message is None:
        return
    preferences = get_services(context).preferences.get(message.chat.id)
    if not preferences.silent and not preferences.topics:
        return
    topic = message.message_thread_id if message.is_topic_message else None
    is_closed = bool(message.chat.is_forum) and not preferences.allows_topic(topic)
    if (preferences.silent or is_closed) and not _is_always_allowed(message):
        raise ApplicationHandlerStop


async def end_silence(message: Message, context: Context) -> bool:
    """Lets the bot speak again after /start. Returns whether that may be answered: a silent group needs an admin."""
    services = get_services(context)
    if not services.preferences.get(message.chat.id).silent:
        return True
    if message.chat.type != ChatType.PRIVATE and not await is_from_admin(message, context):
        return False
    await services.preferences.set(message.chat.id, SILENT, value=False)
    return True


def _unblock_chat(update: Update, circuit_breaker: CircuitBreaker) -> None:
    """Unblocks a chat that shows that it takes messages: a person writes in private, or the bot may send again."""
    change = update.my_chat_member
    if change is not None:
        if is_member(change.new_chat_member) and may_send(change):
            circuit_breaker.unblock(change.chat.id)
    elif update.message is not None and update.message.chat.type == ChatType.PRIVATE:
        circuit_breaker.unblock(update.message.chat.id)


def _is_always_allowed(message: Message) -> bool:
    words = (message.text or "").split(maxsplit=1)
    return bool(words) and words[0].partition("@")[0].lower() in _ALWAYS_ALLOWED
