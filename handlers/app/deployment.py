"""Where and for whom the bot runs, as the program that starts it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import knowledge
from handlers.app.webhook import WebhookConfig
from handlers.services import Reckon, Redo, Wording
from storage import DEFAULT_URL


@dataclass(frozen=True, slots=True)
class Deployment:
    """Where and for whom the bot runs. `changes` is the owners' folder, which need not exist yet.

    `cache` is where checked knowledge is kept for the next start; nowhere if left out. `look_every` is the number of
    seconds between two looks at the owners' folder: with two of them and the loading, a change made there is in use
    within two seconds. `paced` keeps what is sent within Telegram's limits; a measurement may do without.
    The last six are the program's own unless they are given, as in tests; `seconds` is the clock of the limits on what
    people ask.
    """

    token: str = field(repr=False)
    changes: Path
    api_url: str = "https://api.telegram.org"
    owners: frozenset[int] = frozenset()
    database_url: str = DEFAULT_URL
    hook: WebhookConfig | None = None
    cache: Path | None = None
    look_every: float = 0.4
    paced: bool = True
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    seconds: Callable[[], float] = monotonic
    packaged: Path = field(default_factory=knowledge.packaged_folder)
    answer: Reckon | None = None
    redo: Redo | None = None
    wording: Wording | None = None
