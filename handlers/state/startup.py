"""Opening the knowledge as the bot starts."""

from __future__ import annotations

import asyncio
from pathlib import Path

import structlog

import knowledge
from handlers.state.live_library import LiveLibrary, LoadTimeoutError, run_process, texts_in
from knowledge import KnowledgeError, Library
from knowledge.loading import load_process
from knowledge.loading.loader import is_checked

log = structlog.get_logger(__name__)


async def open_live_library(packaged: Path, changes: Path, cache: Path | None) -> LiveLibrary:
    """With the owners' figures if those can be used: a mistake in them must not keep the bot from starting.

    Raises KnowledgeError for the packaged figures.
    """
    texts = await asyncio.to_thread(texts_in, changes)
    if texts:
        try:
            return LiveLibrary(await _load(packaged, changes, cache=cache), packaged, changes, texts, cache)
        except KnowledgeError as error:
            for problem in error.problems:
                log.error("the owners' figures are left out", problem=str(problem))  # noqa: TRY400
    return LiveLibrary(await _load(packaged, cache=cache), packaged, changes, {}, cache)


async def _load(*folders: Path, cache: Path | None) -> Library:
    # Checking takes memory that this process would keep for as long as it runs, so another one does it.
    if cache is not None and not await asyncio.to_thread(is_checked, *folders, cache=cache):
        try:
            await run_process(load_process.command(cache, folders))
        except LoadTimeoutError:
            log.warning("checking the figures in another process came to no end")
    return await asyncio.to_thread(knowledge.load, *folders, cache=cache)
