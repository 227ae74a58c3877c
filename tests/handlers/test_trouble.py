"""What goes wrong is said once, and nothing is lost, said twice or restarted."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import date, timedelta

import pytest

from handlers import Deployment, TokenRefusedError, serve
from handlers.app.polling import Backoff
from handlers.outgoing import texts
from handlers.state import message_parts
from knowledge import Library
from reckoning.answer import Answer
from storage import Storage
from tests.botapi import Telegram, running
from tests.botapi.driver import PATIENCE
from tests.botapi.refusal import Refusal
from tests.handlers.conftest import NOW, later, started
from tests.handlers.reckoner import reckon
from tests.ports import free_port

ANA, GROUP = 11, -100
CLAIM = "Mexico has 700 million people"


def sent(tg: Telegram, chat: int = ANA) -> list[str]:
    """What arrived in the chat."""
    calls = [call for call in tg.world.calls if call.method == "sendMessage" and call.chat == chat and not call.refused]
    return [call.result["text"] for call in calls if call.result]


class TestSending:
    pytestmark = pytest.mark.usefixtures("bot")

    async def test_a_bug_is_told_in_a_sentence(self, tg: Telegram) -> None:
        assert (await tg.ask(tg.private(ANA), "crash"))["text"] == texts.FAILED
        assert (await tg.ask(ANA, CLAIM))["text"].startswith("Verdict")

    async def test_in_a_group_only_to_who_asked(self, tg: Telegram) -> None:
        assert (await tg.ask(tg.group(GROUP), "/check crash", ANA))["text"] == texts.FAILED
        await tg.edit(tg.compose(GROUP, "crash", ANA), "crash")
        assert await tg.silence(GROUP, ANA)

    async def test_a_limit_is_waited_for(self, tg: Telegram) -> None:
        tg.fail("sendMessage", Refusal(429, "Too Many Requests: retry after 1", retry_after=1))
        assert (await tg.ask(tg.private(ANA), CLAIM))["text"].startswith("Verdict")
        assert len(sent(tg)) == 1

    async def test_a_server_that_stumbles_is_asked_again(self, tg: Telegram) -> None:
        tg.fail("sendMessage", Refusal(502, "Bad Gateway"))
        assert (await tg.ask(tg.private(ANA), CLAIM))["text"].startswith("Verdict")

    async def test_what_may_have_arrived_is_not_sent_twice(self, tg: Telegram) -> None:
        tg.fail("sendMessage", done=True)
        await tg.say(tg.private(ANA), CLAIM)
        await tg.reply(ANA)
        assert (await tg.reply(ANA))["text"] == texts.UNSURE

    async def test_an_edit_whose_answer_is_lost_is_repeated(self, tg: Telegram) -> None:
        reply = await tg.ask(tg.private(ANA), CLAIM)
        tg.fail("editMessageText", done=True)
        await tg.press(reply, "Working", ANA)
        await tg.call("editMessageText", ANA)
        assert "not modified" in (await tg.call("editMessageText", ANA)).refused
        assert await tg.silence(ANA, ANA)

    @pytest.mark.parametrize(
        "refusal",
        [
            Refusal(403, "Forbidden: bot was blocked by the user"),
            Refusal(400, "Bad Request: not enough rights to send text messages to the chat"),
            Refusal(400, "Bad Request: TOPIC_CLOSED"),
            Refusal(400, "Bad Request: chat not found"),
        ],
        ids=lambda refusal: refusal.description,
    )
    async def test_a_chat_that_lets_nothing_through_is_survived(self, tg: Telegram, refusal: Refusal) -> None:
        tg.fail("sendMessage", refusal)
        await tg.say(tg.private(ANA), CLAIM)
        assert (await tg.call("sendMessage", ANA)).refused
        assert await tg.silence(ANA, ANA)

    async def test_a_group_that_moved_gets_its_reply_where_it_is(self, tg: Telegram) -> None:
        tg.group(-300)
        tg.fail("sendMessage", Refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-300))
        await tg.say(tg.group(GROUP), f"/check {CLAIM}", ANA)
        assert (await tg.reply(-300))["text"].startswith("Verdict")

    async def test_an_update_that_comes_again_is_answered_once(self, tg: Telegram) -> None:
        await tg.say(tg.private(ANA), CLAIM)
        update = tg.world.updates[-1]
        await tg.reply(ANA)
        await tg.again(update)
        assert await tg.silence(ANA, ANA)

    @pytest.mark.usefixtures("no_part_wait")
    async def test_a_long_page_is_cut_to_fit(self, tg: Telegram) -> None:
        reply = await tg.ask(tg.private(ANA), "122 million " + "x" * 3000 + "<" * 1500)
        assert reply["text"].startswith("Verdict")

    async def test_edits_and_messages_of_a_chat_keep_their_order(self, tg: Telegram) -> None:
        tg.fail("sendMessage", Refusal(429, "Too Many Requests: retry after 1", retry_after=1))
        message = await tg.say(tg.private(ANA), CLAIM)
        await tg.edit(message, "Mexico has 122 million people")
        await tg.call("editMessageText", ANA)
        assert [reply["text"][:17] for reply in tg.world.messages.values() if reply["from"]["is_bot"]] == [
            "Verdict: adds_up "
        ]


class TestStarting:
    async def test_a_token_that_telegram_refuses(self, deployment: Deployment) -> None:
        with pytest.raises(TokenRefusedError, match="TELEGRAM_BOT_TOKEN"):
            await serve(replace(deployment, token="123456:WRONG"), asyncio.Event())

    @pytest.mark.parametrize("token", ["", "nonsense", "12:a/b", "12:a b"])
    async def test_what_cant_be_a_token(self, deployment: Deployment, token: str) -> None:
        with pytest.raises(TokenRefusedError):
            await serve(replace(deployment, token=token), asyncio.Event())

    async def test_without_a_network_it_waits_for_one(
        self, deployment: Deployment, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lost, wait_after = asyncio.Event(), Backoff.wait_after

        async def wait_and_tell(self: Backoff, error: Exception) -> None:
            lost.set()
            await wait_after(self, error)

        monkeypatch.setattr(Backoff, "wait_after", wait_and_tell)
        port = free_port()
        async with started(replace(deployment, api_url=f"http://127.0.0.1:{port}")) as task:
            await asyncio.wait_for(lost.wait(), PATIENCE)
            assert not task.done()
            async with running(port) as telegram:
                assert (await telegram.ask(telegram.private(ANA), CLAIM))["text"].startswith("Verdict")

    async def test_a_network_that_fails_meanwhile_is_awaited(self, tg: Telegram, bot: Deployment) -> None:
        tg.fail("getUpdates", Refusal(502, "Bad Gateway"), times=1)
        tg.fail("getUpdates", Refusal(409, "Conflict: terminated by other getUpdates request"), times=1)
        await tg.say(tg.private(ANA), "hello")
        await tg.reply(ANA)
        assert (await tg.ask(ANA, CLAIM))["text"].startswith("Verdict")

    async def test_owners_figures_with_mistakes_are_left_out(self, tg: Telegram, deployment: Deployment) -> None:
        (deployment.owners_folder / "figures").mkdir(parents=True)
        (deployment.owners_folder / "figures" / "population.yaml").write_text("measure: nonsense")
        async with started(deployment):
            assert "1.00×" in (await tg.ask(tg.private(ANA), "122 million"))["text"]

    async def test_the_token_is_not_logged(
        self, tg: Telegram, deployment: Deployment, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
    ) -> None:
        caplog.set_level(logging.INFO)
        async with started(deployment):
            await tg.ask(tg.private(ANA), CLAIM)
            await tg.ask(ANA, "crash")
        assert deployment.token not in caplog.text + capsys.readouterr().out
        assert "700 million" not in caplog.text


class TestKilled:
    """What was in hand when the program ended is answered at the next start."""

    BODY = '{"update_id": %d, "message": {"message_id": %d, "date": 1, "text": "122 million", "chat": {"id": 11,'
    BODY += '"type": "private"}, "from": {"id": 11, "is_bot": false, "first_name": "Ana"}}}'

    async def left(self, deployment: Deployment, *numbers: int) -> None:
        storage = await Storage.open(deployment.database_url)
        await storage.pending_updates.add({number: self.BODY % (number, number) for number in numbers}, NOW)
        await storage.close()

    async def test_is_answered_then(self, tg: Telegram, deployment: Deployment) -> None:
        tg.private(ANA)
        await self.left(deployment, 1, 2)
        async with started(deployment):
            await tg.reply(ANA)
            await tg.reply(ANA)
            assert await tg.silence(ANA, ANA)

    async def test_but_not_what_had_been_answered(self, tg: Telegram, deployment: Deployment) -> None:
        async with started(deployment):
            message = await tg.say(tg.private(ANA), CLAIM)
            await tg.reply(ANA)
        number = message["message_id"]
        storage = await Storage.open(deployment.database_url)
        await storage.pending_updates.add({number: self.BODY % (number, number)}, NOW)
        await storage.close()
        async with started(deployment):
            assert await tg.silence(ANA, ANA)

    async def test_nor_what_is_a_day_old(self, tg: Telegram, deployment: Deployment) -> None:
        tg.private(ANA)
        await self.left(deployment, 1)
        async with started(later(deployment, NOW + timedelta(days=1, hours=1))):
            assert await tg.silence(ANA, ANA)

    async def test_stopped_it_leaves_the_rest_for_the_next_start(self, tg: Telegram, deployment: Deployment) -> None:
        claims = [f"{number} million" for number in range(100, 120)]
        stop = asyncio.Event()

        def stop_at_the_fifth(text: str, library: Library, as_of: date, /, *, locale: str = "en") -> Answer:
            if text == claims[4]:
                stop.set()
            return reckon(text, library, as_of, locale=locale)

        for claim in claims:
            await tg.say(tg.private(ANA), claim)
        await asyncio.wait_for(
            serve(replace(deployment, answer=stop_at_the_fifth, is_rate_limited=False), stop), PATIENCE
        )
        assert 4 <= len(sent(tg)) < len(claims)
        async with started(replace(deployment, is_rate_limited=False)):
            while len(sent(tg)) < len(claims):
                await tg.reply(ANA)
            assert await tg.silence(ANA, ANA)
        assert [text.split("\n")[1].split(" <")[0] for text in sent(tg)[: len(claims)]] == claims

    async def test_a_half_read_article_is_read_whole(
        self, tg: Telegram, deployment: Deployment, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Who stops the bot waits for it."""
        monkeypatch.setattr(message_parts, "WAIT", 0.5)
        async with started(deployment):
            await tg.say(tg.private(ANA), "word " * 800 + "122 million")
            await tg.taken()
        assert "of 4011 characters" in sent(tg)[0]
