"""/stale: the series whose newest figure is older than it should be."""

from __future__ import annotations

import asyncio
from html import escape

from telegram import Update

from handlers.outgoing import sender
from handlers.outgoing.pagination import build_keyboard, build_page_buttons, format_code, slice_page
from handlers.outgoing.sender import MessageContent
from handlers.services import Context, Services, get_services
from i18n.language import say, say_plural
from knowledge import Library
from knowledge.staleness import StaleSeries, find_stale_series

LIST = "stale"  # the list of all measures; that of one measure is "stale.population"
_PAGE_SIZE = 15
_LONGEST_NAME = 50  # of a list, so that it fits into the 64 bytes of a button's data


async def handle_stale(update: Update, context: Context) -> None:
    """Replies with the stale series by measure, or with those of the measure that is named."""
    message = update.message
    if message is None or message.text is None:
        return
    services = get_services(context)
    words = message.text.partition(" ")[2].strip()
    measure = _find_measure(words, services.live_library.library) if words else ""
    if measure is None:
        told = say("I have no measure “{words}”.", words=escape(words[:80], quote=False))
        await sender.reply_to(context.bot, message, told)
        return
    name = f"{LIST}.{measure}" if measure else LIST
    await sender.reply_to(context.bot, message, *await build_page(name, 0, services))


async def build_page(name: str, number: int, services: Services) -> MessageContent:
    """Returns a page of a list: "stale" for all measures, "stale.population" for one."""
    library, measure = services.live_library.library, name.partition(".")[2]
    stale = await asyncio.to_thread(find_stale_series, library, services.today)
    head = _format_head(measure, library)
    lines = _list_entities(stale, measure, library) if measure else _list_measures(stale, library)
    if not lines:
        return say("Every series has a figure as recent as it should be."), None
    shown, number, pages = slice_page(lines, number, _PAGE_SIZE)
    # A measure's id may be too long for a button; the list then ends with its first page.
    rows = build_page_buttons(name, number, pages) if len(name) < _LONGEST_NAME else []
    return "\n".join([head, *shown]), build_keyboard(rows)


def _format_head(measure: str, library: Library) -> str:
    if not measure:
        return say(
            "<b>Figures older than they should be</b>, by measure. Those of one: {example}", example="/stale population"
        )
    name = library.measures[measure].name if measure in library.measures else measure
    return say("<b>Old figures of {measure}</b>", measure=escape(name, quote=False))


def _list_entities(stale: tuple[StaleSeries, ...], measure: str, library: Library) -> list[str]:
    return [
        f"• {escape(library.entities[series.entity].name, quote=False)}: {format_code(series.dated)}"
        for series in stale
        if series.measure == measure
    ]


def _list_measures(stale: tuple[StaleSeries, ...], library: Library) -> list[str]:
    """Returns a line for each measure, the one with the most stale series first."""
    groups: dict[str, list[StaleSeries]] = {}
    for series in stale:
        groups.setdefault(series.measure, []).append(series)
    order = sorted(groups, key=lambda measure: (-len(groups[measure]), measure))
    return [_format_measure(measure, groups[measure], library) for measure in order]


def _format_measure(measure: str, stale: list[StaleSeries], library: Library) -> str:
    oldest = stale[0]
    about = say_plural("{number} series", "{number} series", len(stale))
    who = escape(library.entities[oldest.entity].name, quote=False)
    return f"• {format_code(measure)}: {about}, " + say("the oldest {who}, {dated}", who=who, dated=oldest.dated)


def _find_measure(words: str, library: Library) -> str | None:
    """Returns the id of the measure that is named; None if the library has none of that name."""
    if words in library.measures:
        return words
    by_name = [ident for ident, measure in library.measures.items() if measure.name.casefold() == words.casefold()]
    mentioned = [ident for mention in library.measure_mentions(words) for ident in mention.measures]
    return next(iter([*by_name, *mentioned]), None)
