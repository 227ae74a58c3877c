"""Sums over references, as a person types them: "us debt / us households"."""
