"""Figures found by the words that ask for them."""
