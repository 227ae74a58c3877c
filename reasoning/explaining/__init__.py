"""The verdict on judged claims, and the claims in words: how each was read, the working, what would change it."""
