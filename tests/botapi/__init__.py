"""A Bot API server of the project's own, on loopback: strict as Telegram is, as far as the bot goes."""

from tests.botapi.driver import ANONYMOUS, Telegram
from tests.botapi.server import TOKEN, running
from tests.botapi.world import BOT

__all__ = ["ANONYMOUS", "BOT", "TOKEN", "Telegram", "running"]
