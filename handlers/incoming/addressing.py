"""Who wrote a message, whether it asks the bot for something, and what."""

from __future__ import annotations

from telegram import Message, MessageEntity, User

ANONYMOUS_ADMIN_ID = 1087968824  # @GroupAnonymousBot, in whose name a group's anonymous admins press and write
_COMMANDS = ("/check",)


def extract_request(message: Message, me: User) -> str | None:
    """Returns the text beside a /check or a mention of the bot; "" if there is none, None without either of them."""
    text, entities = read_text(message)
    units = text.encode("utf-16-le")  # offsets of entities count UTF-16 units
    for entity in entities:
        start, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
        word = units[start:end].decode("utf-16-le", "replace").lower()
        if _is_command(entity, word, me) or _is_mention(entity, word, me):
            rest = units[:start] + units[end:]
            return rest.decode("utf-16-le", "replace").strip(" ,:\n\t")
    return None


def read_text(message: Message) -> tuple[str, tuple[MessageEntity, ...]]:
    """Returns the text or caption of a message, and its entities."""
    if message.text is not None:
        return message.text, message.entities
    return message.caption or "", message.caption_entities


def find_asker_id(message: Message) -> int:
    """Returns the id of the person who wrote, or of the chat where an anonymous admin or a channel did."""
    if message.sender_chat is not None:
        return message.sender_chat.id
    return message.from_user.id if message.from_user is not None else message.chat.id


def is_from_person(message: Message) -> bool:
    """Whether a person wrote this: no channel's automatic post, and no other bot, as the two might never end."""
    own = message.via_bot is not None and message.via_bot.id == message.get_bot().id
    if message.is_automatic_forward or (own and message.forward_origin is None):
        return False
    return message.sender_chat is not None or (message.from_user is not None and not message.from_user.is_bot)


def find_replied_message(message: Message) -> Message | None:
    """Returns the message that this one replies to; None if that opened the topic, as each there replies to it."""
    target = message.reply_to_message
    return None if target is None or target.forum_topic_created is not None else target


def is_from_bot(message: Message, me: User) -> bool:
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
