"""The commands by which owners keep the reference numbers."""
