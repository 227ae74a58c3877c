"""The configuration of a run, given by the program that starts the bot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import knowledge
from handlers.app.webhook import WebhookConfig
from handlers.services import RedoFunction, Wording
from handlers.state.answer_worker import AnswerFunction
from storage import DEFAULT_URL


@dataclass(frozen=True, slots=True)
class Deployment:
    """Where and for whom the bot runs.

    `owners_folder` holds the owners' figures, and need not exist yet. `cache_folder` is where checked knowledge is kept
    for the next start; nowhere if left out. `folder_check_seconds` is the time between two looks at the owners' folder:
    with two of them and the loading, a change made there is in use within two seconds. `is_rate_limited` keeps what is
    sent within Telegram's limits; a measurement may do without.
    The last six are the program's own unless they are given, as in tests; `monotonic_clock` returns the seconds that
    the limits on requests are counted by.
    """

    token: str = field(repr=False)
    owners_folder: Path
    api_url: str = "https://api.telegram.org"
    owners: frozenset[int] = frozenset()
    database_url: str = DEFAULT_URL
    webhook: WebhookConfig | None = None
    cache_folder: Path | None = None
    folder_check_seconds: float = 0.4
    is_rate_limited: bool = True
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    monotonic_clock: Callable[[], float] = monotonic
    packaged_folder: Path = field(default_factory=knowledge.packaged_folder)
    answer: AnswerFunction | None = None
    redo: RedoFunction | None = None
    wording: Wording | None = None
