"""Telegram's limits: a burst in one private chat is spread out, and a mere question takes no message's place."""

from __future__ import annotations

import asyncio

from handlers.outgoing.rate_limiter import ChatRateLimiter
from tests import virtual_time

ANA, BO, GROUP = 11, 12, -100


async def measure_send_times(limiter: ChatRateLimiter, endpoint: str, chat: int, times: int) -> list[float]:
    """The moments, in seconds, at which the calls reach Telegram if all are made at once."""
    moments: list[float] = []

    async def call() -> bool:
        moments.append(round(virtual_time.now(), 1))
        return True

    calls = (limiter.process_request(call, (), {}, endpoint, {"chat_id": chat}, None) for _ in range(times))
    await asyncio.gather(*calls)
    return moments


def test_after_a_burst_one_message_a_second_and_others_do_not_wait() -> None:
    async def talk() -> tuple[list[float], list[float]]:
        limiter = ChatRateLimiter()
        to_ana, to_bo = await asyncio.gather(
            measure_send_times(limiter, "sendMessage", ANA, 13), measure_send_times(limiter, "sendMessage", BO, 5)
        )
        return to_ana, to_bo

    to_ana, to_bo = virtual_time.run(talk())
    assert to_ana == [0.0] * 10 + [1.0, 2.0, 3.0]
    assert to_bo == [0.0] * 5


def test_a_group_gets_twenty_messages_a_minute() -> None:
    moments = virtual_time.run(measure_send_times(ChatRateLimiter(), "sendMessage", GROUP, 21))
    assert moments == [0.0] * 20 + [3.0]


def test_questions_are_not_counted_as_messages_of_the_group() -> None:
    moments = virtual_time.run(measure_send_times(ChatRateLimiter(), "getChatMember", GROUP, 50))
    assert moments[:30] == [0.0] * 30  # Telegram's limit for the whole bot is 30 a second
    assert moments[-1] <= 1.0
