"""Measured times, and how they are written."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    what: str
    measured: str
    aim: str
    how: str


def timed(work: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def best_of(times: int, work: Callable[[], object]) -> float:
    """The quickest of some calls: what the work takes when nothing else does."""
    gc.collect()
    return min(timed(work) for _ in range(times))


def percentile(seconds: Sequence[float], share: float) -> float:
    """The time that this share of the calls stays under."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(seconds: float) -> str:
    """
    >>> milliseconds(0.00123), milliseconds(0.4567)
    ('1.2 ms', '457 ms')
    """
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def median_and_p99(seconds: Sequence[float]) -> str:
    """Both in one cell."""
    return f"{milliseconds(statistics.median(seconds))}, p99 {milliseconds(percentile(seconds, 0.99))}"
