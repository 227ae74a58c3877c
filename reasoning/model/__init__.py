"""The objects of reasoning: typed leaves, terms over them, claims, candidates, the budget of steps."""
