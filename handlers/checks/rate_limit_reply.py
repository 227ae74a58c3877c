"""Whether there is room for one more answer; where there isn't, "slow down" is said once."""

from __future__ import annotations

from telegram import Message

from handlers.incoming.addressing import asker
from handlers.outgoing import sender
from handlers.services import Context, Services, of
from handlers.state.rate_limit import RemainingBudget
from i18n.language import say_many


async def admit(message: Message, context: Context) -> bool:
    """Counts one asking of its sender and its chat."""
    services = of(context)
    found = room(message, services)
    if found is RemainingBudget.WARNING:
        await sender.reply(context.bot, message, slow_down(services))
    return found is RemainingBudget.ANSWER


def room(message: Message, services: Services) -> RemainingBudget:
    """Owners are not counted."""
    person = asker(message)
    return RemainingBudget.ANSWER if person in services.owners else services.budget.room(person, message.chat.id)


def slow_down(services: Services) -> str:
    return say_many(
        "Slow down, please: I answer {number} claim a minute. What comes until then stays unanswered.",
        "Slow down, please: I answer {number} claims a minute. What comes until then stays unanswered.",
        services.budget.person,
    )
