"""What YAML would guess, it may not: text stays text, and what could surprise or explode is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.files.yaml_document import LARGEST, read_document
from tests.effort import calls

TRAPS = [
    "NO",
    "no",
    "yes",
    "on",
    "~",
    "null",
    "012",
    "0o14",
    "0x1F",
    "12:30",
    "1e6",
    "1_000",
    ".inf",
    ".nan",
    "2016-01-01",
    "=",
    "<<",
]


@pytest.mark.parametrize("text", TRAPS)
def test_a_scalar_is_the_text_in_the_file(text: str) -> None:
    document = read_document("x.yaml", f"a: {text}\n".encode())
    assert document.tree == {"a": text}


@pytest.mark.parametrize("key", [*TRAPS, "2016", "2016-03"])
def test_a_key_is_the_text_in_the_file(key: str) -> None:
    assert read_document("x.yaml", f"{key}: 1\n".encode()).tree == {key: "1"}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("a: 1\nb: 2\na: 3\n", "x.yaml:3 a: stands here twice: keep one"),
        ("a:\n  b: {c: 1, c: 2}\n", "x.yaml:2 a.b.c: stands here twice: keep one"),
        ("a: &x 1\n", "x.yaml:1: the anchor '&x' is not allowed: plain text only"),
        ("a: &x [1]\n", "x.yaml:1: the anchor '&x' is not allowed: plain text only"),
        ("a: *x\n", "x.yaml:1: the alias '*x' is not allowed: write the text again"),
        ("a: !!int 3\n", "x.yaml:1: the tag 'tag:yaml.org,2002:int' is not allowed: plain text only"),
        ("a: !!python/object/apply:os.system [ls]\n", "is not allowed"),
        ("--- {a: 1}\n--- {b: 2}\n", "x.yaml:2: one document without directives is expected in a file"),
        ("%YAML 1.1\n---\na: 1\n", "one document without directives"),
        ("? [a, b]\n: 1\n", "x.yaml:1: a key has to be plain text"),
        ("a: [[[[[[[[[[1]]]]]]]]]]\n", "x.yaml:1 a"),
        ("a: [1\nb: 2\n", "not YAML: "),
        ("a:\n\t- 1\n", "x.yaml:2: not YAML: "),
        ("k" * 300 + ": 1\n", "a key of 300 characters is too long, at most 200"),
        ("a: \0\n", "holds a NUL character"),
        ("a: \x07\n", "not YAML: "),
    ],
)
def test_refused(content: str, problem: str) -> None:
    document = read_document("x.yaml", content.encode())
    assert [said for said in map(str, document.problems) if problem in said], document.problems


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_another_encoding(encoding: str) -> None:
    document = read_document("x.yaml", "a: Türkiye\n".encode(encoding))
    assert "UTF-8" in str(document.problems[0])


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert read_document("x.yaml", b"\xef\xbb\xbfa: 1\n").tree == {"a": "1"}


def test_too_large() -> None:
    assert "are too many" in str(read_document("x.yaml", b"a" * (LARGEST + 1)).problems[0])


@pytest.mark.parametrize("content", [b"", b"# only a comment\n", b"---\n"])
def test_empty(content: bytes) -> None:
    document = read_document("x.yaml", content)
    assert not document.problems
    assert document.tree in ({}, "")


def test_lines() -> None:
    document = read_document("x.yaml", b"# one\nUS:\n  # three\n  aliases: [a,\n    b]\n  name: x\n")
    paths = [("US",), ("US", "aliases"), ("US", "aliases", "1"), ("US", "name"), ("DE",)]
    assert [document.line(path) for path in paths] == [2, 4, 5, 6, 0]


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b"{a: " * 100_000,
        b"- " * 100_000,
        b"a: [" + b"x, " * 1_000_000 + b"]",
        b"".join(b"k%d: &a%d [*a%d]\n" % (n, n, n - 1) for n in range(1000)),
        b"? " * 50_000,
        b"'" * 1_000_001,
        b"a: |\n" + b" x\n" * 500_000,
        b"!" * 1_000_000,
    ],
    ids=["lists", "mappings", "dashes", "long list", "laughs", "keys", "quotes", "block", "tags"],
)
def test_bombs_take_no_more_work_than_their_length(content: bytes) -> None:
    assert calls(lambda: read_document("x.yaml", content)) <= len(content)


@given(st.one_of(st.binary(max_size=100), st.text("[]{}:,-?!&*#'\"|>%@`\n\t abc01~<=", max_size=60).map(str.encode)))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    document = read_document("x.yaml", content)
    assert document.tree is not None or document.problems
    assert document.line(("a", "b")) >= 0
