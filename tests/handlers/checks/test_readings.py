"""Buttons to choose a reading: each answers with that reading's whole finding, and leaves the other to be chosen."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from handlers import Deployment
from handlers.outgoing import texts
from storage import Storage
from tests.botapi import Telegram
from tests.botapi.telegram import list_labels
from tests.handlers.checks.conftest import TODAY
from tests.handlers.conftest import OWNER, run_bot, set_clock

ANA, BO, CAT, GROUP, ELSEWHERE = 11, 12, 13, -100, -900
CLAIM = "Amazon has about 300,000 employees"
OF_THE_US, OF_ALL = "employees in the United States of Amazon", "employees of Amazon"
PLAN = "McDonald's plans to have 50,000 restaurants by 2027"


@pytest.fixture
async def running(real: Deployment) -> AsyncIterator[Deployment]:
    async with run_bot(real):
        yield real


async def press(tg: Telegram, reply: dict[str, Any], label: str, user: int = ANA) -> str:
    """Presses a button; returns what the reply says then."""
    await tg.press(reply, label, user)
    await tg.next_call("editMessageText")
    return str(reply["text"])


async def test_each_reading_has_a_button(tg: Telegram, running: Deployment) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    assert f"“{OF_THE_US}: 300,000 employees” or “{OF_ALL}: 300,000 employees”" in reply["text"]
    assert list_labels(reply) == [OF_THE_US, OF_ALL]


async def test_a_press_shows_the_whole_finding_and_the_other_reading_stays(tg: Telegram, running: Deployment) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    text = await press(tg, reply, OF_ALL)
    assert text.startswith("🔴 Doesn't add up: 5.3× too low: it is 1.58 million employees")
    assert "Read as: employees of Amazon: 300,000 employees" in text
    assert list_labels(reply) == ["Working", "Sources", "Picture", "Wrong?", f"Or: {OF_THE_US}"]
    assert "300,000 / (1.576 million)" in await press(tg, reply, "Working")
    text = await press(tg, reply, f"Or: {OF_THE_US}")
    assert text.startswith("🟢 Plausible")
    assert list_labels(reply)[-1] == f"Or: {OF_ALL}"


async def test_what_is_chosen_can_be_changed(tg: Telegram, running: Deployment) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    await press(tg, reply, OF_ALL)
    changed = await tg.ask(ANA, "if it were 1.5 million?", reply_to=reply["message_id"])
    assert "Adds up" in changed["text"]
    assert "Or: " not in "".join(list_labels(changed))


async def test_a_single_reading_is_confirmed(tg: Telegram, running: Deployment) -> None:
    reply = await tg.ask(tg.private(ANA), PLAN)
    assert list_labels(reply) == ["Yes"]
    assert texts.WHAT_I_DO not in reply["text"]
    assert reply["text"].count("?") == 1
    assert "Read as: stores and restaurants of McDonald's: 50,000 restaurants" in await press(tg, reply, "Yes")
    assert list_labels(reply) == ["Working", "Sources", "Picture", "Wrong?"]


async def test_it_still_works_after_a_restart(tg: Telegram, real: Deployment) -> None:
    async with run_bot(real):
        reply = await tg.ask(tg.private(ANA), CLAIM)
    async with run_bot(real):
        assert "Doesn't add up" in await press(tg, reply, OF_ALL)
    async with run_bot(real):
        assert "newratings.com" not in await press(tg, reply, "Sources")
        assert "Plausible" in await press(tg, reply, f"Or: {OF_THE_US}")


async def test_it_expires_with_a_sentence(tg: Telegram, real: Deployment) -> None:
    async with run_bot(real):
        reply = await tg.ask(tg.private(ANA), CLAIM)
    async with run_bot(set_clock(real, TODAY + timedelta(days=31))):
        storage = await Storage.open(real.database_url)
        await storage.expire(TODAY + timedelta(days=31))
        await storage.close()
        told = await tg.press_and_read_alert(reply, OF_ALL, ANA)
    assert told == texts.OLD_BUTTON


@pytest.mark.parametrize("data", ["r:7:{id}", "r:x:{id}", "r:{id}", "r:0:nobody", "r::", "r:0"])
async def test_a_button_that_is_none_of_ours_is_refused(tg: Telegram, running: Deployment, data: str) -> None:
    reply = await tg.ask(tg.private(ANA), CLAIM)
    own = reply["reply_markup"]["inline_keyboard"][0][0]["callback_data"].rpartition(":")[2]
    told = await tg.press_and_read_alert(reply, OF_ALL, ANA, data.format(id=own))
    assert told == texts.OLD_BUTTON


async def test_in_a_group_the_asker_and_admins_choose(tg: Telegram, running: Deployment) -> None:
    tg.group(GROUP, admins=(BO,))
    claim = tg.compose_message(GROUP, CLAIM, CAT)
    reply = await tg.ask(GROUP, "/check", ANA, reply_to=claim["message_id"])
    assert list_labels(reply) == [OF_THE_US, OF_ALL]
    assert await tg.press_and_read_alert(reply, OF_ALL, CAT) == texts.NOT_YOURS
    assert "Doesn't add up" in await press(tg, reply, OF_ALL, BO)
    assert "Plausible" in await press(tg, reply, f"Or: {OF_THE_US}", ANA)


async def test_what_is_asked_beside_a_reply_is_meant_before_what_is_replied_to(
    tg: Telegram, running: Deployment
) -> None:
    tg.group(GROUP)
    other = tg.compose_message(GROUP, "Mexico has 700 million people", CAT)
    reply = await tg.ask(GROUP, f"/check {CLAIM}", ANA, reply_to=other["message_id"])
    assert list_labels(reply) == [OF_THE_US, OF_ALL]


async def test_in_spanish(tg: Telegram, running: Deployment) -> None:
    menu = await tg.ask(tg.private(ANA), "/language")
    await tg.press(menu, "Español", ANA)
    await tg.next_call("editMessageText", ANA)
    reply = await tg.ask(ANA, CLAIM)
    one, other = list_labels(reply)
    assert f"«{one}:" in reply["text"]
    assert "Entendido: empleados de Amazon: 300.000 empleados" in await press(tg, reply, other)
    assert list_labels(reply)[-1] == f"O bien: {one}"
    reply = await tg.ask(ANA, PLAN)
    assert list_labels(reply) == ["Sí"]


async def test_where_the_bot_is_not_the_asker_chooses(tg: Telegram, running: Deployment) -> None:
    tg.group(ELSEWHERE)
    call = await tg.mention(ELSEWHERE, f"@addsup_bot {CLAIM}", ANA)
    message = tg.world.inline[call.result["inline_message_id"]]
    assert list_labels(message) == [OF_THE_US, OF_ALL]
    number = call.result["inline_message_id"]
    assert await tg.read_alert(await tg.press(message, OF_ALL, BO, inline=number)) == texts.NOT_YOURS
    await tg.press(message, OF_ALL, ANA, inline=number)
    await tg.next_call("editMessageText")
    assert "Doesn't add up" in message["text"]


async def test_inline_there_is_a_card_for_each_reading(tg: Telegram, running: Deployment) -> None:
    cards = await tg.type_query(ANA, CLAIM)
    assert [card["description"] for card in cards] == [
        f"{OF_THE_US}: 300,000 employees",
        f"{OF_ALL}: 300,000 employees",
    ]


async def test_the_claims_are_stored_and_no_text(tg: Telegram, running: Deployment) -> None:
    reply = await tg.ask(tg.private(ANA), f"I have HIV and 5 cats, and {CLAIM}")
    await press(tg, reply, OF_ALL)
    storage = await Storage.open(running.database_url)
    check = await storage.checks.find_by_reply(ANA, reply["message_id"])
    await storage.close()
    assert check is not None
    stored = json.loads(check.answer)
    assert [len(stored[name]) for name in ("findings", "readings")] == [1, 2]
    assert {one["reading"] for one in (*stored["findings"], *stored["readings"])} == {""}
    assert not {"hiv", "cats"} & {*re.findall("[a-z]+", check.answer.lower())}


async def test_a_watched_group_is_asked_nothing(tg: Telegram, running: Deployment) -> None:
    tg.group(GROUP, admins=(BO,))
    menu = await tg.ask(GROUP, "/settings", BO)
    label = next(one for one in list_labels(menu) if "atch" in one)
    await tg.press(menu, label, BO)
    await tg.next_call("editMessageText")
    await tg.say(GROUP, CLAIM, CAT)
    assert await tg.is_silent(GROUP, ANA)


async def test_the_owners_see_how_many_texts_were_left_open_and_why(tg: Telegram, running: Deployment) -> None:
    told = await tg.ask(tg.private(OWNER), "/unsettled")
    assert told["text"] == "No text has been left open."
    for text in (CLAIM, CLAIM, "hello", "Grumbel employs 3 million people", "Mexico has 700 million people", "2+2"):
        await tg.ask(tg.private(ANA), text)
    told = await tg.ask(OWNER, "/unsettled")
    assert told["text"].split("\n") == [
        "Texts that I left open, by day",
        "",
        "30 Nov 2026: 4",
        "• 2: two readings that don't come to the same",
        "• 1: a figure that I lack: /missing",
        "• 1: no number in it",
    ]
    told = await tg.ask(OWNER, "/missing")
    assert "• somebody I don't know, employees: asked for once, last on 30 Nov 2026" in told["text"]
    assert "reply_markup" not in told
