"""Texts from the line, from files and from standard input, and what is said of those that can't be read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bot.errors import UserError
from bot.terminal.text_input import MAX_BYTES, NoTextError, read_text


class Piped(io.TextIOWrapper):
    """Standard input with something, or a person, at the other end."""

    def __init__(self, content: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(content), encoding="utf-8")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def test_words_are_one_text() -> None:
    assert read_text(["Spain", "has", "48m"], None) == "Spain has 48m"


def test_a_dash_or_nothing_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for words in ([], ["-"]):
        monkeypatch.setattr("sys.stdin", Piped("५ लाख\n".encode()))
        assert read_text(words, None) == "५ लाख\n"
    monkeypatch.setattr("sys.stdin", Piped(b"5 ships"))
    assert read_text([], Path("-")) == "5 ships"


def test_a_person_at_the_terminal_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Piped(terminal=True))
    with pytest.raises(NoTextError):
        read_text([], None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_may_be_in_any_unicode(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "claim.txt"
    file.write_text("£5 – “ok”", encoding=encoding)
    assert read_text([], file) == "£5 – “ok”"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "is not text in UTF-8 (byte 1 does not fit)"),
        (b"abc\x00def", "it holds binary data"),
        (b"a" * (MAX_BYTES + 1), "holds more than 1 MB"),
    ],
)
def test_a_file_that_is_no_text_is_refused(content: bytes, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "claim.txt"
    file.write_bytes(content)
    with pytest.raises(UserError, match=sentence.replace("(", r"\(").replace(")", r"\)")):
        read_text([], file)


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    file = tmp_path / "claim.txt"
    file.write_bytes(b"a" * MAX_BYTES)
    assert len(read_text([], file)) == MAX_BYTES


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"cannot read .*nowhere\.txt: no such file or directory"):
        read_text([], tmp_path / "nowhere.txt")
    with pytest.raises(UserError, match="is a directory"):
        read_text([], tmp_path)
