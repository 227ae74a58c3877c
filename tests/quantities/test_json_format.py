"""A quantity as a JSON object."""

from __future__ import annotations

from quantities import read, to_json


def test_all_fields_of_a_quantity() -> None:
    (quantity,) = read("It needs more than 3.350 euros a day").quantities
    assert to_json(quantity) == {
        "value": 3350,
        "unit": "euro per day",
        "change": ">",
        "bound": "more than",
        "period": {"kind": "per", "count": 1, "unit": "day", "span": [31, 36]},
        "alternatives": [{"value": 3.35, "unit": "euro per day"}],
        "span": [9, 36],
    }
