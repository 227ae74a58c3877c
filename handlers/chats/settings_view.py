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

    rows = [*_build_watch_rows(preferences, button), [_build_language_button(preferences, button)]]
    length = say("Replies: short") if preferences.is_short else say("Replies: full")
    rows.append([button(length, "length", FULL if preferences.is_short else SHORT)])
    if is_forum:
        rows.append(_build_topic_row(preferences, topic, button))
    return rows


def _build_watch_rows(preferences: ChatPreferences, button: MakeButton) -> Buttons:
    """Returns the switch and, while the watch is on, a row for how often an hour it may reply."""
    if not preferences.watch:
        return [[button(say("Watch: off"), "watch", "on")]]
    hourly = [
        button(("✓ " if number == preferences.hourly else "") + say("{count} an hour", count=number), "hourly", number)
        for number in HOURLY_CHOICES
    ]
    return [[button(say("Watch: on"), "watch", "off")], hourly]


def _build_language_button(preferences: ChatPreferences, button: MakeButton) -> InlineKeyboardButton:
    """Returns the button that shows the language and leads to the one after it."""
    chosen, languages = preferences.language, ["", *available_languages()]
    following = languages[(languages.index(chosen) + 1) % len(languages)] if chosen in languages else ""
    name = language_menu.name_language(chosen) if chosen in available_languages() else say("each person's own")
    return button(say("Language: {language}", language=name), "language", following)


def _build_topic_row(preferences: ChatPreferences, topic: int | None, button: MakeButton) -> list[InlineKeyboardButton]:
    number = len(preferences.topics)
    row = [button(say("Topics: {count}; open all", count=number) if number else say("Topics: all"), "topic", "all")]
    if topic is not None:
        label = say("Here too") if number else say("Only here")
        row.append(button(say("✓ This topic") if topic in preferences.topics else label, "topic", topic))
    return row
