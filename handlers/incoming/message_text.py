"""Reads the text of a message, its caption, or its .txt file."""

from __future__ import annotations

import codecs

from telegram import Document, Message
from telegram.error import TelegramError

from handlers.incoming.addressing import read_text
from handlers.outgoing import texts
from i18n.language import say

LARGEST_FILE = 1 << 20  # bytes
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class UnreadableFileError(Exception):
    """Raised for a message without readable text; `explanation` is what the person is told (HTML)."""

    def __init__(self, explanation: str) -> None:
        super().__init__(explanation)
        self.explanation = explanation


async def read_message_text(message: Message) -> str:
    """Returns the text of a message, downloaded if it is in a file. Raises UnreadableFileError."""
    document = message.document
    text = read_text(message)[0]
    if document is not None and (is_text_file(document) or not text):
        return await _read_file(document)
    if not text.strip():
        raise UnreadableFileError(say(texts.NO_TEXT))
    return text


def is_text_file(document: Document) -> bool:
    """Whether its name or its type says that a file is plain text."""
    return _find_suffix(document) == "txt" or document.mime_type == "text/plain"


def is_yaml_file(document: Document) -> bool:
    """Whether its name says that a file is YAML."""
    return _find_suffix(document) in ("yaml", "yml")


async def download_file(document: Document, too_large: str) -> bytes:
    """Downloads a file. Raises UnreadableFileError, with `too_large` as the explanation for one above 1 MB."""
    if (document.file_size or 0) > LARGEST_FILE:
        raise UnreadableFileError(too_large)
    try:
        file = await document.get_file()
        if (file.file_size or 0) > LARGEST_FILE:
            raise UnreadableFileError(too_large)
        content = bytes(await file.download_as_bytearray())
    except TelegramError as error:
        raise UnreadableFileError(say(texts.FILE_GONE)) from error
    if len(content) > LARGEST_FILE:
        raise UnreadableFileError(too_large)
    return content


def decode_text(content: bytes) -> str | None:
    """Returns the text of a file in UTF-8, UTF-16 or Windows-1252; None if it is not a text file.

    >>> decode_text("5 € – 4 ½".encode("utf-16")), decode_text("größer".encode("latin-1"))
    ('5 € – 4 ½', 'größer')
    >>> decode_text(bytes(9)) is None
    True
    """
    encoding = next(
        (encoding for mark, encoding in _BYTE_ORDER_MARKS if content.startswith(mark)), None
    ) or _guess_encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    unprintable = sum(1 for sign in text if sign < " " and sign not in "\t\n\r\f\x1a")
    return None if unprintable > len(text) // 100 else text


async def _read_file(document: Document) -> str:
    if not is_text_file(document):
        too_large = (document.file_size or 0) > LARGEST_FILE
        raise UnreadableFileError(say(texts.FILE_TOO_LARGE) if too_large else say(texts.FILE_NOT_TEXT))
    text = decode_text(await download_file(document, say(texts.FILE_TOO_LARGE)))
    if text is None:
        raise UnreadableFileError(say(texts.FILE_NOT_TEXT))
    if not text.strip():
        raise UnreadableFileError(say(texts.NO_TEXT))
    return text


def _guess_encoding(content: bytes) -> str:
    # Some programs write UTF-16 without a byte order mark: every other byte of a European text is then zero.
    odd, even = content[1::2].count(0), content[::2].count(0)
    if odd > len(content) // 4:
        return "utf-16-le"
    if even > len(content) // 4:
        return "utf-16-be"
    return "utf-8"


def _find_suffix(document: Document) -> str:
    return (document.file_name or "").rpartition(".")[2].lower()
