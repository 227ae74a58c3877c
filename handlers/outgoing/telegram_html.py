"""Telegram's HTML: what may stand in it, and how long it may be."""

from __future__ import annotations

import re
from html import escape, unescape

LIMIT = 4096
_WORD_JOINER = "\u2060"
_TRIGGER = re.compile(r"([@#$/.:])(?=\S)")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_TOKEN = re.compile(r"<(/?)([a-z][a-z-]*)[^>]*>|&[#\w]+;|[^<&]|[<&]", re.DOTALL)
_TAG = re.compile(r"</?[a-z][^>]*>")


def inert(name: str, limit: int = 64) -> str:
    """A name from a message, escaped, that Telegram makes neither a link nor a mention of.

    >>> inert("A <b> & co").replace("&amp;", "+")
    'A &lt;b&gt; + co'
    >>> inert("@durov").encode("ascii", "backslashreplace")
    b'@\\\\u2060durov'
    """
    name = _UNSEEN.sub("", name).strip()
    if len(name) > limit:
        name = name[: limit - 1].rstrip() + "…"
    return _TRIGGER.sub(rf"\1{_WORD_JOINER}", escape(name, quote=False))


def strip(html: str) -> str:
    """The text alone.

    >>> strip("<b>3 &lt; 4</b>")
    '3 < 4'
    """
    return unescape(_TAG.sub("", html))


def fit(html: str, limit: int = LIMIT) -> str:
    """The HTML itself if Telegram takes it, else as much of it as fits, with its tags closed.

    >>> fit("<b>one &amp; two</b>", 5)
    '<b>one …</b>'
    """
    if length(html) <= limit:
        return html
    kept: list[str] = []
    opened: list[str] = []
    room = limit - 1
    for match in _TOKEN.finditer(html):
        token, closing, tag = match[0], match[1], match[2]
        if tag:
            _follow(opened, tag, closing=bool(closing))
        elif (room := room - _width(unescape(token))) < 0:
            break
        kept.append(token)
    return "".join(kept) + "…" + "".join(f"</{tag}>" for tag in reversed(opened))


def length(html: str) -> int:
    """Of the text, as Telegram counts it: in UTF-16, without the tags.

    >>> length("<b>3 &lt; 4</b>")
    5
    """
    return _width(strip(html))


def brief(html: str) -> str:
    """The verdict and how the claim was read, without the arithmetic: that is on a button.

    >>> brief("<b>No</b>\\nRead as: x.\\n\\n• 1 in 3\\n• 2")
    '<b>No</b>\\nRead as: x.'
    """
    head = html.partition("\n\n")[0]
    return fit(html, length(head)) if head.count("<") != head.count(">") else head


def _follow(opened: list[str], tag: str, *, closing: bool) -> None:
    if not closing:
        opened.append(tag)
    elif opened and opened[-1] == tag:
        opened.pop()


def _width(text: str) -> int:
    # Telegram counts in UTF-16.
    return len(text.encode("utf-16-le")) // 2
