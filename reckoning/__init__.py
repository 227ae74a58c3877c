"""From a text to a reasoned Answer: claims, comparisons, verdict, wording. Pure: no Telegram, no clock, no network."""

from reckoning.answer import Answer, Comparison, Finding, Rest, Verdict, Vote
from reckoning.check import answer, redo, warm

__all__ = ["Answer", "Comparison", "Finding", "Rest", "Verdict", "Vote", "answer", "redo", "warm"]
