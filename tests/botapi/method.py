"""The methods of the Bot API that the bot calls. Parameters arrive as text, as in a form."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from tests.botapi import markup
from tests.botapi.refusal import bad
from tests.botapi.world import BOT, World

Parameters = dict[str, str]


async def getupdates(world: World, given: Parameters) -> list[dict[str, Any]]:
    offset = int(given.get("offset") or 0)
    while world.updates and world.updates[0]["update_id"] < offset:
        world.updates.popleft()
    await world.tell()
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


deletewebhook = setmycommands = setwebhook = _done


async def sendmessage(world: World, given: Parameters) -> dict[str, Any]:
    content = _content(given, "message is too long")
    buttons = markup.keyboard(given.get("reply_markup"))
    chat = world.chat(int(given["chat_id"]))
    asked = json.loads(given.get("reply_parameters") or "{}")
    reply = None
    if "message_id" in asked:
        if (chat["id"], asked["message_id"]) in world.messages:
            reply = world.quoted(chat["id"], asked["message_id"])
        elif not asked.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
    topic = int(given.get("message_thread_id") or 0)
    if topic and topic not in world.topics.get(chat["id"], set()):
        raise bad("message thread not found")
    return world.store(
        chat["id"],
        BOT,
        **content,
        reply_to_message=reply,
        reply_markup=buttons,
        message_thread_id=topic or None,
        is_topic_message=bool(topic) or None,
        link_preview_options=json.loads(given.get("link_preview_options") or "null"),
    )


async def editmessagetext(world: World, given: Parameters) -> dict[str, Any]:
    chat = world.chat(int(given["chat_id"]))
    message = world.messages.get((chat["id"], int(given["message_id"])))
    if message is None:
        raise bad("message to edit not found")
    if message["from"] is not BOT:
        raise bad("message can't be edited")
    new = {**_content(given, "MESSAGE_TOO_LONG"), "reply_markup": markup.keyboard(given.get("reply_markup"))}
    if all(message.get(key) == value for key, value in new.items()):
        raise bad("message is not modified: specified new message content and reply markup are exactly the same")
    message.update({key: value for key, value in new.items() if value is not None})
    for key in [key for key, value in new.items() if value is None]:
        message.pop(key, None)
    return message


async def answercallbackquery(world: World, given: Parameters) -> bool:
    if given["callback_query_id"] not in world.waiting_presses:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(given.get("text", "")) > 200:
        raise bad("MESSAGE_TOO_LONG")
    world.waiting_presses.discard(given["callback_query_id"])
    return True


async def getchatmember(world: World, given: Parameters) -> dict[str, Any]:
    chat = world.chat(int(given["chat_id"]))
    user = int(given["user_id"])
    rank = "creator" if user in world.admins.get(chat["id"], set()) else "member"
    member = {"status": rank, "user": {"id": user, "is_bot": False, "first_name": f"User {user}"}}
    return member | ({"is_anonymous": False} if rank == "creator" else {})


async def getfile(world: World, given: Parameters) -> dict[str, Any]:
    content = world.files[given["file_id"]]
    if len(content) > 20 << 20:
        raise bad("file is too big")
    return {
        "file_id": given["file_id"],
        "file_unique_id": "u",
        "file_size": len(content),
        "file_path": given["file_id"],
    }


def _content(given: Parameters, too_long: str) -> dict[str, Any]:
    if given.get("parse_mode") not in (None, "HTML"):
        raise bad("unsupported parse_mode")
    text, entities = given.get("text", "").strip(), list[dict[str, Any]]()
    if given.get("parse_mode"):
        text, entities = markup.parse(text)
    if not text:
        raise bad("message text is empty")
    if len(text) > 4096:
        raise bad(too_long)
    return {"text": text, "entities": entities + markup.automatic(text)}
