"""Private messages: whatever is sent there is meant for the bot."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from handlers.checks import what_if
from handlers.checks.check_flow import answer_request, check_message
from handlers.checks.check_request import CheckRequest
from handlers.checks.group_requests import asked
from handlers.checks.rate_limit_reply import admit
from handlers.incoming import addressing
from handlers.incoming.addressing import asker, is_person
from handlers.incoming.message_text import UnreadableFileError, read
from handlers.outgoing import sender, texts
from handlers.services import App, Context, of
from handlers.state.message_parts import MessagePart, continues, join
from i18n.language import say
from reckoning.answer import Answer

HERE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
CHECK = filters.Regex(r"^/check\b")


def register(application: App) -> None:
    application.add_handler(MessageHandler(HERE & filters.COMMAND & ~CHECK, unknown_command))
    application.add_handler(MessageHandler(HERE & CHECK & filters.REPLY, asked))
    application.add_handler(MessageHandler(HERE & filters.TEXT, text))
    application.add_handler(MessageHandler(HERE & ~filters.StatusUpdate.ALL, other))


async def unknown_command(update: Update, context: Context) -> None:
    message = update.effective_message
    if message is not None and is_person(message):
        await sender.reply(context.bot, message, say(texts.UNKNOWN_COMMAND))


async def text(update: Update, context: Context) -> None:
    """A text is answered at once, unless it is so long that it may be the first part of an article."""
    message = update.message
    if message is None or not is_person(message):
        return
    services = of(context)
    part = MessagePart(update.update_id, message)
    waiting = services.seam.take(message.chat.id)
    if waiting and not continues(waiting, part):
        await _finish(waiting, context)
        waiting = ()
    parts = (*waiting, part)
    if not part.is_full:
        await _finish(parts, context)
        return
    services.intake.hold(part.update_id)

    async def finish(parts: tuple[MessagePart, ...]) -> None:
        await _finish(parts, context)

    context.application.create_task(services.seam.hold(message.chat.id, parts, finish), update)


async def other(update: Update, context: Context) -> None:
    """A caption or a .txt file; for anything else, a sentence that says what to send."""
    message = update.message
    if message is None or not is_person(message):
        return
    if not await admit(message, context):
        return
    try:
        async with sender.typing(message):
            content = await read(message)
    except UnreadableFileError as outcome:
        await sender.reply(context.bot, message, outcome.sentence)
        return
    await answer_request(
        CheckRequest(update.update_id, _claim(message, content, context), message, asker(message)), context
    )


async def _finish(parts: tuple[MessagePart, ...], context: Context) -> None:
    first = parts[0].message
    numbers = [part.update_id for part in parts]
    whole = _claim(first, join(parts), context) if len(parts) == 1 else join(parts)
    try:
        if not await admit(first, context):
            pass
        elif whole.strip():
            ask = CheckRequest(parts[0].update_id, whole, first, asker(first), len(parts))
            await answer_request(ask, context, await _understood(ask, context))
        else:
            await sender.reply(context.bot, first, say(texts.NOTHING_ASKED))
    except Exception:  # not when the program is being stopped: then the updates stay in hand
        await of(context).intake.release(numbers)
        raise
    await of(context).intake.release(numbers)


async def _understood(ask: CheckRequest, context: Context) -> Answer:
    """As a change to the check it replies to, else as a claim of its own."""
    redone = await what_if.redo(ask.target, ask.text, context)
    if redone is not None:
        return redone
    answer = await check_message(ask.text, ask.target, of(context))
    return await what_if.hint(ask.target, ask.text, context) or answer if answer.is_silent else answer


def _claim(message: Message, content: str, context: Context) -> str:
    """Without a /check or a mention, which nobody needs here and many write."""
    if message.document is not None:
        return content
    request = addressing.request(message, context.bot.bot)
    return content if request is None else request
