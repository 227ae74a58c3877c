"""Units that two peoples take differently: an imperial pint, a long ton, a gigabyte of 1,024 megabytes."""

from __future__ import annotations

from fractions import Fraction

from quantities import Dimension
from quantities.model.quantity import Unit

# The imperial gallon is 4.54609 litres, and the long ton 2,240 pounds of 0.45359237 kg, both by definition.
GALLON = Fraction(454609, 10**8)
POUND = Fraction(45359237, 10**8)
PREFIXES = ("kilo", "mega", "giga", "tera", "peta")
BINARY = ("kibi", "mebi", "gibi", "tebi", "pebi")


def _volume(name: str, gallons: Fraction) -> Unit:
    return Unit(f"imperial {name}", Dimension.VOLUME, GALLON * gallons)


OTHERS: dict[str, tuple[Unit, ...]] = {
    "gallon": (_volume("gallon", Fraction(1)),),
    "quart": (_volume("quart", Fraction(1, 4)),),
    "pint": (_volume("pint", Fraction(1, 8)),),
    "fluid ounce": (_volume("fluid ounce", Fraction(1, 160)),),
    "ton": (
        Unit("metric ton", Dimension.MASS, Fraction(1000)),
        Unit("long ton", Dimension.MASS, POUND * 2240),
    ),
    **{
        f"{plain}byte": (Unit(f"{binary}byte", Dimension.DATA, Fraction(1024 ** (n + 1))),)
        for n, (plain, binary) in enumerate(zip(PREFIXES, BINARY, strict=True))
    },
}


def namesakes(first: Unit, second: Unit) -> list[tuple[Unit, Unit]]:
    """The other pairs that two units may stand for, both turned first: "1 TB is 1,024 GB" counts both in 1,024s."""
    ones, others = OTHERS.get(first.name, ()), OTHERS.get(second.name, ())
    both = [(one, other) for one in ones for other in others]
    return [*both, *((one, second) for one in ones), *((first, other) for other in others)]
