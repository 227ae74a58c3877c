"""The reply to a check: sent once, stored for its buttons, and edited when its message is."""

from __future__ import annotations

from dataclasses import replace

from handlers.checks import duplicate_claims, reply_view
from handlers.checks.check_record import build_record, count_what_lacks
from handlers.checks.check_request import CheckRequest
from handlers.checks.stored_answer import serialize_answer
from handlers.outgoing import sender
from handlers.outgoing.telegram_html import shorten_reply
from handlers.services import Context, get_services
from i18n.language import use_language
from reasoning.model.answer import Answer
from storage import Check


async def send_reply(request: CheckRequest, answer: Answer, context: Context) -> None:
    """Replies with the answer, or with a link to the reply that says the same already, and stores the check."""
    services = get_services(context)
    await count_what_lacks(answer, services)
    check = build_record(request, answer, services)
    async with services.storage.checks.sending(check.id):
        await _send(check, request, answer, context)


async def revise_reply(check: Check, answer: Answer, request: CheckRequest, context: Context) -> None:
    """Puts the answer to the edited text in the place of the old reply, or below it if that is gone."""
    services = get_services(context)
    with use_language(check.language):
        stored = serialize_answer(answer, services.live_library.library)
        if stored == check.answer and not answer.is_silent:  # of a note nothing is stored to compare
            return
        if await _edit_reply(check, answer, context):
            await count_what_lacks(answer, services)
            claim = duplicate_claims.digest_answer(answer, request.target)
            await services.storage.checks.replace_answer(check.id, stored, answer.library_version, claim)
        else:
            await send_reply(replace(request, is_again=True), answer, context)


async def _edit_reply(check: Check, answer: Answer, context: Context) -> bool:
    """Puts an answer in the place of the one that a reply has; returns False where that is gone."""
    wording = get_services(context).wording
    html, buttons = reply_view.render_reply(reply_view.FRONT, answer, check.id, wording, check.origin)
    return await sender.edit_message(context.bot, check.chat_id, check.reply_message_id, html, buttons)


async def _send(check: Check, request: CheckRequest, answer: Answer, context: Context) -> None:
    services = get_services(context)
    sent = (
        None if request.is_again else await duplicate_claims.link_to_first_reply(check, answer, request.target, context)
    )
    if sent is not None:
        check = replace(check, claim="")  # the first reply stays the one that later ones link to
        if sent.reply_markup is None:
            return
    else:
        html, buttons = reply_view.render_reply(reply_view.FRONT, answer, check.id, services.wording, check.origin)
        if services.preferences.get(request.target.chat.id).is_short:
            html = shorten_reply(html)
        sent = await sender.reply_to(context.bot, request.target, html, buttons)
    if sent is not None:
        await services.storage.checks.add(replace(check, chat_id=sent.chat.id, reply_message_id=sent.message_id))
