"""`addsup run`: the bot in Telegram."""

from __future__ import annotations


def run() -> None:
    """Start the Telegram bot. It asks Telegram for messages, or is called by it where WEBHOOK_URL is set."""
    from bot.service import serve
    from bot.setting import BotSettings, loaded

    serve(loaded(BotSettings))
