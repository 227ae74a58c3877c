"""Rows put into a figures file say what they must, whatever stood there; comments stay."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from knowledge.editing.line_patch import put_entries, put_rows, remove_entries
from knowledge.files.folder import row_of
from knowledge.files.yaml_document import read_document

ENTITIES = st.sampled_from(["US", "DE", "NO", "world", "general-motors", "3m", "US-TX"])
DATES = st.sampled_from(["2014", "2015", "2016", "2016-03", "2016-03-31", "FY2016"])
VALUES = st.sampled_from(["5", "36,446", "159.2 million", "1.2e9", "-3.5", "50bn"])
ROWS = st.one_of(
    st.tuples(VALUES, st.just(""), st.just(""), st.sampled_from(["a", "b"]), st.text(max_size=20)).map(list),
    st.tuples(st.just(""), VALUES, VALUES, st.sampled_from(["a", "b"]), st.just("")).map(list),
)
FIGURES = st.dictionaries(ENTITIES, st.dictionaries(DATES, ROWS, min_size=1, max_size=3), max_size=4)


def figures(content: bytes) -> dict[str, Any]:
    document = read_document("x.yaml", content)
    assert not document.problems
    tree: Any = document.tree
    return {
        entity: {dated: row_of(row, tree.get("source", "")) for dated, row in dates.items()}
        for entity, dates in (tree["figures"] or {}).items()
    }


@given(FIGURES, FIGURES)
def test_rows_put_on_rows(first: dict[str, Any], second: dict[str, Any]) -> None:
    content = put_rows(put_rows(b"", "m", first, "a"), "m", second) if first else put_rows(b"", "m", second, "a")
    wanted = {entity: dict(dates) for entity, dates in first.items()}
    for entity, dates in second.items():
        wanted.setdefault(entity, {}).update(dates)
    if wanted:
        assert figures(content) == wanted


def test_comments_and_order_stay() -> None:
    before = b"""# The manual.
measure: m
source: a
figures:
  # two countries
  DE:
    "2015": 1  # counted
    "2017": 3

  # and a state
  US-TX:
    '2015': {value: 5, low: 4,
      high: 6}
"""
    after = put_rows(
        before, "m", {"DE": {"2016": ["2", "", "", "a", ""]}, "US": {"2015": ["9", "", "", "b", "so"]},
                      "US-TX": {"2015": ["7", "", "", "a", ""], "2014": ["8", "", "", "a", ""]}},
    )  # fmt: skip
    assert (
        after.decode()
        == """# The manual.
measure: m
source: a
figures:
  # two countries
  DE:
    "2015": 1  # counted
    "2016": 2
    "2017": 3

  US:
    "2015": {value: 9, source: b, note: so}
  # and a state
  US-TX:
    "2014": 8
    '2015': 7
"""
    )


def test_entries_put_on_entries() -> None:
    before = b"# top\na: {x: '1'}\n# of b\nb:\n  x: 2\n\n# of c\nc: {x: 3}\n"
    assert (
        put_entries(before, b"b: {x: 9}\n").decode() == "# top\na: {x: '1'}\n# of b\n\n# of c\nc: {x: 3}\nb: {x: 9}\n"
    )
    assert read_document("x", put_entries(b"{a: {x: 1}, b: {x: 2}}", b"b: {x: 9}\n")).tree == {
        "a": {"x": "1"},
        "b": {"x": "9"},
    }
    assert remove_entries(before, {"z"}) == before


def test_what_is_written_anew_keeps_its_comments() -> None:
    before = b"""# The manual.
measure: m  # in people
source: a
# two countries
figures: {US: {"2015": 1, "2016": 2},  # both counted
  # "not # a comment" of the next
  DE: {"2015": {value: 3, note: "a # b"}},  # sampled
}
# the end
"""
    after = put_rows(before, "m", {"FR": {"2014": ["9", "", "", "a", ""]}})
    assert (
        after.decode()
        == """# The manual.
# in people
# two countries
measure: m
source: a
figures:
  DE:
    # "not # a comment" of the next
    "2015": {value: 3, note: "a # b"}  # sampled
  FR:
    "2014": 9
  US:
    "2015": 1
    "2016": 2  # both counted
# the end
"""
    )


def test_a_row_is_changed_in_its_place_whatever_the_style() -> None:
    before = b"""measure: m
source: a
figures:
  DE: {'2015': 1 million, '2016': 3 million}  # of two years
  US:
    "2015": 300 million  # keep
    2016: {value: 1, note: "a # b"}  # this too
"""
    row = ["36,446", "", "", "a", ""]
    after = put_rows(before, "m", {"DE": {"2016": row, "2017": row}, "US": {"2015": row, "2016": row}})
    assert after.decode().splitlines()[3:] == [
        """  DE: {'2015': 1 million, '2016': "36,446", "2017": "36,446"}  # of two years""",
        "  US:",
        '    "2015": 36,446  # keep',
        "    2016: 36,446  # this too",
    ]


def test_many_rows_are_put_in_at_once_and_comments_stay() -> None:
    before = b"# The manual.\nmeasure: m\nsource: a\nfigures:\n  US:\n    # counted\n    '2016': 5\n"
    rows = {f"C{n}": {f"{1900 + year}": [str(year), "", "", "a", ""] for year in range(100)} for n in range(50)}
    after = put_rows(before, "m", rows)
    assert figures(after) == {**rows, "US": {"2016": ["5", "", "", "a", ""]}}
    assert b"# The manual.\n" in after
    assert b'    # counted\n    "2016": 5\n' in after


def test_entries_written_anew_keep_their_comments() -> None:
    before = b"# top\n{a: {x: 1},  # of a\n # above b\n b: {x: 2}}\n"
    assert put_entries(before, b"c: {x: 3}\n").decode() == (
        "# top\na:  # of a\n  x: '1'\n# above b\nb:\n  x: '2'\nc:\n  x: '3'\n"
    )
