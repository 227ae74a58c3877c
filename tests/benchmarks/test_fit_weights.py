"""The fit of the weights: it judges as the program does, names every weight, and keeps the file's comments."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import yaml

from benchmarks import fit_weights
from benchmarks.claim_readings import gather
from benchmarks.labelled_claims import LabelledClaim, Truth, read_claims
from benchmarks.weights_file import from_named, named, rewritten, weights_path
from knowledge import Library
from reasoning.check import check_passage
from reasoning.judging.posterior import Weights, weights
from tests.claims import DAY

CLAIMS = [
    LabelledClaim(text, DAY, truth, text)
    for text, truth in (
        ("Mexico has 700 million people", Truth.FALSE),
        ("Germany has more inhabitants than Poland", Truth.TRUE),
        ("Spain has about 48 million people and Portugal 10 million", Truth.TRUE),
        ("Half of all Canadians, some 20 million, were born abroad", Truth.MIXED),
        ("my neighbour counted 212 snails", Truth.NOTHING),
    )
]


def test_the_sides_are_those_of_the_program(packaged: Library) -> None:
    yes, no = gather(CLAIMS, packaged).sides(weights())
    for at, claim in enumerate(CLAIMS):
        groups = [one.sides for one in check_passage(claim.text, packaged, DAY)]
        best = max(((one.yes, one.no) for one in groups), key=max, default=(0.0, 0.0))
        assert (yes[at], no[at]) == pytest.approx(best)
    assert np.maximum(yes, no)[:3].min() > 0.5  # else the comparison says little


def test_a_fit_names_every_weight_and_lowers_the_loss(packaged: Library) -> None:
    tables = fit_weights.fit(CLAIMS, packaged, steps=160)
    names = {line.split("|")[1].strip() for line in tables.lines if line.startswith("|")}
    assert names >= {"in use", "cross-validated", "fitted", *named(weights())}
    readings = gather(CLAIMS, packaged)
    before, after = (fit_weights.losses(*readings.sides(one), readings).mean() for one in (weights(), tables.fitted))
    assert after < before
    assert fit_weights.fit(CLAIMS, packaged, steps=160).fitted == tables.fitted


def test_the_file_is_written_with_its_comments() -> None:
    text = weights_path().read_text(encoding="utf-8")
    others = from_named({name: round(2 * value, 2) for name, value in named(weights()).items()})
    new = rewritten(text, others)
    assert Weights.model_validate(yaml.safe_load(new)) == others
    assert [line.partition("#")[2] for line in new.splitlines()] == [
        line.partition("#")[2] for line in text.splitlines()
    ]


def test_lines_are_read_by_their_labels(tmp_path: Path) -> None:
    lines = (
        {"text": "a", "verdict": "false", "expected": "can't tell"},
        {"text": "b", "verdict": True, "as_of_year": 2011},
        {"text": "c", "accept": ["plausible", "stretch"], "verdict": "true"},
        {"text": "d", "expected": "doesn't add up"},
    )
    file = tmp_path / "claims.jsonl"
    file.write_text("\n\n".join(map(json.dumps, lines)), encoding="utf-8")
    read = read_claims(file)
    assert [claim.truth for claim in read] == [Truth.NOTHING, Truth.TRUE, Truth.MIXED, Truth.FALSE]
    assert [claim.as_of.year for claim in read] == [DAY.year, 2011, DAY.year, DAY.year]


def test_a_line_without_a_label_is_told_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_text('{"text": "a"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"claims\.jsonl:1: no label none"):
        read_claims(file)
