"""A chat by itself: its settings, its language, who is in it, what is deleted."""
