"""An Answer in words: Telegram HTML, plain text, its working and its sources. Everything from a message is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import escape as _escape

from babel.dates import format_date

from reckoning.answer import Answer, Comparison, Finding, Rest, Verdict, Vote

LABELS = {
    Verdict.ADDS_UP: ("🟢", "Adds up"),
    Verdict.PLAUSIBLE: ("🟢", "Plausible"),
    Verdict.STRETCH: ("🟠", "A stretch"),
    Verdict.DOESNT_ADD_UP: ("🔴", "Doesn't add up"),
    Verdict.CANT_TELL: ("⚪", "Can't tell"),
}
TO_SCALE = ("📏", "To scale")
LONGEST = 4000  # Telegram refuses more than 4096 characters
MOST_LINES = 5
MOST_FINDINGS = 3
Bold = Callable[[str], str]


def escape(text: str) -> str:
    """For Telegram's HTML, where quotation marks may stand as they are."""
    return _escape(text, quote=False)


def reply(answer: Answer) -> str:
    """For Telegram, as HTML: the weightiest claim in full, two others in short."""
    if not answer.findings:
        return escape(answer.note)
    first, *others = answer.findings[:MOST_FINDINGS]
    parts = [_finding(first, answer.as_of, escape, _bold)]
    parts += [_short(finding) for finding in others]
    figures = _figures(first)
    return _cut("\n\n".join(parts) + (f"\n<i>{escape(figures)}</i>" if figures else ""))


def plain(answer: Answer) -> str:
    """For a terminal: up to three claims in full."""
    if not answer.findings:
        return answer.note
    parts = []
    for finding in answer.findings[:MOST_FINDINGS]:
        text = _finding(finding, answer.as_of, str, str, most_lines=99)
        figures = _figures(finding)
        parts.append(text + (f"\n{figures}" if figures else ""))
    more = len(answer.findings) - MOST_FINDINGS
    return "\n\n".join(parts) + (f"\n\n({more} more in the working)" if more > 0 else "")


def working(answer: Answer) -> str:
    """For Telegram, as HTML: every step with its exact numbers."""
    blocks = []
    for finding in answer.findings:
        lines = [f"<b>{escape(_label(finding))}</b>: {escape(finding.reading)}"]
        lines += [f"• {escape(c.text)}\n  <code>{escape(c.expression)}</code>" for c in finding.comparisons]
        blocks.append("\n".join(lines))
    version = f"Knowledge {answer.library_version}, judged as of {_day(answer.as_of)}."
    return _fitting(blocks, escape(version)) if blocks else escape(answer.note)


def sources(answer: Answer) -> str:
    """For Telegram, as HTML: each figure used, with its date, producer and address."""
    rests = _rests(*answer.findings)
    if not rests:
        return "No stored figure was used: the arithmetic is the message's own."
    return _fitting([_source(rest) for rest in rests], "")


def _source(rest: Rest) -> str:
    lines = [f"• {escape(rest.text)}"]
    if rest.title:
        lines.append(f"  {escape(rest.title)}" + (" (an estimate: no source was opened)" if rest.estimate else ""))
    if rest.address:
        lines.append(f"  <code>{escape(rest.address)}</code>")
    return "\n".join(lines)


def _finding(finding: Finding, as_of: date, safe: Bold, bold: Bold, most_lines: int = MOST_LINES) -> str:
    sign, label = _sign(finding), _label(finding)
    top = f"{sign} {bold(safe(label))}" + (f": {safe(finding.headline)}" if finding.headline else "")
    lines = [top, f"Read as: {safe(finding.reading)} ({finding.judged or f'as of {_day(as_of)}'})."]
    if finding.comparisons:
        lines += ["", *(f"• {safe(c.text)}" for c in _chosen(finding.comparisons, most_lines))]
    lines += ["", *(safe(line) for line in _after(finding))] if _after(finding) else []
    return "\n".join(lines)


def _chosen(comparisons: tuple[Comparison, ...], most: int) -> tuple[Comparison, ...]:
    """Those that decide, then indicate, then give scale; shown in their own order."""
    order = {Vote.DECIDES: 0, Vote.INDICATES: 1, Vote.SCALE: 2}
    kept = sorted(comparisons, key=lambda c: order[c.vote])[:most]
    return tuple(c for c in comparisons if c in kept)


def _after(finding: Finding) -> list[str]:
    lines = [f"{finding.flip}."] if finding.flip else []
    if finding.fits:
        lines.append(f"Would fit if {finding.fits}.")
    if finding.missing:
        lines.append("Missing: " + "; ".join(finding.missing) + ".")
    if finding.other_reading:
        lines.append(f"Could also be read {finding.other_reading.removeprefix('or ')}.")
    return lines + [f"⚠ {caveat}" for caveat in finding.caveats[:2]]


def _short(finding: Finding) -> str:
    head = f"{_sign(finding)} <b>{escape(_label(finding))}</b>: {escape(finding.reading)}"
    best = _chosen(finding.comparisons, 2)
    return "\n".join([head, *(f"• {escape(c.text)}" for c in best)])


def _sign(finding: Finding) -> str:
    return (TO_SCALE if finding.kind == "scale" else LABELS[finding.verdict])[0]


def _label(finding: Finding) -> str:
    return (TO_SCALE if finding.kind == "scale" else LABELS[finding.verdict])[1]


def _figures(finding: Finding) -> str:
    kept = [rest for rest in _rests(finding) if rest.id != "message"]
    producers = dict.fromkeys("estimates" if rest.estimate else rest.producer for rest in kept)
    return "Figures: " + ", ".join(producers) if producers else ""


def _rests(*findings: Finding) -> list[Rest]:
    return list(dict.fromkeys(rest for f in findings for c in f.comparisons for rest in c.rests))


def _day(day: date) -> str:
    return str(format_date(day, "d MMMM y", locale="en"))


def _bold(text: str) -> str:
    return f"<b>{text}</b>"


def _fitting(blocks: list[str], last: str) -> str:
    """As many whole blocks as Telegram takes."""
    kept: list[str] = []
    for block in blocks:
        if sum(map(len, kept)) + len(block) > LONGEST - len(last) - 100:
            kept.append(f"({len(blocks) - len(kept)} more)")
            break
        kept.append(block)
    return "\n\n".join([*kept, last] if last else kept)


def _cut(text: str) -> str:
    """Never over Telegram's limit, and never within a tag: whole lines go."""
    if len(text) <= LONGEST:
        return text
    kept = text[:LONGEST].rsplit("\n", 1)[0]
    return re.sub(r"<[^>]*$", "", kept)


__all__ = ["plain", "reply", "sources", "working"]
