"""The size of a number: what it is of the wholes of a place, for numbers that no figure settles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from i18n.language import say
from i18n.number_format import format_exact, format_in_english, format_money
from knowledge import Figure, Library
from knowledge.per_library import once_per_library
from quantities import Dimension, Form, Interval, PeriodKind, Quantity
from reasoning.data.tables import defaults, root
from reasoning.grounding.context import figure_on
from reasoning.model.answer import Comparison, Vote
from reasoning.reading.language import words
from reasoning.reading.passage import Sentence
from reasoning.wording.entity_names import spoken
from reasoning.wording.numbers import measured, share_of
from reasoning.wording.references import figure_name, origin_of, reference_to

SCALE = "scale"  # the kind of these lines
MOST_WHOLES = 2
LEAST_MONEY, LEAST_COUNT = Fraction(10**7), Fraction(10**4)  # what can be seen beside a whole country's


def place_meant(sentence: Sentence, quantity: Quantity, library: Library) -> str | None:
    """The place whose wholes show the size of a number: the first named, else the one whose money it is."""
    currency = quantity.unit.currency
    return place_named(sentence, library) or (_homes(library).get(currency) if currency else None)


def place_named(sentence: Sentence, library: Library) -> str | None:
    """The first place that a sentence names: who has people; None where it names none."""
    people = defaults().wholes["person"]
    named = (ident for name in sentence.names for ident in name.ids[:1] if library.has_figures(ident, people))
    return next(named, None)


@once_per_library
def _homes(library: Library) -> dict[str, str]:
    """Currency -> whose money it is: the one with the most people, as others use it too."""
    people = defaults().wholes["person"]
    known = ((library.series(holder, people), holder) for holder in library.holders(people))
    sized = [(series[-1].value, holder) for series, holder in known if series]
    return {library.entities[holder].currency or "": holder for _, holder in sorted(sized)}


def is_sizable(quantity: Quantity) -> bool:
    """Whether a number is large enough, and of a kind, to be seen beside a whole country's: money, or a count."""
    period = quantity.period
    if quantity.form is not Form.AMOUNT or quantity.unit.per is not None:
        return False
    if period is not None and period.kind is PeriodKind.PER and period.unit != "year":
        return False
    if quantity.unit.currency:
        return quantity.value >= LEAST_MONEY
    return quantity.unit.dimension is Dimension.COUNT and quantity.value >= LEAST_COUNT


def size_lines(quantity: Quantity, place: str, library: Library, day: date) -> tuple[Comparison, ...]:
    """The number as a share of what there is in a place, at most two; money also for each who lives there."""
    currency = quantity.unit.currency
    figures = list(_money(currency, place, library, day) if currency else _counts(quantity, place, library, day))
    wholes = tuple(_share(quantity, one, library) for one in figures[:MOST_WHOLES])
    return (*wholes, *_each(quantity, place, library, day)) if currency else wholes


def _money(currency: str, place: str, library: Library, day: date) -> Iterator[Figure]:
    for measure in defaults().money_scales.split():
        if measure in library.measures and library.measures[measure].unit == currency:
            figure = figure_on(library, place, measure, day)
            if figure is not None and figure.low > 0:
                yield figure


def _counts(quantity: Quantity, place: str, library: Library, day: date) -> Iterator[Figure]:
    """The usual one of the measures that are counted in a noun, and all people or households."""
    noun = quantity.unit.noun or ""
    counted = () if noun in words().people else library.counted(noun)
    scales = [one for one in defaults().count_scales.split() if one in counted]
    usual = next((one for one in (*scales, *counted) if figure_on(library, place, one, day) is not None), None)
    for measure in dict.fromkeys((usual, defaults().wholes.get(root(noun)))):
        figure = figure_on(library, place, measure, day) if measure is not None else None
        if figure is not None and figure.low > 0:
            yield figure


def _share(quantity: Quantity, figure: Figure, library: Library) -> Comparison:
    """The line of a number as a share of a figure."""
    what = figure_name(figure.measure, figure.entity, library)
    share, rest = quantity.stated / Interval(figure.low, figure.high), reference_to(figure, library)
    text = say(
        "{share} ({number}, {origin})",
        share=share_of(share, say("the {what}", what=what)),
        number=measured(figure.value, figure.unit, 3),
        origin=origin_of(rest),
    )
    ratio = quantity.value / figure.value
    worked = f"{format_exact(quantity.value)} / {format_exact(figure.value)} = {format_in_english(ratio, 4)}"
    return Comparison(text, worked, share, "", Vote.SCALE, None, (rest,), SCALE, value=ratio)


def _each(quantity: Quantity, place: str, library: Library, day: date) -> Iterator[Comparison]:
    """The line of money shared out among all who live in a place."""
    currency = quantity.unit.currency or ""
    heads = figure_on(library, place, defaults().wholes["person"], day)
    if heads is None or heads.low <= 0:
        return
    each, rest = quantity.value / heads.value, reference_to(heads, library)
    text = say(
        "{money} for each of the {heads} of {place} ({origin})",
        money=format_money(each, currency),
        heads=measured(heads.value, heads.unit, 3),
        place=spoken(library.entities[place]),
        origin=origin_of(rest),
    )
    worked = f"{format_exact(quantity.value)} / {format_exact(heads.value)} = {format_exact(each)} {currency}"
    result = quantity.stated / Interval(heads.low, heads.high)
    yield Comparison(text, worked, result, currency, Vote.SCALE, None, (rest,), SCALE, value=each)
