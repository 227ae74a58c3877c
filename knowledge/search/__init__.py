"""Finds figures by the words that ask for them."""
