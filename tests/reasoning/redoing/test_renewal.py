"""An answer is given again by other figures, from its claims alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from i18n.language import use_language
from knowledge import Library, load
from reasoning import Verdict, answer, redo
from reasoning.model.answer import Answer
from reasoning.redoing.renewal import renew, tell_again, without_texts
from tests.reasoning.test_examples import EXAMPLES

TODAY = date(2026, 11, 24)
FROZEN = Path(__file__).parents[2] / "frozen"
LESS = "measure: population\nsource: {source}\nfigures:\n  MX:\n    {dated}: 65 million\n"


@pytest.fixture(scope="module")
def before() -> Library:
    return load(FROZEN)


@pytest.fixture(scope="module")
def after(before: Library, tmp_path_factory: pytest.TempPathFactory) -> Library:
    last = before.series("MX", "population")[-1]
    folder = tmp_path_factory.mktemp("own")
    (folder / "figures").mkdir()
    (folder / "figures" / "population.yaml").write_text(LESS.format(source=last.source.id, dated=f'"{last.dated}"'))
    return load(FROZEN, folder)


def verdicts(one: Answer) -> list[str]:
    return [finding.verdict.value for finding in one.findings]


def test_a_verdict_follows_the_figure(before: Library, after: Library) -> None:
    old = answer("Mexico has 130 million people.", before, TODAY)
    new = renew(old, after)
    assert (verdicts(old), verdicts(new)) == (["adds_up"], ["doesnt_add_up"])
    assert new.findings[0].reading == old.findings[0].reading
    assert new.library_version == after.version


def test_and_back(before: Library, after: Library) -> None:
    old = answer("Mexico has 130 million people.", before, TODAY)
    assert verdicts(renew(renew(old, after), before)) == ["adds_up"]


def test_the_same_figures_change_nothing(before: Library) -> None:
    old = answer("Mexico has 700 million people. The US has 340 million people.", before, TODAY)
    assert renew(old, before) == old


OF_THEIR_OWN = (  # plans beside figures that the text gives itself
    "Alibaba employs 30,000 people. It will create 1 million US jobs in 5 years.",
    "Alibaba has fewer than 40,000 staff and will create 300,000 jobs in Germany.",
    "Alibaba will create 1 million US jobs. Alibaba has about 30,000 staff, and the US labour force is 150 million.",
    "Walmart employs 2 million people. Alibaba, with 30,000 staff, will hire 3 million people in the US.",
    "SoftBank, which has 63,000 employees, will invest $50 billion and create 50,000 jobs.",
    "Tesla will invest $10 billion in a plant with 20,000 jobs. Half of that sum had been pledged before.",
)


@pytest.mark.parametrize("locale", ["en", "es"])
def test_what_is_stored_is_told_as_at_first(locale: str, before: Library) -> None:
    rows = [(row["text"], row.get("as_of", TODAY)) for some in EXAMPLES.values() for row in some]
    told = 0
    for text, day in [*rows, *((one, TODAY) for one in OF_THEIR_OWN)]:
        first = answer(text, before, day, locale=locale)
        with use_language(locale):
            again = tell_again(Answer.load(without_texts(first).dump()), before)
        assert again == first, text
        told += len(first.findings)
    assert told > 100


@pytest.mark.parametrize("text", OF_THEIR_OWN[:3:2])
def test_the_figure_that_the_text_gives_itself_decides_again(text: str, before: Library) -> None:
    (line, *_), *_ = (finding.comparisons for finding in renew(answer(text, before, TODAY), before).findings)
    assert "the message's own figure" in line.text
    assert line.points_to in (Verdict.STRETCH, Verdict.DOESNT_ADD_UP)


def test_a_figure_of_the_person_goes_before_that_of_the_text(before: Library) -> None:
    changed = redo(answer(OF_THEIR_OWN[0], before, TODAY), ("Alibaba has 900,000 staff",), before)
    assert changed.verdict is Verdict.PLAUSIBLE
    assert "your figure" in changed.findings[0].comparisons[0].text


def test_what_has_no_claim_stays(before: Library, after: Library) -> None:
    old = answer("17 * 23", before, TODAY)
    assert renew(old, after).findings == old.findings


def test_what_the_other_library_does_not_have_stays(before: Library) -> None:
    old = answer("Mexico has 130 million people.", before, TODAY)
    gone = replace(old, findings=(replace(old.findings[0], claim=old.findings[0].claim.replace("MX", "ZZ")),))
    assert renew(gone, before).findings == gone.findings
