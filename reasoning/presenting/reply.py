"""An Answer in words: Telegram HTML, plain text, its working and its sources. Everything from a message is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import escape as _escape

from i18n.language import say, say_plural, translatable
from reasoning.model.answer import Answer, Comparison, Finding, Reference, Verdict
from reasoning.wording.numbers import day_words

LABELS = {
    Verdict.ADDS_UP: ("🟢", translatable("Adds up")),
    Verdict.PLAUSIBLE: ("🟢", translatable("Plausible")),
    Verdict.STRETCH: ("🟠", translatable("A stretch")),
    Verdict.DOESNT_ADD_UP: ("🔴", translatable("Doesn't add up")),
    Verdict.CANT_TELL: ("⚪", translatable("Can't tell")),
}
TO_SCALE = ("📏", translatable("To scale"))
CALCULATED = ("🧮", translatable("Calculated"))
LOOKED_UP = ("🔎", translatable("Looked up"))
LONGEST = 4000  # Telegram refuses more than 4096 characters
LONGEST_LABEL = 48  # characters of a button
MOST_LINES = 4
MOST_FINDINGS = 3
Bold = Callable[[str], str]


def escape(text: str) -> str:
    """For Telegram's HTML, where quotation marks may stand as they are."""
    return _escape(text, quote=False)


def reply(answer: Answer, page: int = 0) -> str:
    """For Telegram, as HTML: three claims a page, the first of them in full, the others in short.

    A page that there isn't is the last one.
    """
    if not answer.findings:
        return escape(answer.note)
    count = len(pages(answer))
    page = max(0, min(page, count - 1))
    first, *others = answer.findings[page * MOST_FINDINGS : (page + 1) * MOST_FINDINGS]
    parts = [_finding(first, answer.as_of, escape, _bold, changes=answer.changes)]
    parts += [_short(finding) for finding in others]
    figures = _figures(first)
    text = "\n\n".join(parts) + (f"\n<i>{escape(figures)}</i>" if figures else "")
    if answer.note and page == 0:
        text += "\n\n" + escape(answer.note)
    if page + 1 < count:
        left = len(answer.findings) - (page + 1) * MOST_FINDINGS
        text += "\n\n" + escape(
            say_plural("{number} more claim in this text.", "{number} more claims in this text.", left)
        )
    return _cut(text)


def pages(answer: Answer) -> tuple[str, ...]:
    """What a button to each further page says: "1-3", "4-6", "7"; one for each page, at least one."""
    total = len(answer.findings)
    starts = range(0, total, MOST_FINDINGS) if total else range(1)
    ends = [min(start + MOST_FINDINGS, total) for start in starts]
    return tuple(
        str(end) if end - start <= 1 else f"{start + 1}-{end}" for start, end in zip(starts, ends, strict=True)
    )


def title(answer: Answer) -> str:
    """The verdict in a line, as text: "🔴 Doesn't add up: 5.4× the population of Mexico"."""
    finding = answer.findings[0]
    return f"{_sign(finding)} {_label(finding)}" + (f": {finding.headline}" if finding.headline else "")


def reading_labels(answer: Answer) -> tuple[str, ...]:
    """What a button to each of the readings says: in what it differs from the other; "Yes" to the only one."""
    texts = [one.reading for one in answer.readings]
    if len(texts) == 1:
        return (say("Yes"),)
    for sign in (": ", " = "):
        for parts in zip(*(text.split(sign, 1) for text in texts), strict=False):
            if all(sign in text for text in texts) and len({*parts}) == len(texts):
                return tuple(map(_shortened, parts))
    return tuple(map(_shortened, texts))


def plain(answer: Answer) -> str:
    """For a terminal: up to three claims in full."""
    if not answer.findings:
        return answer.note
    parts = []
    for finding in answer.findings[:MOST_FINDINGS]:
        changes = answer.changes if finding is answer.findings[0] else ()
        text = _finding(finding, answer.as_of, str, str, most_lines=99, changes=changes)
        figures = _figures(finding)
        parts.append(text + (f"\n{figures}" if figures else ""))
    more = len(answer.findings) - MOST_FINDINGS
    parts += [answer.note] if answer.note else []
    if more > 0:
        parts.append(say_plural("({number} more in the working)", "({number} more in the working)", more))
    return "\n\n".join(parts)


def working(answer: Answer) -> str:
    """For Telegram, as HTML: every step with its exact numbers."""
    blocks = []
    for finding in answer.findings:
        lines = [f"<b>{escape(_label(finding))}</b>: {escape(finding.reading)}"]
        lines += [f"• {escape(c.text)}\n  <code>{escape(c.expression)}</code>" for c in finding.comparisons]
        blocks.append("\n".join(lines))
    version = say(
        "Knowledge {version}, judged as of {day}.", version=answer.library_version, day=day_words(answer.as_of)
    )
    return _fitting(blocks, escape(version)) if blocks else escape(answer.note)


def sources(answer: Answer) -> str:
    """For Telegram, as HTML: each figure used, with its date, producer and address."""
    rests = _rests(*answer.findings)
    if not rests:
        return escape(say("No stored figure was used: the arithmetic is the message's own."))
    return _fitting([_source(rest) for rest in rests], "")


def _source(rest: Reference) -> str:
    lines = [f"• {escape(rest.text)}"]
    if rest.title:
        title = say("{title} (an estimate: no source was opened)", title=rest.title) if rest.estimate else rest.title
        lines.append(f"  {escape(title)}")
    if rest.address:
        lines.append(f"  <code>{escape(rest.address)}</code>")
    return "\n".join(lines)


def _finding(
    finding: Finding,
    as_of: date,
    safe: Bold,
    bold: Bold,
    most_lines: int = MOST_LINES,
    changes: tuple[str, ...] = (),
) -> str:
    sign, label = _sign(finding), _label(finding)
    top = f"{sign} {bold(safe(label))}" + (f": {safe(finding.headline)}" if finding.headline else "")
    judged = say("as of {day}", day=day_words(as_of))
    lines = [top, safe(say("Read as: {reading} ({judged}).", reading=finding.reading, judged=judged))]
    if changes:
        lines.append(safe(say("With: {changes}.", changes="; ".join(changes))))
    if finding.comparisons:
        lines += ["", *(f"• {safe(c.text)}" for c in _chosen(finding.comparisons, most_lines))]
    lines += ["", *(safe(line) for line in _after(finding))] if _after(finding) else []
    return "\n".join(lines)


def _chosen(comparisons: tuple[Comparison, ...], most: int) -> tuple[Comparison, ...]:
    """Those that decide, then indicate, then give scale; shown in their own order."""
    kept = sorted(comparisons, key=lambda one: one.vote.rank)[:most]
    return tuple(c for c in comparisons if c in kept)


def _shortened(label: str) -> str:
    """A label in at most as many characters as a button shows, cut between words."""
    return label if len(label) <= LONGEST_LABEL else label[:LONGEST_LABEL].rsplit(" ", 1)[0] + "…"


def _after(finding: Finding) -> list[str]:
    lines = [f"{finding.flip}."] if finding.flip else []
    if finding.fits:
        lines.append(say("Would fit if {what}.", what=finding.fits))
    if finding.missing:
        lines.append(
            say("Missing: {figures}. Reply with it and I'll redo the sum.", figures="; ".join(finding.missing))
        )
    return lines + [f"⚠ {caveat}" for caveat in finding.caveats[:2]]


def _short(finding: Finding) -> str:
    head = f"{_sign(finding)} <b>{escape(_label(finding))}</b>: {escape(finding.reading)}"
    best = _chosen(finding.comparisons, 2)
    return "\n".join([head, *(f"• {escape(c.text)}" for c in best)])


def _heading(finding: Finding) -> tuple[str, str]:
    """The sign and the label: what claims nothing gets none of the verdicts."""
    return {"scale": TO_SCALE, "calculation": CALCULATED, "look_up": LOOKED_UP}.get(finding.kind) or LABELS[
        finding.verdict
    ]


def _sign(finding: Finding) -> str:
    return _heading(finding)[0]


def _label(finding: Finding) -> str:
    return say(_heading(finding)[1])


def _figures(finding: Finding) -> str:
    kept = [rest for rest in _rests(finding) if rest.id != "message"]
    producers = dict.fromkeys(say("estimates") if rest.estimate else rest.producer for rest in kept)
    return say("Figures: {producers}", producers=", ".join(producers)) if producers else ""


def _rests(*findings: Finding) -> list[Reference]:
    return list(dict.fromkeys(rest for f in findings for c in f.comparisons for rest in c.rests))


def _bold(text: str) -> str:
    return f"<b>{text}</b>"


def _fitting(blocks: list[str], last: str) -> str:
    """As many whole blocks as Telegram takes."""
    kept: list[str] = []
    for block in blocks:
        if sum(map(len, kept)) + len(block) > LONGEST - len(last) - 100:
            kept.append(say_plural("({number} more)", "({number} more)", len(blocks) - len(kept)))
            break
        kept.append(block)
    return "\n\n".join([*kept, last] if last else kept)


def _cut(text: str) -> str:
    """Never over Telegram's limit, and never within a tag: whole lines go."""
    if len(text) <= LONGEST:
        return text
    kept = text[:LONGEST].rsplit("\n", 1)[0]
    return re.sub(r"<[^>]*$", "", kept)
