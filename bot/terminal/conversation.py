"""The chat in the terminal: a line in, a reply out, as in Telegram."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from babel import Locale

from bot.terminal.chart_file import save_chart
from i18n.language import available_languages, current_language, nearest_language, say, translatable, use_language
from knowledge import Library
from reasoning import Answer, Verdict, answer
from reasoning.presenting import reply

WELCOME = translatable(
    "Type a claim with a number in it, such as: Alibaba will create 1 million US jobs\n/help shows what else there is."
)
HELP = translatable("""\
Type a claim, and see whether its number adds up. Then try a change: if it were 10 years
/if CHANGE  the last claim with a change, or with a figure of your own: /if Walmart has 2 million staff
/more       the further claims of a long text
/working    the exact arithmetic of the last reply
/sources    the figures it rests on: dates, producers, titles
/picture    the last reply as a picture, written to a file in this folder
/history    the claims so far; /again 2 shows the second once more
/lang es    speaks another language
/privacy    what is kept
/quit       ends the conversation (so does Ctrl-D)""")
PRIVACY = translatable("Nothing is kept: in the terminal a claim is read, answered and forgotten when you leave.")
NOTHING_YET = translatable("Type a claim first.")

CLAIMS_PER_REPLY = 3  # in a reply
RedoAnswer = Callable[..., Answer]
_CHANGE_WORDS = re.compile(
    r"(and |but |what )*if\b|(use|take|since|until|half|twice)\b|"
    r"((and )?(what|how) about|(and )?(in|per|for|by)|an?|each|every)\b.*\?$",
    re.IGNORECASE,
)


class ConversationEnded(Exception):
    """The person typed /quit."""


class Conversation:
    """One chat, with its answers in memory until it ends.

    `redo` is reasoning.redo: it works an answer out again with a change. `folder` is where charts are saved.
    """

    def __init__(
        self,
        library: Library,
        today: Callable[[], date],
        redo: RedoAnswer | None = None,
        language: str = "",
        *,
        folder: Path,
    ) -> None:
        self._library = library
        self._today = today
        self._redo = redo
        self._language = nearest_language(language)
        self._folder = folder
        self._answers: list[Answer] = []  # those with something checked in them
        self._asked: Answer | None = None  # the last one, if it asks which of its readings is meant
        self._more_shown = 0
        self._commands: dict[str, Callable[[str], str]] = {
            "again": self._again,
            "check": lambda rest: self._check(rest) if rest else say(NOTHING_YET),
            "help": lambda _: say(HELP),
            "history": lambda _: self._history(),
            "if": lambda rest: self._with_last(lambda last: self._change(last, rest)),
            "lang": self._set_language,
            "more": lambda _: self._with_last(self._more),
            "picture": lambda _: self._with_last(lambda last: save_chart(self._folder, last, self._library)),
            "privacy": lambda _: say(PRIVACY),
            "sources": lambda _: self._with_last(lambda last: strip_tags(reply.sources(last))),
            "start": lambda _: say(WELCOME),
            "working": lambda _: self._with_last(lambda last: strip_tags(reply.working(last))),
        }

    def welcome(self) -> str:
        """Returns the first message of the chat."""
        with use_language(self._language):
            return say(WELCOME)

    def reply(self, line: str) -> str:
        """Returns the reply to a line, "" to an empty one. Raises ConversationEnded at /quit."""
        said = line.strip()
        with use_language(self._language):
            if said.startswith("/"):
                return self._reply_to_command(said)
            return self._reply_to_text(said) if said else ""

    def _reply_to_command(self, said: str) -> str:
        name, _, rest = said[1:].partition(" ")
        name = name.lower()
        if name in ("quit", "exit"):
            raise ConversationEnded
        known = self._commands.get(name)
        return known(rest.strip()) if known else say("There is no /{name}. /help shows what there is.", name=name)

    def _reply_to_text(self, text: str) -> str:
        """Reads a text as a change of the last claim, or the figure that it lacked; otherwise as a new claim."""
        asked, self._asked = self._asked, None
        if asked is not None and text in [str(number) for number in range(1, len(asked.readings) + 1)]:
            return self._show(asked.choose(int(text) - 1))
        changed = self._follow_up(self._answers[-1], text) if self._answers else None
        if changed is not None:
            return self._show(changed)
        return self._suggest_change(text) or self._check(text)

    def _suggest_change(self, text: str) -> str:
        """Returns what can be changed, for a text that only seems to ask for a change; else ""."""
        if not self._answers or not self._redo or not _CHANGE_WORDS.match(text):
            return ""
        found = answer(text, self._library, self._today(), locale=current_language())
        if found.findings or found.readings:
            return ""
        return self._redo(self._answers[-1], (text,), self._library, locale=current_language()).note

    def _follow_up(self, last: Answer, text: str) -> Answer | None:
        if _CHANGE_WORDS.match(text):
            return self._redo_answer(last, text)
        completed = self._redo_answer(last, text) if last.findings[0].missing else None
        return completed if completed is not None and completed.verdict is not Verdict.CANT_TELL else None

    def _check(self, text: str) -> str:
        return self._show(answer(text, self._library, self._today(), locale=current_language()))

    def _change(self, last: Answer, change: str) -> str:
        changed = self._redo_answer(last, change)
        if changed is None:
            return say("I could not use that change. These work: if it were 10 years, per household?, in Germany?")
        return self._show(changed)

    def _redo_answer(self, last: Answer, change: str) -> Answer | None:
        found = self._redo(last, (change,), self._library, locale=current_language()) if self._redo and change else None
        return found if found is not None and found.findings and found.changes else None

    def _show(self, found: Answer) -> str:
        if found.findings:
            self._answers.append(found)
            self._more_shown = 0
        elif found.readings:
            self._asked = found
            return f"{reply.plain(found)}\n{_list_choices(found)}"
        return reply.plain(found)

    def _more(self, last: Answer) -> str:
        further = last.findings[(self._more_shown + 1) * CLAIMS_PER_REPLY :]
        if not further:
            return say("There are no further claims in it.")
        self._more_shown += 1
        return reply.plain(replace(last, findings=further, note="", changes=()))

    def _history(self) -> str:
        lines = [
            f"{number}. {reply.title(one)} – {one.findings[0].reading}" for number, one in enumerate(self._answers, 1)
        ]
        return "\n".join(lines) or say(NOTHING_YET)

    def _again(self, number: str) -> str:
        if not self._answers:
            return say(NOTHING_YET)
        if not (number.isascii() and number.isdecimal() and 0 < int(number[:6]) <= len(self._answers)):
            return say("Say which: a number from 1 to {last}, as in /history.", last=len(self._answers))
        return self._show(self._answers.pop(int(number) - 1))

    def _set_language(self, language: str) -> str:
        known = ", ".join(available_languages())
        if language not in available_languages():
            return say("I speak: {languages}. Choose one: /lang en", languages=known)
        self._language = language
        with use_language(language):
            name = str(Locale.parse(language).get_display_name(language)).capitalize()
            return say("I speak {language} here.", language=name)

    def _with_last(self, shown: Callable[[Answer], str]) -> str:
        return shown(self._answers[-1]) if self._answers else say(NOTHING_YET)


def _list_choices(asked: Answer) -> str:
    """Returns the readings by number, and what to type."""
    labels = reply.reading_labels(asked)
    if len(labels) == 1:
        return say("Type 1 for yes.")
    lines = [f"{number}. {label}" for number, label in enumerate(labels, 1)]
    return "\n".join([*lines, say("Type the number of what is meant.")])


def strip_tags(telegram_html: str) -> str:
    """Returns Telegram HTML as plain text.

    >>> strip_tags("<b>1 &lt; 2</b>")
    '1 < 2'
    """
    return html.unescape(re.sub(r"<[^>]*>", "", telegram_html))
