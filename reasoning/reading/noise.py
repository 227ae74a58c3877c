"""What a text carries beside its claim: links, tags, emoji, "BREAKING:", likes. Blanked out, so that places stay."""

from __future__ import annotations

import re
from functools import cache

from reasoning.reading.language import any_of, words

_LINK = re.compile(r"(?:https?://|www\.)\S{1,500}|\b[\w-]{1,60}\.(?:com|org|net|co\.uk|ly)/\S{1,200}", re.IGNORECASE)
_TAG = re.compile(r"[#@]\w{1,60}")
_TAG_IN_SENTENCE = re.compile(r"#(?=[^\W\d_]{2,60}(?:'s|:| [-–—])? [a-z\d])")  # "#Kenya has", "#Peru: over"
_SYMBOL = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U000e0020-\U000e007f]")
_LEAD = re.compile(r"\s*([A-Za-z]{2,12}(?: [A-Za-z]{2,3})?)\s*(?:@\w{1,40}\s*)?[:\-–—|]\s*")
_QUOTED = re.compile(r"^\s*[>'](?=\s*\w)|(?<=\w)'\s*$")
_BRACKETED = re.compile(r"\[\d{1,3}\]|\(#\d{1,5}\)|(?<=[.!?])\s*\d{1,2}/\d{1,2}\s*$")  # footnotes, parts of a thread
_NUMBER = r"\d[\d.,]{0,15}[km]?\+?"
MOST_LEADS = 4


def blank_noise(text: str) -> str:
    """The text with what is no part of a claim turned into spaces; as long as before.

    >>> blank_noise("BREAKING: it rains #rain")
    '          it rains      '
    >>> blank_noise("JUST IN: it rains")
    '         it rains'
    """
    text = text.replace("’", "'").replace("“", '"').replace("”", '"')
    for pattern in (
        _request_pattern(),
        *_reaction_patterns(),
        _QUOTED,
        _LINK,
        _BRACKETED,
        _SYMBOL,
        *_source_patterns(),
    ):
        text = pattern.sub(_spaces, text)
    text = re.sub(r"#(\d)", r" \1", text)
    text = _tag_behind_function_word().sub(r"\1 ", _TAG_IN_SENTENCE.sub(" ", text))
    text = _TAG.sub(_spaces, text)
    text = _answer_pattern().sub(_answered, text)
    for _ in range(MOST_LEADS):
        lead = _LEAD.match(text)
        if lead is None or lead[1].lower().replace(" ", "_") not in words().noise:
            break
        text = " " * lead.end() + text[lead.end() :]
    return text


def part_signs(text: str) -> tuple[int, ...]:
    """The places of the signs that set the parts of a post off from one another: emoji, "|", dots."""
    return tuple(found.start() for found in re.finditer(rf"{_SYMBOL.pattern}|[|•·]", text))


@cache
def _tag_behind_function_word() -> re.Pattern[str]:
    """A tag that a sentence goes on with: "people live in #Kenya"."""
    return re.compile(rf"(\b{any_of(words().function)} )#(?=[^\W\d_]{{2,60}})", re.IGNORECASE)


@cache
def _request_pattern() -> re.Pattern[str]:
    """A request to pass a text on, or to like it, behind a sign, at the beginning or behind "please", up to its end.

    It holds no number but of those whom it shall be sent to: "forward to 10 friends".
    """
    verb, what, please = any_of(words().passing_on), any_of(words().passed_on), any_of(words().asking_kindly)
    opening = (
        rf"(?:(?<=[.!?,:;\n()|])|(?<=\s-)|(?<={_SYMBOL.pattern})|^|\b{please}\b)\s{{0,3}}(?:{please}\s{{1,3}}){{0,2}}"
    )
    verbs = rf"{verb}(?:(?:\s?[,+&/]\s?|\sand\s|\s){verb}){{0,3}}"
    ends = rf"(?=[.!?:;\n)]|{_SYMBOL.pattern}|$)"
    inside = rf"(?:(?!{_SYMBOL.pattern})[^.!?:;\d\n()]){{0,120}}"
    gap, few = r"\s{1,3}", rf"\d{{1,3}}\s{{1,3}}(?:\w+\s)?{any_of(words().circle)}\b"
    aimed = rf"{gap}(?:{what}{gap})?(?:{what}\s?\d{{1,3}}{gap}[^\W\d]|{few}){inside}"
    told = rf"\s{{0,3}}[+&]?\s{{0,3}}\b{what}\b{inside}"
    return re.compile(rf"{opening}{verbs}(?:{aimed}|{told}|\s{{0,3}}(?!\s?:)){ends}", re.IGNORECASE)


@cache
def _reaction_patterns() -> tuple[re.Pattern[str], ...]:
    """What others made of a post, and when: in brackets with all beside it, or in a part of its own."""
    count = rf"{_NUMBER}\s?{any_of(words().reactions)}\b"
    when = rf"{any_of(words().posting)}\b:?\s*\d[\d.,]*\s?[a-z]+(?:\s+ago)?\b"
    part = rf"(?:{count}|{when})"
    return (
        re.compile(rf"[(\[](?:[^()\[\]\d\n]{{0,60}}\b{part}){{1,4}}[^()\[\]\d\n]{{0,60}}[)\]]", re.IGNORECASE),
        re.compile(
            rf"(?:(?<=[|•·\n–—.!?-])|^)\s?{part}(?:(?:\s?[,|•·&]\s?|\sand\s){part}){{0,4}}\s{{0,3}}(?=[|•·\n–—.]|$)",
            re.IGNORECASE,
        ),
    )


@cache
def _answer_pattern() -> re.Pattern[str]:
    """A question of how many, or a heading, and the number behind it that answers it, with what only guesses."""
    few, gap = rf"(?:\W{{1,4}}{any_of(words().behind_answers | words().asides)}\b){{0,4}}", r"[^\w$£€¥₹]"
    guess = rf"{gap}{{0,6}}(?:{any_of(words().answering)}\b{gap}{{1,4}}){{0,7}}"
    scale = any_of(words().scales | words().counting_scales)
    number = rf"\d(?:[\d.,]*\d)?(?:\s{scale}\b)?|(?:[a-z]{{1,9}}[ -]){{1,3}}?{scale}\b(?:\s{scale}\b)?"
    how = rf"\b{any_of(words().asking)} {any_of(words().question)}\b"
    ends, asking = r"[^?.!:,\d\n]{3,60}(?:[?:]|\s[-–—](?=\s))", rf"{any_of(words().asking)} [^?.!:,\d\n]{{3,60}},"
    asked = rf"{how}([^?.!\d\n]{{3,80}})\?|^(?![^?\n]{{0,60}}{how})({ends}|{asking})"
    unit = rf"((?:\s[a-z]{{2,20}}){{0,2}}?){few}(?=\s*(?:[.!](?!\d)|\n|$|,? {any_of(words().joining_clauses)}\b))"
    return re.compile(rf"(?:{asked}){guess}(?<!\d)({number}){unit}", re.IGNORECASE)


def _answered(match: re.Match[str]) -> str:
    """The number before the rest of the question that it answers; behind a heading, without what only guesses."""
    asked, heading, number, unit = match.groups()
    if heading:
        return f"{heading[:-1].rstrip()}: {number}{unit}".ljust(len(match[0]))
    again = asked.strip().lower().startswith(unit.strip().lower())
    return (number + asked if again else f"{number}{unit} of{asked}").ljust(len(match[0]))


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
