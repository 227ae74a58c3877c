"""The command line: what it prints, where, and the status it ends with; a process where that is what matters."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.bot.conftest import Run

CLAIM = "Mexico has 700 million people"


def test_a_claim_is_answered_in_words(addsup_process: Run) -> None:
    done = addsup_process("check", CLAIM)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Doesn't add up" in done.stdout
    assert "Mexico" in done.stdout
    assert "<b>" not in done.stdout


@pytest.mark.parametrize("line", [["check", CLAIM], ["check", *CLAIM.split()], ["check"], ["check", "-"]])
def test_words_or_standard_input_give_the_same(line: list[str], addsup: Run) -> None:
    assert addsup(*line, said=CLAIM).stdout == addsup("check", CLAIM).stdout


def test_a_file_gives_the_same(addsup: Run, tmp_path: Path) -> None:
    (tmp_path / "claim.txt").write_text(CLAIM, encoding="utf-8")
    assert addsup("check", "--file", "claim.txt").stdout == addsup("check", CLAIM).stdout


def test_json_keeps_the_contract(addsup: Run) -> None:
    answer = json.loads(addsup("check", "--json", "--as-of", "2017-01-09", CLAIM).stdout)
    assert answer.keys() == {"verdict", "status", "reply", "claims", "missing", "changes", "as_of", "knowledge"}
    assert answer["verdict"] == "doesnt_add_up"
    (claim,) = answer["claims"]
    assert claim.keys() == set("kind reading verdict headline comparisons flip fits caveats claim".split())
    comparison = claim["comparisons"][0]
    assert comparison.keys() == {"text", "expression", "value", "low", "high", "unit", "references"}
    (reference,) = comparison["references"]
    assert reference.keys() == set("id value low high unit as_of source address estimate".split())
    assert (reference["id"], reference["as_of"]) == ("MX.population.2016", "2016")


def test_json_lines_come_back_in_order(addsup: Run) -> None:
    asked = [{"id": 1, "text": CLAIM}, {"id": "b", "text": "hello"}, {"id": None, "text": CLAIM, "as_of": "2017-01-09"}]
    done = addsup("check", "--jsonl", said="\n".join(map(json.dumps, asked)) + "\nnonsense\n")
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one.get("id", "none") for one in said] == [1, "b", None, "none"]
    assert [one.get("verdict") for one in said] == ["doesnt_add_up", "cant_tell", "doesnt_add_up", None]
    assert "error" in said[3]
    assert done.returncode == 0


def test_the_quantities_of_a_text_are_marked(addsup: Run) -> None:
    said = addsup("read", "It employs about 30,000 people.").stdout
    assert "[about 30,000 people]" in said
    assert "1. about 30,000 people" in said


def test_the_quantities_of_json_lines(addsup: Run) -> None:
    (line,) = addsup("read", "--jsonl", said='{"id": 1, "text": "It employs about 30,000 people."}').stdout.splitlines()
    (quantity,) = json.loads(line)["quantities"]
    assert quantity == {"value": 30000, "unit": "people", "change": "~", "bound": "about", "span": [11, 30]}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (["check", "--file", "nowhere.txt"], "addsup: cannot read nowhere.txt: no such file or directory"),
        (["check", "--file", "."], "addsup: cannot read .: is a directory"),
        (["knowledge", "show", "nobody"], "addsup: nothing has the id 'nobody'."),
        (["knowledge", "add", "US.debt", "5", "--source", "x"], "addsup: 'US.debt' is not the id of a figure"),
        (["run"], "addsup: TELEGRAM_BOT_TOKEN is not set"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_1(line: list[str], sentence: str, addsup: Run) -> None:
    done = addsup(*line)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(sentence)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "line",
    [
        ["check", "--as-of", "2017-13-01", "x"],
        ["check", "--json", "--jsonl", "x"],
        ["check", "--file", "a.txt", "x"],
        ["check", "--nonsense"],
        ["nonsense"],
        ["knowledge", "add", "US.debt.2020"],
    ],
)
def test_wrong_usage_is_status_2(line: list[str], addsup: Run) -> None:
    done = addsup(*line)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_binary_input_is_refused_in_one_line(addsup_process: Run) -> None:
    done = addsup_process("check", said=b"\x89PNG\r\n\x00\xff")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "addsup: standard input is not text in UTF-8 (byte 1 does not fit)\n"


@pytest.mark.parametrize("text", ["", "   ", "🙂🙂", "hello", "call me on +49 30 901820", "9**9**9", "1e999999999"])
def test_a_text_with_nothing_to_check_gets_a_sentence(text: str, addsup: Run) -> None:
    done = addsup("check", text)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


def test_without_token_and_terminal_there_is_a_sample(addsup_process: Run) -> None:
    done = addsup_process()
    assert done.returncode == 0
    assert "No TELEGRAM_BOT_TOKEN is set" in done.stdout
    assert "Alibaba" in done.stdout.split("\n\n", 2)[2]


def test_the_chat_goes_on_until_the_input_ends(addsup_process: Run) -> None:
    said = f"/working\n{CLAIM}\n/working\n/sources\n/nonsense\n"
    done = addsup_process("chat", said=said)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Type a claim first." in done.stdout
    assert "Doesn't add up" in done.stdout
    assert "There is no /nonsense." in done.stdout


def test_a_blank_line_in_the_chat_gets_no_reply(addsup: Run) -> None:
    assert addsup("chat", said="\n  \n/QUIT\nhello\n").stdout == ""


@pytest.mark.parametrize("group", [[], ["knowledge"]])
def test_the_help_cuts_no_sentence_off(group: list[str], addsup: Run) -> None:
    done = addsup(*group, "--help")
    assert done.returncode == 0
    assert "..." not in done.stdout.replace("COMMAND [ARGS]...", "")


def test_a_bad_setting_is_one_line(addsup: Run) -> None:
    done = addsup("check", CLAIM, DATABASE_URL="nonsense")
    assert done.returncode == 1
    assert done.stderr == "addsup: DATABASE_URL can't be used: it should look like sqlite+aiosqlite:///addsup.db\n"


def test_nothing_is_left_behind(addsup_process: Run, tmp_path: Path) -> None:
    addsup_process("check", CLAIM)
    addsup_process("knowledge", "diff")
    assert list(tmp_path.iterdir()) == []


def test_the_version_is_that_of_the_project_file(addsup: Run) -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    done = addsup("--version")
    assert (done.returncode, done.stdout) == (0, f"addsup {project['version']}\n")


def test_a_misspelt_setting_is_told_at_the_start(addsup: Run, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TELEGRAM_BOT_TOKN=1\n")
    assert ".env has TELEGRAM_BOT_TOKN, which nothing reads." in addsup().stderr
