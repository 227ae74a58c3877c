"""Passes the press of a button to the feature that it belongs to; shows the working and sources of a reply."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import CallbackQuery, Update
from telegram.constants import ChatType
from telegram.ext import CallbackQueryHandler

from handlers.chats import language_menu, settings_menu, settings_view
from handlers.checks import charts, corrections_page, deep_links, feedback, reply_view, stored_answer
from handlers.outgoing import sender, texts
from handlers.outgoing.telegram_html import shorten_reply
from handlers.owners import commands
from handlers.services import App, Context, get_services
from i18n.language import say, use_language
from reasoning.model.answer import Answer
from storage import Check

ButtonHandler = Callable[[CallbackQuery, str, Context], Awaitable[None]]


def register(application: App) -> None:
    application.add_handler(CallbackQueryHandler(handle_press))


async def handle_press(update: Update, context: Context) -> None:
    """Passes on a press, or says that the button is unknown: until it is answered, the button shows a spinner."""
    query = update.callback_query
    if query is None:
        return
    action, _, token = (query.data or "").partition(":")
    if action in ACTIONS and token:
        await ACTIONS[action](query, token, context)
    elif action in commands.ACTIONS and token:
        await commands.handle_owner_button(query, action, token, context)
    else:
        await sender.answer_press(query, say(texts.UNKNOWN_BUTTON))


async def find_check(query: CallbackQuery, check_id: str, context: Context) -> Check | None:
    """Returns the check whose reply has the button; None, and says why, if it is gone or not this person's."""
    check = await get_services(context).storage.checks.find(check_id)
    if check is None or not _carries_button(query, check):
        await sender.answer_press(query, say(texts.OLD_BUTTON))
    elif not await _may_press(query, check, context):
        await sender.answer_press(query, say(texts.NOT_YOURS))
    else:
        return check
    return None


async def load_answer(query: CallbackQuery, check: Check, context: Context) -> Answer | None:
    """Returns the stored answer; None, and says so, if another version of the program stored it."""
    try:
        with use_language(check.language):
            return stored_answer.load_answer(check.answer, get_services(context).live_library.library)
    except ValueError:
        await sender.answer_press(query, say(texts.OLD_BUTTON))
        return None


async def _show_view(view: str, query: CallbackQuery, token: str, context: Context) -> None:
    check_id, number = reply_view.parse_token(token)
    check = await find_check(query, check_id, context)
    answer = await load_answer(query, check, context) if check is not None else None
    if check is not None and answer is not None:
        await _show_answer(view, query, check, answer, number, context)


async def _show_answer(
    view: str, query: CallbackQuery, check: Check, answer: Answer, number: int, context: Context
) -> None:
    """Puts a view of a page of the answer in the place of what is shown."""
    services = get_services(context)
    is_accessible = query.message is None or query.message.is_accessible
    if is_accessible:
        await sender.answer_press(query)  # before the edit, which Telegram's limits may delay
    with use_language(check.language):
        html, buttons = reply_view.render_reply(
            view,
            answer,
            check.id,
            services.wording,
            check.origin,
            number=number,
            link=deep_links.build_link_from_inline(check, context.bot),
        )
    if view == reply_view.FRONT and not number and services.preferences.get(check.chat_id).is_short:
        html = shorten_reply(html)
    is_shown = await sender.edit_message(
        context.bot, check.chat_id, check.reply_message_id, html, buttons, inline_id=check.inline_id
    )
    if not is_accessible:  # deleted, perhaps
        await sender.answer_press(query, "" if is_shown else say(texts.GONE))


async def _choose_reading(query: CallbackQuery, rest: str, context: Context) -> None:
    """Puts the finding of the reading that is meant in the place of the question, and stores it."""
    services = get_services(context)
    check_id, number = reply_view.parse_choice(rest)
    check = await find_check(query, check_id, context)
    answer = await load_answer(query, check, context) if check is not None else None
    if check is None or answer is None:
        return
    if not 0 <= number < len(answer.readings):
        await sender.answer_press(query, say(texts.OLD_BUTTON))
        return
    chosen = answer.choose(number)
    with use_language(check.language):
        stored = stored_answer.serialize_answer(chosen, services.live_library.library)
    await services.storage.checks.replace_answer(check.id, stored, answer.library_version)
    await _show_answer(reply_view.FRONT, query, check, chosen, 0, context)


def _make_view_handler(view: str) -> ButtonHandler:
    async def handle(query: CallbackQuery, token: str, context: Context) -> None:
        await _show_view(view, query, token, context)

    return handle


async def _send_chart(query: CallbackQuery, token: str, context: Context) -> None:
    """Has the chart drawn in a task of its own, so that the chat's other updates need not wait for it."""
    check_id, number = reply_view.parse_token(token)
    check = await find_check(query, check_id, context)
    answer = await load_answer(query, check, context) if check is not None else None
    if check is not None and answer is not None:
        with use_language(check.language):
            drawing = charts.send_chart(query, check, answer, number, context)
            context.application.create_task(drawing, Update(0, callback_query=query))


def _carries_button(query: CallbackQuery, check: Check) -> bool:
    if query.message is None:
        return bool(check.inline_id) and query.inline_message_id == check.inline_id
    return (query.message.chat.id, query.message.message_id) == (check.chat_id, check.reply_message_id)


async def _may_press(query: CallbackQuery, check: Check, context: Context) -> bool:
    if query.from_user.id == check.asker_id:
        return True
    if query.message is None:  # the bot is not in that chat, and can't ask who its admins are
        return False
    chat = query.message.chat
    if chat.type == ChatType.PRIVATE:
        return True
    return await get_services(context).admins.is_admin(context.bot, chat.id, query.from_user.id)


ACTIONS: dict[str, ButtonHandler] = {
    **{view: _make_view_handler(view) for view in reply_view.VIEWS},
    reply_view.CHART: _send_chart,
    reply_view.CHOOSE: _choose_reading,
    reply_view.WRONG: feedback.handle_wrong_button,
    feedback.REASON_ACTION: feedback.handle_reason_button,
    corrections_page.PAGE_ACTION: corrections_page.handle_page_button,
    settings_view.SETTING_ACTION: settings_menu.handle_settings_button,
    language_menu.LANGUAGE_ACTION: language_menu.handle_language_button,
}
