"""/missing: figures that people asked for in vain, most wanted first. /stale: figures that have grown old."""

from __future__ import annotations

import asyncio
from hashlib import blake2b
from html import escape

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from handlers.outgoing import sender
from handlers.outgoing.pagination import Buttons, code, keyboard, leaf, turning
from handlers.owners.series_lookup import phrase
from handlers.services import Context, Services, of
from i18n import dates
from i18n.language import say, say_many
from knowledge import Library
from knowledge.staleness import StaleSeries, find_stale_series
from storage import MissingFigure

WANTED = "m"  # the action of a button that begins /set
MISSING, STALE = "missing", "stale"  # the lists
_ON_A_LEAF = {MISSING: 8, STALE: 15}
Page = tuple[str, InlineKeyboardMarkup | None]


async def missing(update: Update, context: Context) -> None:
    if update.message is not None:
        await sender.reply(context.bot, update.message, *await turn(MISSING, 0, of(context)))


async def stale(update: Update, context: Context) -> None:
    """All measures, or the series of the one that is named."""
    message = update.message
    if message is None or message.text is None:
        return
    services = of(context)
    words = message.text.partition(" ")[2].strip()
    measure = _measure(words, services.shelf.library) if words else ""
    if measure is None:
        await sender.reply(
            context.bot, message, say("I have no measure “{words}”.", words=escape(words[:80], quote=False))
        )
        return
    await sender.reply(context.bot, message, *await turn(f"{STALE}.{measure}" if measure else STALE, 0, services))


async def turn(name: str, number: int, services: Services) -> Page:
    """A leaf of a list: "missing", "stale", or "stale.population"."""
    if name == MISSING:
        return await _missing(number, services)
    return await _stale(name.partition(".")[2], number, services)


async def begin(query: CallbackQuery, key: str, context: Context) -> None:
    """Replies with a /set that wants only its number."""
    services = of(context)
    await sender.acknowledge(query)
    one = next((one for one in await _wanted(services) if _key(one) == key), None)
    if not isinstance(query.message, Message):
        return
    if one is None:
        told = say("I have that figure by now. /missing lists what I lack.")
    else:
        words = phrase(one.entity, one.measure, services.shelf.library)
        joint = "." if "." in words and " " not in words else " "
        begun = code(f"/set {words}{joint}{services.today.year} ")
        told = say("Copy this, and write the number after it: {begun}", begun=begun)
    await sender.reply(context.bot, query.message, told)


async def _missing(number: int, services: Services) -> Page:
    wanted = await _wanted(services)
    if not wanted:
        return say("Nobody has asked for a figure that I lack."), None
    library = services.shelf.library
    shown, number, leaves = leaf(wanted, number, _ON_A_LEAF[MISSING])
    head = say("<b>Asked for, and I have no figure</b>")
    lines = [f"• {escape(_title(one, library), quote=False)}: {_times(one)}" for one in shown]
    rows: Buttons = [
        [InlineKeyboardButton(f"/set {_title(one, library)}"[:60], callback_data=f"{WANTED}:{_key(one)}")]
        for one in shown
    ]
    return "\n".join([head, *lines]), keyboard(rows + turning(MISSING, number, leaves))


async def _wanted(services: Services) -> list[MissingFigure]:
    """Those that are still missing; what there is by now, or is no longer counted, is forgotten."""
    library = services.shelf.library
    kept: list[MissingFigure] = []
    gone: list[MissingFigure] = []
    for one in await services.storage.missing_figures.most():
        known = one.entity in library.entities and one.measure in library.measures
        (kept if known and not library.series(one.entity, one.measure) else gone).append(one)
    if gone:
        await services.storage.missing_figures.drop((one.entity, one.measure) for one in gone)
    return kept


async def _stale(measure: str, number: int, services: Services) -> Page:
    library = services.shelf.library
    found = await asyncio.to_thread(find_stale_series, library, services.today)
    if measure:
        name = library.measures[measure].name if measure in library.measures else measure
        head = say("<b>Old figures of {measure}</b>", measure=escape(name, quote=False))
        lines = [
            f"• {escape(library.entities[one.entity].name, quote=False)}: {code(one.dated)}"
            for one in found
            if one.measure == measure
        ]
    else:
        head = say(
            "<b>Figures older than they should be</b>, by measure. Those of one: {example}", example="/stale population"
        )
        lines = _by_measure(found, library)
    if not lines:
        return say("Every series has a figure as recent as it should be."), None
    shown, number, leaves = leaf(lines, number, _ON_A_LEAF[STALE])
    name = f"{STALE}.{measure}" if measure else STALE
    # A measure's id may be too long for a button; the list then ends with its first leaf.
    rows = turning(name, number, leaves) if len(name) < 50 else []
    return "\n".join([head, *shown]), keyboard(rows)


def _by_measure(found: tuple[StaleSeries, ...], library: Library) -> list[str]:
    groups: dict[str, list[StaleSeries]] = {}
    for one in found:
        groups.setdefault(one.measure, []).append(one)
    order = sorted(groups, key=lambda measure: (-len(groups[measure]), measure))
    return [_group(library, measure, groups[measure]) for measure in order]


def _group(library: Library, measure: str, series: list[StaleSeries]) -> str:
    oldest = series[0]
    about = say_many("{number} series", "{number} series", len(series))
    who = escape(library.entities[oldest.entity].name, quote=False)
    return f"• {code(measure)}: {about}, " + say("the oldest {who}, {dated}", who=who, dated=oldest.dated)


def _measure(words: str, library: Library) -> str | None:
    """The id of the measure that is named."""
    if words in library.measures:
        return words
    named = [ident for mention in library.measure_mentions(words) for ident in mention.measures]
    by_name = [ident for ident, measure in library.measures.items() if measure.name.casefold() == words.casefold()]
    return next(iter([*by_name, *named]), None)


def _title(one: MissingFigure, library: Library) -> str:
    return f"{library.entities[one.entity].name}, {library.measures[one.measure].name}"


def _times(one: MissingFigure) -> str:
    asked = say_many("asked for once", "asked for {number} times", one.asked)
    return f"{asked}, " + say("last on {day}", day=dates.short(one.last))


def _key(one: MissingFigure) -> str:
    """Short enough for a button, however long the ids are."""
    return blake2b(f"{one.entity}.{one.measure}".encode(), digest_size=8).hexdigest()
