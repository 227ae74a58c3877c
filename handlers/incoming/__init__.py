"""Reads an incoming message: whether it is meant for the bot, its text, where it was forwarded from."""
