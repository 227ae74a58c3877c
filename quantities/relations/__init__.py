"""Words between and around numbers: bounds, ranges, changes, ratios, multiples."""
