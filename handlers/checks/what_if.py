"""What if: a reply to the bot's own reply that changes something ("if it were 10 years") has the check done again."""

from __future__ import annotations

import re
from dataclasses import replace

from telegram import Message

from handlers.checks.duplicate_claims import list_shown_texts
from handlers.incoming.addressing import find_replied_message, is_from_bot
from handlers.services import Context, get_services
from i18n.language import current_language
from reckoning.answer import Answer

_LOOKS_LIKE_CHANGE = re.compile(r"[\d?]")  # "per household?", "if it were 10 years": not "thanks"


async def redo_with_change(message: Message, text: str, context: Context) -> Answer | None:
    """The check that the message replies to, with the change that its text names.

    None if it names none, or one that changes nothing: then it may be a claim of its own.
    """
    before = await _find_earlier_answer(message, context)
    if before is None or not text.strip():
        return None
    answer = _redo(before, text, context)
    if (
        not answer.findings
        or not answer.changes
        or list_shown_texts(answer.findings[0]) == list_shown_texts(before.findings[0])
    ):
        return None
    return answer


async def suggest_change(message: Message, text: str, context: Context) -> Answer | None:
    """What can be changed, for a text that tried to and was not understood."""
    before = await _find_earlier_answer(message, context) if _LOOKS_LIKE_CHANGE.search(text) else None
    answer = None if before is None else _redo(before, text, context)
    return replace(answer, findings=()) if answer is not None and answer.note and not answer.changes else None


async def _find_earlier_answer(message: Message, context: Context) -> Answer | None:
    """The answer that stands in the reply of the bot's that a message answers."""
    target = find_replied_message(message)
    if target is None or not is_from_bot(target, context.bot.bot):
        return None
    check = await get_services(context).storage.checks.find_by_reply(message.chat.id, target.message_id)
    try:
        answer = Answer.load(check.answer) if check is not None else None
    except ValueError:  # kept by another version of the program
        return None
    return None if answer is None or answer.is_silent else answer


def _redo(before: Answer, text: str, context: Context) -> Answer:
    services = get_services(context)
    return services.redo(before, (text,), services.live_library.library, locale=current_language())
