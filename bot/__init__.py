"""The program `addsup`: settings, command line, terminal chat, and the start of the Telegram bot."""
