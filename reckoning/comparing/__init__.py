"""Comparisons without a number of their own: larger than, more than any other, twice as many as."""
