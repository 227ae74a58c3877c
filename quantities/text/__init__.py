"""Characters, tokens, word classes and sentences."""
