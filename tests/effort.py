"""How much work a call makes, the same on every machine: what a test asserts in the place of seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def calls(function: Callable[[], Any]) -> int:
    """The number of functions, Python's own included, that are called while `function` runs.

    A loop within one function of C, such as a search of a regular expression, counts as one.

    >>> calls(lambda: abs(abs(-1)))
    3
    """
    count = 0

    def profile(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count - 1  # that which ended the counting
