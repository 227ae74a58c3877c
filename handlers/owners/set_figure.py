"""/set: a figure said in words, in an owner's private chat."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from html import escape

from telegram import CallbackQuery, InlineKeyboardButton, Message, Update
from telegram.ext import CommandHandler, MessageHandler, filters

from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import Buttons, code, faults, keyboard
from handlers.owners.change_approval import DICTATED, propose
from handlers.owners.figure_parser import ParsedFigure, parse_figure
from handlers.owners.series_lookup import SeriesNotFoundError
from handlers.owners.source_parser import SourceReference, likely, parse_source
from handlers.owners.table_upload import harvest, summary
from handlers.services import App, Context, Services, of
from handlers.state.pending_changes import OpenQuestion, PendingChange, token_of
from i18n.language import say
from knowledge import KnowledgeError, Library
from knowledge.editing.edit import Edit
from knowledge.validation.figures import number_in
from storage import new_id

SOURCE = "o"  # the action of a button that names a source


class _Answers(filters.MessageFilter):
    """Messages that answer the bot's question for a source."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def filter(self, message: Message) -> bool:
        return _asked(message, self._services) is not None


def register(application: App, own: filters.BaseFilter, services: Services) -> None:
    application.add_handler(CommandHandler("set", dictate, own))
    application.add_handler(MessageHandler(own & filters.TEXT & ~filters.COMMAND & _Answers(services), answered))


async def dictate(update: Update, context: Context) -> None:
    """Shows what a dictated figure would change; asks for its source where none is said."""
    message = update.message
    if message is None or message.text is None or message.from_user is None:
        return
    services = of(context)
    try:
        figure = parse_figure(message.text.partition(" ")[2].strip(), services.shelf.library)
    except SeriesNotFoundError as outcome:
        await sender.reply(context.bot, message, escape(outcome.sentence, quote=False))
        return
    asking = OpenQuestion(message.from_user.id, services.clock(), figure)
    if figure.source:
        await settle(asking, figure.source, message, context)
    else:
        await ask(asking, message, context)


async def ask(asking: OpenQuestion, message: Message, context: Context) -> None:
    """Asks where it comes from: with buttons for what is likely, or an answer in words."""
    services = of(context)
    library = services.shelf.library
    sources = likely(*asking.series, library)
    token = new_id()
    rows: Buttons = [
        [InlineKeyboardButton(f"{one.producer}: {one.title}"[:60], callback_data=f"{SOURCE}:{token}:{number}")]
        for number, one in enumerate(sources)
    ]
    question = say(
        "Where does it come from? Choose, or answer this message with its publisher and address, such as: "
        "Census Bureau, https://www.census.gov"
    )
    text = f"{_heard(asking, library)}\n\n{question}"
    sent = await sender.reply(context.bot, message, text, keyboard(rows))
    if sent is not None:
        idents = tuple(one.id for one in sources)
        services.asking.lay(token, replace(asking, sources=idents, message_id=sent.message_id))


async def answered(update: Update, context: Context) -> None:
    """The source in words, as an answer to the question."""
    message = update.message
    if message is None or message.text is None or message.from_user is None:
        return
    services = of(context)
    token = _asked(message, services)
    asking = services.asking.take(token, message.from_user.id, services.clock()) if token else None
    if token is None or asking is None:
        await sender.reply(context.bot, message, say(texts.NOT_WAITING))
        return
    if not await settle(asking, message.text, message, context):
        services.asking.lay(token, asking)  # it may be said again, better


async def chosen(query: CallbackQuery, rest: str, context: Context) -> None:
    """The source by a button."""
    services = of(context)
    token, _, number = rest.partition(":")
    asking = services.asking.take(token, query.from_user.id, services.clock())
    if asking is None or not number.isdigit() or int(number) >= len(asking.sources):
        await sender.acknowledge(query, say(texts.NOT_WAITING))
        return
    await sender.acknowledge(query)
    if isinstance(query.message, Message):
        await settle(asking, asking.sources[int(number)], query.message, context)


async def settle(asking: OpenQuestion, words: str, message: Message, context: Context) -> bool:
    """Goes on with the source that is meant; False where the words mean none."""
    services = of(context)
    library = services.shelf.library
    try:
        source = parse_source(words, *asking.series, library, services.today)
        change = await asyncio.to_thread(_change, asking, source, library)
    except SeriesNotFoundError as outcome:
        await sender.reply(context.bot, message, escape(outcome.sentence, quote=False))
        return False
    except KnowledgeError as error:
        await sender.reply(context.bot, message, faults(say(texts.REFUSED), error.problems))
        return True
    await propose(change, message, context)
    return True


def _change(asking: OpenQuestion, source: SourceReference, library: Library) -> PendingChange:
    entries = ((DICTATED, source.entry),) if source.entry else ()
    if asking.figure is not None:
        edit = Edit((*entries, (DICTATED, _document(asking.figure, source.source.id, library))))
        return PendingChange(asking.owner_id, asking.figure.id, edit, asking.since)
    found = harvest(asking.name, asking.table, asking.options, source.source, library)
    documents = ((asking.name, found.document),) if found.rows else ()
    return PendingChange(asking.owner_id, asking.name, Edit((*entries, *documents)), asking.since, note=summary(found))


def _document(figure: ParsedFigure, source: str, library: Library) -> bytes:
    measure = library.measures[figure.measure]
    value = {key: number_in(measure, text) for key, text in figure.value.items()}
    row = {**value, "source": source, **({"note": figure.note} if figure.note else {})}
    entity, dated = json.dumps(figure.entity), json.dumps(figure.dated)
    lines = (f"measure: {figure.measure}", "figures:", f"  {entity}:", f"    {dated}: {_flow(row)}", "")
    return "\n".join(lines).encode()


def _flow(row: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in row.items()) + "}"


def _heard(asking: OpenQuestion, library: Library) -> str:
    figure = asking.figure
    if figure is None:
        return code(asking.name)
    entity, measure = library.entities[figure.entity], library.measures[figure.measure]
    heard = say("Read as: {what}", what=f"{entity.name}, {measure.name}, {figure.dated}: {figure.number}")
    others = " ".join(code(f"/set {other}.{figure.dated} {figure.number}") for other in figure.others)
    return escape(heard, quote=False) + (f"\n{say('Or is it')} {others}" if others else "")


def _asked(message: Message, services: Services) -> str | None:
    target = message.reply_to_message
    if target is None or message.from_user is None:
        return None
    return token_of(services.asking, message.from_user.id, target.message_id)
