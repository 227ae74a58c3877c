"""`addsup knowledge`: commands that show and change the reference numbers."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.figure_commands import add_figure, import_figures, set_figure
from bot.cli.options import FolderOption, resolve_folder, today
from bot.errors import UserError

knowledge = typer.Typer(
    help="Look at the reference numbers, and keep your own.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
RevisionArgument = Annotated[
    str | None, typer.Argument(metavar="[OLD] [NEW]", help="A folder, or a git revision of --dir.", show_default=False)
]


@knowledge.command()
def check(folder: FolderOption = None) -> None:
    """Check every file. Lists all mistakes with file, line and what was expected."""
    from bot.knowledge_admin.library_loader import layer_folders, open_library
    from knowledge import check as problems_in

    changes = resolve_folder(folder, must_exist=True)
    problems = problems_in(layer_folders(changes), today())
    for problem in problems:
        print(problem)
    if problems:
        raise UserError(f"{len(problems)} mistake{'s' if len(problems) > 1 else ''} in the knowledge")
    library = open_library(changes)
    figures = sum(len(dates) for entities in library.tree.rows.values() for dates in entities.values())
    print(
        f"{figures:,} figures of {len(library.measures)} measures and {len(library.entities)} entities,"
        f" from {len(library.sources)} sources: all fit together (version {library.version})"
    )


@knowledge.command()
def find(
    text: Annotated[list[str], typer.Argument(help="Such as: us labour force 2016")], folder: FolderOption = None
) -> None:
    """Find figures by name, measure and year; typos are forgiven."""
    from bot.knowledge_admin.figure_tables import FIGURE_COLUMNS, find_figures
    from bot.knowledge_admin.library_loader import open_library
    from bot.terminal.console import print_table

    print_table(
        FIGURE_COLUMNS,
        find_figures(open_library(resolve_folder(folder, must_exist=True)), " ".join(text)),
        right=(1, 2),
    )


@knowledge.command()
def show(
    identity: Annotated[
        str, typer.Argument(metavar="ID", help="Of an entity, measure, series, figure, source or caveat.")
    ],
    folder: FolderOption = None,
) -> None:
    """Show all that is kept under an id; a series as a plot. Such as US, labour_force, US.labour_force."""
    from bot.knowledge_admin.id_lookup import describe_id
    from bot.knowledge_admin.library_loader import open_library

    for line in describe_id(open_library(resolve_folder(folder, must_exist=True)), identity):
        print(line)


@knowledge.command()
def stale(
    every: Annotated[bool, typer.Option("--all", help="Each figure, not a line for each measure.")] = False,
    folder: FolderOption = None,
) -> None:
    """List what is older than its measure allows."""
    from bot.knowledge_admin.figure_tables import STALE_COLUMNS, count_stale_figures, list_stale_figures
    from bot.knowledge_admin.library_loader import open_library
    from bot.terminal.console import print_table

    library = open_library(resolve_folder(folder, must_exist=True))
    rows = count_stale_figures(library, today())
    if not rows:
        print("Every series has a figure as recent as it should be.")
    elif every:
        for line in list_stale_figures(library, today()):
            print(line)
    else:
        print_table(STALE_COLUMNS, rows, right=(1, 2, 3))


@knowledge.command()
def diff(old: RevisionArgument = None, new: RevisionArgument = None, folder: FolderOption = None) -> None:
    """List what differs between two folders or revisions.

    Without them, what your own folder adds and changes; with one, from that to what the folder holds now.
    """
    from bot.knowledge_admin.figure_edit import compare_revisions
    from bot.knowledge_admin.figure_tables import DIFF_COLUMNS, diff_rows
    from bot.terminal.console import print_table

    changes = resolve_folder(folder, must_exist=old is not None)
    rows = diff_rows(compare_revisions(changes, old, new))
    if rows:
        print_table(DIFF_COLUMNS, rows, right=(1, 2, 3))
    else:
        print(f"{changes} changes nothing." if old is None else "There is no difference.")


@knowledge.command()
def schema(
    kind: Annotated[
        str, typer.Argument(help="figures, entities, measures, sources, caveats or ambiguous.")
    ] = "figures",
    write: Annotated[bool, typer.Option("--write", help="Write all of them to the folder `schema` in --dir.")] = False,
    folder: FolderOption = None,
) -> None:
    """Print the JSON Schema of a kind of file.

    With --write, all of them go to where the files name them for editors.
    """
    from knowledge.files.schema import SHAPES, schema_path, schema_text
    from knowledge.problem import did_you_mean

    if kind not in SHAPES:
        raise typer.BadParameter(f"no kind of file is called {kind!r}.{did_you_mean(kind, SHAPES)}")
    if not write:
        print(schema_text(kind), end="")
        return
    changes = resolve_folder(folder)
    (changes / "schema").mkdir(parents=True, exist_ok=True)
    for name in SHAPES:
        (changes / schema_path(name)).write_text(schema_text(name), encoding="utf-8")
    print(f"{len(SHAPES)} schemas written to {changes / 'schema'}")


_ALLOW_NEGATIVE = {"ignore_unknown_options": True}  # "-20,000" is a value
knowledge.command("add", context_settings=_ALLOW_NEGATIVE)(add_figure)
knowledge.command("set", context_settings=_ALLOW_NEGATIVE)(set_figure)
knowledge.command("import")(import_figures)
