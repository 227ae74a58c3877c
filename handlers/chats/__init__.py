"""What concerns a chat as such: its settings and language, the watch, the bot's membership, deletion."""
