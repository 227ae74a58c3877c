"""Links to the first reply when the same claim comes again in a chat within a day, in the place of a second reply."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta
from html import escape

from telegram import Chat, InlineKeyboardMarkup, Message, ReactionTypeEmoji
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden

from handlers.checks import reply_view
from handlers.incoming import forward_origin
from handlers.outgoing import sender
from handlers.outgoing.sender import Bot
from handlers.services import Context, get_services
from i18n.language import current_language, say
from reasoning.model.answer import Answer, Finding
from storage import Check

REPEAT_WINDOW = timedelta(days=1)
_NO_REACTION: tuple[ReactionTypeEmoji, ...] = ()


def digest_answer(answer: Answer, target: Message) -> str:
    """Returns what two answers share only if they say the same, from the same figures, in one language; 32 hex digits.

    The day counts for forwarded posts alone, as they are judged for the day when they were written. "" for no claim.
    """
    if answer.is_silent:
        return ""
    day = answer.as_of.isoformat() if forward_origin.find_forward_origin(target) is not None else ""
    said = [current_language(), day, answer.library_version, *answer.changes]
    said += [words for finding in answer.findings for words in list_shown_texts(finding)]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:32]


def list_shown_texts(finding: Finding) -> list[str]:
    """Returns what a reply says of a claim: its reading, the verdict and the lines of arithmetic."""
    read = [finding.kind, finding.reading, finding.verdict.value, finding.headline]
    return read + [comparison.text for comparison in finding.comparisons]


async def link_to_first_reply(check: Check, answer: Answer, target: Message, context: Context) -> Message | None:
    """Sends a link to the first reply, and returns that message; None where there is no first reply any more."""
    services = get_services(context)
    first = await services.storage.checks.find_same_claim(target.chat.id, check.claim, services.clock() - REPEAT_WINDOW)
    if first is None:
        return None
    reading = answer.findings[0].reading
    html = "\n".join(escape(line, quote=False) for line in (services.wording.title(answer), reading) if line)
    # Where the same message is checked again, the first reply is about it too, and no button need show it here.
    buttons = None if first.message_id == target.message_id else _build_show_button(check.id)
    address = _build_message_link(target.chat, first.reply_message_id)
    if address is None:
        told = f"{html}\n{say('Answered before: see the reply that this one hangs on.')}"
        return await sender.reply_to(context.bot, target, told, buttons, to=first.reply_message_id)
    if not await _reply_exists(context.bot, first):
        return None
    link = '<a href="{address}">{words}</a>'.format(address=address, words=say("see that reply"))
    return await sender.reply_to(context.bot, target, f"{html}\n{say('Answered before: {link}.', link=link)}", buttons)


def _build_show_button(check_id: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[reply_view.make_button(say("Show it here"), reply_view.FRONT, check_id)]])


def _build_message_link(chat: Chat, message_id: int) -> str | None:
    """Returns the address of a message; None outside supergroups, where messages have none."""
    number = re.fullmatch(r"-100(\d+)", str(chat.id))
    if number is None or chat.type != ChatType.SUPERGROUP:
        return None
    return f"https://t.me/c/{number[1]}/{message_id}"


async def _reply_exists(bot: Bot, check: Check) -> bool:
    """Whether the reply is still there. Telegram can't be asked that, but refuses to remove reactions if it is not."""
    try:
        await bot.set_message_reaction(check.chat_id, check.reply_message_id, _NO_REACTION)
    except BadRequest as error:
        return "not found" not in error.message and "MESSAGE_ID_INVALID" not in error.message
    except Forbidden:
        return False
    return True
