"""The text in what was sent: a text, a caption, or a .txt file."""

from __future__ import annotations

import codecs

from telegram import Document, Message
from telegram.error import TelegramError

from handlers.incoming.addressing import spoken
from handlers.outgoing import texts
from i18n.language import say

LARGEST = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class UnreadableFileError(Exception):
    """There is no text in it; `sentence` says so to the person."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


async def read(message: Message) -> str:
    """The text of a message, fetched from Telegram if it is a file. Raises Unreadable."""
    document = message.document
    text = spoken(message)[0]
    if document is not None and (is_text(document) or not text):
        return await _file(document)
    if not text.strip():
        raise UnreadableFileError(say(texts.NO_TEXT))
    return text


def is_text(document: Document) -> bool:
    return _suffix(document) == "txt" or document.mime_type == "text/plain"


def is_yaml(document: Document) -> bool:
    return _suffix(document) in ("yaml", "yml")


async def fetch(document: Document, too_large: str) -> bytes:
    """The file's bytes. Raises Unreadable; what is too large is not fetched."""
    if (document.file_size or 0) > LARGEST:
        raise UnreadableFileError(too_large)
    try:
        file = await document.get_file()
        if (file.file_size or 0) > LARGEST:
            raise UnreadableFileError(too_large)
        content = bytes(await file.download_as_bytearray())
    except TelegramError as error:
        raise UnreadableFileError(say(texts.FILE_GONE)) from error
    if len(content) > LARGEST:
        raise UnreadableFileError(too_large)
    return content


def decode(content: bytes) -> str | None:
    """UTF-8, UTF-16 or else Latin-1 (as Windows has it); None for what is no text.

    >>> decode("5 € – 4 ½".encode("utf-16")), decode("größer".encode("latin-1")), decode(bytes(9)) is None
    ('5 € – 4 ½', 'größer', True)
    """
    encoding = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None) or _unmarked(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    unprintable = sum(1 for sign in text if sign < " " and sign not in "\t\n\r\f\x1a")
    return None if unprintable > len(text) // 100 else text


async def _file(document: Document) -> str:
    if not is_text(document):
        too_large = (document.file_size or 0) > LARGEST
        raise UnreadableFileError(say(texts.FILE_TOO_LARGE) if too_large else say(texts.FILE_NOT_TEXT))
    text = decode(await fetch(document, say(texts.FILE_TOO_LARGE)))
    if text is None:
        raise UnreadableFileError(say(texts.FILE_NOT_TEXT))
    if not text.strip():
        raise UnreadableFileError(say(texts.NO_TEXT))
    return text


def _unmarked(content: bytes) -> str:
    # Windows writes UTF-16 without a mark now and then: every other byte of a European text is then zero.
    odd, even = content[1::2].count(0), content[::2].count(0)
    if odd > len(content) // 4:
        return "utf-16-le"
    if even > len(content) // 4:
        return "utf-16-be"
    return "utf-8"


def _suffix(document: Document) -> str:
    return (document.file_name or "").rpartition(".")[2].lower()
