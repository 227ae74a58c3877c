"""Buttons turn the reply over, for those who may."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers import Deployment
from handlers.outgoing import texts
from storage import Storage
from tests.botapi import ANONYMOUS, Telegram
from tests.handlers.button_presses import read_alert

ANA, BO, CHIEF, GROUP = 11, 12, 13, -100
CLAIM = "Mexico has 700 million people"
pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture
async def reply(tg: Telegram) -> dict[str, object]:
    return await tg.ask(tg.group(GROUP, admins=(CHIEF,)), f"/check {CLAIM}", ANA)


@pytest.mark.parametrize("user", [ANA, CHIEF, ANONYMOUS["id"]], ids=["asker", "admin", "anonymous admin"])
async def test_unfolded_and_folded_back(tg: Telegram, reply: dict[str, object], user: int) -> None:
    front = str(reply["text"])
    unfolded = {"Working": f"{front}\nWorking:", "Sources": f"{front}\nSources:"}
    for label in ("Working", "Working", "Sources", "Working", "Sources", "Sources"):
        folds = str(reply["text"]).startswith(unfolded[label])
        await tg.press(reply, label, user)
        assert await read_alert(tg) == ""
        await tg.next_call("editMessageText", GROUP)
        assert str(reply["text"]).startswith(front if folds else unfolded[label])
        quoted = [one["type"] for one in reply["entities"]].count("blockquote")  # type: ignore[attr-defined]
        assert quoted == (0 if folds else 1)
        assert read_rows(reply) == [["Working", "Sources"], ["Picture", "Wrong?"]]
    assert reply["text"] == front


def read_rows(reply: dict[str, object]) -> list[list[str]]:
    return [[one["text"] for one in row] for row in reply["reply_markup"]["inline_keyboard"]]  # type: ignore[index]


async def test_three_claims_a_page(tg: Telegram) -> None:
    claims = " and ".join(f"{number} million" for number in range(11, 18))
    reply = await tg.ask(tg.private(ANA), claims)
    seen = []
    for label in ("4 more claims", "1 more claim", "« Back", "« Back"):
        seen.append((str(reply["text"]).splitlines()[1].split(" <")[0], read_rows(reply)[-1]))
        await tg.press(reply, label, ANA)
        await tg.next_call("editMessageText", ANA)
    assert seen == [
        ("11 million", ["4 more claims"]),
        ("14 million", ["« Back", "1 more claim"]),
        ("17 million", ["« Back"]),
        ("14 million", ["« Back", "1 more claim"]),
    ]
    assert str(reply["text"]).splitlines()[1].startswith("11 million")


async def test_the_working_of_a_page_stays_on_it(tg: Telegram) -> None:
    reply = await tg.ask(tg.private(ANA), "11 million, 12 million, 13 million, 14 million")
    for label in ("1 more claim", "Working"):
        await tg.press(reply, label, ANA)
        await tg.next_call("editMessageText", ANA)
    assert str(reply["text"]).count("14 million") == 2
    assert read_rows(reply)[-1] == ["« Back"]


async def test_others_see_an_alert_and_nothing_changes(tg: Telegram, reply: dict[str, object]) -> None:
    await tg.press(reply, "Working", BO)
    assert await read_alert(tg) == texts.NOT_YOURS
    assert await tg.is_silent(GROUP, BO)
    assert str(reply["text"]).startswith("Verdict")


async def test_the_same_button_twice_is_no_failure(tg: Telegram, reply: dict[str, object]) -> None:
    before = dict(reply)
    for _ in range(2):
        await tg.press(before, "Working", ANA)
        assert await read_alert(tg) == ""
    assert await tg.is_silent(GROUP, ANA)


async def test_the_origin_stays_on_every_face(tg: Telegram) -> None:
    origin = {"type": "hidden_user", "sender_user_name": "Bo & Co", "date": 1451865600}
    reply = await tg.ask(tg.private(ANA), CLAIM, forward=origin)
    await tg.press(reply, "Sources", ANA)
    await tg.next_call("editMessageText", ANA)
    assert reply["text"].splitlines()[0] == "Forwarded from Bo & Co, 4 January 2016"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("w:gone", texts.OLD_BUTTON),
        ("k:gone", texts.NOT_WAITING),
        ("w:", texts.UNKNOWN_BUTTON),
        ("zzz", texts.UNKNOWN_BUTTON),
    ],
)
async def test_unknown_buttons_get_a_friendly_answer(
    tg: Telegram, reply: dict[str, object], data: str, told: str
) -> None:
    await tg.press(reply, "", ANA, data=data)
    assert await read_alert(tg) == told


async def test_a_button_of_another_message_opens_nothing(tg: Telegram, reply: dict[str, object]) -> None:
    other = await tg.ask(GROUP, "/check Mexico has 122 million people", BO)
    stolen = reply["reply_markup"]["inline_keyboard"][0][0]["callback_data"]  # type: ignore[index]
    await tg.press(other, "", BO, data=stolen)
    assert await read_alert(tg) == texts.OLD_BUTTON


async def test_after_thirty_days_it_says_so(
    tg: Telegram, reply: dict[str, object], database: Storage, bot: Deployment
) -> None:
    assert await tg.is_silent(GROUP, ANA)
    await database.expire(bot.clock() + timedelta(days=31))
    await tg.press(reply, "Working", ANA)
    assert await read_alert(tg) == texts.OLD_BUTTON


async def test_a_press_on_a_message_long_gone(tg: Telegram, reply: dict[str, object]) -> None:
    gone = {"message_id": reply["message_id"], "chat": reply["chat"], "date": 0}
    await tg.press(gone, "", ANA, data=reply["reply_markup"]["inline_keyboard"][0][0]["callback_data"])  # type: ignore[index]
    assert await read_alert(tg) == ""
    assert "Working:" in str(reply["text"])
    del tg.world.messages[GROUP, int(str(reply["message_id"]))]
    await tg.press(gone, "", ANA, data=reply["reply_markup"]["inline_keyboard"][0][0]["callback_data"])  # type: ignore[index]
    assert await read_alert(tg) == texts.GONE


async def test_a_press_that_is_too_old_is_survived(tg: Telegram, reply: dict[str, object]) -> None:
    press = await tg.press(reply, "Working", ANA)
    tg.world.waiting_presses.discard(press)
    assert (await tg.next_call("answerCallbackQuery")).refused.startswith("Bad Request: query is too old")
    assert await tg.is_silent(GROUP, ANA)
