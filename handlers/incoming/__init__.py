"""What arrives: whether it is meant for the bot, its text, where it was forwarded from."""
