"""What stands between a number and what it says: bounds, ranges, changes, ratios."""
