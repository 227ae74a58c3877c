"""Feedback: one of each person for a check, deleted with the person and in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from storage import Check, Feedback, Storage

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FEEDBACK = Feedback("c1", 11, "misread", "the population of Mexico is 700 million", "doesnt_add_up", "v1", NOW)


async def test_the_last_tap_of_a_person_counts(storage: Storage) -> None:
    for wrong in ("misread", "figure"):
        await storage.feedback.add(replace(FEEDBACK, wrong=wrong))
    await storage.feedback.add(replace(FEEDBACK, user_id=12, created=NOW + timedelta(minutes=1)))
    kept = await storage.feedback.latest()
    assert [(one.user_id, one.wrong) for one in kept] == [(12, "misread"), (11, "figure")]


async def test_feedback_of_others_goes_with_the_person_who_asked(storage: Storage) -> None:
    await storage.checks.add(Check("c1", -100, 5, 6, 11, "v1", "{}", NOW))
    await storage.checks.add(Check("c2", -100, 7, 8, 13, "v1", "{}", NOW))
    for check, person in (("c1", 11), ("c1", 12), ("c2", 12)):
        await storage.feedback.add(replace(FEEDBACK, check_id=check, user_id=person))
    assert await storage.feedback.delete_of_person(11) == 1  # of their own
    assert [(one.check_id, one.user_id) for one in await storage.feedback.latest()] == [("c2", 12)]


async def test_what_is_wrong_is_counted_by_people_the_latest_first(storage: Storage) -> None:
    for hour, (person, wrong) in enumerate([(11, "misread"), (12, "figure"), (13, "misread"), (14, "figure")]):
        one = replace(FEEDBACK, user_id=person, wrong=wrong, created=NOW + timedelta(hours=hour))
        await storage.feedback.add(one)
    await storage.feedback.add(replace(FEEDBACK, user_id=15, wrong="reasoning", created=NOW + timedelta(hours=2.5)))
    assert [(one.wrong, one.people) for one in await storage.feedback.counts()] == [
        ("figure", 2),
        ("reasoning", 1),
        ("misread", 2),
    ]


async def test_feedback_is_forgotten_with_its_person_or_its_time(storage: Storage) -> None:
    await storage.feedback.add(FEEDBACK)
    await storage.feedback.add(replace(FEEDBACK, user_id=12))
    assert await storage.feedback.delete_of_person(11) == 1
    await storage.expire(NOW + timedelta(days=29))
    assert [one.user_id for one in await storage.feedback.latest()] == [12]
    await storage.expire(NOW + timedelta(days=31))
    assert await storage.feedback.latest() == ()
