"""From a text to a reasoned Answer, by types and preferences. Pure: no Telegram, no clock, no network."""

from reasoning.door import Answer, Finding, Verdict, answer, redo, warm

__all__ = ["Answer", "Finding", "Verdict", "answer", "redo", "warm"]
