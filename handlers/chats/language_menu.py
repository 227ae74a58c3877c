"""/lang: the language the bot speaks, in a chat or with a person; and what Telegram shows of it in each language."""

from __future__ import annotations

import structlog
from babel import Locale
from telegram import BotCommand, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import CommandHandler, filters

from handlers.incoming.addressing import is_person
from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import Buttons
from handlers.outgoing.sender import Bot
from handlers.services import App, Context, of
from handlers.state.chat_settings import LANGUAGE
from i18n.language import SOURCE, current, nearest, say, speaking, spoken
from reckoning.reading.tongue import tongue

log = structlog.get_logger(__name__)

CHOOSE = "l"  # the action of a button that chooses a language
_OWN = "own"
_IN_A_ROW = 3


def register(application: App) -> None:
    application.add_handler(CommandHandler(["lang", "language"], ask, filters.UpdateType.MESSAGE))


async def ask(update: Update, context: Context) -> None:
    message = update.message
    if message is not None and is_person(message):
        chosen = of(context).choices.of(message.chat.id).language
        await sender.reply(context.bot, message, *_page(chosen, is_group=message.chat.type != ChatType.PRIVATE))


async def chosen(query: CallbackQuery, language: str, context: Context) -> None:
    """In a group by its admins, for all who ask there."""
    message = query.message
    if message is None or language not in (_OWN, *spoken()):
        await sender.acknowledge(query, say(texts.UNKNOWN_BUTTON))
        return
    services = of(context)
    is_group = message.chat.type != ChatType.PRIVATE
    if is_group and not await services.admins.include(context.bot, message.chat.id, query.from_user.id):
        await sender.acknowledge(query, say(texts.ADMINS_ONLY))
        return
    await services.choices.set(message.chat.id, LANGUAGE, "" if language == _OWN else language)
    await sender.acknowledge(query)
    own = nearest(query.from_user.language_code or "")
    with speaking(own if language == _OWN else language):
        page = _page("" if language == _OWN else language, is_group=is_group)
        await sender.revise(context.bot, message.chat.id, message.message_id, *page)


def unread(text: str) -> str:
    """What is said of a text in a language that claims are not read in: in that language where it is spoken."""
    with speaking(tongue(text) or SOURCE):
        return say(
            "I read claims in English only so far. Send me this one in English, "
            "such as “Mexico has 700 million people”, and I'll work it out."
        )


def name(language: str) -> str:
    """In its own words.

    >>> name("es")
    'Español'
    """
    return _within(language).capitalize()


def _within(language: str) -> str:
    """In its own words, as they are written within a sentence.

    >>> _within("es"), _within("en")
    ('español', 'English')
    """
    return str(Locale.parse(language).get_display_name(language))


def _page(chosen: str, *, is_group: bool) -> tuple[str, InlineKeyboardMarkup]:
    own = say("Each person's own") if is_group else say("As in Telegram")
    labels = [(_OWN, own, chosen == ""), *((one, name(one), chosen == one) for one in spoken())]
    buttons = [
        InlineKeyboardButton(f"✓ {label}" if is_it else label, callback_data=f"{CHOOSE}:{code}")
        for code, label, is_it in labels
    ]
    rows: Buttons = [buttons[:1]]
    rows += [buttons[at : at + _IN_A_ROW] for at in range(1, len(buttons), _IN_A_ROW)]
    told = say("I speak {language} here.", language=_within(current()))
    if is_group and not chosen:
        told = say("I answer everybody in their own language, where I speak it.")
    note = say("Claims themselves I read in English only so far.")
    return f"{told}\n{note}", InlineKeyboardMarkup(rows)


def commands() -> list[BotCommand]:
    """Those that everybody sees, described in the current language."""
    return [BotCommand(command, say(about)) for command, about in texts.COMMANDS]


async def introduce(bot: Bot) -> None:
    """What Telegram shows of the bot, for those in each language; English for all others. It works without."""
    for language in spoken():
        code = None if language == SOURCE else language
        with speaking(language):
            try:
                await bot.set_my_commands(commands(), language_code=code)
                await bot.set_my_description(say(texts.DESCRIPTION), language_code=code)
                await bot.set_my_short_description(say(texts.SHORT_DESCRIPTION), language_code=code)
            except TelegramError as error:
                log.info("what Telegram shows of the bot could not be set", language=language, reason=error.message)
