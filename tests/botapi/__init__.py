"""A Bot API server of the project's own, on loopback: strict as Telegram is, as far as the bot goes."""

from tests.botapi.server import TOKEN, run_server
from tests.botapi.telegram import ANONYMOUS, Telegram
from tests.botapi.world import BOT

__all__ = ["ANONYMOUS", "BOT", "TOKEN", "Telegram", "run_server"]
