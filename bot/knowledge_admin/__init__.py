"""What `addsup knowledge` does, apart from its options."""
