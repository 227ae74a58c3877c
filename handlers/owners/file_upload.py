"""Takes files of figures from owners: YAML as it is, CSV with its measure and source in the caption."""

from __future__ import annotations

from html import escape

from telegram import Document, Message, Update
from telegram.ext import MessageHandler, filters

from handlers.incoming.message_text import UnreadableFileError, download_file, is_yaml_file
from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import format_code
from handlers.owners import set_figure
from handlers.owners.change_approval import propose_change
from handlers.owners.series_lookup import SeriesNotFoundError
from handlers.owners.table_upload import find_measure, parse_caption
from handlers.services import App, Context, get_services
from handlers.state.pending_changes import OpenQuestion, PendingChange
from i18n.language import say
from knowledge.editing.edit import Edit

YAML_FILES = filters.Document.FileExtension("yaml") | filters.Document.FileExtension("yml")
TABLE_FILES = filters.Document.FileExtension("csv") | filters.Document.FileExtension("tsv")


def register(application: App, own: filters.BaseFilter) -> None:
    application.add_handler(MessageHandler(own & (YAML_FILES | TABLE_FILES), handle_file))


async def handle_file(update: Update, context: Context) -> None:
    """Shows what a file of figures would change, with buttons to decide; refuses a file with mistakes."""
    message = update.message
    if message is None or message.document is None or message.from_user is None:
        return
    try:
        content = await download_file(message.document, say(texts.FIGURES_TOO_LARGE))
    except UnreadableFileError as error:
        await sender.reply_to(context.bot, message, error.explanation)
        return
    if not is_yaml_file(message.document):
        await _receive_table(message.document, content, message, context)
        return
    name = message.document.file_name or "figures.yaml"
    change = PendingChange(message.from_user.id, name, Edit(((name, content),)), get_services(context).clock())
    await propose_change(change, message, context)


async def _receive_table(document: Document, content: bytes, message: Message, context: Context) -> None:
    services = get_services(context)
    library, name = services.live_library.library, document.file_name or "table.csv"
    options = parse_caption(message.caption or "")
    try:
        known = find_measure(options["measure"], library) if "measure" in options else ""
    except SeriesNotFoundError as error:
        await sender.reply_to(context.bot, message, escape(error.explanation, quote=False))
        return
    if not known:
        example = format_code("measure=population source=Census Bureau, https://www.census.gov")
        asked = say(
            "Which measure is {name} of? Send it again with a caption such as {example}",
            name=format_code(name),
            example=example,
        )
        await sender.reply_to(context.bot, message, asked)
        return
    options["measure"] = known
    question = OpenQuestion(_find_sender_id(message), services.clock(), table=content, options=options, name=name)
    if "source" in options:
        await set_figure.resolve_source(question, options["source"], message, context)
    else:
        await set_figure.ask_source(question, message, context)


def _find_sender_id(message: Message) -> int:
    return message.from_user.id if message.from_user is not None else 0
