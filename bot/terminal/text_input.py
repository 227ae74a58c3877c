"""Where a command gets its text: the words on the line, a file, or standard input."""

from __future__ import annotations

import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from bot.errors import UserError

LARGEST = 1_000_000
"""The most bytes of one text, and of one JSON line."""


_DASH = Path("-")  # a file of this name stands for standard input, as elsewhere


class NoTextError(Exception):
    """Neither words, nor a file, nor anything piped in."""


def has_terminal() -> bool:
    """Whether a person is at standard input."""
    return sys.stdin is not None and sys.stdin.isatty()


def text_of(words: Sequence[str], file: Path | None) -> str:
    """The text that was asked about. Raises Failure where it can't be read, NoText where there is none."""
    if file is not None and file != _DASH:
        return _decoded(_file_bytes(file), str(file))
    if words and list(words) != ["-"]:
        return readable(" ".join(words))
    if not words and (sys.stdin is None or has_terminal()):
        raise NoTextError
    return _decoded(_limited(sys.stdin.buffer, "standard input"), "standard input")


def stream_of(file: Path | None) -> BinaryIO:
    """Standard input, or a file, to be read line by line."""
    if file is None or file == _DASH:
        return sys.stdin.buffer
    try:
        return file.open("rb")
    except OSError as error:
        raise UserError(_cannot_open(file, error)) from error


def readable(text: str) -> str:
    """The text with lone surrogates, which no output can carry, replaced character for character."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _file_bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return _limited(opened, str(file))
    except OSError as error:
        raise UserError(_cannot_open(file, error)) from error


def _cannot_open(file: Path, error: OSError) -> str:
    reason = (error.strerror or "it cannot be opened").lower()
    return f"cannot read {file}: {reason}"


def _limited(stream: BinaryIO, name: str) -> bytes:
    # One byte more than allowed tells a text that is too long, without holding the rest of it.
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise UserError(f"{name} holds more than {LARGEST // 1_000_000} MB: give a shorter text")
    return content


def _decoded(content: bytes, name: str) -> str:
    encoding = "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UserError(f"{name} is not text in UTF-8 (byte {error.start + 1} does not fit)") from error
    if "\0" in text:
        raise UserError(f"{name} is not a text: it holds binary data")
    return text
