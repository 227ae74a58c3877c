"""What people do in Telegram, for tests: they write, edit, forward, press and send files, and see what the bot does."""

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
    """A Telegram with people and one bot in it."""

    world: World
    url: str
    _seen: int = 0

    # ---- chats
    def private(self, user: int) -> int:
        """Opens a person's private chat with the bot, and returns its id."""
        self.world.chats.setdefault(user, {"id": user, "type": "private", "first_name": f"User {user}"})
        return user

    def group(self, chat: int, admins: tuple[int, ...] = (), topics: tuple[int, ...] = ()) -> int:
        """Makes a group, and returns its id; with topics it is a forum."""
        self.world.chats[chat] = {"id": chat, "type": "supergroup", "title": "Group", "is_forum": bool(topics)}
        self.world.admins[chat] = set(admins)
        self.world.topics[chat] = set(topics)
        return chat

    # ---- what people do
    async def say(self, chat: int, text: str | None = None, user: int | None = None, **more: Any) -> dict[str, Any]:
        """Sends a person's message, and returns it.

        `more` are `reply_to`, `topic`, `forward` (an origin), `caption`, or any field of a Message.
        """
        message = self.compose_message(chat, text, user, **more)
        await self.world.push("message", dict(message))
        return message

    def compose_message(
        self, chat: int, text: str | None = None, user: int | None = None, **more: Any
    ) -> dict[str, Any]:
        """Stores a message that the bot is not told of, and returns it."""
        reply_to, topic = more.pop("reply_to", None), more.pop("topic", None)
        more["forward_origin"] = more.pop("forward", None)
        if topic:
            more |= {"message_thread_id": topic, "is_topic_message": True}
            opening = {"message_id": topic, "date": 1, "chat": self.world.chats[chat], "forum_topic_created": _TOPIC}
            more.setdefault("reply_to_message", opening)
        if reply_to:
            more["reply_to_message"] = self.world.quote(chat, reply_to)
        if text is not None:
            more |= {"text": text, "entities": message_entities.find_entities(text) or None}
        if "caption" in more:
            more["caption_entities"] = message_entities.find_entities(more["caption"]) or None
        sender = more.pop("sender", None) or make_user(user or self.private(chat))
        return self.world.store(chat, sender, **more)

    async def edit(self, message: dict[str, Any], text: str) -> None:
        """Edits a person's message."""
        message |= {"text": text, "entities": message_entities.find_entities(text), "edit_date": int(time.time())}
        await self.world.push("edited_message", dict(message))

    async def press(
        self, reply: dict[str, Any], label: str, user: int, data: str | None = None, *, inline: str = ""
    ) -> str:
        """Presses a button, and returns the id of the press.

        `data` is sent in the place of the button's, as from a forged or forgotten one; `inline` is the id of a message
        in a chat that the bot is not in.
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
        """Sends a document; Telegram says that its size is `size`."""
        file_id = f"file{next(self.world.numbers)}"
        self.world.files[file_id] = content
        document = {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": size or len(content)}
        return await self.say(chat, document=document, **more)

    async def type_query(self, user: int, query: str) -> list[dict[str, Any]]:
        """Types "@bot query" in some chat, and returns the cards that come."""
        number = await self._add_query()
        body = {"id": number, "from": make_user(user), "query": query, "offset": ""}
        await self.world.push("inline_query", body)
        return list(json.loads((await self.next_call("answerInlineQuery")).parameters["results"]))

    async def mention(self, chat: int, text: str, user: int, **more: Any) -> Call:
        """Mentions the bot in a chat that it is not in, and returns its answer."""
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
        await self.world.notify()

    def fail(self, method: str, error: ApiError | None = None, *, times: int = 1, done: bool = False) -> None:
        """Has the next calls of a method fail: with an error, or by a cut connection, after the deed if `done`."""
        self.world.faults.append(Fault(method, error, times, done))

    def delete(self, message: dict[str, Any]) -> None:
        """Deletes a message, which the bot is not told of."""
        del self.world.messages[message["chat"]["id"], message["message_id"]]

    # ---- what the bot does
    async def next_call(self, method: str, chat: int = 0) -> Call:
        """Waits for the bot's next call of a method, in a chat if one is named."""
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
        """Returns what the person of a press is told, whatever else the bot does before or after."""
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
        """Waits for the bot's next message in a chat; the message changes when the bot edits it."""
        while (made := await self.next_call("sendMessage", chat)).refused:
            pass
        return self.world.messages[chat, made.result["message_id"]]

    def list_sent(self, chat: int) -> list[str]:
        """Returns the texts of the messages that have arrived in a chat."""
        calls = [made for made in self.world.calls if made.method == "sendMessage" and made.chat == chat]
        return [made.result["text"] for made in calls if made.result and not made.refused]

    async def ask(self, chat: int, text: str | None = None, user: int | None = None, **more: Any) -> dict[str, Any]:
        """Sends a message and returns the bot's next one."""
        await self.say(chat, text, user, **more)
        return await self.next_reply(chat)

    async def wait_until_fetched(self) -> None:
        """Waits until the bot has fetched every update."""
        async with self.world.news, asyncio.timeout(PATIENCE):
            await self.world.news.wait_for(lambda: not self.world.updates)

    async def is_silent(self, chat: int, user: int) -> bool:
        """Whether the bot says no more in a chat: it answers in turn, so its next message is the one to /privacy."""
        following = await self.ask(chat, f"/privacy@{BOT['username']}", user)
        return str(following["text"]).startswith("What I keep")


def make_user(user: int) -> dict[str, Any]:
    """Returns a person as Telegram describes them."""
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
