"""`addsup knowledge`: look at the reference numbers, and keep one's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from bot.command.check import today
from bot.failure import Failure

knowledge = typer.Typer(
    help="Look at the reference numbers, and keep your own.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Folder = Annotated[
    Path | None,
    typer.Option("--dir", help="The folder of your own figures; KNOWLEDGE_DIR, or beside the database, if left out."),
]
Figure = Annotated[str, typer.Argument(metavar="ID", help="entity.measure.date, such as US.labour_force.2016")]
Value = Annotated[str, typer.Argument(help="A number, such as 36,446 or '159.2 million'.")]
Low = Annotated[str, typer.Option(help="The lower end, where the figure is uncertain.")]
High = Annotated[str, typer.Option(help="The upper end.")]
Note = Annotated[str, typer.Option(help="What a reader should know of it.")]


@knowledge.command()
def check(folder: Folder = None) -> None:
    """Check every file. Lists all mistakes with file, line and what was expected."""
    from bot.shelf import folders, open_library
    from knowledge import check as problems_in

    changes = _folder(folder)
    problems = problems_in(folders(changes), today())
    for problem in problems:
        print(problem)
    if problems:
        raise Failure(f"{len(problems)} mistake{'s' if len(problems) > 1 else ''} in the knowledge")
    library = open_library(changes)
    figures = sum(len(dates) for entities in library.tree.rows.values() for dates in entities.values())
    print(
        f"{figures:,} figures of {len(library.measures)} measures and {len(library.entities)} entities,"
        f" from {len(library.sources)} sources: all fit together (version {library.version})"
    )


@knowledge.command()
def find(
    text: Annotated[list[str], typer.Argument(help="Such as: us labour force 2016")], folder: Folder = None
) -> None:
    """Find figures by name, measure and year; typos are forgiven."""
    from bot.listing import found
    from bot.shelf import open_library

    _list(found(open_library(_folder(folder)), " ".join(text)))


@knowledge.command()
def show(
    identity: Annotated[
        str, typer.Argument(metavar="ID", help="Of an entity, measure, series, figure, source or caveat.")
    ],
    folder: Folder = None,
) -> None:
    """Show all that is kept under an id. Such as US, labour_force, US.labour_force, US.labour_force.2016."""
    from bot.listing import shown
    from bot.shelf import open_library

    _list(shown(open_library(_folder(folder)), identity))


@knowledge.command()
def stale(folder: Folder = None) -> None:
    """List the figures that are older than their measure allows."""
    from bot.listing import stale as aged
    from bot.shelf import open_library

    _list(
        aged(open_library(_folder(folder)), today()), otherwise="Every series has a figure as recent as it should be."
    )


@knowledge.command()
def add(
    identity: Figure,
    value: Value,
    source: Annotated[str, typer.Option(help="The id of its source, as in sources.yaml.")],
    low: Low = "",
    high: High = "",
    note: Note = "",
    folder: Folder = None,
) -> None:
    """Add a figure to your own folder. Refused where there is one already."""
    _put(folder, identity, {"value": value, "low": low, "high": high, "source": source, "note": note}, new=True)


@knowledge.command("set")
def change(
    identity: Figure,
    value: Value,
    source: Annotated[str, typer.Option(help="The id of its source; the one it has if left out.")] = "",
    low: Low = "",
    high: High = "",
    note: Note = "",
    folder: Folder = None,
) -> None:
    """Change a figure. The new one goes to your own folder and is laid over the old."""
    _put(folder, identity, {"value": value, "low": low, "high": high, "source": source, "note": note}, new=False)


@knowledge.command()
def diff(folder: Folder = None) -> None:
    """List what your own folder adds and changes."""
    from bot.keeping import differences

    changes = _folder(folder)
    _list(differences(changes), otherwise=f"{changes} changes nothing.")


def _put(folder: Path | None, identity: str, row: dict[str, str], *, new: bool) -> None:
    from bot.keeping import put
    from bot.listing import line_of

    changes = _folder(folder)
    figure = put(changes, identity, row, today(), new=new)
    print(line_of(figure))
    print(f"written to {changes / 'figures' / figure.measure}.yaml; the bot takes it up at /reload")


def _folder(folder: Path | None) -> Path:
    from bot.setting import KnowledgeSettings, loaded

    if folder is None:
        return loaded(KnowledgeSettings).changes_folder
    if folder.exists() and not folder.is_dir():
        raise Failure(f"{folder} is no folder")
    return folder


def _list(lines: Iterable[str], otherwise: str = "") -> None:
    count = 0
    for count, line in enumerate(lines, start=1):  # noqa: B007
        print(line)
    if not count and otherwise:
        print(otherwise)
