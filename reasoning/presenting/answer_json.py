"""An Answer as the JSON object that `addsup check --json` writes."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from reasoning.model.answer import Answer, Comparison, Finding, Obstacle, Reference, Verdict
from reasoning.presenting.reply import plain


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """The object without its "id": verdict, reply, claims, missing. Numbers are floats; missing ends are None."""
    return {
        "verdict": answer.verdict.value,
        "status": status(answer),
        "reply": plain(answer),
        "claims": [_claim(finding) for finding in answer.findings] or _open_claim(answer.readings),
        "missing": list(dict.fromkeys(m for finding in answer.findings for m in finding.missing)),
        "changes": list(answer.changes),
        "as_of": answer.as_of.isoformat(),
        "knowledge": answer.library_version,
    }


def status(answer: Answer) -> str:
    """What became of a text: checked, looked_up, missing_figure, not_understood or nothing_to_check."""
    if not answer.findings:
        return "nothing_to_check" if answer.left_open in (None, Obstacle.NO_NUMBER) else "not_understood"
    if all(finding.kind in ("look_up", "calculation", "scale") for finding in answer.findings):
        return "looked_up"
    if answer.verdict is not Verdict.CANT_TELL:
        return "checked"
    return "missing_figure" if any(finding.missing for finding in answer.findings) else "not_understood"


def _open_claim(readings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """The claim that can be read in these ways: it is not decided, but each reading has a verdict if it is meant."""
    claims = [_claim(one) | {"verdict": Verdict.CANT_TELL.value, "if_meant": one.verdict.value} for one in readings]
    return [claims[0] | {"other_reading": other} for other in claims[1:2]] or claims


def _claim(finding: Finding) -> dict[str, Any]:
    claim: dict[str, Any] = {
        "kind": finding.kind,
        "reading": finding.reading,
        "verdict": finding.verdict.value,
        "headline": finding.headline,
        "comparisons": [_comparison(comparison) for comparison in finding.comparisons],
        "flip": finding.flip,
        "fits": finding.fits,
        "caveats": list(finding.caveats),
    }
    if finding.claim:
        claim["claim"] = json.loads(finding.claim)
    return claim


def _comparison(comparison: Comparison) -> dict[str, Any]:
    result = comparison.result
    return {
        "text": comparison.text,
        "expression": comparison.expression,
        "value": _float(result.middle if comparison.value is None else comparison.value),
        "low": _float(result.low),
        "high": _float(result.high),
        "unit": comparison.unit,
        "references": [_reference(rest) for rest in comparison.rests],
    }


def _reference(rest: Reference) -> dict[str, Any]:
    return {
        "id": rest.id,
        "value": _float(rest.value),
        "low": _float(rest.low),
        "high": _float(rest.high),
        "unit": rest.unit,
        "as_of": rest.as_of,
        "source": rest.producer,
        "address": rest.address,
        "estimate": rest.estimate,
    }


def _float(number: Fraction | None) -> float | int | None:
    if number is None:
        return None
    return int(number) if number.denominator == 1 and abs(number) < 2**53 else float(number)
