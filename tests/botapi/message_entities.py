"""Parses HTML and inline keyboards as Telegram does, with its errors."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.botapi.api_error import bad_request

TAGS = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "s": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
}
TAGS |= {"strong": "bold", "em": "italic", "blockquote": "blockquote", "tg-spoiler": "spoiler"}
ATTRIBUTES = {"blockquote": re.compile(r" expandable|"), "a": re.compile(r' href="[^"<>]+"')}
PLAIN = re.compile("")
# Telegram knows four names, and leaves other entities as they are.
ENTITY = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
TOKEN = re.compile(r"<(/?)([^\s<>/]*)([^<>]*)>|<|([^<]+)")
ACTIONS = {"callback_data", "url", "switch_inline_query", "switch_inline_query_current_chat", "copy_text"}
AUTOMATIC = {
    "mention": re.compile(r"(?<!\w)@\w{3,32}"),
    "url": re.compile(r"https?://\S+|(?<![\w@.])[\w-]+\.(?:com|org|net|io|me)\b"),
    "hashtag": re.compile(r"(?<!\w)#\w*[A-Za-z]\w*"),
    "bot_command": re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?"),
}


def count_utf16(text: str) -> int:
    """Returns the length in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def parse_html(html: str) -> tuple[str, list[dict[str, Any]]]:
    """Returns the text and its entities. Raises ApiError for what Telegram refuses."""
    text, entities, opened = "", [], []
    for match in TOKEN.finditer(html):
        closing, tag, rest, plain = match.groups()
        if plain:
            text += ENTITY.sub(_decode_entity, plain)
        elif not tag or (tag not in TAGS and not closing):
            raise bad_request(
                f'can\'t parse entities: Unsupported start tag "{tag or ""}" at byte offset {match.start()}'
            )
        elif not closing:
            if not ATTRIBUTES.get(tag, PLAIN).fullmatch(rest):
                raise bad_request(f'can\'t parse entities: unexpected "{rest}" in the tag "{tag}"')
            opened.append((tag, count_utf16(text), rest))
        elif not opened or opened[-1][0] != tag:
            raise bad_request(f"can't parse entities: Unexpected end tag at byte offset {match.start()}")
        else:
            _, start, rest = opened.pop()
            address = {"url": rest.partition('"')[2].rstrip('"')} if tag == "a" else {}
            entities.append({"type": TAGS[tag], "offset": start, "length": count_utf16(text) - start, **address})
    if opened:
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{opened[-1][0]}\"")
    return text.strip(), entities


def _decode_entity(entity: re.Match[str]) -> str:
    decimal, hexadecimal, name = entity.groups()
    return NAMED[name] if name else chr(int(decimal) if decimal else int(hexadecimal, 16))


def find_entities(text: str) -> list[dict[str, Any]]:
    """Returns the entities that Telegram finds in plain text: mentions, addresses, hashtags, commands."""
    found = [(kind, match) for kind, pattern in AUTOMATIC.items() for match in pattern.finditer(text)]
    entities = [
        {"type": kind, "offset": count_utf16(text[: one.start()]), "length": count_utf16(one[0])} for kind, one in found
    ]
    return sorted(entities, key=lambda entity: entity["offset"])


def parse_keyboard(raw: str | None) -> dict[str, Any] | None:
    """Returns the inline keyboard of a call. Raises ApiError for what Telegram refuses."""
    if not raw:
        return None
    markup: dict[str, Any] = json.loads(raw)
    rows = markup["inline_keyboard"]
    if any(len(row) > 8 for row in rows) or sum(map(len, rows)) > 100:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for button in (button for row in rows for button in row):
        if not button.get("text"):
            raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
        if len(ACTIONS & set(button)) != 1:
            raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
            raise bad_request("BUTTON_DATA_INVALID")
    return markup
