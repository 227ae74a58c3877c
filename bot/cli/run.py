"""`addsup run`: the bot in Telegram."""

from __future__ import annotations


def run() -> None:
    """Start the Telegram bot. It asks Telegram for messages, or is called by it where WEBHOOK_URL is set."""
    from bot.settings import BotSettings, loaded
    from bot.telegram import serve

    serve(loaded(BotSettings))
