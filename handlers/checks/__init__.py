"""Checking what people write: in private, in groups, inline, with pictures and what-ifs."""
