"""Changes the files of a folder: in place, with their comments, one writer at a time."""
