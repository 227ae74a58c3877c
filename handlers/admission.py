"""Whether there is room for one more answer; where there isn't, "slow down" is said once."""

from __future__ import annotations

from telegram import Message

from handlers import post
from handlers.address import asker
from handlers.budget import Room
from handlers.service import Context, Services, of
from reckoning.language import say_many


async def admit(message: Message, context: Context) -> bool:
    """Counts one asking of its sender and its chat."""
    services = of(context)
    found = room(message, services)
    if found is Room.WARNING:
        await post.reply(context.bot, message, slow_down(services))
    return found is Room.ANSWER


def room(message: Message, services: Services) -> Room:
    """Owners are not counted."""
    person = asker(message)
    return Room.ANSWER if person in services.owners else services.budget.room(person, message.chat.id)


def slow_down(services: Services) -> str:
    return say_many(
        "Slow down, please: I answer {number} claim a minute. What comes until then stays unanswered.",
        "Slow down, please: I answer {number} claims a minute. What comes until then stays unanswered.",
        services.budget.person,
    )
