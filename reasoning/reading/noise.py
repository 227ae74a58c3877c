"""What a text carries beside its claim: links, hashtags, emoji, "BREAKING:". Blanked out, so that places stay."""

from __future__ import annotations

import re
from functools import cache

from reasoning.reading.language import any_of, words

_LINK = re.compile(r"(?:https?://|www\.)\S{1,500}|\b[\w-]{1,60}\.(?:com|org|net|co\.uk|ly)/\S{1,200}", re.IGNORECASE)
_TAG = re.compile(r"[#@]\w{1,60}")
_SYMBOL = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U000e0020-\U000e007f]")
_LEAD = re.compile(r"\s*([A-Za-z]{2,12})\s*(?:@\w{1,40}\s*)?[:\-–—|]\s*")
_QUOTED = re.compile(r"^\s*[>'](?=\s*\w)|(?<=\w)'\s*$")
_BRACKETED = re.compile(r"\[\d{1,3}\]")
MOST_LEADS = 4


def blank_noise(text: str) -> str:
    """The text with what is no part of a claim turned into spaces; as long as before.

    >>> blank_noise("BREAKING: it rains #rain")
    '          it rains      '
    """
    text = text.replace("’", "'").replace("“", '"').replace("”", '"')
    for pattern in (_request_pattern(), _QUOTED, _LINK, _BRACKETED, _SYMBOL, *_source_patterns()):
        text = pattern.sub(_spaces, text)
    text = re.sub(r"#(\d)", r" \1", text)
    text = _TAG.sub(_spaces, text)
    for _ in range(MOST_LEADS):
        lead = _LEAD.match(text)
        if lead is None or lead[1].lower() not in words().noise:
            break
        text = " " * lead.end() + text[lead.end() :]
    return text


@cache
def _request_pattern() -> re.Pattern[str]:
    """A request without a number to pass a text on, behind a sign or at the beginning, up to the end of its clause."""
    verb, what = any_of(words().passing_on), any_of(words().passed_on)
    return re.compile(
        rf"(?:(?<=[.!?,:;\n])|(?<={_SYMBOL.pattern})|^)\s*{verb}\s+{what}\b[^.!?\d\n]*(?=[.!?\n]|$)", re.IGNORECASE
    )


@cache
def _source_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Who said it, at the end of a text: behind a colon any words, without one a name."""
    tag = any_of(words().source_tag)
    return (
        re.compile(rf"\(?\b{tag}\s*:\s*[\w ]{{1,40}}\)?\s*[.!]?\s*$", re.IGNORECASE),
        re.compile(rf"\(?\b{tag}\s*:?\s+[A-Z]\w{{1,30}}(?: [A-Z]\w{{1,30}}){{0,2}}\)?\s*[.!]?\s*$"),
    )


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])
