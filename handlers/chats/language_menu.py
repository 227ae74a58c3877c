"""/lang: the language in a chat or for a person; and what Telegram shows of the bot in each language."""

from __future__ import annotations

import structlog
from babel import Locale
from telegram import BotCommand, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import CommandHandler, filters

from handlers.incoming.addressing import is_from_person
from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import Buttons
from handlers.outgoing.sender import Bot
from handlers.services import App, Context, get_services
from handlers.state.chat_settings import LANGUAGE
from i18n.language import SOURCE_LANGUAGE, available_languages, current_language, nearest_language, say, use_language

log = structlog.get_logger(__name__)

LANGUAGE_ACTION = "l"  # the action of a button that chooses a language
_OWN_LANGUAGE = "own"
_BUTTONS_PER_ROW = 3


def register(application: App) -> None:
    application.add_handler(CommandHandler(["lang", "language"], handle_lang, filters.UpdateType.MESSAGE))


async def handle_lang(update: Update, context: Context) -> None:
    """Replies with the menu of languages."""
    message = update.message
    if message is not None and is_from_person(message):
        language = get_services(context).preferences.get(message.chat.id).language
        await sender.reply_to(
            context.bot, message, *_build_menu(language, is_group=message.chat.type != ChatType.PRIVATE)
        )


async def handle_language_button(query: CallbackQuery, language: str, context: Context) -> None:
    """Sets the language of a private chat, or of a group for its admins."""
    message = query.message
    if message is None or language not in (_OWN_LANGUAGE, *available_languages()):
        await sender.answer_press(query, say(texts.UNKNOWN_BUTTON))
        return
    services = get_services(context)
    is_group = message.chat.type != ChatType.PRIVATE
    if is_group and not await services.admins.is_admin(context.bot, message.chat.id, query.from_user.id):
        await sender.answer_press(query, say(texts.ADMINS_ONLY))
        return
    await services.preferences.set(message.chat.id, LANGUAGE, "" if language == _OWN_LANGUAGE else language)
    await sender.answer_press(query)
    own = nearest_language(query.from_user.language_code or "")
    with use_language(own if language == _OWN_LANGUAGE else language):
        page = _build_menu("" if language == _OWN_LANGUAGE else language, is_group=is_group)
        await sender.edit_message(context.bot, message.chat.id, message.message_id, *page)


def name_language(language: str) -> str:
    """Returns the name of a language in that language.

    >>> name_language("es")
    'Español'
    """
    return _name_within_sentence(language).capitalize()


def _name_within_sentence(language: str) -> str:
    """Returns the name of a language in that language, as it is written within a sentence.

    >>> _name_within_sentence("es"), _name_within_sentence("en")
    ('español', 'English')
    """
    return str(Locale.parse(language).get_display_name(language))


def _build_menu(selected: str, *, is_group: bool) -> tuple[str, InlineKeyboardMarkup]:
    own = say("Each person's own") if is_group else say("As in Telegram")
    labels = [
        (_OWN_LANGUAGE, own, selected == ""),
        *((one, name_language(one), selected == one) for one in available_languages()),
    ]
    buttons = [
        InlineKeyboardButton(f"✓ {label}" if is_it else label, callback_data=f"{LANGUAGE_ACTION}:{code}")
        for code, label, is_it in labels
    ]
    rows: Buttons = [buttons[:1]]
    rows += [buttons[at : at + _BUTTONS_PER_ROW] for at in range(1, len(buttons), _BUTTONS_PER_ROW)]
    told = say("I speak {language} here.", language=_name_within_sentence(current_language()))
    if is_group and not selected:
        told = say("I answer everybody in their own language, where I speak it.")
    note = say("Claims themselves I read in English only so far.")
    return f"{told}\n{note}", InlineKeyboardMarkup(rows)


def list_commands() -> list[BotCommand]:
    """Returns the commands that everybody sees, described in the current language."""
    return [BotCommand(command, say(about)) for command, about in texts.COMMANDS]


async def publish_profile(bot: Bot) -> None:
    """Sets the commands and descriptions that Telegram shows, in each language; the bot also works if that fails."""
    for language in available_languages():
        code = None if language == SOURCE_LANGUAGE else language
        with use_language(language):
            try:
                await bot.set_my_commands(list_commands(), language_code=code)
                await bot.set_my_description(say(texts.DESCRIPTION), language_code=code)
                await bot.set_my_short_description(say(texts.SHORT_DESCRIPTION), language_code=code)
            except TelegramError as error:
                log.info("what Telegram shows of the bot could not be set", language=language, reason=error.message)
