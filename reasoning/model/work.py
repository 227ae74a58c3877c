"""A budget of counted steps, so that the work on a text is bounded and does not depend on the clock."""

from __future__ import annotations

from dataclasses import dataclass

MOST_STEPS = 120_000  # for a text; a sentence of a chat takes some thousand


@dataclass(slots=True)
class StepBudget:
    """The number of steps that are left.

    >>> budget = StepBudget(10)
    >>> budget.spend(4), budget.spend(6)
    (True, False)
    """

    left: int = MOST_STEPS

    def spend(self, steps: int) -> bool:
        """Takes steps off the budget, and returns whether any are left."""
        self.left -= steps
        return self.left > 0
