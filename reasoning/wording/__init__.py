"""Numbers, names and figures in words, in the language spoken."""
