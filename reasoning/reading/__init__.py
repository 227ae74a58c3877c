"""From a text to mentions: words, quantities, names, times, and which belong together."""
