"""Numbers that are no quantities: dates, names, codes, phone numbers."""
