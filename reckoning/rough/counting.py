"""Whether a number may be of a measure: by its unit, by the noun that it counts, and by whose it is said to be."""

from __future__ import annotations

from knowledge import EntityKind
from knowledge.text.inflection import singular
from quantities import Dimension, Form, Quantity
from reckoning.physical import PERCENT, fits
from reckoning.reading.case import Case
from reckoning.reading.statement import Statement
from reckoning.reading.verb import Action
from reckoning.rough.topic import Topic
from reckoning.thing import counted_thing

# People may be counted by these nouns whatever is said of them.
PEOPLE = frozenset("person people citizen resident human individual soul life american worker".split())
ANIMALS = frozenset(
    """animal bird bat bee butterfly insect cat dog cow cattle calf pig hog chicken hen turkey duck goose sheep lamb
    goat horse deer elk moose bear wolf lion tiger elephant rhino monkey turtle fish shark salmon whale dolphin seal
    snake frog rat mouse rabbit tree plant coral job business company shop farm""".split()
)
PEOPLED = frozenset({"people", "deaths", "treatments", "encounters"})
EMPLOYING = ("employ", "staff", "work", "hire")


def counts(case: Case, statement: Statement, measure: str, topic: Topic | None = None) -> bool:
    """Whether a quantity may be of a measure by its unit and by the noun that it counts."""
    quantity, unit = statement.quantity, case.measure(measure).unit
    if unit in PERCENT or quantity.form is not Form.AMOUNT:
        return unit in PERCENT and quantity.form in (Form.RATIO, Form.PERCENT)  # a bare number is no share
    if quantity.unit.name and quantity.unit.name == singular(unit):
        return True  # barrels
    noun = statement.noun
    if not noun or statement.is_money or not _fits(quantity, unit):
        return _fits(quantity, unit)
    if unit == "deaths" and (noun in ANIMALS or counted_thing(case.library, quantity) is not None):
        return False  # those are of people
    named = measure in statement.measures or noun in unit or measure in case.library.counted(noun)
    if named or (topic is not None and topic.is_in(statement.span)):
        return True
    is_people = noun in PEOPLE or statement.counting == "people"
    return is_people and unit in PEOPLED and (noun != "worker" or unit == "people")


def _fits(quantity: Quantity, unit: str) -> bool:
    if quantity.unit.dimension in (Dimension.TIME, Dimension.AGE):
        return unit == "years" and quantity.unit.name in ("year", "year old")
    return fits(quantity, unit)


def is_somebodys(case: Case, statement: Statement, entity: str) -> bool:
    """Whether it is rather of a person, "she got 74 million votes", or of an agency's work: "arrested 2 million"."""
    subject = case.entity(statement.subject).kind if statement.subject else None
    if subject is EntityKind.PERSON:
        return bool(statement.action & {Action.GIVE, Action.HAVE}) and "under" not in statement.lowers
    is_agency = case.entity(entity).kind is EntityKind.AGENCY
    return is_agency and statement.noun in PEOPLE and not any(word.startswith(EMPLOYING) for word in statement.lowers)
