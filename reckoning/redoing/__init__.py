"""An answer worked out again: with what a person adds to it, or after a figure was corrected."""
