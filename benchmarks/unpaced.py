"""The bot without its limiter, to see what the rest of it takes: `python -m benchmarks.unpaced`."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot import log_setup
from bot.settings import BotSettings, load_settings
from bot.telegram import build_deployment
from handlers import serve

if __name__ == "__main__":
    settings = load_settings(BotSettings)
    log_setup.configure_logging(settings.log_level)
    asyncio.run(serve(replace(build_deployment(settings), is_rate_limited=False)))
