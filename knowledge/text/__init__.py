"""Names, measures and occupations found in a text."""
