"""Checks figures, names and references; each mistake is told with file and line."""
