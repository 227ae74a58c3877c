"""HTML that Telegram takes, whatever stands in it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from handlers.checks import reply_view
from handlers.outgoing import texts
from handlers.outgoing.telegram_html import escape_name, fit_html
from reasoning.model.answer import Answer, Finding, Verdict
from tests.botapi import message_entities


@given(
    st.lists(st.one_of(st.just("<b>a &amp; 🎉</b>"), st.just("<i>x<code>y</code></i> "), st.just("plain &lt; "))),
    st.integers(1, 60),
)
def test_what_is_cut_is_still_valid_and_fits(pieces: list[str], limit: int) -> None:
    text, _ = message_entities.parse_html(fit_html("".join(pieces), limit))
    assert message_entities.count_utf16(text) <= limit


@given(
    st.text(max_size=200) | st.sampled_from(["@durov", "t.me/x", "https://x.com", "#tag", "/check", "a.b.com", "$USD"])
)
def test_a_name_is_never_a_link_or_a_mention(name: str) -> None:
    text, entities = message_entities.parse_html(f"From {escape_name(name)}.")
    assert entities == []
    assert message_entities.find_entities(text) == []


class Long:
    """A wording of so many characters."""

    def __init__(self, reply: int, working: int) -> None:
        self._reply, self._working = reply, working

    def title(self, answer: Answer) -> str:
        return answer.verdict.value

    def reply(self, answer: Answer) -> str:
        return "<b>V</b>" + "r" * self._reply

    def working(self, answer: Answer) -> str:
        return "• <code>a &lt; b</code> " * (self._working // 8)

    sources = working


@given(st.integers(1, 5000), st.integers(0, 9000), st.sampled_from(reply_view.VIEWS))
def test_every_face_fits(reply: int, working: int, face: str) -> None:
    answer = Answer((Finding("level", "", Verdict.CANT_TELL),), date(2026, 1, 1), "")
    html, _ = reply_view.render_reply(face, answer, "id", Long(reply, working), "<i>Forwarded</i>")
    text, entities = message_entities.parse_html(fit_html(html))
    assert message_entities.count_utf16(text) <= 4096
    assert fit_html(html) == html or face == reply_view.FRONT
    assert text.startswith("Forwarded\nVr")
    assert [one["type"] for one in entities].count("blockquote") == (face != reply_view.FRONT)


def test_every_sentence_is_valid_and_short_enough() -> None:
    said = [value for name, value in vars(texts).items() if name.isupper() and isinstance(value, str)]
    assert len(said) > 30
    for one in said:
        text, _ = message_entities.parse_html(one)
        assert len(text) <= 4096
    for alert in (
        texts.NOT_YOURS,
        texts.OLD_BUTTON,
        texts.UNKNOWN_BUTTON,
        texts.GONE,
        texts.NOT_WAITING,
    ):
        assert len(alert) <= 200
        assert "<" not in alert
    for alert in (texts.FAILED, texts.UNSURE):
        assert len(alert) <= 200
