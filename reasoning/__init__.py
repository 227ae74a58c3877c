"""Reasons about a text by types and preferences, and returns an Answer. Pure: no Telegram, no clock, no network."""

from reasoning.door import Answer, Finding, Verdict, answer, redo, warm

__all__ = ["Answer", "Finding", "Verdict", "answer", "redo", "warm"]
