"""What must hold of figures, names and references, each mistake told with file and line."""
