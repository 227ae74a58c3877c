"""`addsup run`: runs the Telegram bot."""

from __future__ import annotations


def run() -> None:
    """Start the Telegram bot. It asks Telegram for messages, or is called by it where WEBHOOK_URL is set."""
    from bot.settings import BotSettings, load_settings
    from bot.telegram import run_bot

    run_bot(load_settings(BotSettings))
