"""Applies the rate limit to messages: beyond it, one reply asks to slow down, and then none comes."""

from __future__ import annotations

from telegram import Message

from handlers.incoming.addressing import find_asker_id
from handlers.outgoing import sender
from handlers.services import Context, Services, get_services
from handlers.state.rate_limit import Allowance
from i18n.language import say_plural


async def admit_request(message: Message, context: Context) -> bool:
    """Counts a request by its sender and chat. Returns whether it may be answered; if not, warns once."""
    services = get_services(context)
    found = count_request(message, services)
    if found is Allowance.WARNING:
        await sender.reply_to(context.bot, message, format_slow_down(services))
    return found is Allowance.ANSWER


def count_request(message: Message, services: Services) -> Allowance:
    """Counts a request and returns what it gets; owners have no limit."""
    person = find_asker_id(message)
    return Allowance.ANSWER if person in services.owners else services.rate_limit.count_request(person, message.chat.id)


def format_slow_down(services: Services) -> str:
    """Returns the request to slow down, with the limit in it."""
    return say_plural(
        "Slow down, please: I answer {number} claim a minute. What comes until then stays unanswered.",
        "Slow down, please: I answer {number} claims a minute. What comes until then stays unanswered.",
        services.rate_limit.per_person,
    )
