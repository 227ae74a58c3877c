"""Whether a message in a group speaks to the bot, and what it says to it."""

from __future__ import annotations

from telegram import Message, MessageEntity, User

ANONYMOUS_ADMIN = 1087968824
_COMMANDS = ("/check",)


def request(message: Message, me: User) -> str | None:
    """What is asked, without the command or mention; "" where nothing else stands. None if nobody asks the bot."""
    text, entities = spoken(message)
    units = text.encode("utf-16-le")  # entities count in UTF-16
    for entity in entities:
        start, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
        word = units[start:end].decode("utf-16-le", "replace").lower()
        if _is_command(entity, word, me) or _is_mention(entity, word, me):
            rest = units[:start] + units[end:]
            return rest.decode("utf-16-le", "replace").strip(" ,:\n\t")
    return None


def spoken(message: Message) -> tuple[str, tuple[MessageEntity, ...]]:
    """The text or caption with its entities."""
    if message.text is not None:
        return message.text, message.entities
    return message.caption or "", message.caption_entities


def asker(message: Message) -> int:
    """The person's id, or the chat's where an anonymous admin or a channel speaks."""
    if message.sender_chat is not None:
        return message.sender_chat.id
    return message.from_user.id if message.from_user is not None else message.chat.id


def is_person(message: Message) -> bool:
    """Whether somebody wrote this: not another bot, lest the two never end, nor a channel's automatic post."""
    own = message.via_bot is not None and message.via_bot.id == message.get_bot().id
    if message.is_automatic_forward or (own and message.forward_origin is None):
        return False
    return message.sender_chat is not None or (message.from_user is not None and not message.from_user.is_bot)


def replied_to(message: Message) -> Message | None:
    """The message that this one answers. In a topic each answers the one that opened it; that doesn't count."""
    target = message.reply_to_message
    return None if target is None or target.forum_topic_created is not None else target


def is_own(message: Message, me: User) -> bool:
    """Whether the bot wrote it."""
    return message.from_user is not None and message.from_user.id == me.id


def _is_command(entity: MessageEntity, word: str, me: User) -> bool:
    if entity.type != MessageEntity.BOT_COMMAND or entity.offset != 0:
        return False
    command, _, whose = word.partition("@")
    return command in _COMMANDS and whose in ("", (me.username or "").lower())


def _is_mention(entity: MessageEntity, word: str, me: User) -> bool:
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None and entity.user.id == me.id
    return entity.type == MessageEntity.MENTION and bool(me.username) and word == f"@{me.username}".lower()
