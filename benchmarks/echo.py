"""A bare echo bot, to measure beside: `python -m benchmarks.echo URL TOKEN [limited]`."""

from __future__ import annotations

import logging
import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from handlers.outgoing.circuit_breaker import CircuitBreaker

_WIDTH = 16


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main(url: str, token: str, *, limited: bool) -> None:
    """Connected as the bot is; `limited` with its limiter too, which keeps to Telegram's 30 messages a second."""
    logging.basicConfig(level=logging.ERROR)
    builder: Any = Application.builder().token(token).base_url(f"{url}/bot")
    builder = builder.concurrent_updates(_WIDTH).connection_pool_size(_WIDTH).pool_timeout(60)
    application = (builder.rate_limiter(CircuitBreaker()) if limited else builder).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], limited="limited" in sys.argv[3:])
