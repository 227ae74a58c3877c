"""The errors that Telegram answers to a call."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """Raised for a call that Telegram refuses; `parameters` are those of its answer, such as retry_after."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(description: str, **parameters: Any) -> ApiError:
    """Returns an error 400."""
    return ApiError(400, f"Bad Request: {description}", **parameters)
