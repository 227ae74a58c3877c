"""Feedback on replies: the button "Wrong?", by which people choose what is wrong, and the owners' list /feedback."""

from __future__ import annotations

from html import escape

import structlog
from telegram import CallbackQuery, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, Forbidden

from handlers.checks import deep_links, reply_view
from handlers.checks.stored_answer import load_answer
from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import build_keyboard, build_page_buttons, slice_page
from handlers.outgoing.sender import MessageContent
from handlers.services import Context, Services, get_services
from i18n import date_format
from i18n.language import say, say_plural, use_language
from storage import Check, Feedback, FeedbackCount

log = structlog.get_logger(__name__)

REASON_ACTION = "e"  # the action of a button that says what is wrong: e:<m|f|r>:<token>
LINK_PREFIX = "wrong_"  # of the parameter that a link gives to /start
FEEDBACK_LIST = "feedback"
_REASONS = {"m": "misread", "f": "figure", "r": "reasoning"}
_LABELS = {"m": texts.MISREAD, "f": texts.A_FIGURE, "r": texts.REASONING}
_PAGE_SIZE = 10


async def handle_wrong_button(query: CallbackQuery, token: str, context: Context) -> None:
    """Shows the reasons under the reply, or asks in private those who may not change a reply that all see."""
    check = await get_services(context).storage.checks.find(reply_view.parse_token(token)[0])
    if check is None:
        await sender.answer_press(query, say(texts.OLD_BUTTON))
    elif not await _may_choose(query, check, context):
        await _open_private_chat(query, check, context)
    else:
        await sender.answer_press(query)
        await _replace_buttons(query, _build_reason_buttons(token), context)


async def handle_reason_button(query: CallbackQuery, rest: str, context: Context) -> None:
    """Stores the reason, and restores the buttons of the reply or ends the question."""
    kind, _, token = rest.partition(":")
    check = await get_services(context).storage.checks.find(reply_view.parse_token(token)[0])
    if check is None or kind not in _REASONS:
        await sender.answer_press(query, say(texts.OLD_BUTTON))
        return
    here = query.message is not None and query.message.chat.type == "private"
    if not here and not await _may_choose(query, check, context):
        await _open_private_chat(query, check, context)
        return
    await _store_feedback(
        query.from_user.id, _REASONS[kind], check, reply_view.parse_token(token)[1], get_services(context)
    )
    await sender.answer_press(query, say("Thank you. My owners will see it, without your words or your name."))
    await _restore_buttons(query, check, token, context)


async def ask_reason(message: Message, check_id: str, context: Context) -> None:
    """Asks in private what is wrong with a reply, after a link has led there."""
    check = await get_services(context).storage.checks.find(check_id)
    finding = _find_claim(check, 0, get_services(context)) if check is not None else None
    if finding is None:
        await sender.reply_to(context.bot, message, say(texts.OLD_BUTTON))
        return
    question = say("What is wrong with my reply? I read: {reading}", reading=escape(finding[0], quote=False))
    await sender.reply_to(context.bot, message, question, _build_reason_buttons(check_id, with_back=False))


async def build_feedback_page(number: int, services: Services) -> MessageContent:
    """Returns a page of /feedback: people counted by reading, the newest first."""
    counts = await services.storage.feedback.counts()
    if not counts:
        return say("Nobody has said that anything is wrong."), None
    shown, number, pages = slice_page(counts, number, _PAGE_SIZE)
    lines = [say("<b>What people say is wrong</b>, in the last 30 days"), *map(_format_count, shown)]
    return "\n".join(lines), build_keyboard(build_page_buttons(FEEDBACK_LIST, number, pages))


def _format_count(one: FeedbackCount) -> str:
    kind = next(key for key, kind in _REASONS.items() if kind == one.wrong)
    people = say_plural("{number} person", "{number} people", one.people)
    what = say(_LABELS[kind])
    last = date_format.short_date(one.last.date())
    return f"• <b>{what}</b>, {people}, {last}: {escape(one.reading[:300], quote=False)}"


async def _may_choose(query: CallbackQuery, check: Check, context: Context) -> bool:
    if query.from_user.id == check.asker_id:
        return True
    if query.message is None:
        return False
    if query.message.chat.type == "private":
        return True
    return await get_services(context).admins.is_admin(context.bot, query.message.chat.id, query.from_user.id)


async def _open_private_chat(query: CallbackQuery, check: Check, context: Context) -> None:
    """Opens the private chat with the bot, which asks there."""
    try:
        await query.answer(url=f"https://t.me/{context.bot.username}?start={LINK_PREFIX}{check.id}")
    except BadRequest as error:
        log.info("a press could not be led on", reason=error.message)


def _build_reason_buttons(token: str, *, with_back: bool = True) -> InlineKeyboardMarkup:
    row = [reply_view.make_button(say(label), REASON_ACTION, f"{kind}:{token}") for kind, label in _LABELS.items()]
    back = [[reply_view.make_button(say(texts.BACK), reply_view.FRONT, token)]] if with_back else []
    return InlineKeyboardMarkup([row, *back])


async def _replace_buttons(query: CallbackQuery, buttons: InlineKeyboardMarkup, context: Context) -> None:
    """Puts other buttons under the same text."""
    message = query.message
    try:
        await context.bot.edit_message_reply_markup(
            message.chat.id if message is not None else None,
            message.message_id if message is not None else None,
            None if message is not None else query.inline_message_id,
            reply_markup=buttons,
        )
    except (BadRequest, Forbidden) as error:
        log.info("buttons can't be changed", reason=error.message)


async def _restore_buttons(query: CallbackQuery, check: Check, token: str, context: Context) -> None:
    services = get_services(context)
    message = query.message
    if message is not None and message.message_id != check.reply_message_id:
        await sender.edit_message(context.bot, message.chat.id, message.message_id, say("Thank you."))
        return
    try:
        answer = load_answer(check.answer, services.live_library.library)
    except ValueError:
        return
    number = reply_view.parse_token(token)[1]
    link = deep_links.build_link_from_inline(check, context.bot)
    _, buttons = reply_view.render_reply(
        reply_view.FRONT, answer, check.id, services.wording, check.origin, number=number, link=link
    )
    if buttons is not None:
        await _replace_buttons(query, buttons, context)


async def _store_feedback(person: int, wrong: str, check: Check, number: int, services: Services) -> None:
    finding = _find_claim(check, number, services)
    if finding is None:
        return
    reading, verdict = finding
    await services.storage.feedback.add(
        Feedback(check.id, person, wrong, reading, verdict, check.library_version, services.clock())
    )


def _find_claim(check: Check, number: int, services: Services) -> tuple[str, str] | None:
    """Returns reading and verdict of the first claim of a page; None if the answer can't be read any more."""
    try:
        with use_language(check.language):
            shown = reply_view.select_page(load_answer(check.answer, services.live_library.library), number)
    except ValueError:
        return None
    return (shown.findings[0].reading, shown.findings[0].verdict.value) if shown.findings else None
