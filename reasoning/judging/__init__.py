"""What a reading costs, how claimed and reckoned compare, and the verdict."""
