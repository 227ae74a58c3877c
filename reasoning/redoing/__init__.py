"""A stored claim judged again: as it is, with a change, by corrected figures, in another language."""
