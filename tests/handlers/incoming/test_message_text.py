"""Files: a .txt is read, anything else gets one clear sentence."""

from __future__ import annotations

import pytest

from handlers.outgoing import texts
from handlers.outgoing.telegram_html import strip_tags
from tests.botapi import Telegram
from tests.botapi.api_error import ApiError

ANA = 11
CLAIM = "Größer – Mexico has 700 million people"
pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
async def test_a_text_file_in_any_common_encoding(tg: Telegram, encoding: str) -> None:
    await tg.send_file(tg.private(ANA), "article.TXT", CLAIM.encode(encoding))
    assert f"of {len(CLAIM)} numbers" in (await tg.next_reply(ANA))["text"]


async def test_a_long_one_is_reckoned_beside_the_others(tg: Telegram) -> None:
    await tg.send_file(tg.private(ANA), "article.txt", ("x " * 50_000 + "122 million").encode())
    assert "of 100011 numbers" in (await tg.next_reply(ANA))["text"]


@pytest.mark.parametrize(
    ("name", "content", "size", "told"),
    [
        ("film.mkv", b"x", 50 << 20, texts.FILE_TOO_LARGE),
        ("article.txt", b"x", 50 << 20, texts.FILE_TOO_LARGE),
        ("article.pdf", b"%PDF", None, texts.FILE_NOT_TEXT),
        ("article.txt", bytes(range(256)) * 8, None, texts.FILE_NOT_TEXT),
        ("article.txt", b" \n ", None, texts.NO_TEXT),
        ("figures.yaml", b"a: 1", None, texts.FIGURES_NOT_YOURS),
    ],
)
async def test_what_cant_be_read_gets_a_sentence(
    tg: Telegram, name: str, content: bytes, size: int | None, told: str
) -> None:
    await tg.send_file(tg.private(ANA), name, content, size)
    assert (await tg.next_reply(ANA))["text"] == strip_tags(told)


async def test_what_is_too_large_is_not_fetched(tg: Telegram) -> None:
    await tg.send_file(tg.private(ANA), "article.txt", b"x", 50 << 20)
    await tg.next_reply(ANA)
    assert "getFile" not in [call.method for call in tg.world.calls]


async def test_the_caption_of_another_file_is_the_claim(tg: Telegram) -> None:
    await tg.send_file(tg.private(ANA), "article.pdf", b"%PDF", caption="Mexico has 122 million people")
    assert "of 29 numbers" in (await tg.next_reply(ANA))["text"]


async def test_a_file_that_telegram_no_longer_has(tg: Telegram) -> None:
    tg.fail("getFile", ApiError(400, "Bad Request: wrong file_id or the file is temporarily unavailable"))
    await tg.send_file(tg.private(ANA), "article.txt", b"x")
    assert (await tg.next_reply(ANA))["text"] == strip_tags(texts.FILE_GONE)
