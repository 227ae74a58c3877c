"""Budgets: so much a minute, one "slow down", then silence until there is room again."""

from __future__ import annotations

from handlers.state.rate_limit import MINUTE, Allowance, RateLimit


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_person_is_told_once_and_has_room_again_after_a_minute() -> None:
    clock = Clock()
    rate_limit = RateLimit(clock, per_person=3, per_chat=100)
    rooms = [rate_limit.count_request(1, 1) for _ in range(6)]
    assert rooms == [Allowance.ANSWER] * 3 + [Allowance.WARNING] + [Allowance.NOTHING] * 2
    clock.now += MINUTE
    assert rate_limit.count_request(1, 1) is Allowance.ANSWER


def test_one_person_takes_nothing_from_another() -> None:
    rate_limit = RateLimit(Clock(), per_person=2, per_chat=100)
    assert [rate_limit.count_request(user, -5) for user in (1, 1, 1, 2)][-2:] == [Allowance.WARNING, Allowance.ANSWER]


def test_a_chat_has_a_budget_of_its_own() -> None:
    rate_limit = RateLimit(Clock(), per_person=10, per_chat=3)
    assert [rate_limit.count_request(user, -5) for user in (1, 2, 3, 4, 4)] == [Allowance.ANSWER] * 3 + [
        Allowance.WARNING,
        Allowance.NOTHING,
    ]
    assert rate_limit.count_request(4, -6) is Allowance.ANSWER


def test_what_is_refused_costs_nothing() -> None:
    clock = Clock()
    rate_limit = RateLimit(clock, per_person=1, per_chat=100)
    rate_limit.count_request(1, 1)
    for _ in range(50):
        clock.now += 1
        rate_limit.count_request(1, 1)
    clock.now = MINUTE
    assert rate_limit.count_request(1, 1) is Allowance.ANSWER
