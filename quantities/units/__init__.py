"""What a number counts or measures: physical units, money, percentages, nouns, rates."""
