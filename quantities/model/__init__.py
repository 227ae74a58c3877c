"""The values that reading gives back: intervals, units, periods, quantities."""
