"""What if: a reply to the bot's own reply that changes something ("if it were 10 years") has the check done again."""

from __future__ import annotations

import re
from dataclasses import replace

from telegram import Message

from handlers.checks.duplicate_claims import gist
from handlers.incoming.addressing import is_own, replied_to
from handlers.services import Context, of
from i18n.language import current
from reckoning.answer import Answer

_TRIED = re.compile(r"[\d?]")  # "per household?", "if it were 10 years": not "thanks"


async def redo(message: Message, text: str, context: Context) -> Answer | None:
    """The check that the message replies to, with the change that its text names.

    None if it names none, or one that changes nothing: then it may be a claim of its own.
    """
    before = await _before(message, context)
    if before is None or not text.strip():
        return None
    answer = _redone(before, text, context)
    if not answer.findings or not answer.changes or gist(answer.findings[0]) == gist(before.findings[0]):
        return None
    return answer


async def hint(message: Message, text: str, context: Context) -> Answer | None:
    """What can be changed, for a text that tried to and was not understood."""
    before = await _before(message, context) if _TRIED.search(text) else None
    answer = None if before is None else _redone(before, text, context)
    return replace(answer, findings=()) if answer is not None and answer.note and not answer.changes else None


async def _before(message: Message, context: Context) -> Answer | None:
    """The answer that stands in the reply of the bot's that a message answers."""
    target = replied_to(message)
    if target is None or not is_own(target, context.bot.bot):
        return None
    check = await of(context).storage.checks.of_reply(message.chat.id, target.message_id)
    try:
        answer = Answer.load(check.answer) if check is not None else None
    except ValueError:  # kept by another version of the program
        return None
    return None if answer is None or answer.is_silent else answer


def _redone(before: Answer, text: str, context: Context) -> Answer:
    services = of(context)
    return services.redo(before, (text,), services.shelf.library, locale=current())
