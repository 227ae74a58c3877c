"""Answers private messages, all of which are meant for the bot."""

from __future__ import annotations

from dataclasses import replace

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from handlers.checks import what_if
from handlers.checks.check_flow import answer_request, check_message
from handlers.checks.check_request import CheckRequest
from handlers.checks.group_requests import handle_request
from handlers.checks.rate_limit_reply import admit_request
from handlers.incoming import addressing
from handlers.incoming.addressing import find_asker_id, is_from_person
from handlers.incoming.message_text import UnreadableFileError, read_message_text
from handlers.outgoing import sender, texts
from handlers.services import App, Context, get_services
from handlers.state.message_parts import MessagePart, continues_text, join_parts
from i18n.language import say
from reasoning.model.answer import Answer

PRIVATE_MESSAGES = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
CHECK_COMMAND = filters.Regex(r"^/check\b")


def register(application: App) -> None:
    application.add_handler(MessageHandler(PRIVATE_MESSAGES & filters.COMMAND & ~CHECK_COMMAND, handle_unknown_command))
    application.add_handler(MessageHandler(PRIVATE_MESSAGES & CHECK_COMMAND & filters.REPLY, handle_request))
    application.add_handler(MessageHandler(PRIVATE_MESSAGES & filters.TEXT, handle_text))
    application.add_handler(MessageHandler(PRIVATE_MESSAGES & ~filters.StatusUpdate.ALL, handle_attachment))


async def handle_unknown_command(update: Update, context: Context) -> None:
    """Says that there is no such command."""
    message = update.effective_message
    if message is not None and is_from_person(message):
        await sender.reply_to(context.bot, message, say(texts.UNKNOWN_COMMAND))


async def handle_text(update: Update, context: Context) -> None:
    """Answers a text at once, unless it is so long that it may be a part of a longer one."""
    message = update.message
    if message is None or not is_from_person(message):
        return
    services = get_services(context)
    part = MessagePart(update.update_id, message)
    waiting = services.message_parts.take(message.chat.id)
    if waiting and not continues_text(waiting, part):
        await _answer_parts(waiting, context)
        waiting = ()
    parts = (*waiting, part)
    if not part.is_full:
        await _answer_parts(parts, context)
        return
    services.update_inbox.hold(part.update_id)

    async def finish(parts: tuple[MessagePart, ...]) -> None:
        await _answer_parts(parts, context)

    context.application.create_task(services.message_parts.hold(message.chat.id, parts, finish), update)


async def handle_attachment(update: Update, context: Context) -> None:
    """Checks a caption or a .txt file; for anything else, says what to send."""
    message = update.message
    if message is None or not is_from_person(message):
        return
    if not await admit_request(message, context):
        return
    try:
        async with sender.show_typing(message):
            content = await read_message_text(message)
    except UnreadableFileError as error:
        await sender.reply_to(context.bot, message, error.explanation)
        return
    await answer_request(
        CheckRequest(update.update_id, _strip_request(message, content, context), message, find_asker_id(message)),
        context,
    )


async def _answer_parts(parts: tuple[MessagePart, ...], context: Context) -> None:
    first = parts[0].message
    numbers = [part.update_id for part in parts]
    whole = _strip_request(first, join_parts(parts), context) if len(parts) == 1 else join_parts(parts)
    try:
        if not await admit_request(first, context):
            pass
        elif whole.strip():
            ask = CheckRequest(parts[0].update_id, whole, first, find_asker_id(first), len(parts))
            await answer_request(ask, context, await _answer_or_redo(ask, context))
        else:
            await sender.reply_to(context.bot, first, say(texts.NOTHING_ASKED))
    except Exception:  # not CancelledError: when the program is stopped, the updates wait for the next start
        await get_services(context).update_inbox.release(numbers)
        raise
    await get_services(context).update_inbox.release(numbers)


async def _answer_or_redo(ask: CheckRequest, context: Context) -> Answer:
    """Returns the answer to a change of the check that is replied to, else to a claim of its own."""
    redone = await what_if.redo_with_change(ask.target, ask.text, context)
    if redone is not None:
        return redone
    answer = await check_message(ask.text, ask.target, get_services(context))
    if answer.readings or not answer.is_silent:
        return answer
    suggested = await what_if.suggest_change(ask.target, ask.text, context)
    return answer if suggested is None else replace(suggested, left_open=answer.left_open)


def _strip_request(message: Message, content: str, context: Context) -> str:
    """Returns the text without /check or a mention, which many write here though none is needed."""
    if message.document is not None:
        return content
    request = addressing.extract_request(message, context.bot.bot)
    return content if request is None else request
