"""`addsup knowledge add`, `set` and `import`: change figures one by one or from a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli.options import FolderOption, resolve_folder, today

FigureIdArgument = Annotated[
    str, typer.Argument(metavar="ID", help="entity.measure.date, such as US.labour_force.2016")
]
ValueArgument = Annotated[str, typer.Argument(help="A number, such as 36,446 or '159.2 million'.")]
LowOption = Annotated[str, typer.Option(help="The lower end, where the figure is uncertain.")]
HighOption = Annotated[str, typer.Option(help="The upper end.")]
NoteOption = Annotated[str, typer.Option(help="What a reader should know of it.")]
SourceOption = Annotated[str, typer.Option(help="The id of its source, as in sources.yaml.")]


def add_figure(
    identity: FigureIdArgument,
    value: ValueArgument,
    source: SourceOption,
    low: LowOption = "",
    high: HighOption = "",
    note: NoteOption = "",
    folder: FolderOption = None,
) -> None:
    """Add a figure to your own folder. Refused where there is one already."""
    row = {"value": value, "low": low, "high": high, "source": source, "note": note}
    _write_figure(folder, identity, row, new=True)


def set_figure(
    identity: FigureIdArgument,
    value: ValueArgument,
    source: Annotated[str, typer.Option(help="The id of its source; the one it has if left out.")] = "",
    low: LowOption = "",
    high: HighOption = "",
    note: NoteOption = "",
    folder: FolderOption = None,
) -> None:
    """Change a figure. The new one goes to your own folder and is laid over the old."""
    row = {"value": value, "low": low, "high": high, "source": source, "note": note}
    _write_figure(folder, identity, row, new=False)


def import_figures(  # noqa: PLR0917 - typer passes options by name
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="A table: a row for each figure, or years across.")],
    measure: Annotated[str, typer.Option(help="The id of the measure that the figures are of.")],
    source: SourceOption,
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
    note: NoteOption = "",
    skip_unknown: Annotated[bool, typer.Option("--skip-unknown", help="Leave out names that nobody has.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    folder: FolderOption = None,
) -> None:
    """Take in a CSV table. Shows what is new, changed and suspicious, and asks before anything is written."""
    from bot.knowledge_admin.csv_import import ImportFlags, import_table
    from knowledge.tables.columns import ColumnSelection
    from knowledge.tables.table_import import ImportOptions
    from knowledge.text.inflection import singular

    options = ImportOptions(measure, source, singular(scale or ""), note, decimal or "")
    columns = ColumnSelection(entity_column, year_column, value_column, entity, year)
    import_table(file, options, columns, resolve_folder(folder), today(), ImportFlags(unit, skip_unknown, yes))


def _write_figure(folder: Path | None, identity: str, row: dict[str, str], *, new: bool) -> None:
    from bot.knowledge_admin.figure_edit import write_figure
    from bot.knowledge_admin.figure_tables import format_figure

    changes = resolve_folder(folder)
    figure, written = write_figure(changes, identity, row, today(), new=new)
    print(format_figure(figure))
    print(f"written to {written}; the bot takes it up by itself, or at /reload")
