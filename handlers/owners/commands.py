"""The owners' commands and buttons, in private chats only, and what other people are told who use them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from telegram import BotCommand, BotCommandScopeChat, CallbackQuery, Message, Update
from telegram.error import TelegramError
from telegram.ext import CommandHandler, MessageHandler, filters

from handlers.chats import language_menu
from handlers.checks import feedback as reply_feedback
from handlers.checks import reply_view
from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import PAGE_ACTION, format_problems
from handlers.outgoing.sender import Bot, MessageContent
from handlers.owners import (
    change_approval,
    change_log,
    file_upload,
    missing_figures,
    set_figure,
    stale_figures,
    unsettled_texts,
)
from handlers.owners.folder_watch import reload_and_log
from handlers.services import App, Context, Services, get_services
from handlers.state.knowledge_process import LoadTimeoutError
from i18n.language import say
from knowledge import KnowledgeError

log = structlog.get_logger(__name__)

PRIVATE_MESSAGES = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
COMMANDS = ("set", "undo", "log", "missing", "unsettled", "stale", "feedback", "reload")


def register(application: App, services: Services) -> None:
    own = PRIVATE_MESSAGES & filters.User(services.owners)
    set_figure.register(application, own, services)
    for name, handler in (
        ("undo", change_log.handle_undo),
        ("log", change_log.handle_log),
        ("missing", missing_figures.handle_missing),
        ("unsettled", unsettled_texts.handle_unsettled),
        ("stale", stale_figures.handle_stale),
        ("feedback", handle_feedback),
        ("reload", handle_reload),
    ):
        application.add_handler(CommandHandler(name, handler, own))
    file_upload.register(application, own)
    application.add_handler(CommandHandler(list(COMMANDS), handle_stranger, PRIVATE_MESSAGES))
    application.add_handler(MessageHandler(PRIVATE_MESSAGES & file_upload.YAML_FILES, handle_stranger))


async def handle_stranger(update: Update, context: Context) -> None:
    """Says that only owners can change the figures."""
    if update.message is not None:
        await sender.reply_to(context.bot, update.message, say(texts.FIGURES_NOT_YOURS))


async def handle_feedback(update: Update, context: Context) -> None:
    """Replies with what people say is wrong."""
    if update.message is not None:
        await sender.reply_to(
            context.bot, update.message, *await reply_feedback.build_feedback_page(0, get_services(context))
        )


async def handle_reload(update: Update, context: Context) -> None:
    """Takes in what has changed in the folders, while other chats are answered."""
    message = update.message
    if message is None:
        return
    live_library = get_services(context).live_library
    try:
        changes = await reload_and_log(get_services(context))
    except KnowledgeError as error:
        await sender.reply_to(context.bot, message, format_problems(say(texts.NOT_RELOADED), error.problems))
        return
    except LoadTimeoutError:
        await sender.reply_to(context.bot, message, say("I couldn't finish that, and go on with the figures I have."))
        return
    told = say(texts.RELOADED) if changes else say(texts.UNCHANGED)
    await sender.reply_to(context.bot, message, told.format(version=live_library.library.version[:8]))


async def handle_owner_button(query: CallbackQuery, action: str, rest: str, context: Context) -> None:
    """Passes on the press of an owner's button, if the person is still an owner."""
    if query.from_user.id not in get_services(context).owners:
        await sender.answer_press(query, say(texts.NOT_WAITING))
        return
    await _BUTTONS[action](query, rest, context)


async def _handle_apply(query: CallbackQuery, token: str, context: Context) -> None:
    await change_approval.decide_change(query, apply=True, token=token, context=context)


async def _handle_discard(query: CallbackQuery, token: str, context: Context) -> None:
    await change_approval.decide_change(query, apply=False, token=token, context=context)


async def _handle_page_button(query: CallbackQuery, rest: str, context: Context) -> None:
    """Puts another page of a list in the place of the one shown."""
    name, _, number = rest.rpartition(":")
    await sender.answer_press(query)
    if query.message is None or not number.isdecimal() or len(number) > 6:
        return
    page = await _build_page(name, int(number), query.from_user.id, get_services(context))
    await sender.edit_message(context.bot, query.message.chat.id, query.message.message_id, *page)


async def _build_page(name: str, number: int, owner: int, services: Services) -> MessageContent:
    if name in (change_log.LOG_LIST, change_log.UNDO_LIST):
        return await change_log.build_log_page(name, number, owner, services)
    if name == reply_feedback.FEEDBACK_LIST:
        return await reply_feedback.build_feedback_page(number, services)
    if name == missing_figures.LIST:
        return await missing_figures.build_page(number, services)
    if name == unsettled_texts.LIST:
        return await unsettled_texts.build_page(number, services)
    return await stale_figures.build_page(name, number, services)


_BUTTONS: dict[str, Callable[[CallbackQuery, str, Context], Awaitable[None]]] = {
    reply_view.APPLY: _handle_apply,
    reply_view.DISCARD: _handle_discard,
    PAGE_ACTION: _handle_page_button,
    set_figure.SOURCE_ACTION: set_figure.handle_source_button,
    change_log.UNDO_ACTION: change_log.handle_undo_button,
    missing_figures.SET_ACTION: missing_figures.handle_set_button,
}
ACTIONS = frozenset(_BUTTONS)


def is_owner(message: Message, services: Services) -> bool:
    """Whether an owner wrote this, in private."""
    return message.from_user is not None and message.from_user.id in services.owners and message.chat.type == "private"


def format_guide() -> str:
    """Returns the part of /help that is for owners (HTML)."""
    return say(
        "<b>As one of my owners</b>, in this chat:\n"
        "/set US population 2026 342.5 million source Census Bureau, https://www.census.gov\n"
        "/set US.population.2026 340-345 million source … note …\n"
        "a .yaml file of figures, or a .csv table with the caption <code>measure=population source=…</code>\n"
        "/undo take back a change · /log who changed what · /missing what people asked for and I lack · "
        "/unsettled how many texts I left open, and why · /stale what has grown old · "
        "/feedback what people say is wrong · /reload look at the folder now\n"
        "I show what would change before anything does."
    )


async def publish_commands(bot: Bot, owner: int) -> None:
    """Sets the commands that an owner sees. Telegram refuses it until they have written to the bot."""
    about = (
        BotCommand("set", say("Set a figure: /set US population 2026 342.5 million")),
        BotCommand("undo", say("Take back a change of the figures")),
        BotCommand("log", say("Who changed which figures, and when")),
        BotCommand("missing", say("Figures people asked for that I lack")),
        BotCommand("unsettled", say("How many texts I left open, and why")),
        BotCommand("feedback", say("What people say is wrong with my replies")),
        BotCommand("stale", say("Figures that have grown old")),
        BotCommand("reload", say("Look at the knowledge folder now")),
    )
    try:
        await bot.set_my_commands([*language_menu.list_commands(), *about], scope=BotCommandScopeChat(owner))
    except TelegramError as error:
        log.info("an owner's commands could not be set", owner=owner, reason=error.message)
