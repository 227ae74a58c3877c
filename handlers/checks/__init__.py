"""Checks what people write: in private, in groups and inline, with charts and what-ifs."""
