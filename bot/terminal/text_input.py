"""Reads the text of a command: from its words, a file or standard input."""

from __future__ import annotations

import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from bot.errors import UserError

MAX_BYTES = 1_000_000
"""The most bytes of one text, and of one JSON line."""


_STDIN = Path("-")  # a file of this name stands for standard input, as elsewhere


class NoTextError(Exception):
    """There are no words, no file and no piped input."""


def is_interactive() -> bool:
    """Returns whether standard input is a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def read_text(words: Sequence[str], file: Path | None) -> str:
    """Returns the text. Raises UserError where it can't be read, NoTextError where none is given."""
    if file is not None and file != _STDIN:
        return _decode(_read_file(file), str(file))
    if words and list(words) != ["-"]:
        return replace_surrogates(" ".join(words))
    if not words and (sys.stdin is None or is_interactive()):
        raise NoTextError
    return _decode(_read_limited(sys.stdin.buffer, "standard input"), "standard input")


def open_stream(file: Path | None) -> BinaryIO:
    """Opens the file, or standard input, to be read line by line. Raises UserError."""
    if file is None or file == _STDIN:
        return sys.stdin.buffer
    try:
        return file.open("rb")
    except OSError as error:
        raise UserError(_describe_os_error(file, error)) from error


def replace_surrogates(text: str) -> str:
    """Returns the text with each lone surrogate, which no output can encode, replaced by "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _read_file(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return _read_limited(opened, str(file))
    except OSError as error:
        raise UserError(_describe_os_error(file, error)) from error


def _describe_os_error(file: Path, error: OSError) -> str:
    reason = (error.strerror or "it cannot be opened").lower()
    return f"cannot read {file}: {reason}"


def _read_limited(stream: BinaryIO, name: str) -> bytes:
    # One byte more than allowed tells a text that is too long, without holding the rest of it.
    content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise UserError(f"{name} holds more than {MAX_BYTES // 1_000_000} MB: give a shorter text")
    return content


def _decode(content: bytes, name: str) -> str:
    encoding = "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UserError(f"{name} is not text in UTF-8 (byte {error.start + 1} does not fit)") from error
    if "\0" in text:
        raise UserError(f"{name} is not a text: it holds binary data")
    return text
