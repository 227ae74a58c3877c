"""The program: settings, command line, composition of the Telegram application, terminal chat."""
