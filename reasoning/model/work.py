"""A budget of counted steps for a text: what is worked out does not depend on the clock, and never grows beyond it."""

from __future__ import annotations

from dataclasses import dataclass

MOST_STEPS = 250_000  # for a text; a sentence of a chat takes some thousand


@dataclass(slots=True)
class StepBudget:
    """How many steps are left."""

    left: int = MOST_STEPS

    def spend(self, steps: int) -> bool:
        """Takes steps off; whether any are left."""
        self.left -= steps
        return self.left > 0
