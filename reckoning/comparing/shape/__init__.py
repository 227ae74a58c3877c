"""The shapes of sentences that compare without a number of their own, as patterns over their signs."""
