"""The bot as a process against the project's own Bot API server, beside a bare echo bot in the same run."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.program import ADDSUP, UNPACED, started
from benchmarks.sample import Row, median_and_p99, milliseconds, percentile
from knowledge import load
from knowledge.files.cache import user_folder
from tests.botapi import Telegram

CHATS = 200
STEADY, A_SECOND = 60, 20  # seconds, and claims in each
BURST, PACED_BURST = 3000, 600
PICTURES, APART = 12, 0.8
PEOPLE = ("Mexico", "Germany", "India", "Japan", "Brazil")
ECHO = ("-m", "benchmarks.echo", "{url}", "{token}")


@dataclass(slots=True)
class Traffic:
    """What was sent into each chat, and when, in seconds; `since` is where the bot's calls begin to count."""

    telegram: Telegram
    first_chat: int
    sent: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    since: int = 0

    async def say(self, number: int) -> None:
        chat = self.telegram.private(self.first_chat + number % CHATS)
        self.sent[chat].append(asyncio.get_running_loop().time())
        await self.telegram.say(chat, claim(number))

    def replies(self) -> dict[int, list[float]]:
        """When each chat got its replies."""
        came: dict[int, list[float]] = defaultdict(list)
        for made in self.telegram.world.calls[self.since :]:
            if made.method.lower() == "sendmessage" and not made.refused and made.chat in self.sent:
                came[made.chat].append(made.at)
        return came

    def waits(self) -> list[float]:
        """From each update to its reply: within a chat they come in turn."""
        came = self.replies()
        return [there - sent for chat in self.sent for sent, there in zip(self.sent[chat], came[chat], strict=False)]

    def faults(self) -> tuple[int, int]:
        """How many replies are lost, and how many came twice."""
        came = self.replies()
        missing = [len(self.sent[chat]) - len(came[chat]) for chat in self.sent]
        return sum(one for one in missing if one > 0), -sum(one for one in missing if one < 0)

    async def settled(self, patience: float) -> None:
        """Until all is answered, or for so many seconds."""
        wanted, end = sum(map(len, self.sent.values())), asyncio.get_running_loop().time() + patience
        # Asking at every call of thousands would itself be the longest part.
        while sum(map(len, self.replies().values())) < wanted and asyncio.get_running_loop().time() < end:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Seconds from a press to its photo, and from update to reply, with and without pictures being drawn."""

    pictures: list[float]
    beside: list[float]
    without: list[float]


def measured() -> Iterator[Row]:
    load(cache=user_folder())  # the first start of all checks the knowledge, which "reload" measures
    yield from _steady_rows()
    yield from _burst_rows("no limiter", BURST, UNPACED, ECHO)
    yield from _burst_rows("Telegram's limits", PACED_BURST, ADDSUP, (*ECHO, "limited"))
    yield from _picture_rows()


def claim(number: int) -> str:
    """None is asked twice, as the second would get a pointer to the first."""
    return f"{PEOPLE[number % len(PEOPLE)]} has {2 + number} million people"


def _steady_rows() -> Iterator[Row]:
    ready, memory, traffic = asyncio.run(_steady())
    how = f"{A_SECOND} claims a second for {STEADY} s from {CHATS} chats"
    lost, twice = traffic.faults()
    yield Row("bot: first reply after start", milliseconds(ready), "2,000 ms", "a process, polling")
    yield Row("bot: memory at start", f"{memory[0] / 2**20:.0f} MiB", "200 MiB", "resident after the first reply")
    yield Row("bot: update to reply", median_and_p99(traffic.waits()), "p99 100 ms", how)
    yield Row("bot: lost, twice", f"{lost}, {twice}", "0, 0", how)
    yield Row("bot: memory", f"{memory[1] / 2**20:.0f} MiB", "", "resident after that")


async def _steady() -> tuple[float, tuple[int, int], Traffic]:
    async with started(*ADDSUP) as program:
        at_start = program.memory()
        traffic = Traffic(program.telegram, 1000, since=len(program.telegram.world.calls))
        await _evenly(traffic, STEADY * A_SECOND)
        return program.ready, (at_start, program.memory()), traffic


async def _evenly(traffic: Traffic, number: int) -> None:
    """Sent by the clock, whether or not the bot keeps up."""
    begun = asyncio.get_running_loop().time()
    for one in range(number):
        await asyncio.sleep(max(0.0, begun + one / A_SECOND - asyncio.get_running_loop().time()))
        await traffic.say(one)
    await traffic.settled(20)


def _burst_rows(limit: str, number: int, addsup: tuple[str, ...], echo: tuple[str, ...]) -> Iterator[Row]:
    ours, bare = asyncio.run(_burst(number, addsup)), asyncio.run(_burst(number, echo))
    how = f"{number:,} messages at once from {CHATS} chats, {limit}"
    yield Row("echo bot: burst", f"{bare:.0f} a second", "", how)
    yield Row("bot: burst", f"{ours:.0f} a second, {ours / bare:.2f} of it", "0.80 of it", how)


async def _burst(number: int, line: tuple[str, ...]) -> float:
    """Replies a second. Raises AssertionError where one is lost or comes twice."""
    async with started(*line) as program:
        traffic = Traffic(program.telegram, 1000, since=len(program.telegram.world.calls))
        for one in range(number):
            await traffic.say(one)
        await traffic.settled(240)
        assert traffic.faults() == (0, 0), traffic.faults()
        first = min(min(times) for times in traffic.sent.values())
        return number / (max(max(times) for times in traffic.replies().values()) - first)


def _picture_rows() -> Iterator[Row]:
    drawn = asyncio.run(_pictures())
    yield Row("bot: press to picture", median_and_p99(drawn.pictures), "400 ms", f"{PICTURES}, one each {APART} s")
    for name, waits in (("meanwhile", drawn.beside), ("without", drawn.without)):
        how = f"{A_SECOND} claims a second; the longest {milliseconds(percentile(waits, 1))}"
        yield Row(f"bot: update to reply, {name}", median_and_p99(waits), "p99 100 ms", how)


async def _pictures() -> Drawn:
    async with started(*ADDSUP) as program:
        telegram = program.telegram
        replies = [await telegram.ask(telegram.private(10 + one), claim(one)) for one in range(PICTURES)]
        await asyncio.sleep(3)
        number = int(PICTURES * APART * A_SECOND)
        without = Traffic(telegram, 1000, since=len(telegram.world.calls))
        await _evenly(without, number)
        beside = Traffic(telegram, 2000, since=len(telegram.world.calls))
        asked = asyncio.create_task(_press(telegram, replies))
        await _evenly(beside, number)
        pressed = await asked
        await asyncio.sleep(1)
        photos = {made.chat: made.at for made in telegram.world.calls if made.method == "sendPhoto"}
        return Drawn([photos[chat] - at for chat, at in pressed.items()], beside.waits(), without.waits())


async def _press(telegram: Telegram, replies: list[dict[str, object]]) -> dict[int, float]:
    """When each picture was asked for."""
    pressed = {}
    for one, reply in enumerate(replies, 10):
        pressed[one] = asyncio.get_running_loop().time()
        await telegram.press(reply, "Picture", one)
        await asyncio.sleep(APART)
    return pressed
