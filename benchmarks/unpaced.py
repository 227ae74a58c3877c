"""The bot without its limiter, to see what the rest of it takes: `python -m benchmarks.unpaced`."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot import journal
from bot.service import deployed
from bot.setting import BotSettings, loaded
from handlers import serve

if __name__ == "__main__":
    settings = loaded(BotSettings)
    journal.keep(settings.log_level)
    asyncio.run(serve(replace(deployed(settings), paced=False)))
