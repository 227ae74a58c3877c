"""From a table that a statistics office published to figures."""
