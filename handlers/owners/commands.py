"""Owners keep the figures, in private chats only: their commands, their buttons, and what everybody else hears."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from telegram import BotCommand, BotCommandScopeChat, CallbackQuery, Message, Update
from telegram.error import TelegramError
from telegram.ext import CommandHandler, MessageHandler, filters

from handlers.chats import language_menu
from handlers.checks import feedback as objection
from handlers.checks import reply_view
from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import LEAF, faults
from handlers.outgoing.sender import Bot
from handlers.owners import change_approval, change_log, file_upload, missing_figures, set_figure
from handlers.owners.folder_watch import take_up
from handlers.services import App, Context, Services, of
from handlers.state.live_library import LoadTimeoutError
from i18n.language import say
from knowledge import KnowledgeError

log = structlog.get_logger(__name__)

HERE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
COMMANDS = ("set", "undo", "log", "missing", "stale", "feedback", "reload")


def register(application: App, services: Services) -> None:
    own = HERE & filters.User(services.owners)
    set_figure.register(application, own, services)
    for name, handler in (
        ("undo", change_log.undo),
        ("log", change_log.log),
        ("missing", missing_figures.missing),
        ("stale", missing_figures.stale),
        ("feedback", feedback),
        ("reload", reload),
    ):
        application.add_handler(CommandHandler(name, handler, own))
    file_upload.register(application, own)
    application.add_handler(CommandHandler(list(COMMANDS), refuse, HERE))
    application.add_handler(MessageHandler(HERE & file_upload.YAML, refuse))


async def refuse(update: Update, context: Context) -> None:
    """What everybody else hears."""
    if update.message is not None:
        await sender.reply(context.bot, update.message, say(texts.FIGURES_NOT_YOURS))


async def feedback(update: Update, context: Context) -> None:
    """What people say is wrong."""
    if update.message is not None:
        await sender.reply(context.bot, update.message, *await objection.turn(0, of(context)))


async def reload(update: Update, context: Context) -> None:
    """Takes in what has changed in the folders. The chat's turn goes on meanwhile; the others never wait for it."""
    message = update.message
    if message is None:
        return
    shelf = of(context).shelf
    try:
        changes = await take_up(of(context))
    except KnowledgeError as error:
        await sender.reply(context.bot, message, faults(say(texts.NOT_RELOADED), error.problems))
        return
    except LoadTimeoutError:
        await sender.reply(context.bot, message, say("I couldn't finish that, and go on with the figures I have."))
        return
    told = say(texts.RELOADED) if changes else say(texts.UNCHANGED)
    await sender.reply(context.bot, message, told.format(version=shelf.library.version[:8]))


async def pressed(query: CallbackQuery, action: str, rest: str, context: Context) -> None:
    """A button of an owner's. Who is none any more gets nowhere."""
    if query.from_user.id not in of(context).owners:
        await sender.acknowledge(query, say(texts.NOT_WAITING))
        return
    await _BUTTONS[action](query, rest, context)


async def _apply(query: CallbackQuery, token: str, context: Context) -> None:
    await change_approval.decide(query, apply=True, token=token, context=context)


async def _discard(query: CallbackQuery, token: str, context: Context) -> None:
    await change_approval.decide(query, apply=False, token=token, context=context)


async def _turn(query: CallbackQuery, rest: str, context: Context) -> None:
    """Another leaf of a list, in its place."""
    name, _, number = rest.rpartition(":")
    await sender.acknowledge(query)
    if query.message is None or not number.isdecimal() or len(number) > 6:
        return
    services = of(context)
    if name in (change_log.LOG, change_log.UNDOING):
        leaf = await change_log.turn(name, int(number), query.from_user.id, services)
    elif name == objection.LIST:
        leaf = await objection.turn(int(number), services)
    else:
        leaf = await missing_figures.turn(name, int(number), services)
    await sender.revise(context.bot, query.message.chat.id, query.message.message_id, *leaf)


_BUTTONS: dict[str, Callable[[CallbackQuery, str, Context], Awaitable[None]]] = {
    reply_view.APPLY: _apply,
    reply_view.DISCARD: _discard,
    LEAF: _turn,
    set_figure.SOURCE: set_figure.chosen,
    change_log.UNDO: change_log.chosen,
    missing_figures.WANTED: missing_figures.begin,
}
ACTIONS = frozenset(_BUTTONS)


def is_owner(message: Message, services: Services) -> bool:
    """Whether an owner wrote this, in private."""
    return message.from_user is not None and message.from_user.id in services.owners and message.chat.type == "private"


def guide() -> str:
    """What owners are told besides."""
    return say(
        "<b>As one of my owners</b>, in this chat:\n"
        "/set US population 2026 342.5 million source Census Bureau, https://www.census.gov\n"
        "/set US.population.2026 340-345 million source … note …\n"
        "a .yaml file of figures, or a .csv table with the caption <code>measure=population source=…</code>\n"
        "/undo take back a change · /log who changed what · /missing what people asked for and I lack · "
        "/stale what has grown old · /feedback what people say is wrong · /reload look at the folder now\n"
        "I show what would change before anything does."
    )


async def introduce(bot: Bot, owner: int) -> None:
    """The list of commands that an owner sees in their own chat. Telegram refuses it until they have written to me."""
    about = (
        BotCommand("set", say("Set a figure: /set US population 2026 342.5 million")),
        BotCommand("undo", say("Take back a change of the figures")),
        BotCommand("log", say("Who changed which figures, and when")),
        BotCommand("missing", say("Figures people asked for that I lack")),
        BotCommand("feedback", say("What people say is wrong with my replies")),
        BotCommand("stale", say("Figures that have grown old")),
        BotCommand("reload", say("Look at the knowledge folder now")),
    )
    try:
        await bot.set_my_commands([*language_menu.commands(), *about], scope=BotCommandScopeChat(owner))
    except TelegramError as error:
        log.info("an owner's commands could not be set", owner=owner, reason=error.message)
