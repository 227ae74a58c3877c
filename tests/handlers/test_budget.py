"""Budgets: so much a minute, one "slow down", then silence until there is room again."""

from __future__ import annotations

from handlers.state.rate_limit import MINUTE, RateLimit, RemainingBudget


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_person_is_told_once_and_has_room_again_after_a_minute() -> None:
    clock = Clock()
    budget = RateLimit(clock, person=3, chat=100)
    rooms = [budget.room(1, 1) for _ in range(6)]
    assert rooms == [RemainingBudget.ANSWER] * 3 + [RemainingBudget.WARNING] + [RemainingBudget.NOTHING] * 2
    clock.now += MINUTE
    assert budget.room(1, 1) is RemainingBudget.ANSWER


def test_one_person_takes_nothing_from_another() -> None:
    budget = RateLimit(Clock(), person=2, chat=100)
    assert [budget.room(user, -5) for user in (1, 1, 1, 2)][-2:] == [RemainingBudget.WARNING, RemainingBudget.ANSWER]


def test_a_chat_has_a_budget_of_its_own() -> None:
    budget = RateLimit(Clock(), person=10, chat=3)
    assert [budget.room(user, -5) for user in (1, 2, 3, 4, 4)] == [RemainingBudget.ANSWER] * 3 + [
        RemainingBudget.WARNING,
        RemainingBudget.NOTHING,
    ]
    assert budget.room(4, -6) is RemainingBudget.ANSWER


def test_what_is_refused_costs_nothing() -> None:
    clock = Clock()
    budget = RateLimit(clock, person=1, chat=100)
    budget.room(1, 1)
    for _ in range(50):
        clock.now += 1
        budget.room(1, 1)
    clock.now = MINUTE
    assert budget.room(1, 1) is RemainingBudget.ANSWER
