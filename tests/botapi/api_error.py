"""What Telegram answers to a call that it does not carry out."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """`parameters` are those of the answer, such as retry_after."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(description: str, **parameters: Any) -> ApiError:
    return ApiError(400, f"Bad Request: {description}", **parameters)
