"""The first version's way from a text to an Answer, by kinds of claims: asked for what `reasoning` can't tell."""

from reckoning.check import answer, redo, warm

__all__ = ["answer", "redo", "warm"]
