"""A judged claim in words, generic over claims: how it was read, the working, what would change it."""
