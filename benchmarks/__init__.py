"""What the program costs: time a claim, start, memory, replies a second. `make bench` prints a table."""
