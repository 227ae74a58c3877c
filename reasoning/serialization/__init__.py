"""Claims without the text that they were read in: how they are made, written as JSON, and loaded against a library."""
