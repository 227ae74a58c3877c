"""Things, averages and formulas: what an owner may write, and what is said of a mistake."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from knowledge import KnowledgeError, load, packaged_folder
from knowledge.model.measured_range import MeasuredRangeError, parse_measured_range
from knowledge.model.units import unit
from reckoning import Verdict, answer


@pytest.mark.parametrize(
    ("text", "low", "high", "powers"),
    [
        ("42.7 mm", "0.0427", "0.0427", "m"),
        ("1 to 3 USD", "1", "3", "money"),
        ("80 to 120 thousand", "80000", "120000", "a number"),
        ("28 to 40 trillion", "28e12", "40e12", "a number"),
        ("2 to 4 a day", "2/86400", "4/86400", "s^-1"),
        ("1.3e18 m3", "1300000000000000000", "1300000000000000000", "m^3"),
        ("5 to 6 km/h", "25/18", "5/3", "m s^-1"),
        ("700 to 1300 kg/m3", "700", "1300", "kg m^-3"),
        ("150 to 450 litre a year", "0.15/31557600", "0.45/31557600", "m^3 s^-1"),
        ("9 to 12 light year", "85146574725427200", "113528766967236", "m"),
    ],
)
def test_an_extent_is_a_range_with_its_unit(text: str, low: str, high: str, powers: str) -> None:
    extent = parse_measured_range(text)
    assert str(extent.powers) == powers
    if "light" not in text:
        assert (extent.interval.low, extent.interval.high) == (_number(low), _number(high))


def _number(text: str) -> Fraction:
    above, _, below = text.partition("/")
    return Fraction(above) / Fraction(below or 1)


@pytest.mark.parametrize("text", ["", "many", "5 to", "3 to 1 kg", "about 5 kg", "5..6", "1 to 2 to 3"])
def test_what_is_no_extent_says_so(text: str) -> None:
    with pytest.raises(MeasuredRangeError):
        parse_measured_range(text)


def test_a_unit_of_several_is_the_product_of_its_parts() -> None:
    factor, powers = unit("USD/acre")
    assert (factor, str(powers)) == (Fraction(10**7, 40468564224), "m^-2 money")


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("things/own.yaml", "gnome: {called: [garden gnome], has: {mass: 3 to 5 m}}", "measured in m, not kg"),
        ("things/own.yaml", "gnome: {called: [garden gnome], has: {mass: heavy}}", "is not a number with its unit"),
        ("things/own.yaml", "gnome: {calls: [garden gnome]}", "unknown key 'calls'"),
        ("averages/own.yaml", "gnomes: {each: {US: 0.1}}", "has neither does nor what"),
        ("averages/own.yaml", "gnomes: {what: [gnome], each: {XX: 0.1}}", "unknown entity 'XX'"),
        ("averages/own.yaml", "gnomes: {what: [gnome], item: troll, each: {US: 0.1}}", "unknown thing 'troll'"),
        ("averages/own.yaml", "gnomes: {what: [gnome], each: {US: 1 kg, GB: 2 m}}", "differently from place to place"),
        ("formulas.yaml", "own: {estimates: mass, needs: {a: people}, expression: a * b}", "'b' is not in needs"),
        (
            "formulas.yaml",
            "own: {estimates: mass, needs: {a: people, b: people}, expression: a}",
            "not in the expression",
        ),
        ("formulas.yaml", "own: {estimates: mass, needs: {a: people}, expression: a +}", "can't be read"),
        ("formulas.yaml", "own: {estimates: colour, needs: {a: people}, expression: a}", "expected any"),
        ("formulas.yaml", "own: {estimates: mass, needs: {a: gnu.mass}, expression: a}", "of nothing known"),
        ("formulas.yaml", "own: {estimates: mass, needs: {a: given tons}, expression: a}", "expected given and one of"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, file: str, text: str, said: str) -> None:
    write(tmp_path, file, text + "\n")
    with pytest.raises(KnowledgeError) as error:
        load(packaged_folder(), tmp_path)
    assert said in str(error.value)
    assert f"{file}:1" in str(error.value)


def test_an_owner_adds_a_thing_and_a_formula_without_code(tmp_path: Path) -> None:
    write(tmp_path, "things/own.yaml", "gnome: {called: [garden gnome], has: {mass: 3 to 5 kg, height: 25 to 40 cm}}\n")
    write(
        tmp_path,
        "formulas.yaml",
        "gnome-army: {estimates: count of item, words: [[guard]], roles: {item: counted, target: [guard]},"
        " needs: {room: target.height, each: item.height}, expression: room / each}\n",
    )
    library = load(packaged_folder(), tmp_path)
    for text, verdict in [
        ("Garden gnomes: 2,000 garden gnomes weigh 8 tons.", Verdict.CANT_TELL),
        ("2,000 garden gnomes weigh 8 metric tons.", Verdict.PLAUSIBLE),
        ("2,000 garden gnomes weigh 800 metric tons.", Verdict.DOESNT_ADD_UP),
        ("1,000 garden gnomes guard the Eiffel Tower.", Verdict.PLAUSIBLE),
    ]:
        assert answer(text, library, date(2026, 11, 24)).verdict is verdict, text
