"""What the commands of `addsup knowledge` do, apart from parsing options."""
