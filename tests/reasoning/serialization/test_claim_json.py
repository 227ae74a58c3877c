"""A claim is written as JSON and loaded again as the same claim; what is no claim is refused in a sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Library
from reasoning.check import check_passage
from reasoning.explaining.decision import decide_all
from reasoning.explaining.findings import explain, explain_all, stored_of
from reasoning.redoing.evaluation import reevaluate
from reasoning.serialization.claim_json import claim_to_json
from reasoning.serialization.claim_loader import ClaimError, load_claim
from reasoning.serialization.stored_claim import StoredClaim
from tests.claims import rows
from tests.packaged import packaged_library

DAY = date(2026, 11, 24)
ROWS = [(row.text, row.as_of) for row in rows()]


def stored_claims(text: str, library: Library, day: date) -> list[StoredClaim]:
    """The decided claims of a text, as they are stored."""
    return [stored_of(checked, decided, library) for checked, decided in decide_all(check_passage(text, library, day))]


def written(text: str, library: Library) -> dict[str, Any]:
    """The JSON of the surest claim of a text, as an object."""
    found: dict[str, Any] = json.loads(claim_to_json(stored_claims(text, library, DAY)[0]))
    return found


def test_every_claim_is_loaded_as_it_was_stored_and_told_as_at_first() -> None:
    library = packaged_library()
    count = 0
    for text, day in ROWS:
        decided = decide_all(check_passage(text, library, day))
        for checked, one in decided:
            stored = stored_of(checked, one, library)
            again = load_claim(claim_to_json(stored), library, day)
            assert again == stored, text
            assert claim_to_json(again) == claim_to_json(stored), text
        for finding in explain_all(decided, text, library, day):
            assert reevaluate(finding.claim, library, day) == replace(finding, span=(0, 0)), text
            count += 1
    assert count > 100


@pytest.mark.parametrize(
    "text",
    [
        "Mexico has 700 million people.",
        "The price rose from $100 to $285, a 185% increase.",
        "5,000 people at $420,000 each is $2.1 billion.",
        "Walmart employs fewer people than Alibaba.",
        "$1,000 at 7% a year for 10 years is $1,967.",
        "25% off $80 is $60.",
    ],
)
def test_the_claim_alone_gives_the_finding_that_it_came_with(text: str, library: Library) -> None:
    (checked, decided), *_ = decide_all(check_passage(text, library, DAY))
    finding = explain(checked, decided, library, DAY)
    assert reevaluate(finding.claim, library, DAY) == replace(finding, span=(0, 0))


def test_a_number_stands_as_it_was_said_and_a_figure_by_its_id(library: Library) -> None:
    claim = written("Mexico has 700 million people.", library)
    assert claim["schema"] == 1
    assert claim["left"] == {"said": 0, "factor": "1", "value": "700000000", "type": {"person": 1}}
    assert claim["right"] == {
        "sort": "figure",
        "id": "MX.population.2024",
        "value": "130860000",
        "type": {"person": 1},
    }
    assert claim["numbers"][0]["unit"] == {"dimension": "count", "name": "people", "noun": "people"}


def test_what_is_made_of_a_number_is_spelled_out(library: Library) -> None:
    claim = written("25% off $80 is $60.", library)
    operators = json.dumps(claim["right"])
    assert '"1-"' in operators
    assert {number["value"] for number in claim["numbers"]} == {"25", "80", "60"}


def test_equal_claims_give_equal_texts(library: Library) -> None:
    one = written("Mexico has 700 million people.", library)
    other = written("there are 700 million people in mexico", library)
    assert {**one, "certainty": 0} == {**other, "certainty": 0}


def test_the_words_of_a_message_are_not_in_it(library: Library) -> None:
    (stored,) = stored_claims("12 wuzzles at 5 zorbits each make 60 zorbits, says Hubert", library, DAY)
    text = claim_to_json(stored).lower()
    assert [word for word in ("wuzzle", "zorbit", "hubert", "says") if word in text] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("left", "value"), "9**9**9"),
        (("left", "value"), 700.5),
        (("left", "value"), "1/0"),
        (("left", "value"), "9" * 500),
        (("left", "said"), 7),
        (("left", "said"), -1),
        (("left", "low"), "900000000"),
        (("right", "id"), "MX.zorblaxes.2024"),
        (("right", "id"), "__import__('os')"),
        (("right", "id"), "distance MX Atlantis"),
        (("right", "sort"), "stated"),
        (("right", "sort"), "given"),
        (("right",), {"sort": "lacking", "id": "MX.zorblaxes", "value": "0", "type": {}}),
        (("right",), {"sort": "lacking", "id": "atlantis.population", "value": "0", "type": {}}),
        (("right", "type"), {"person": 10**9}),
        (("relation",), "; drop table"),
        (("comparator",), "!="),
        (("claimed",), 12),
        (("numbers",), []),
        (("numbers", 0, "value"), "nan"),
        (("numbers", 0, "to"), "1"),
        (("numbers", 0, "unit", "factor"), "-1"),
        (("extra",), 1),
    ],
)
def test_what_is_no_claim_is_refused_in_a_sentence(
    path: tuple[str | int, ...], value: object, library: Library
) -> None:
    claim: Any = written("Mexico has 700 million people.", library)
    place = claim
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(ClaimError, match=r"\w+ \w+"):
        reevaluate(json.dumps(claim), library, DAY)


def test_a_figure_that_has_been_replaced_by_one_of_another_date_is_that_of_its_series(library: Library) -> None:
    claim = written("Mexico has 700 million people.", library)
    claim["right"]["id"] = "MX.population.2023-07"
    (line, _) = reevaluate(json.dumps(claim), library, DAY).comparisons
    assert [rest.id for rest in line.rests] == ["MX.population.2024"]


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "[" * 100_000, '{"left":' * 5000, "1" * 100_000, "\x00"])
def test_what_is_not_even_close_is_refused(text: str, library: Library) -> None:
    with pytest.raises(ClaimError):
        load_claim(text, library, DAY)


def values() -> st.SearchStrategy[Any]:
    """Whatever JSON can hold, and what looks like parts of a claim."""
    plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
    parts = st.sampled_from(["1/3", "0", "-5", "*", "/", "^", "1-", "said", "figure", "MX.population.2024", "9" * 400])
    return st.recursive(plain | parts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(parts, inner))


@cache
def grown() -> str:
    """The JSON of a claim with a power in it."""
    return claim_to_json(stored_claims("$1,000 at 7% a year for 10 years is $1,967.", packaged_library(), DAY)[0])


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_claim_with_anything_in_it_is_judged_or_refused(data: st.DataObject) -> None:
    library = packaged_library()
    claim: Any = json.loads(grown())
    place, key = claim, data.draw(st.sampled_from(sorted(claim)))
    while isinstance(place[key], dict | list) and place[key] and data.draw(st.booleans()):
        place = place[key]
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
    place[key] = data.draw(values())
    try:
        finding = reevaluate(json.dumps(claim), library, DAY)
    except ClaimError:
        return
    assert finding.kind == "claim"
