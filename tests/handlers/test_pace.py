"""Telegram's limits: a burst in one private chat is spread out, and a mere question takes no message's place."""

from __future__ import annotations

import asyncio
import time

from handlers.outgoing.rate_limiter import ChatRateLimiter

ANA, BO, GROUP = 11, 12, -100


async def seconds(pace: ChatRateLimiter, endpoint: str, chat: int, times: int) -> float:
    async def call() -> bool:
        return True

    started = time.perf_counter()
    await asyncio.gather(*(pace.process_request(call, (), {}, endpoint, {"chat_id": chat}, None) for _ in range(times)))
    return time.perf_counter() - started


async def test_after_a_burst_one_message_a_second_and_others_do_not_wait() -> None:
    pace = ChatRateLimiter()
    assert await seconds(pace, "sendMessage", ANA, 10) < 0.5
    waiting = asyncio.create_task(seconds(pace, "sendMessage", ANA, 1))
    assert await seconds(pace, "sendMessage", BO, 5) < 0.5
    assert 0.5 < await waiting < 2


async def test_questions_are_not_counted_as_messages_of_the_group() -> None:
    assert await seconds(ChatRateLimiter(), "getChatMember", GROUP, 50) < 0.5
