"""Ports of the loopback for servers that the tests start."""

from __future__ import annotations

import random
import socket

_LOW = range(10_000, 32_768)  # below those that systems give to whoever connects


def free_port() -> int:
    """A port that nobody listens at, and that no connection of another test takes before it is used.

    Raises OSError if a hundred tries find none.
    """
    for port in random.sample(_LOW, 100):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)):
                return port
    raise OSError("no free port found")
