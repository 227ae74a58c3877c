"""Watch: in groups whose admins switched it on, messages that nobody asked about are checked too.

Only a claim that surely doesn't add up, by figures with a source, gets a reply; so many an hour at most, and the same
claim once a day.
"""

from __future__ import annotations

from dataclasses import replace

import structlog
from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from handlers.checks import duplicate_claims, reply_view
from handlers.checks.check_flow import check_message
from handlers.checks.check_record import build_record
from handlers.checks.check_request import CheckRequest
from handlers.incoming import addressing
from handlers.incoming.addressing import find_asker_id, find_replied_message, is_from_bot, is_from_person, read_text
from handlers.outgoing import sender
from handlers.outgoing.telegram_html import shorten_reply
from handlers.services import App, Context, get_services
from handlers.state.chat_settings import ChatPreferences
from reasoning.model.answer import Answer, Comparison, Finding, Verdict, Vote

log = structlog.get_logger(__name__)

WATCHED_MESSAGES = (
    filters.UpdateType.MESSAGE & filters.ChatType.GROUPS & (filters.TEXT | filters.CAPTION) & ~filters.COMMAND
)
LAST_GROUP = 1  # the group of handlers that come after those of requests


def register(application: App) -> None:
    application.add_handler(MessageHandler(WATCHED_MESSAGES, handle_group_message), group=LAST_GROUP)


async def handle_group_message(update: Update, context: Context) -> None:
    """Checks an ordinary message if its group is watched and another reply is allowed this hour."""
    message = update.message
    if message is None:
        return
    preferences = get_services(context).preferences.get(message.chat.id)
    if (
        preferences.watch
        and not _is_for_others(message, context)
        and get_services(context).watch_limit.allows(message.chat.id, preferences.hourly)
    ):
        await _check_message(update.update_id, message, preferences, context)


def _is_for_others(message: Message, context: Context) -> bool:
    """Whether another handler answers the message, or no person wrote it."""
    target = find_replied_message(message)
    to_the_bot = target is not None and is_from_bot(target, context.bot.bot)
    others = message.via_bot is not None or not is_from_person(message)
    return others or to_the_bot or addressing.extract_request(message, context.bot.bot) is not None


async def _check_message(number: int, message: Message, preferences: ChatPreferences, context: Context) -> None:
    services = get_services(context)
    text = read_text(message)[0]
    answer = select_surely_wrong(await check_message(text, message, services))
    if answer.is_silent:
        return
    check = build_record(CheckRequest(number, text, message, find_asker_id(message)), answer, services)
    since = services.clock() - duplicate_claims.REPEAT_WINDOW
    if await services.storage.checks.find_same_claim(message.chat.id, check.claim, since) is not None:
        return
    html, buttons = reply_view.render_reply(reply_view.FRONT, answer, check.id, services.wording, check.origin)
    async with services.storage.checks.sending(check.id):
        sent = await sender.reply_to(context.bot, message, shorten_reply(html), buttons)
        if sent is None:
            return
        services.watch_limit.count_reply(message.chat.id)
        await services.storage.checks.add(replace(check, chat_id=sent.chat.id, reply_message_id=sent.message_id))
        log.info("spoke up unasked", chat=sent.chat.id, hourly=preferences.hourly)


def is_surely_wrong(finding: Finding) -> bool:
    """Whether a claim doesn't add up by figures with a source or by its own arithmetic, and no figure lacks."""
    if finding.verdict is not Verdict.DOESNT_ADD_UP or finding.missing:
        return False
    deciding = [one for one in finding.comparisons if one.vote is Vote.DECIDES]
    return bool(deciding) and all(_rests_on_sources(one) for one in deciding)


def _rests_on_sources(one: Comparison) -> bool:
    return one.points_to is Verdict.DOESNT_ADD_UP and bool(one.rests) and not any(rest.estimate for rest in one.rests)


def select_surely_wrong(answer: Answer) -> Answer:
    """Returns the answer with only those claims that surely don't add up."""
    return replace(answer, findings=tuple(filter(is_surely_wrong, answer.findings)))
