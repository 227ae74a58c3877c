"""The JSON Schema for editors comes from the models that check."""

from __future__ import annotations

import json

import pytest

from knowledge import packaged_folder
from knowledge.files.folder import list_files
from knowledge.files.schema import SHAPES, json_schema, schema_comment, schema_path, schema_text


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


@pytest.mark.parametrize("kind", SHAPES)
def test_the_schema_on_the_disk_is_the_one_of_the_models(kind: str) -> None:
    written = (packaged_folder() / schema_path(kind)).read_text(encoding="utf-8")
    assert written == schema_text(kind), "run: addsup knowledge schema --write --dir knowledge/data"


def test_every_packaged_file_names_its_schema_for_editors() -> None:
    found, problems = list_files(packaged_folder())
    assert not problems
    assert len(found) > 100
    first = {leaf.file: leaf.content.partition(b"\n")[0].decode() for leaf in found}
    assert first == {leaf.file: schema_comment(leaf.file, leaf.kind) for leaf in found}
