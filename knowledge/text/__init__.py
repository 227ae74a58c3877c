"""Finds names, measures and occupations in a text."""
