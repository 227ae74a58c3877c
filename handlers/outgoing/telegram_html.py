"""Telegram's HTML: escapes, strips and shortens it to what Telegram takes."""

from __future__ import annotations

import re
from html import escape, unescape

MESSAGE_LIMIT = 4096
_WORD_JOINER = "\u2060"
_LINK_TRIGGER = re.compile(r"([@#$/.:])(?=\S)")
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_TOKEN = re.compile(r"<(/?)([a-z][a-z-]*)[^>]*>|&[#\w]+;|[^<&]|[<&]", re.DOTALL)
_TAG = re.compile(r"</?[a-z][^>]*>")


def escape_name(name: str, limit: int = 64) -> str:
    """Returns a name from a message as HTML in which Telegram finds neither a link nor a mention.

    >>> escape_name("A <b> & co").replace("&amp;", "+")
    'A &lt;b&gt; + co'
    >>> escape_name("@durov").encode("ascii", "backslashreplace")
    b'@\\\\u2060durov'
    """
    name = _INVISIBLE.sub("", name).strip()
    if len(name) > limit:
        name = name[: limit - 1].rstrip() + "…"
    return _LINK_TRIGGER.sub(rf"\1{_WORD_JOINER}", escape(name, quote=False))


def strip_tags(html: str) -> str:
    """Returns the text without tags and entities.

    >>> strip_tags("<b>3 &lt; 4</b>")
    '3 < 4'
    """
    return unescape(_TAG.sub("", html))


def fit_html(html: str, limit: int = MESSAGE_LIMIT) -> str:
    """Returns as much of the HTML as has at most `limit` UTF-16 units of text, with its tags closed.

    >>> fit_html("<b>one &amp; two</b>", 5)
    '<b>one …</b>'
    """
    if measure_length(html) <= limit:
        return html
    kept: list[str] = []
    opened: list[str] = []
    room = limit - 1
    for match in _TOKEN.finditer(html):
        token, closing, tag = match[0], match[1], match[2]
        if tag:
            _track_tag(opened, tag, closing=bool(closing))
        elif (room := room - _count_utf16(unescape(token))) < 0:
            break
        kept.append(token)
    return "".join(kept) + "…" + "".join(f"</{tag}>" for tag in reversed(opened))


def measure_length(html: str) -> int:
    """Returns the length of the text as Telegram counts it: in UTF-16 units, without tags.

    >>> measure_length("<b>3 &lt; 4</b>")
    5
    """
    return _count_utf16(strip_tags(html))


def shorten_reply(html: str) -> str:
    """Returns the first paragraph of a reply, the verdict and the reading: the rest is on a button.

    >>> shorten_reply("<b>No</b>\\nRead as: x.\\n\\n• 1 in 3\\n• 2")
    '<b>No</b>\\nRead as: x.'
    """
    head = html.partition("\n\n")[0]
    return fit_html(html, measure_length(head)) if head.count("<") != head.count(">") else head


def _track_tag(opened: list[str], tag: str, *, closing: bool) -> None:
    if not closing:
        opened.append(tag)
    elif opened and opened[-1] == tag:
        opened.pop()


def _count_utf16(text: str) -> int:
    # Telegram counts in UTF-16.
    return len(text.encode("utf-16-le")) // 2
