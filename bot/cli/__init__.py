"""The command line, one file for each command. What is heavy is imported inside the command that needs it."""

from bot.cli.app import application

__all__ = ["application"]
