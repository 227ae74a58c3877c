"""/unsettled: how many texts were left open on each day, and why; no word of them is kept."""

from __future__ import annotations

from itertools import groupby

from telegram import Update

from handlers.outgoing import sender
from handlers.outgoing.pagination import build_keyboard, build_page_buttons, slice_page
from handlers.outgoing.sender import MessageContent
from handlers.services import Context, Services, get_services
from i18n import date_format
from i18n.language import say, translatable
from reasoning.model.answer import Obstacle
from storage import OpenTextCount
from storage.open_texts import RETENTION_OF_COUNTS

LIST = "unsettled"
_DAYS_PER_PAGE = 10
_OBSTACLES = {
    Obstacle.NO_NUMBER: translatable("no number in it"),
    Obstacle.NO_READING: translatable("a number, but not what it claims"),
    Obstacle.UNSURE: translatable("no reading sure enough"),
    Obstacle.TWO_SIDES: translatable("two readings that don't come to the same"),
    Obstacle.FIGURE: translatable("a figure that I lack: /missing"),
    Obstacle.SUM: translatable("a sum that can't be worked out"),
    Obstacle.LANGUAGE: translatable("a language that I don't read"),
    Obstacle.LENGTH: translatable("too long to be worked out"),
}


async def handle_unsettled(update: Update, context: Context) -> None:
    """Replies with the latest days."""
    if update.message is not None:
        await sender.reply_to(context.bot, update.message, *await build_page(0, get_services(context)))


async def build_page(number: int, services: Services) -> MessageContent:
    """Returns a page of the days, the latest first, each with its texts by what kept them open."""
    counts = await services.storage.open_texts.counts(services.today - RETENTION_OF_COUNTS)
    days = [list(of_day) for _, of_day in groupby(counts, key=lambda one: one.day)]
    if not days:
        return say("No text has been left open."), None
    shown, number, pages = slice_page(days, number, _DAYS_PER_PAGE)
    blocks = [say("<b>Texts that I left open</b>, by day"), *map(_format_day, shown)]
    return "\n\n".join(blocks), build_keyboard(build_page_buttons(LIST, number, pages))


def _format_day(counts: list[OpenTextCount]) -> str:
    head = f"<b>{date_format.short_date(counts[0].day)}</b>: {sum(one.texts for one in counts)}"
    return "\n".join([head, *(f"• {one.texts}: {_name_obstacle(one.obstacle)}" for one in counts)])


def _name_obstacle(obstacle: str) -> str:
    """Returns why texts were left open; the word that is stored where another version of the program stored it."""
    return say(_OBSTACLES[Obstacle(obstacle)]) if obstacle in {*Obstacle} else obstacle
