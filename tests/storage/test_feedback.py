"""Feedback: one of each person for a check, deleted with the person and in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from storage import Feedback, Storage

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FEEDBACK = Feedback("c1", 11, "misread", "the population of Mexico is 700 million", "doesnt_add_up", "v1", NOW)


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
