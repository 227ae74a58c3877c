"""Buttons under a reply: they unfold its working or its sources, fold them back, and lead to the other claims."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import CallbackQuery, Update
from telegram.constants import ChatType
from telegram.ext import CallbackQueryHandler

from handlers.chats import language_menu, settings_menu, settings_view
from handlers.checks import charts, corrected_replies, deep_links, feedback, reply_view
from handlers.outgoing import sender, texts
from handlers.outgoing.telegram_html import brief
from handlers.owners import commands
from handlers.services import App, Context, of
from i18n.language import say, speaking
from reckoning.answer import Answer
from storage import Check

Press = Callable[[CallbackQuery, str, Context], Awaitable[None]]


def register(application: App) -> None:
    application.add_handler(CallbackQueryHandler(pressed))


async def pressed(update: Update, context: Context) -> None:
    """Every press is answered, whatever it was on: until then the person's button keeps turning."""
    query = update.callback_query
    if query is None:
        return
    action, _, token = (query.data or "").partition(":")
    if action in ACTIONS and token:
        await ACTIONS[action](query, token, context)
    elif action in commands.ACTIONS and token:
        await commands.pressed(query, action, token, context)
    else:
        await sender.acknowledge(query, say(texts.UNKNOWN_BUTTON))


async def opened(query: CallbackQuery, check_id: str, context: Context) -> Check | None:
    """The check whose reply carries the button, for those who may turn it; all others are told why not."""
    check = await of(context).storage.checks.find(check_id)
    if check is None or not _is_on(query, check):
        await sender.acknowledge(query, say(texts.OLD_BUTTON))
    elif not await _may_turn(query, check, context):
        await sender.acknowledge(query, say(texts.NOT_YOURS))
    else:
        return check
    return None


async def stored(query: CallbackQuery, check: Check) -> Answer | None:
    """Its answer; None, and said so, where another version of the program kept it."""
    try:
        return Answer.load(check.answer)
    except ValueError:
        await sender.acknowledge(query, say(texts.OLD_BUTTON))
        return None


async def _turn(face: str, query: CallbackQuery, token: str, context: Context) -> None:
    services = of(context)
    check_id, number = reply_view.split(token)
    check = await opened(query, check_id, context)
    answer = await stored(query, check) if check is not None else None
    if check is None or answer is None:
        return
    is_sure = query.message is None or query.message.is_accessible
    if is_sure:
        await sender.acknowledge(query)  # before the edit, which may have to wait for Telegram's limits
    with speaking(check.language):
        html, buttons = reply_view.turn(
            face,
            answer,
            check.id,
            services.wording,
            check.origin,
            number=number,
            link=deep_links.link(check, context.bot),
        )
    if face == reply_view.FRONT and not number and services.choices.of(check.chat_id).is_short:
        html = brief(html)
    turned = await sender.revise(
        context.bot, check.chat_id, check.reply_message_id, html, buttons, inline_id=check.inline_id
    )
    if not is_sure:  # deleted, perhaps
        await sender.acknowledge(query, "" if turned else say(texts.GONE))


def _to(face: str) -> Press:
    async def turn(query: CallbackQuery, token: str, context: Context) -> None:
        await _turn(face, query, token, context)

    return turn


async def _illustrate(query: CallbackQuery, token: str, context: Context) -> None:
    """Beside the chat's other updates, which need not wait for a drawing."""
    check_id, number = reply_view.split(token)
    check = await opened(query, check_id, context)
    answer = await stored(query, check) if check is not None else None
    if check is not None and answer is not None:
        with speaking(check.language):
            drawing = charts.show(query, check, answer, number, context)
            context.application.create_task(drawing, Update(0, callback_query=query))


def _is_on(query: CallbackQuery, check: Check) -> bool:
    if query.message is None:
        return bool(check.inline_id) and query.inline_message_id == check.inline_id
    return (query.message.chat.id, query.message.message_id) == (check.chat_id, check.reply_message_id)


async def _may_turn(query: CallbackQuery, check: Check, context: Context) -> bool:
    if query.from_user.id == check.asker_id:
        return True
    if query.message is None:  # where the bot is not, nobody can be asked who the admins are
        return False
    chat = query.message.chat
    if chat.type == ChatType.PRIVATE:
        return True
    return await of(context).admins.include(context.bot, chat.id, query.from_user.id)


ACTIONS: dict[str, Press] = {
    **{face: _to(face) for face in reply_view.FACES},
    reply_view.PICTURE: _illustrate,
    reply_view.WRONG: feedback.asked,
    feedback.CHOSEN: feedback.chosen,
    corrected_replies.TURN: corrected_replies.pressed,
    settings_view.FLIP: settings_menu.pressed,
    language_menu.CHOOSE: language_menu.chosen,
}
