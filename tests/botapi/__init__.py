"""A Bot API server for tests, on the loopback; it refuses what Telegram refuses, in the methods that the bot uses."""

from tests.botapi.server import TOKEN, run_server
from tests.botapi.telegram import ANONYMOUS, Telegram
from tests.botapi.world import BOT

__all__ = ["ANONYMOUS", "BOT", "TOKEN", "Telegram", "run_server"]
