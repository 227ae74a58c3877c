"""What people found wrong, and what was corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from storage import ChatSetting, Correction, Feedback, Storage

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FEEDBACK = Feedback("c1", 11, "misread", "the population of Mexico is 700 million", "doesnt_add_up", "v1", NOW)
WATCH = ChatSetting("watch", default=False)


async def test_the_last_tap_of_a_person_counts(storage: Storage) -> None:
    for wrong in ("misread", "figure"):
        await storage.feedback.add(replace(FEEDBACK, wrong=wrong))
    await storage.feedback.add(replace(FEEDBACK, user_id=12, created=NOW + timedelta(minutes=1)))
    kept = await storage.feedback.latest()
    assert [(one.user_id, one.wrong) for one in kept] == [(12, "misread"), (11, "figure")]


async def test_feedback_is_forgotten_with_its_person_or_its_time(storage: Storage) -> None:
    await storage.feedback.add(FEEDBACK)
    await storage.feedback.add(replace(FEEDBACK, user_id=12))
    assert await storage.feedback.delete_of_person(11) == 1
    await storage.expire(NOW + timedelta(days=31))
    assert await storage.feedback.latest() == ()


async def test_corrections_stay(storage: Storage) -> None:
    first = Correction("population of Mexico, 2024", "130 million", "131 million", 2, date(2026, 11, 23))
    await storage.corrections.add(first)
    await storage.corrections.add(replace(first, figure="area of Mexico"))
    await storage.expire(NOW + timedelta(days=400))
    assert [one.figure for one in await storage.corrections.latest()] == ["area of Mexico", first.figure]


async def test_settings_move_with_their_group(storage: Storage) -> None:
    await storage.chats.set(-5, WATCH, value=True)
    await storage.chats.move_chat(-5, -1005)
    assert await storage.chats.get(-1005, WATCH)
    assert not await storage.chats.get(-5, WATCH)
    assert await storage.chats.delete(-1005) == 1
