"""The methods of the Bot API that the bot calls. Parameters arrive as text, as in a form."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from tests.botapi import message_entities
from tests.botapi.api_error import ApiError, bad_request
from tests.botapi.world import BOT, WebhookSettings, World

Parameters = dict[str, Any]


async def getupdates(world: World, given: Parameters) -> list[dict[str, Any]]:
    if world.webhook is not None:
        raise ApiError(409, "Conflict: can't use getUpdates method while webhook is active; delete the webhook first")
    offset = int(given.get("offset") or 0)
    while world.updates and world.updates[0]["update_id"] < offset:
        world.updates.popleft()
    await world.notify()
    if not world.updates and int(given.get("timeout") or 0):
        try:
            async with world.news, asyncio.timeout(int(given["timeout"])):
                await world.news.wait_for(lambda: world.updates)
        except TimeoutError:
            return []
    allowed = json.loads(given.get("allowed_updates") or "[]")
    return [one for one in list(world.updates)[:100] if not allowed or set(one) & set(allowed)]


async def getme(world: World, given: Parameters) -> dict[str, Any]:
    return BOT


async def _done(world: World, given: Parameters) -> bool:
    return True


setmycommands = setmydescription = setmyshortdescription = _done


async def setwebhook(world: World, given: Parameters) -> bool:
    allowed = tuple(json.loads(given.get("allowed_updates") or "[]"))
    world.webhook = WebhookSettings(given["url"], given.get("secret_token", ""), allowed) if given.get("url") else None
    await world.notify()
    return True


async def deletewebhook(world: World, given: Parameters) -> bool:
    world.webhook = None
    return True


async def sendmessage(world: World, given: Parameters) -> dict[str, Any]:
    content = _content(given, "message is too long")
    link_preview = json.loads(given.get("link_preview_options") or "null")
    return _send(world, given, {**content, "link_preview_options": link_preview})


_PHOTO = {"file_id": "photo", "file_unique_id": "photo", "width": 900, "height": 500}


async def sendphoto(world: World, given: Parameters) -> dict[str, Any]:
    photo = given["photo"]
    if not isinstance(photo, bytes) or not photo.startswith(b"\x89PNG"):
        raise bad_request("IMAGE_PROCESS_FAILED")
    if len(photo) > 10 << 20:
        raise ApiError(413, "Request Entity Too Large")
    wide, high = (int.from_bytes(photo[at : at + 4], "big") for at in (16, 20))
    if wide + high > 10_000 or max(wide, high) > 20 * min(wide, high):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    caption = _content(
        {"text": given["caption"], "parse_mode": given.get("parse_mode", "")}, "caption is too long", 1024
    )
    return _send(world, given, {"photo": [_photo(photo, wide, high)], "caption": caption["text"]})


def _photo(content: bytes, width: int, height: int) -> dict[str, Any]:
    return {"file_id": "photo", "file_unique_id": "photo", "width": width, "height": height, "file_size": len(content)}


def _send(world: World, given: Parameters, content: dict[str, Any]) -> dict[str, Any]:
    buttons = message_entities.parse_keyboard(given.get("reply_markup"))
    chat = world.chat(int(given["chat_id"]))
    asked = json.loads(given.get("reply_parameters") or "{}")
    reply = None
    if "message_id" in asked:
        if (chat["id"], asked["message_id"]) in world.messages:
            reply = world.quote(chat["id"], asked["message_id"])
        elif not asked.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
    topic = int(given.get("message_thread_id") or 0)
    if topic and topic not in world.topics.get(chat["id"], set()):
        raise bad_request("message thread not found")
    if (chat["id"], topic) in world.closed:
        raise bad_request("TOPIC_CLOSED")
    if chat["id"] in world.muted:
        raise bad_request("not enough rights to send text messages to the chat")
    return world.store(
        chat["id"],
        BOT,
        **content,
        reply_to_message=reply,
        reply_markup=buttons,
        message_thread_id=topic or None,
        is_topic_message=bool(topic) or None,
    )


async def sendchataction(world: World, given: Parameters) -> bool:
    world.chat(int(given["chat_id"]))
    return True


async def setmessagereaction(world: World, given: Parameters) -> bool:
    if (int(given["chat_id"]), int(given["message_id"])) not in world.messages:
        raise bad_request("message to react not found")
    return True


async def editmessagetext(world: World, given: Parameters) -> dict[str, Any] | bool:
    message = _to_edit(world, given)
    new = {
        **_content(given, "MESSAGE_TOO_LONG"),
        "reply_markup": message_entities.parse_keyboard(given.get("reply_markup")),
    }
    if all(message.get(key) == value for key, value in new.items()):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same"
        )
    message.update({key: value for key, value in new.items() if value is not None})
    for key in [key for key, value in new.items() if value is None]:
        message.pop(key, None)
    return True if given.get("inline_message_id") else message


def _to_edit(world: World, given: Parameters) -> dict[str, Any]:
    if number := given.get("inline_message_id"):
        if number not in world.inline:
            raise bad_request("MESSAGE_ID_INVALID")
        return world.inline[number]
    message = world.messages.get((world.chat(int(given["chat_id"]))["id"], int(given["message_id"])))
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"] is not BOT:
        raise bad_request("message can't be edited")
    return message


async def editmessagereplymarkup(world: World, given: Parameters) -> dict[str, Any] | bool:
    message = _to_edit(world, given)
    buttons = message_entities.parse_keyboard(given.get("reply_markup"))
    if message.get("reply_markup") == buttons:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same"
        )
    message["reply_markup"] = buttons
    return True if given.get("inline_message_id") else message


async def answercallbackquery(world: World, given: Parameters) -> bool:
    if given["callback_query_id"] not in world.waiting_presses:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(given.get("text", "")) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    world.waiting_presses.discard(given["callback_query_id"])
    return True


async def answerinlinequery(world: World, given: Parameters) -> bool:
    cards = json.loads(given["results"])
    if given["inline_query_id"] not in world.waiting_queries:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(cards) > 50 or len({card["id"] for card in cards}) < len(cards):
        raise bad_request("RESULT_ID_DUPLICATE")
    for card in cards:
        _card(card)
    button = json.loads(given.get("button") or "{}")
    if button and not 1 <= len(button["text"]) <= 64:
        raise bad_request("BUTTON_TEXT_INVALID")
    world.waiting_queries.discard(given["inline_query_id"])
    return True


async def answerguestquery(world: World, given: Parameters) -> dict[str, Any]:
    number = given["guest_query_id"]
    if number not in world.waiting_queries:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    card = json.loads(given["result"])
    buttons = message_entities.parse_keyboard(json.dumps(card["reply_markup"]) if card.get("reply_markup") else None)
    message = {**_card(card), "from": BOT, "reply_markup": buttons}
    world.waiting_queries.discard(number)
    world.inline[f"guest{number}"] = message
    return {"inline_message_id": f"guest{number}"}


def _card(card: dict[str, Any]) -> dict[str, Any]:
    """What a card would send. Its title and its text must stand in it."""
    if not card.get("title") or not 1 <= len(card["id"].encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    text = dict(card["input_message_content"])
    return _content({"text": text["message_text"], "parse_mode": text.get("parse_mode", "")}, "MESSAGE_TOO_LONG")


async def getchat(world: World, given: Parameters) -> dict[str, Any]:
    gifts = dict.fromkeys(
        "unlimited_gifts limited_gifts unique_gifts premium_subscription gifts_from_channels".split(), False
    )
    more = {"accent_color_id": 0, "max_reaction_count": 1, "accepted_gift_types": gifts}
    return world.chat(int(given["chat_id"])) | more


async def getchatmember(world: World, given: Parameters) -> dict[str, Any]:
    chat = world.chat(int(given["chat_id"]))
    user = int(given["user_id"])
    rank = "creator" if user in world.admins.get(chat["id"], set()) else "member"
    member = {"status": rank, "user": {"id": user, "is_bot": False, "first_name": f"User {user}"}}
    return member | ({"is_anonymous": False} if rank == "creator" else {})


async def getfile(world: World, given: Parameters) -> dict[str, Any]:
    content = world.files[given["file_id"]]
    if len(content) > 20 << 20:
        raise bad_request("file is too big")
    return {
        "file_id": given["file_id"],
        "file_unique_id": "u",
        "file_size": len(content),
        "file_path": given["file_id"],
    }


def _content(given: Parameters, too_long: str, most: int = 4096) -> dict[str, Any]:
    if given.get("parse_mode") not in (None, "", "HTML"):
        raise bad_request("unsupported parse_mode")
    text, entities = given.get("text", "").strip(), list[dict[str, Any]]()
    if given.get("parse_mode"):
        text, entities = message_entities.parse_html(text)
    if not text:
        raise bad_request("message text is empty")
    if message_entities.count_utf16(text) > most:
        raise bad_request(too_long)
    return {"text": text, "entities": entities + message_entities.find_entities(text)}
