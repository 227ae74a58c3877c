"""Whether there is room for one more answer; where there isn't, "slow down" is said once."""

from __future__ import annotations

from telegram import Message

from handlers.incoming.addressing import find_asker_id
from handlers.outgoing import sender
from handlers.services import Context, Services, get_services
from handlers.state.rate_limit import Allowance
from i18n.language import say_plural


async def admit_request(message: Message, context: Context) -> bool:
    """Counts one asking of its sender and its chat."""
    services = get_services(context)
    found = count_request(message, services)
    if found is Allowance.WARNING:
        await sender.reply_to(context.bot, message, format_slow_down(services))
    return found is Allowance.ANSWER


def count_request(message: Message, services: Services) -> Allowance:
    """Owners are not counted."""
    person = find_asker_id(message)
    return Allowance.ANSWER if person in services.owners else services.rate_limit.count_request(person, message.chat.id)


def format_slow_down(services: Services) -> str:
    return say_plural(
        "Slow down, please: I answer {number} claim a minute. What comes until then stays unanswered.",
        "Slow down, please: I answer {number} claims a minute. What comes until then stays unanswered.",
        services.rate_limit.per_person,
    )
