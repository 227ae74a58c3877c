"""The people's side: they write, edit, forward, press and send files, and see what the bot does."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass
from typing import Any

from tests.botapi import message_entities
from tests.botapi.api_error import ApiError
from tests.botapi.world import BOT, Call, Fault, World

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
PATIENCE = 120.0  # how long a test waits for what must come; it fails then


@dataclass
class Telegram:
    world: World
    url: str
    _seen: int = 0

    # ---- places
    def private(self, user: int) -> int:
        self.world.chats.setdefault(user, {"id": user, "type": "private", "first_name": f"User {user}"})
        return user

    def group(self, chat: int, admins: tuple[int, ...] = (), topics: tuple[int, ...] = ()) -> int:
        self.world.chats[chat] = {"id": chat, "type": "supergroup", "title": "Group", "is_forum": bool(topics)}
        self.world.admins[chat] = set(admins)
        self.world.topics[chat] = set(topics)
        return chat

    # ---- deeds
    async def say(self, chat: int, text: str | None = None, user: int | None = None, **more: Any) -> dict[str, Any]:
        """A message of a person's. `reply_to`, `topic`, `forward` (an origin), `caption`, or any field of a Message."""
        message = self.compose_message(chat, text, user, **more)
        await self.world.push("message", dict(message))
        return message

    def compose_message(
        self, chat: int, text: str | None = None, user: int | None = None, **more: Any
    ) -> dict[str, Any]:
        reply_to, topic = more.pop("reply_to", None), more.pop("topic", None)
        more["forward_origin"] = more.pop("forward", None)
        if topic:
            more |= {"message_thread_id": topic, "is_topic_message": True}
            opening = {"message_id": topic, "date": 1, "chat": self.world.chats[chat], "forum_topic_created": _TOPIC}
            more.setdefault("reply_to_message", opening)
        if reply_to:
            more["reply_to_message"] = self.world.quoted(chat, reply_to)
        if text is not None:
            more |= {"text": text, "entities": message_entities.find_entities(text) or None}
        if "caption" in more:
            more["caption_entities"] = message_entities.find_entities(more["caption"]) or None
        sender = more.pop("sender", None) or make_user(user or self.private(chat))
        return self.world.store(chat, sender, **more)

    async def edit(self, message: dict[str, Any], text: str) -> None:
        message |= {"text": text, "entities": message_entities.find_entities(text), "edit_date": int(time.time())}
        await self.world.push("edited_message", dict(message))

    async def press(
        self, reply: dict[str, Any], label: str, user: int, data: str | None = None, *, inline: str = ""
    ) -> str:
        """The id of the press. `data` is sent in the place of the button's, as from a forged or forgotten button.

        `inline` names the message where the bot is not in its chat.
        """
        shown = [button for row in reply.get("reply_markup", {}).get("inline_keyboard", []) for button in row]
        button = next((one for one in shown if one["text"] == label), None)
        assert data or button, f"no button {label!r} among {[one['text'] for one in shown]}"
        press = f"press{next(self.world.numbers)}"
        self.world.waiting_presses.add(press)
        where = {"inline_message_id": inline} if inline else {"message": dict(reply)}
        body = {"id": press, "from": make_user(user), "chat_instance": "1", **where}
        await self.world.push("callback_query", body | {"data": data or (button or {})["callback_data"]})
        return press

    async def change_membership(self, chat: int, user: int, was: str, now: str, **rights: Any) -> None:
        """Somebody changes the bot's status in a chat, such as from "left" to "member"."""
        until = {"until_date": 0} if now == "kicked" else {}
        old: dict[str, Any] = {"user": BOT, "status": was}
        new: dict[str, Any] = {"user": BOT, "status": now, **rights, **until}
        body = {"chat": self.world.chats[chat], "from": make_user(user), "date": 1}
        await self.world.push("my_chat_member", body | {"old_chat_member": old, "new_chat_member": new})

    async def send_file(
        self, chat: int, name: str, content: bytes, size: int | None = None, **more: Any
    ) -> dict[str, Any]:
        """A document; `size` says another size than it has."""
        file_id = f"file{next(self.world.numbers)}"
        self.world.files[file_id] = content
        document = {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": size or len(content)}
        return await self.say(chat, document=document, **more)

    async def type_query(self, user: int, query: str) -> list[dict[str, Any]]:
        """Types "@bot query" somewhere, and sees the cards."""
        number = await self._add_query()
        body = {"id": number, "from": make_user(user), "query": query, "offset": ""}
        await self.world.push("inline_query", body)
        return list(json.loads((await self.next_call("answerInlineQuery")).parameters["results"]))

    async def mention(self, chat: int, text: str, user: int, **more: Any) -> Call:
        """Mentions the bot in a chat that it is not in; its answer."""
        message = self.compose_message(chat, text, user, guest_query_id=await self._add_query(), **more)
        await self.world.push("guest_message", dict(message))
        return await self.next_call("answerGuestQuery")

    async def _add_query(self) -> str:
        number = f"query{next(self.world.numbers)}"
        self.world.waiting_queries.add(number)
        return number

    async def redeliver(self, update: dict[str, Any]) -> None:
        """Delivers an update once more."""
        self.world.updates.append(update)
        await self.world.tell()

    def fail(self, method: str, refusal: ApiError | None = None, *, times: int = 1, done: bool = False) -> None:
        self.world.faults.append(Fault(method, refusal, times, done))

    def delete(self, message: dict[str, Any]) -> None:
        """Nobody tells the bot of it."""
        del self.world.messages[message["chat"]["id"], message["message_id"]]

    # ---- what the bot does
    async def next_call(self, method: str, chat: int = 0) -> Call:
        """The bot's next call of a method, in a chat if one is named."""
        while True:
            calls = self.world.calls
            for number, made in enumerate(calls[self._seen :], self._seen):
                if made.method == method and chat in (0, made.chat):
                    self._seen = number + 1
                    return made
            known = len(calls)
            async with self.world.news, asyncio.timeout(PATIENCE):
                await self.world.news.wait_for(lambda: len(calls) > known)  # noqa: B023

    async def read_alert(self, press: str) -> str:
        """What somebody who pressed a button is told, whatever else the bot does before or after."""
        while True:
            calls = self.world.calls
            known = len(calls)
            for made in calls:
                if made.method == "answerCallbackQuery" and made.parameters["callback_query_id"] == press:
                    return str(made.parameters.get("text", ""))
            async with self.world.news, asyncio.timeout(PATIENCE):
                await self.world.news.wait_for(lambda: len(calls) > known)  # noqa: B023

    async def press_and_read_alert(self, reply: dict[str, Any], label: str, user: int, data: str | None = None) -> str:
        """Presses a button, and returns what the person is told in a window; "" for nothing."""
        return await self.read_alert(await self.press(reply, label, user, data))

    async def next_reply(self, chat: int) -> dict[str, Any]:
        """The bot's next message in a chat, as it stands."""
        while (made := await self.next_call("sendMessage", chat)).refused:
            pass
        return self.world.messages[chat, made.result["message_id"]]

    async def ask(self, chat: int, text: str | None = None, user: int | None = None, **more: Any) -> dict[str, Any]:
        await self.say(chat, text, user, **more)
        return await self.next_reply(chat)

    async def wait_until_fetched(self) -> None:
        """Until the bot has every update in its hands."""
        async with self.world.news, asyncio.timeout(PATIENCE):
            await self.world.news.wait_for(lambda: not self.world.updates)

    async def is_silent(self, chat: int, user: int) -> bool:
        """Whether the bot has no more to say there: as it takes updates in turn, its next word is of /privacy."""
        next_word = await self.ask(chat, f"/privacy@{BOT['username']}", user)
        return str(next_word["text"]).startswith("What I keep")


def make_user(user: int) -> dict[str, Any]:
    return {"id": user, "is_bot": False, "first_name": f"User {user}", "language_code": "en"}


def list_labels(message: dict[str, Any]) -> list[str]:
    """Returns the labels of a message's buttons."""
    return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


ADMIN_RIGHTS = dict.fromkeys(
    """can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members
    can_promote_members can_change_info can_invite_users can_post_stories can_edit_stories
    can_delete_stories""".split(),
    False,
)  # none of them
_TOPIC = {"name": "Numbers", "icon_color": 1}
