"""What reasoning works with: typed leaves, terms over them, claims, candidates."""
