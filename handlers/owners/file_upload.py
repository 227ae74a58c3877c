"""Files of figures from owners: YAML as it stands, CSV with its measure and source in the caption."""

from __future__ import annotations

from html import escape

from telegram import Document, Message, Update
from telegram.ext import MessageHandler, filters

from handlers.incoming.message_text import UnreadableFileError, fetch, is_yaml
from handlers.outgoing import sender, texts
from handlers.outgoing.pagination import code
from handlers.owners import set_figure
from handlers.owners.change_approval import propose
from handlers.owners.series_lookup import SeriesNotFoundError
from handlers.owners.table_upload import measure_of, said
from handlers.services import App, Context, of
from handlers.state.pending_changes import OpenQuestion, PendingChange
from i18n.language import say
from knowledge.editing.edit import Edit

YAML = filters.Document.FileExtension("yaml") | filters.Document.FileExtension("yml")
CSV = filters.Document.FileExtension("csv") | filters.Document.FileExtension("tsv")


def register(application: App, own: filters.BaseFilter) -> None:
    application.add_handler(MessageHandler(own & (YAML | CSV), receive))


async def receive(update: Update, context: Context) -> None:
    """Shows what a file of figures would change, with the buttons that decide. A file with mistakes is refused."""
    message = update.message
    if message is None or message.document is None or message.from_user is None:
        return
    try:
        content = await fetch(message.document, say(texts.FIGURES_TOO_LARGE))
    except UnreadableFileError as outcome:
        await sender.reply(context.bot, message, outcome.sentence)
        return
    if not is_yaml(message.document):
        await _table(message.document, content, message, context)
        return
    name = message.document.file_name or "figures.yaml"
    change = PendingChange(message.from_user.id, name, Edit(((name, content),)), of(context).clock())
    await propose(change, message, context)


async def _table(document: Document, content: bytes, message: Message, context: Context) -> None:
    services = of(context)
    library, name = services.shelf.library, document.file_name or "table.csv"
    options = said(message.caption or "")
    try:
        known = measure_of(options["measure"], library) if "measure" in options else ""
    except SeriesNotFoundError as outcome:
        await sender.reply(context.bot, message, escape(outcome.sentence, quote=False))
        return
    if not known:
        example = code("measure=population source=Census Bureau, https://www.census.gov")
        asked = say(
            "Which measure is {name} of? Send it again with a caption such as {example}",
            name=code(name),
            example=example,
        )
        await sender.reply(context.bot, message, asked)
        return
    options["measure"] = known
    asking = OpenQuestion(_person(message), services.clock(), table=content, options=options, name=name)
    if "source" in options:
        await set_figure.settle(asking, options["source"], message, context)
    else:
        await set_figure.ask(asking, message, context)


def _person(message: Message) -> int:
    return message.from_user.id if message.from_user is not None else 0
