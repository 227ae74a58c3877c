"""A chart as a PNG, readable on a phone in light and dark: dark ink on a card, in two colours that everybody can tell.

Drawing takes 0.1-0.3 s and holds the interpreter, so the bot has it done in another process. The same chart always
gives the same bytes.
"""

from __future__ import annotations

import textwrap
from io import BytesIO
from math import ceil, log10, sqrt
from typing import TYPE_CHECKING, Any

from i18n.number_format import format_number as amount
from reasoning.presenting.chart import Chart, Point, Shape

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, DPI = 7.2, 125  # inches and dots an inch: 900 dots wide
CARD, INK, SOFT = "#FBFAF6", "#1C1C1C", "#6B6B6B"
# Two of Okabe and Ito's colours, which the colour-blind tell apart, and which differ in lightness too.
CLAIM, STORED, PALE = "#D55E00", "#0072B2", "#C9D6DF"
HEIGHTS = {Shape.BARS: 3.7, Shape.DOTS: 3.5, Shape.LINE: 4.6, Shape.ICONS: 5.2}


def draw(chart: Chart) -> bytes:
    """The chart as a PNG, 900 dots wide."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context({"font.family": "DejaVu Sans", "text.parse_math": False}):
        figure = Figure(figsize=(WIDTH, HEIGHTS[chart.shape]), dpi=DPI, facecolor=CARD)
        axes = figure.add_axes((0.06, 0.16, 0.88, 0.60), facecolor=CARD)
        _frame(figure, chart)
        SHAPES[chart.shape](axes, chart)
        file = BytesIO()
        figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def warm() -> None:
    """Loads matplotlib and its font, so that the first picture need not wait for it."""
    draw(Chart(Shape.BARS, "", (Point("", 1, ""), Point("", 1, "")), "", ""))


def _frame(figure: Figure, chart: Chart) -> None:
    lines = textwrap.wrap(_begun(chart.title), 48, max_lines=2, placeholder=" …")
    figure.text(0.06, 0.93, "\n".join(lines), fontsize=15, color=INK, weight="bold", va="top", linespacing=1.25)
    figure.text(0.94, 0.04, _printable(chart.footer), fontsize=10, color=SOFT, ha="right", va="bottom")
    figure.text(0.06, 0.04, "addsup", fontsize=10, color=SOFT, va="bottom")


def _begun(text: str) -> str:
    """As a line begins: with a capital."""
    text = _printable(text)
    return text[:1].upper() + text[1:]


def _bars(axes: Axes, chart: Chart) -> None:
    longest = max(point.value for point in chart.points)
    for row, point in enumerate(chart.points):
        axes.barh(-row, point.value / longest, height=0.46, color=_colour(point))
        _label(axes, -row + 0.27, point)
    axes.set(xlim=(0, 1), ylim=(-len(chart.points) + 0.7, 0.75))
    axes.axis("off")


def _label(axes: Axes, height: float, point: Point) -> None:
    axes.text(0, height, _begun(point.label), fontsize=12, color=INK, va="bottom", path_effects=_outline(5))
    axes.text(
        1, height, _printable(point.shown), fontsize=13, color=_colour(point), va="bottom", ha="right", weight="bold"
    )


def _dots(axes: Axes, chart: Chart) -> None:
    places = [log10(point.value) for point in chart.points]
    low, high = min(places) - 0.4, max(places) + 0.4
    for row, (point, place) in enumerate(zip(chart.points, places, strict=True)):
        axes.plot([0, 1], [-row, -row], color=PALE, linewidth=1.5, zorder=1)
        axes.scatter([(place - low) / (high - low)], [-row], s=170, color=_colour(point), zorder=2)
        _label(axes, -row + 0.16, point)
    foot = -len(chart.points) + 0.45
    for power, words in chart.ticks:
        if low <= power <= high:
            at = (power - low) / (high - low)
            axes.plot([at, at], [foot, 0.12], color=PALE, linewidth=1, linestyle=(0, (2, 3)), zorder=0)
            axes.text(at, foot - 0.07, _printable(words), fontsize=10, color=SOFT, ha="center", va="top")
    axes.set(xlim=(0, 1), ylim=(-len(chart.points) + 0.15, 0.7))
    axes.axis("off")


def _line(axes: Axes, chart: Chart) -> None:
    *series, claim = chart.points
    axes.plot([p.at for p in series], [p.value for p in series], color=STORED, linewidth=2.6, solid_capstyle="round")
    axes.scatter([series[-1].at], [series[-1].value], s=45, color=STORED, zorder=3)
    axes.scatter([claim.at], [claim.value], s=150, color=CLAIM, marker="D", zorder=4)
    values = [p.value for p in chart.points]
    low, high = min(0.0, *values), max(values) * 1.25
    axes.set(ylim=(low - 0.04 * (high - low), high), xlim=_span([p.at for p in chart.points]))
    _note(axes, claim, CLAIM, above=claim.value >= series[-1].value)
    _note(axes, series[-1], STORED, above=claim.value < series[-1].value)
    _scales(axes)


def _outline(width: float) -> Any:
    """Keeps a text readable where it crosses a line."""
    from matplotlib.patheffects import withStroke

    return [withStroke(linewidth=width, foreground=CARD)]


def _span(years: list[float]) -> tuple[float, float]:
    room = max(1.0, (max(years) - min(years)) * 0.04)
    return min(years) - room, max(years) + room


def _note(axes: Axes, point: Point, colour: str, *, above: bool) -> None:
    """The number beside its mark; that of the claim and of the line stand away from each other."""
    text = _printable(f"{point.label}: {point.shown}")
    first, last = axes.get_xlim()
    side = "right" if point.at > (first + last) / 2 else "left"
    place = (8 if side == "right" else -8, 13 if above else -13)
    axes.annotate(
        text,
        (point.at, point.value),
        place,
        textcoords="offset points",
        ha=side,
        va="bottom" if above else "top",
        fontsize=12.5,
        color=colour,
        weight="bold",
        path_effects=_outline(9),
    )


def _scales(axes: Axes) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.spines["bottom"].set_color(SOFT)
    axes.grid(axis="y", color=PALE, linewidth=0.8)
    axes.tick_params(colors=SOFT, labelsize=11, length=0)
    axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.yaxis.set_major_locator(MaxNLocator(4))
    axes.yaxis.set_major_formatter(FuncFormatter(_tick))
    axes.tick_params(axis="y", pad=-4)  # within the picture, on the lines
    for label in axes.get_yticklabels():
        label.set(ha="left", va="bottom")


def _tick(value: float, _: Any) -> str:
    from fractions import Fraction

    return amount(Fraction(value).limit_denominator(10**6), 3)


def _icons(axes: Axes, chart: Chart) -> None:
    from matplotlib.collections import PathCollection
    from matplotlib.transforms import Affine2D

    point = chart.points[0]
    several = max(2, round(point.value))
    columns = ceil(sqrt(several * 2.2))
    rows = ceil(several / columns)
    places = [((at % columns) + 0.5, -(at // columns) - 0.5) for at in range(several)]
    axes.set(xlim=(0, columns), ylim=(-rows, 0))
    size = min(0.88 * WIDTH * DPI / columns / 1.15, 0.60 * HEIGHTS[Shape.ICONS] * DPI / rows / 2.1)
    people = PathCollection(
        [_person()],
        offsets=places,
        facecolors=[CLAIM] + [PALE] * (several - 1),
        linewidths=0,
        offset_transform=axes.transData,
    )
    people.set_transform(Affine2D().scale(size))
    axes.add_collection(people)
    axes.axis("off")
    axes.text(0, 1.02, point.shown, fontsize=20, color=CLAIM, weight="bold", transform=axes.transAxes, va="bottom")
    axes.text(
        1,
        1.02,
        "\n".join(textwrap.wrap(_begun(point.label), 44)[:2]),
        fontsize=12,
        color=INK,
        transform=axes.transAxes,
        va="bottom",
        ha="right",
    )


def _person() -> Any:
    """A head and a body, two units high and one wide, its middle at the origin."""
    from matplotlib.path import Path

    head = Path.circle((0, 0.68), 0.26)
    across = (-0.42, -0.42, -0.42, -0.12, 0.12, 0.42, 0.42, 0.42, -0.42)
    up = (-0.95, 0.05, 0.36, 0.36, 0.36, 0.36, 0.05, -0.95, -0.95)
    rounded = [Path.LINETO, Path.CURVE3, Path.CURVE3]
    body = Path([*zip(across, up, strict=True)], [Path.MOVETO, *rounded, *rounded, Path.LINETO, Path.CLOSEPOLY])
    return Path.make_compound_path(head, body)


def _colour(point: Point) -> str:
    return CLAIM if point.is_claim else STORED


def _printable(text: str) -> str:
    """Without the signs that the font lacks, which would be drawn as empty boxes."""
    from matplotlib import font_manager
    from matplotlib.ft2font import FT2Font

    known = FT2Font(font_manager.findfont("DejaVu Sans")).get_charmap()
    return "".join(sign for sign in text if ord(sign) in known)


SHAPES = {Shape.BARS: _bars, Shape.DOTS: _dots, Shape.LINE: _line, Shape.ICONS: _icons}
