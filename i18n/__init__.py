"""Translated sentences (gettext), and numbers and dates as the reader's language writes them (Babel)."""
