"""What reasoning knows as data: cues, nouns, defaults, thresholds, weights; read once and checked."""
