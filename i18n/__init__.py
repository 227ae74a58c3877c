"""The reader's language: translated sentences, numbers, dates."""
