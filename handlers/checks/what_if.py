"""What-ifs: a reply to the bot's reply that changes something, as "if it were 10 years", is checked with the change."""

from __future__ import annotations

import re
from dataclasses import replace

from telegram import Message

from handlers.checks.stored_answer import load_answer
from handlers.incoming.addressing import find_replied_message, is_from_bot
from handlers.services import Context, get_services
from i18n.language import current_language
from reasoning.model.answer import Answer

_LOOKS_LIKE_CHANGE = re.compile(r"[\d?]")  # "per household?", "if it were 10 years": not "thanks"


async def redo_with_change(message: Message, text: str, context: Context) -> Answer | None:
    """Returns the answer to the check that the message replies to, with the change that its text names.

    None if it names none, or one without effect: it may be a claim of its own.
    """
    before = await _find_earlier_answer(message, context)
    if before is None or not text.strip():
        return None
    answer = _redo(before, text, context)
    if not answer.findings or not answer.changes:
        return None
    return None if answer.findings[0] == before.findings[0] else answer


async def suggest_change(message: Message, text: str, context: Context) -> Answer | None:
    """Returns what can be changed, for a text that seems to ask for a change and was not understood; else None."""
    before = await _find_earlier_answer(message, context) if _LOOKS_LIKE_CHANGE.search(text) else None
    answer = None if before is None else _redo(before, text, context)
    return replace(answer, findings=()) if answer is not None and answer.note and not answer.changes else None


async def _find_earlier_answer(message: Message, context: Context) -> Answer | None:
    """Returns the answer in the bot's reply that a message replies to; None if it is no such reply."""
    target = find_replied_message(message)
    if target is None or not is_from_bot(target, context.bot.bot):
        return None
    check = await get_services(context).storage.checks.find_by_reply(message.chat.id, target.message_id)
    try:
        answer = load_answer(check.answer, get_services(context).live_library.library) if check is not None else None
    except ValueError:  # stored by another version of the program
        return None
    return None if answer is None or answer.is_silent else answer


def _redo(before: Answer, text: str, context: Context) -> Answer:
    services = get_services(context)
    return services.redo(before, (text,), services.live_library.library, locale=current_language())
