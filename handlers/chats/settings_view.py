"""Renders /settings: the text and the buttons."""

from __future__ import annotations

from collections.abc import Callable

from telegram import InlineKeyboardButton

from handlers.chats import language_menu
from handlers.outgoing.pagination import Buttons
from handlers.state.chat_settings import FULL, HOURLY_CHOICES, SHORT, ChatPreferences
from i18n.language import available_languages, say

SETTING_ACTION = "g"  # the action of a button here: g:<chat>:<what>:<value>
MakeButton = Callable[[str, str, object], InlineKeyboardButton]


def describe_settings(preferences: ChatPreferences) -> list[str]:
    """Returns the lines (HTML) of the text."""
    watch = say(
        "<b>Watch</b>: I also look at what nobody asked me about, and speak up where I am sure that it doesn't add up."
    )
    return [watch if preferences.watch else say("<b>Watch</b> is off: I say nothing unless asked.")]


def build_buttons(chat_id: int, preferences: ChatPreferences, topic: int | None, *, is_forum: bool) -> Buttons:
    """Returns the buttons; each sets what its data says. A forum has a row for its topics."""

    def button(label: str, what: str, value: object) -> InlineKeyboardButton:
        return InlineKeyboardButton(label, callback_data=f"{SETTING_ACTION}:{chat_id}:{what}:{value}")

    languages = ["", *available_languages()]
    following = (
        languages[(languages.index(preferences.language) + 1) % len(languages)]
        if preferences.language in languages
        else ""
    )
    language = (
        language_menu.name_language(preferences.language)
        if preferences.language in available_languages()
        else say("each person's own")
    )
    rows: Buttons = [
        [
            button(
                say("Watch: on") if preferences.watch else say("Watch: off"),
                "watch",
                "off" if preferences.watch else "on",
            )
        ]
    ]
    if preferences.watch:
        rows.append(
            [
                button(
                    ("✓ " if hour == preferences.hourly else "") + say("{count} an hour", count=hour), "hourly", hour
                )
                for hour in HOURLY_CHOICES
            ]
        )
    rows.append([button(say("Language: {language}", language=language), "language", following)])
    length = say("Replies: short") if preferences.is_short else say("Replies: full")
    rows.append([button(length, "length", FULL if preferences.is_short else SHORT)])
    if is_forum:
        rows.append(_build_topic_row(preferences, topic, button))
    return rows


def _build_topic_row(preferences: ChatPreferences, topic: int | None, button: MakeButton) -> list[InlineKeyboardButton]:
    number = len(preferences.topics)
    row = [button(say("Topics: {count}; open all", count=number) if number else say("Topics: all"), "topic", "all")]
    if topic is not None:
        label = say("Here too") if number else say("Only here")
        row.append(button(say("✓ This topic") if topic in preferences.topics else label, "topic", topic))
    return row
