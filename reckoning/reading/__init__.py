"""A text read once, and what it says of each number: whose, where, of which measure."""
