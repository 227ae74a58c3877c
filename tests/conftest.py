"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# The gate tries the same examples each time, on a machine that may be busy; HYPOTHESIS=search looks for new ones.
settings.register_profile("gate", deadline=None, derandomize=True, database=None)
settings.register_profile("search", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS", "gate"))
