"""A chat that lets nothing through is left alone for some minutes; no other chat waits for it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from telegram.error import BadRequest, Forbidden, RetryAfter

from handlers.outgoing.circuit_breaker import BLOCKED_SECONDS, ChatUnreachableError, CircuitBreaker
from handlers.outgoing.rate_limiter import ApiResult
from tests import virtual_time
from tests.botapi import Telegram
from tests.botapi.api_error import ApiError
from tests.botapi.telegram import ADMIN_RIGHTS
from tests.botapi.world import Call

ANA, GROUP, FORUM, TOPIC = 11, -100, -200, 77
CLAIM = "Mexico has 700 million people"
NO_TEXT = "not enough rights to send text messages to the chat"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Chat:
    """Telegram's side of one call: refuses so many times."""

    def __init__(self, circuit_breaker: CircuitBreaker, error: Exception | None = None, times: int = 1) -> None:
        self.circuit_breaker, self.error, self.left, self.asked = circuit_breaker, error, times, 0

    async def send(self, chat: int = GROUP, topic: int | None = None, endpoint: str = "sendMessage") -> ApiResult:
        data = {"chat_id": chat} | ({"message_thread_id": topic} if topic else {})
        return await self.circuit_breaker.process_request(self._call, (), {}, endpoint, data, None)

    async def _call(self, *_: Any, **__: Any) -> ApiResult:
        self.asked += 1
        if self.error is not None and self.left:
            self.left -= 1
            raise self.error
        return True


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: bot was blocked by the user"),
        Forbidden("Forbidden: bot was kicked from the supergroup chat"),
        Forbidden("Forbidden: bot is not a member of the channel chat"),
        Forbidden("Forbidden: user is deactivated"),
        BadRequest(NO_TEXT),
        BadRequest("have no rights to send a message"),
        BadRequest("CHAT_WRITE_FORBIDDEN"),
        BadRequest("CHAT_RESTRICTED"),
        BadRequest("chat not found"),
    ],
    ids=str,
)
async def test_a_refusal_closes_the_chat_for_minutes(error: Exception) -> None:
    clock = Clock()
    chat = Chat(CircuitBreaker(clock), error)
    with pytest.raises(type(error)):
        await chat.send()
    for endpoint in ("sendMessage", "editMessageText", "sendPhoto"):
        with pytest.raises(ChatUnreachableError):
            await chat.send(endpoint=endpoint)
    assert chat.asked == 1
    assert await chat.send(-300)
    assert await chat.send(endpoint="getChatMember")
    clock.now = BLOCKED_SECONDS + 1
    assert await chat.send()


@pytest.mark.parametrize(
    "error",
    [
        BadRequest("not enough rights to send photos to the chat"),
        BadRequest("message to be replied not found"),
        BadRequest("message can't be edited"),
        BadRequest("can't parse entities: x"),
        BadRequest("message has protected content and can't be forwarded"),
    ],
    ids=str,
)
async def test_other_refusals_close_nothing(error: Exception) -> None:
    chat = Chat(CircuitBreaker(), error)
    with pytest.raises(BadRequest):
        await chat.send()
    assert await chat.send()


async def test_a_closed_topic_closes_itself_alone() -> None:
    chat = Chat(CircuitBreaker(), BadRequest("TOPIC_CLOSED"))
    with pytest.raises(BadRequest):
        await chat.send(FORUM, TOPIC)
    with pytest.raises(ChatUnreachableError):
        await chat.send(FORUM, TOPIC)
    assert await chat.send(FORUM, 88)
    assert await chat.send(FORUM)


async def test_it_opens_when_something_changes() -> None:
    chat = Chat(circuit_breaker := CircuitBreaker(), Forbidden("Forbidden: bot was blocked by the user"))
    with pytest.raises(Forbidden):
        await chat.send()
    circuit_breaker.unblock(GROUP)
    assert await chat.send()


def test_slow_mode_is_waited_for_and_no_other_chat_waits() -> None:
    async def arrival(chat: Chat, number: int) -> float:
        assert await chat.send(number)
        return round(virtual_time.now(), 1)

    async def talk() -> tuple[float, float]:
        circuit_breaker = CircuitBreaker()
        slow, quick = Chat(circuit_breaker, RetryAfter(7)), Chat(circuit_breaker)
        late, soon = await asyncio.gather(arrival(slow, GROUP), arrival(quick, -300))
        return late, soon

    assert virtual_time.run(talk()) == (7.1, 0.0)


async def test_a_long_slow_mode_closes_the_chat_for_its_time() -> None:
    clock = Clock()
    chat = Chat(CircuitBreaker(clock), RetryAfter(3600))
    with pytest.raises(ChatUnreachableError):
        await chat.send()
    clock.now = 3599
    with pytest.raises(ChatUnreachableError):
        await chat.send()
    clock.now = 3601
    assert await chat.send()
    assert chat.asked == 2


@pytest.mark.usefixtures("bot")
class TestBot:
    async def test_a_group_that_refuses_is_not_asked_again(
        self, tg: Telegram, capsys: pytest.CaptureFixture[str]
    ) -> None:
        tg.group(GROUP)
        tg.fail("sendMessage", ApiError(400, f"Bad Request: {NO_TEXT}"), times=9)
        for number in range(3):
            await tg.say(GROUP, f"/check {700 + number} million", ANA)
        await tg.next_call("sendMessage", GROUP)
        tg.world.faults.clear()
        await tg.change_membership(
            GROUP, ANA, "member", "administrator", **ADMIN_RIGHTS
        )  # what opens it again comes after the three
        assert await tg.is_silent(GROUP, ANA)
        assert [made.refused != "" for made in _sent_to(tg, GROUP)] == [True, False]
        out = capsys.readouterr().out
        assert out.count("reply refused") == 1

    async def test_new_rights_open_it(self, tg: Telegram) -> None:
        tg.group(GROUP)
        tg.fail("sendMessage", ApiError(400, f"Bad Request: {NO_TEXT}"))
        await tg.say(GROUP, f"/check {CLAIM}", ANA)
        assert (await tg.next_call("sendMessage", GROUP)).refused
        await tg.change_membership(GROUP, ANA, "member", "administrator", **ADMIN_RIGHTS)
        assert await tg.is_silent(GROUP, ANA)

    async def test_who_blocked_the_bot_and_writes_again_is_answered(self, tg: Telegram) -> None:
        tg.world.blocked.add(tg.private(ANA))
        await tg.say(ANA, CLAIM)
        assert (await tg.next_call("sendMessage", ANA)).refused
        tg.world.blocked.clear()
        assert (await tg.ask(ANA, CLAIM))["text"].startswith("Verdict")

    async def test_to_be_removed_opens_nothing(self, tg: Telegram) -> None:
        tg.group(GROUP)
        tg.fail("sendMessage", ApiError(400, f"Bad Request: {NO_TEXT}"))
        await tg.say(GROUP, f"/check {CLAIM}", ANA)
        assert (await tg.next_call("sendMessage", GROUP)).refused
        await tg.change_membership(GROUP, ANA, "member", "left")
        await tg.say(GROUP, f"/check {CLAIM}", ANA)
        await tg.change_membership(GROUP, ANA, "left", "member")
        assert "/check" in (await tg.next_reply(GROUP))["text"]  # its greeting
        assert [made.refused != "" for made in _sent_to(tg, GROUP)] == [True, False]


def _sent_to(tg: Telegram, chat: int) -> list[Call]:
    return [made for made in tg.world.calls if made.method == "sendMessage" and made.chat == chat]
