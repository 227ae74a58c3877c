"""/set: sets a figure that an owner writes in words, and asks for its source if there is none."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from html import escape

from telegram import CallbackQuery, InlineKeyboardButton, Message, Update
from telegram.ext import CommandHandler, MessageHandler, filters

from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import Buttons, build_keyboard, format_code, format_problems
from handlers.owners.change_approval import SET_DOCUMENT, propose_change
from handlers.owners.figure_parser import parse_figure
from handlers.owners.series_lookup import SeriesNotFoundError
from handlers.owners.source_parser import SourceReference, list_likely_sources, parse_source
from handlers.owners.table_upload import import_table, summarize_import
from handlers.services import App, Context, Services, get_services
from handlers.state.pending_changes import OpenQuestion, ParsedFigure, PendingChange, find_question_token
from i18n.language import say
from knowledge import KnowledgeError, Library
from knowledge.editing.edit import Edit
from knowledge.validation.figures import strip_unit
from storage import new_check_id

SOURCE_ACTION = "o"  # the action of a button that names a source


class _SourceAnswers(filters.MessageFilter):
    """Filters the messages that answer the bot's question for a source."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def filter(self, message: Message) -> bool:
        return _find_question_token(message, self._services) is not None


def register(application: App, own: filters.BaseFilter, services: Services) -> None:
    application.add_handler(CommandHandler("set", handle_set, own))
    application.add_handler(
        MessageHandler(own & filters.TEXT & ~filters.COMMAND & _SourceAnswers(services), handle_source_answer)
    )


async def handle_set(update: Update, context: Context) -> None:
    """Shows what the figure would change, or asks for its source if there is none."""
    message = update.message
    if message is None or message.text is None or message.from_user is None:
        return
    services = get_services(context)
    try:
        figure = parse_figure(message.text.partition(" ")[2].strip(), services.live_library.library)
    except SeriesNotFoundError as error:
        await sender.reply_to(context.bot, message, escape(error.explanation, quote=False))
        return
    question = OpenQuestion(message.from_user.id, services.clock(), figure)
    if figure.source:
        await resolve_source(question, figure.source, message, context)
    else:
        await ask_source(question, message, context)


async def ask_source(question: OpenQuestion, message: Message, context: Context) -> None:
    """Asks for the source of a figure or table, with buttons for likely ones; it may be answered in words too."""
    services = get_services(context)
    library = services.live_library.library
    sources = list_likely_sources(*question.series, library)
    token = new_check_id()
    rows: Buttons = [
        [InlineKeyboardButton(f"{one.producer}: {one.title}"[:60], callback_data=f"{SOURCE_ACTION}:{token}:{number}")]
        for number, one in enumerate(sources)
    ]
    prompt = say(
        "Where does it come from? Choose, or answer this message with its publisher and address, such as: "
        "Census Bureau, https://www.census.gov"
    )
    text = f"{_format_reading(question, library)}\n\n{prompt}"
    sent = await sender.reply_to(context.bot, message, text, build_keyboard(rows))
    if sent is not None:
        idents = tuple(one.id for one in sources)
        services.open_questions.add(token, replace(question, sources=idents, message_id=sent.message_id))


async def handle_source_answer(update: Update, context: Context) -> None:
    """Takes the source from an answer in words."""
    message = update.message
    if message is None or message.text is None or message.from_user is None:
        return
    services = get_services(context)
    token = _find_question_token(message, services)
    question = services.open_questions.take(token, message.from_user.id, services.clock()) if token else None
    if token is None or question is None:
        await sender.reply_to(context.bot, message, say(texts.NOT_WAITING))
        return
    if not await resolve_source(question, message.text, message, context):
        services.open_questions.add(token, question)  # so that the owner can try again


async def handle_source_button(query: CallbackQuery, rest: str, context: Context) -> None:
    """Takes the source from a button."""
    services = get_services(context)
    token, _, number = rest.partition(":")
    question = services.open_questions.take(token, query.from_user.id, services.clock())
    if question is None or not number.isdigit() or int(number) >= len(question.sources):
        await sender.answer_press(query, say(texts.NOT_WAITING))
        return
    await sender.answer_press(query)
    if isinstance(query.message, Message):
        await resolve_source(question, question.sources[int(number)], query.message, context)


async def resolve_source(question: OpenQuestion, words: str, message: Message, context: Context) -> bool:
    """Shows what the figure or table would change with this source; returns False if the words name no source."""
    services = get_services(context)
    library = services.live_library.library
    try:
        source = parse_source(words, *question.series, library, services.today)
        change = await asyncio.to_thread(_build_change, question, source, library)
    except SeriesNotFoundError as error:
        await sender.reply_to(context.bot, message, escape(error.explanation, quote=False))
        return False
    except KnowledgeError as error:
        await sender.reply_to(context.bot, message, format_problems(say(texts.REFUSED), error.problems))
        return True
    await propose_change(change, message, context)
    return True


def _build_change(question: OpenQuestion, source: SourceReference, library: Library) -> PendingChange:
    entries = ((SET_DOCUMENT, source.entry),) if source.entry else ()
    if question.figure is not None:
        edit = Edit((*entries, (SET_DOCUMENT, _build_document(question.figure, source.source.id, library))))
        return PendingChange(question.owner_id, question.figure.id, edit, question.since)
    found = import_table(question.name, question.table, question.options, source.source, library)
    documents = ((question.name, found.document),) if found.rows else ()
    return PendingChange(
        question.owner_id, question.name, Edit((*entries, *documents)), question.since, note=summarize_import(found)
    )


def _build_document(figure: ParsedFigure, source: str, library: Library) -> bytes:
    measure = library.measures[figure.measure]
    value = {key: strip_unit(measure, text) for key, text in figure.value.items()}
    row = {**value, "source": source, **({"note": figure.note} if figure.note else {})}
    entity, dated = json.dumps(figure.entity), json.dumps(figure.dated)
    lines = (f"measure: {figure.measure}", "figures:", f"  {entity}:", f"    {dated}: {_format_flow_mapping(row)}", "")
    return "\n".join(lines).encode()


def _format_flow_mapping(row: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in row.items()) + "}"


def _format_reading(question: OpenQuestion, library: Library) -> str:
    figure = question.figure
    if figure is None:
        return format_code(question.name)
    entity, measure = library.entities[figure.entity], library.measures[figure.measure]
    reading = say("Read as: {what}", what=f"{entity.name}, {measure.name}, {figure.dated}: {figure.number}")
    others = " ".join(format_code(f"/set {other}.{figure.dated} {figure.number}") for other in figure.others)
    return escape(reading, quote=False) + (f"\n{say('Or is it')} {others}" if others else "")


def _find_question_token(message: Message, services: Services) -> str | None:
    target = message.reply_to_message
    if target is None or message.from_user is None:
        return None
    return find_question_token(services.open_questions, message.from_user.id, target.message_id)
