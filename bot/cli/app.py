"""`addsup` itself, and what it does when no command is named."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from bot.cli.chat import chat
from bot.cli.check import check
from bot.cli.knowledge import knowledge
from bot.cli.read import read
from bot.cli.run import run
from bot.terminal.text_input import has_terminal

SAMPLE = "Alibaba will create 1 million US jobs"

application = typer.Typer(
    name="addsup",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (check, chat, read, run):
    application.command()(command)
application.add_typer(knowledge, name="knowledge")


def tell_version(wanted: bool) -> None:
    """Prints the program's version and ends."""
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"addsup {version('addsup')}")
        except PackageNotFoundError:  # run from its folder, without being installed
            print("addsup, not installed")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", help="Print the version.", callback=tell_version, is_eager=True, show_default=False)
]
Debug = Annotated[bool, typer.Option("--debug", help="Show where an error came from; may stand anywhere.")]


@application.callback(invoke_without_command=True)
def start(context: typer.Context, _debug: Debug = False, _version: Version = False) -> None:
    """Does this number add up? Without a command: the bot if there is a token, else a chat in the terminal."""
    from bot.settings import BotSettings, loaded, misspelt

    if context.invoked_subcommand in (None, "run"):
        for sentence in misspelt():
            print(f"addsup: {sentence}", file=sys.stderr)
    if context.invoked_subcommand is not None:
        return

    if loaded(BotSettings).telegram_bot_token is not None:
        run()
    elif has_terminal():
        chat()
    else:
        print(f"No TELEGRAM_BOT_TOKEN is set and there is no terminal to chat in. A sample:\n\n> {SAMPLE}\n")
        check([SAMPLE])
