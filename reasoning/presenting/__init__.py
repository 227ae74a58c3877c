"""What people see of an Answer: the reply, its JSON, its chart. Knows nothing of how it was reasoned."""
