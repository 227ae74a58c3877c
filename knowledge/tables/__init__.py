"""Turns a table that a statistics office published into figures."""
