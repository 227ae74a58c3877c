"""Shows an owner what a change would make different, and makes it when they press Apply."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import structlog
from telegram import CallbackQuery, Message

from handlers.checks import reply_view
from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import format_list, format_problems
from handlers.outgoing.sender import MessageContent
from handlers.services import Context, Services, get_services
from handlers.state.knowledge_process import LoadTimeoutError
from handlers.state.pending_changes import PendingChange
from i18n.language import say, say_plural
from knowledge.editing.edit_process import EditResult
from storage import KnowledgeChange, new_check_id

log = structlog.get_logger(__name__)

SET_DOCUMENT = "/set"  # the name of a document that was made from a /set
_LOGGED_ROWS = 1000  # of a change, in /log


async def propose_change(change: PendingChange, message: Message, context: Context) -> None:
    """Replies with what the change would make different, or what is wrong with it."""
    await sender.reply_to(context.bot, message, *await stage_change(change, get_services(context)))


async def stage_change(change: PendingChange, services: Services) -> MessageContent:
    """Returns what the change would make different, or what is wrong with it; keeps it for Apply or Discard."""
    try:
        result = await services.live_library.stage(change.edit, services.today)
    except LoadTimeoutError:
        return _format_timeout(), None
    return _format_result(change, result, services, say(texts.DIFFERENCE))


async def decide_change(query: CallbackQuery, *, apply: bool, token: str, context: Context) -> None:
    """Makes or discards a change, if the person is still an owner and the change is theirs."""
    services = get_services(context)
    person = query.from_user.id
    change = services.pending_changes.take(token, person, services.clock()) if person in services.owners else None
    message = query.message
    if change is None or message is None:
        await sender.answer_press(query, say(texts.NOT_WAITING))
        return
    await sender.answer_press(query)
    told: MessageContent = (say(texts.DISCARDED, name=_format_name(change)), None)
    if apply:
        told = await _apply_change(change, services)
    await sender.edit_message(context.bot, message.chat.id, message.message_id, *told)


async def _apply_change(change: PendingChange, services: Services) -> MessageContent:
    try:
        result = await services.live_library.apply(change.edit, services.today, change.rows)
    except LoadTimeoutError:
        return _format_timeout(), None
    if result.unwritten:
        log.error("the owners' folder can't be written", reason=result.unwritten)
        return say(texts.NOT_KEPT), None
    if not result.made:
        meanwhile = say("The figures have changed meanwhile, so I have not applied this. Here is the new difference.")
        return _format_result(change, result, services, f"{meanwhile}\n\n{say(texts.DIFFERENCE)}")
    version = services.live_library.library.version
    kept = KnowledgeChange(
        user_id=change.owner_id,
        file=change.name[:200],
        summary="\n".join(result.rows[:_LOGGED_ROWS]),
        created=services.clock(),
        before={place: before for place, (before, _) in result.files.items()},
        after={place: after for place, (_, after) in result.files.items()},
        version=version,
        undoes=change.undoes,
    )
    number = await services.storage.knowledge_changes.add(kept)
    log.info("figures changed", rows=len(result.rows), version=version)
    count = texts.count_changes(len(result.rows))
    applied = say(texts.APPLIED, name=_format_name(change), count=count, version=version[:8])
    return f"{applied} " + say("Take it back: /undo {number}", number=number), None


def _format_result(change: PendingChange, result: EditResult, services: Services, head: str) -> MessageContent:
    if result.problems:
        entity, _, dated = change.name.split(".") if _is_from_set_command(change) else ("", "", "")
        place = f"{entity}.{dated}" if entity else ""
        refused = say("I can't take this, and nothing has changed.") + " {count}:" if place else say(texts.REFUSED)
        return format_problems(refused, result.problems, place), None
    if not result.rows:
        note = f"\n{escape(change.note, quote=False)}" if change.note else ""
        return say(texts.NO_DIFFERENCE, name=_format_name(change)) + note, None
    token = new_check_id()
    services.pending_changes.add(token, replace(change, rows=result.rows, since=services.clock()))
    count = texts.count_changes(len(result.rows))
    head = head.format(name=_format_name(change), count=count)
    if change.note:
        head = f"{head}\n{escape(change.note, quote=False)}"
    text = format_list(head, result.rows, result.doubtful)
    if result.doubtful:
        text += "\n" + say_plural(
            "⚠ {number} looks like a slip: three times, or a third of, what it was or what the year beside it is.",
            "⚠ {number} look like slips: three times, or a third of, what they were or what the year beside them is.",
            len(result.doubtful),
        )
    return text, reply_view.build_approval_buttons(token)


def _is_from_set_command(change: PendingChange) -> bool:
    return bool(change.edit.documents) and change.edit.documents[-1][0] == SET_DOCUMENT


def _format_timeout() -> str:
    return say("I couldn't finish that. /log shows whether anything has changed; please try again.")


def _format_name(change: PendingChange) -> str:
    return escape(change.name[:100], quote=False)
