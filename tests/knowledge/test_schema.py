"""The JSON Schema for editors comes from the models that check."""

from __future__ import annotations

import json

import pytest

from knowledge.schema import SHAPES, json_schema


@pytest.mark.parametrize("kind", SHAPES)
def test_a_json_schema_of_each_kind(kind: str) -> None:
    schema = json.loads(json.dumps(json_schema(kind)))
    assert schema["title"] == f"knowledge: {kind}"
    assert schema["type"] == "object"


def test_numbers_and_flags_may_be_written_without_quotes() -> None:
    figures = json_schema("figures")
    assert {"type": "number"} in figures["$defs"]["FigureEntry"]["properties"]["value"]["anyOf"]
    assert {"type": "boolean"} in json_schema("sources")["$defs"]["SourceEntry"]["properties"]["estimate"]["anyOf"]


def test_an_unknown_kind() -> None:
    with pytest.raises(KeyError):
        json_schema("figure")
