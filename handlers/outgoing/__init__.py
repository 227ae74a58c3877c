"""What leaves: HTML, sending within limits, lists with pages, fixed texts."""
