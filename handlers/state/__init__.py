"""What the bot holds in memory while it runs: the library, limits, settings, open questions."""
