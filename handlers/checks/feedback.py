"""Wrong?: what is wrong with a reply, in one tap, kept for the owners; and /feedback, where they read it."""

from __future__ import annotations

from html import escape

import structlog
from telegram import CallbackQuery, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, Forbidden

from handlers.checks import deep_links, reply_view
from handlers.checks.reply_view import Page
from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import keyboard, leaf, turning
from handlers.services import Context, Services, of
from i18n import dates
from i18n.language import say, say_many
from reckoning.answer import Answer
from storage import Check, Feedback, FeedbackCount

log = structlog.get_logger(__name__)

CHOSEN = "e"  # the action of a button that says what is wrong: e:<m|f|r>:<token>
START = "wrong_"  # what /start is given by the link to the bot
LIST = "feedback"
_KINDS = {"m": "misread", "f": "figure", "r": "reasoning"}
_LABELS = {"m": texts.MISREAD, "f": texts.A_FIGURE, "r": texts.REASONING}
_ON_A_LEAF = 10


async def asked(query: CallbackQuery, token: str, context: Context) -> None:
    """Who may turn the reply chooses under it; for others, lest it change before all, the bot opens in private."""
    check = await of(context).storage.checks.find(reply_view.split(token)[0])
    if check is None:
        await sender.acknowledge(query, say(texts.OLD_BUTTON))
    elif not await _is_theirs(query, check, context):
        await _lead(query, check, context)
    else:
        await sender.acknowledge(query)
        await _relabel(query, _choice(token), context)


async def chosen(query: CallbackQuery, rest: str, context: Context) -> None:
    """Kept; the buttons are as before, or go where the question stood alone."""
    kind, _, token = rest.partition(":")
    check = await of(context).storage.checks.find(reply_view.split(token)[0])
    if check is None or kind not in _KINDS:
        await sender.acknowledge(query, say(texts.OLD_BUTTON))
        return
    here = query.message is not None and query.message.chat.type == "private"
    if not here and not await _is_theirs(query, check, context):
        await _lead(query, check, context)
        return
    await _keep(query.from_user.id, _KINDS[kind], check, reply_view.split(token)[1], of(context))
    await sender.acknowledge(query, say("Thank you. My owners will see it, without your words or your name."))
    await _settle(query, check, token, context)


async def begin(message: Message, check_id: str, context: Context) -> None:
    """The same question in private, where the link led."""
    check = await of(context).storage.checks.find(check_id)
    finding = _finding(check, 0) if check is not None else None
    if finding is None:
        await sender.reply(context.bot, message, say(texts.OLD_BUTTON))
        return
    asked = say("What is wrong with my reply? I read: {reading}", reading=escape(finding[0], quote=False))
    await sender.reply(context.bot, message, asked, _choice(check_id, with_back=False))


async def turn(number: int, services: Services) -> Page:
    """A leaf of /feedback: counted by reading, newest first."""
    tallies = await services.storage.feedback.tallies()
    if not tallies:
        return say("Nobody has said that anything is wrong."), None
    shown, number, leaves = leaf(tallies, number, _ON_A_LEAF)
    lines = [say("<b>What people say is wrong</b>, in the last 30 days"), *map(_told, shown)]
    return "\n".join(lines), keyboard(turning(LIST, number, leaves))


def _told(one: FeedbackCount) -> str:
    kind = next(key for key, kind in _KINDS.items() if kind == one.wrong)
    people = say_many("{number} person", "{number} people", one.people)
    what = say(_LABELS[kind])
    return f"• <b>{what}</b>, {people}, {dates.short(one.last.date())}: {escape(one.reading[:300], quote=False)}"


async def _is_theirs(query: CallbackQuery, check: Check, context: Context) -> bool:
    if query.from_user.id == check.asker_id:
        return True
    if query.message is None:
        return False
    if query.message.chat.type == "private":
        return True
    return await of(context).admins.include(context.bot, query.message.chat.id, query.from_user.id)


async def _lead(query: CallbackQuery, check: Check, context: Context) -> None:
    """Opens the private chat with the bot, at the question."""
    try:
        await query.answer(url=f"https://t.me/{context.bot.username}?start={START}{check.id}")
    except BadRequest as error:
        log.info("a press could not be led on", reason=error.message)


def _choice(token: str, *, with_back: bool = True) -> InlineKeyboardMarkup:
    row = [reply_view.button(say(label), CHOSEN, f"{kind}:{token}") for kind, label in _LABELS.items()]
    back = [[reply_view.button(say(texts.BACK), reply_view.FRONT, token)]] if with_back else []
    return InlineKeyboardMarkup([row, *back])


async def _relabel(query: CallbackQuery, buttons: InlineKeyboardMarkup, context: Context) -> None:
    """Other buttons under the same text."""
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


async def _settle(query: CallbackQuery, check: Check, token: str, context: Context) -> None:
    services = of(context)
    message = query.message
    if message is not None and message.message_id != check.reply_message_id:
        await sender.revise(context.bot, message.chat.id, message.message_id, say("Thank you."))
        return
    try:
        answer = Answer.load(check.answer)
    except ValueError:
        return
    number = reply_view.split(token)[1]
    link = deep_links.link(check, context.bot)
    _, buttons = reply_view.turn(
        reply_view.FRONT, answer, check.id, services.wording, check.origin, number=number, link=link
    )
    if buttons is not None:
        await _relabel(query, buttons, context)


async def _keep(person: int, wrong: str, check: Check, number: int, services: Services) -> None:
    finding = _finding(check, number)
    if finding is None:
        return
    reading, verdict = finding
    await services.storage.feedback.keep(
        Feedback(check.id, person, wrong, reading, verdict, check.library_version, services.clock())
    )


def _finding(check: Check, number: int) -> tuple[str, str] | None:
    """Reading and verdict of the first claim of a page."""
    try:
        shown = reply_view.claims(Answer.load(check.answer), number)
    except ValueError:
        return None
    return (shown.findings[0].reading, shown.findings[0].verdict.value) if shown.findings else None
