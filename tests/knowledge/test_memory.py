"""What is loaded for good is passed over by the garbage collector."""

from __future__ import annotations

import gc

from knowledge.loading.gc_freeze import freeze_garbage


def test_what_is_loaded_is_out_of_the_rounds_and_what_is_dropped_goes() -> None:
    class Kept:
        alive = 0

        def __init__(self) -> None:
            self.itself = self  # only a round of the collector finds this
            Kept.alive += 1

        def __del__(self) -> None:
            Kept.alive -= 1

    try:
        one = Kept()
        freeze_garbage()
        assert gc.get_freeze_count() > 0
        del one
        freeze_garbage()
        assert Kept.alive == 0
    finally:
        gc.unfreeze()
