"""Loads and checks folders of knowledge, whole or only what changed."""
