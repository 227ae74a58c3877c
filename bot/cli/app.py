"""The typer application: all commands, and the default without one."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from bot.cli.chat import chat
from bot.cli.check import check
from bot.cli.knowledge import knowledge
from bot.cli.read import read
from bot.cli.run import run
from bot.terminal.text_input import is_interactive

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


def print_version(wanted: bool) -> None:
    """Prints the program's name and version and exits."""
    if wanted:
        from bot.version import program_version

        print(f"addsup {program_version()}")
        raise typer.Exit


VersionOption = Annotated[
    bool,
    typer.Option("--version", help="Print the version.", callback=print_version, is_eager=True, show_default=False),
]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show where an error came from; may stand anywhere.")]


@application.callback(invoke_without_command=True)
def start(context: typer.Context, _debug: DebugOption = False, _version: VersionOption = False) -> None:
    """Does this number add up? Without a command: the bot if there is a token, else a chat in the terminal."""
    from bot.settings import BotSettings, load_settings, spelling_warnings

    if context.invoked_subcommand in (None, "run"):
        for sentence in spelling_warnings():
            print(f"addsup: {sentence}", file=sys.stderr)
    if context.invoked_subcommand is not None:
        return

    if load_settings(BotSettings).telegram_bot_token is not None:
        run()
    elif is_interactive():
        chat()
    else:
        print(f"No TELEGRAM_BOT_TOKEN is set and there is no terminal to chat in. A sample:\n\n> {SAMPLE}\n")
        check([SAMPLE])
