"""`addsup knowledge add`, `set` and `import`: figures of one's own, one by one or from a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli.check import today
from bot.cli.folder_option import Folder, folder_of

Figure = Annotated[str, typer.Argument(metavar="ID", help="entity.measure.date, such as US.labour_force.2016")]
Value = Annotated[str, typer.Argument(help="A number, such as 36,446 or '159.2 million'.")]
Low = Annotated[str, typer.Option(help="The lower end, where the figure is uncertain.")]
High = Annotated[str, typer.Option(help="The upper end.")]
Note = Annotated[str, typer.Option(help="What a reader should know of it.")]
Source = Annotated[str, typer.Option(help="The id of its source, as in sources.yaml.")]


def add(
    identity: Figure,
    value: Value,
    source: Source,
    low: Low = "",
    high: High = "",
    note: Note = "",
    folder: Folder = None,
) -> None:
    """Add a figure to your own folder. Refused where there is one already."""
    _put(folder, identity, {"value": value, "low": low, "high": high, "source": source, "note": note}, new=True)


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


def take_in(  # noqa: PLR0917 - typer passes options by name
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="A table: a row for each figure, or years across.")],
    measure: Annotated[str, typer.Option(help="The id of the measure that the figures are of.")],
    source: Source,
    entity: Annotated[str, typer.Option(help="The id of the one that the whole table is of.")] = "",
    year: Annotated[str, typer.Option(help="The date of the whole table.")] = "",
    entity_column: Annotated[str, typer.Option(help="The column that says who; usual names are known.")] = "",
    year_column: Annotated[str, typer.Option(help="The column of dates; usual names and years across are known.")] = "",
    value_column: Annotated[str, typer.Option(help="The column of values.")] = "",
    scale: Annotated[
        Literal["thousand", "thousands", "million", "millions", "billion", "billions"] | None,
        typer.Option(help="What every number is in."),
    ] = None,
    unit: Annotated[str, typer.Option(help="The unit of the table: refused unless it is the measure's.")] = "",
    decimal: Annotated[Literal[".", ","] | None, typer.Option(help="The sign before decimals, if unclear.")] = None,
    note: Note = "",
    skip_unknown: Annotated[bool, typer.Option("--skip-unknown", help="Leave out names that nobody has.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    folder: Folder = None,
) -> None:
    """Take in a CSV table. Shows what is new, changed and suspicious, and asks before anything is written."""
    from bot.knowledge_admin.csv_import import ImportFlags, import_table
    from knowledge.tables.columns import ColumnSelection
    from knowledge.tables.table_import import ImportOptions
    from knowledge.text.inflection import singular

    plan = ImportOptions(measure, source, singular(scale or ""), note, decimal or "")
    choice = ColumnSelection(entity_column, year_column, value_column, entity, year)
    import_table(file, plan, choice, folder_of(folder), today(), ImportFlags(unit, skip_unknown, yes))


def _put(folder: Path | None, identity: str, row: dict[str, str], *, new: bool) -> None:
    from bot.knowledge_admin.figure_edit import put
    from bot.knowledge_admin.figure_tables import line_of

    changes = folder_of(folder)
    figure, written = put(changes, identity, row, today(), new=new)
    print(line_of(figure))
    print(f"written to {written}; the bot takes it up by itself, or at /reload")
