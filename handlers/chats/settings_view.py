"""What /settings shows: a line of what is chosen, and the buttons that flip it."""

from __future__ import annotations

from collections.abc import Callable

from telegram import InlineKeyboardButton

from handlers.chats import language_menu
from handlers.outgoing.pagination import Buttons
from handlers.state.chat_settings import FULL, HOURLY_CHOICES, SHORT, ChatPreferences
from i18n.language import available_languages, say

SETTING_ACTION = "g"  # the action of a button here: g:<chat>:<what>:<value>
MakeButton = Callable[[str, str, object], InlineKeyboardButton]


def describe_settings(choice: ChatPreferences) -> list[str]:
    watch = say(
        "<b>Watch</b>: I also look at what nobody asked me about, and speak up where I am sure that it doesn't add up."
    )
    return [watch if choice.watch else say("<b>Watch</b> is off: I say nothing unless asked.")]


def build_buttons(chat_id: int, choice: ChatPreferences, topic: int | None, *, is_forum: bool) -> Buttons:
    def button(label: str, what: str, value: object) -> InlineKeyboardButton:
        return InlineKeyboardButton(label, callback_data=f"{SETTING_ACTION}:{chat_id}:{what}:{value}")

    languages = ["", *available_languages()]
    following = (
        languages[(languages.index(choice.language) + 1) % len(languages)] if choice.language in languages else ""
    )
    language = (
        language_menu.name_language(choice.language)
        if choice.language in available_languages()
        else say("each person's own")
    )
    rows: Buttons = [
        [button(say("Watch: on") if choice.watch else say("Watch: off"), "watch", "off" if choice.watch else "on")]
    ]
    if choice.watch:
        rows.append(
            [
                button(("✓ " if hour == choice.hourly else "") + say("{count} an hour", count=hour), "hourly", hour)
                for hour in HOURLY_CHOICES
            ]
        )
    rows.append([button(say("Language: {language}", language=language), "language", following)])
    length = say("Replies: short") if choice.is_short else say("Replies: full")
    rows.append([button(length, "length", FULL if choice.is_short else SHORT)])
    if is_forum:
        rows.append(_build_topic_row(choice, topic, button))
    return rows


def _build_topic_row(choice: ChatPreferences, topic: int | None, button: MakeButton) -> list[InlineKeyboardButton]:
    number = len(choice.topics)
    row = [button(say("Topics: {count}; open all", count=number) if number else say("Topics: all"), "topic", "all")]
    if topic is not None:
        label = say("Here too") if number else say("Only here")
        row.append(button(say("✓ This topic") if topic in choice.topics else label, "topic", topic))
    return row
