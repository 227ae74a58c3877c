"""Draws docs/reply.svg, a claim in Telegram and the reply to it, and puts that reply into README.md. Both are real."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import knowledge
from reasoning import answer
from reasoning.presenting import reply as wording

CLAIM = "Alibaba will create 1 million US jobs"
DAY = date(2017, 1, 9)
ROOT = Path(__file__).parents[1]
PICTURE, README = ROOT / "docs" / "reply.svg", ROOT / "README.md"
MARKS = ("<!-- reply: drawn by make docs -->", "<!-- end -->")

WIDTH, MARGIN, PADDING = 640, 20, 14
SIZE, LINE = 15, 22
TALL, GAP = 36, 6  # of buttons
BUTTONS = (("Working", "Sources"), ("Picture", "Wrong?"))
STYLE = """
  text { font: 15px -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: #0f1419 }
  .b { font-weight: 600 } .i { font-style: italic }
  .sky { fill: #dfe7d8 } .said { fill: #e3fdd0 } .reply { fill: #ffffff } .button { fill: #8fa58a; fill-opacity: .75 }
  .label { fill: #ffffff; text-anchor: middle; font-weight: 600 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f3f5 } .sky { fill: #0e1621 } .button { fill: #2a3b4d }
    .said { fill: #2b5278 } .reply { fill: #182533 }
  }
"""

Word = tuple[str, str]  # a word, and the classes it is set in


class Words(HTMLParser):
    """Telegram HTML as lines of words."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[list[Word]] = [[]]
        self._open: list[str] = []
        self._glued = False

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        for number, line in enumerate(data.split("\n")):
            if number:
                self.lines.append([])
            words = line.split()
            if words and self._glued and not line[0].isspace() and self.lines[-1]:
                # "<b>A stretch</b>: ..." is one word up to the colon.
                before, classes = self.lines[-1][-1]
                self.lines[-1][-1] = (before + words.pop(0), classes)
            self.lines[-1] += [(word, " ".join(self._open)) for word in words]
            self._glued = not line[-1:].isspace()


def width_of(word: Word) -> float:
    """About how wide it is set: narrow letters, wide letters, and all others."""
    narrow, wide = "iljt.,:;'|!()[]fr1 ", "mwMW×%@"
    widths = (0.36 if c in narrow else 0.98 if c in wide else 1.4 if ord(c) > 0x2600 else 0.62 for c in word[0])
    return SIZE * sum(widths) * (1.06 if "b" in word[1].split() else 1.0)


def wrapped(line: list[Word], room: float) -> Iterator[list[Word]]:
    space, used = SIZE * 0.32, 0.0
    row: list[Word] = []
    for word in line:
        if row and used + width_of(word) > room:
            yield row
            used, row = 0.0, []
        row.append(word)
        used += width_of(word) + space
    yield row


def bubble(lines: list[list[Word]], kind: str, top: float, room: float) -> tuple[str, float, float]:
    """The drawing, its width and its height."""
    rows = [row for line in lines for row in wrapped(line, room)]
    wide = max(sum(map(width_of, row)) + SIZE * 0.32 * len(row) for row in rows) + 2 * PADDING
    high = LINE * len(rows) + 2 * PADDING - 6
    left = WIDTH - MARGIN - wide if kind == "said" else MARGIN
    drawn = [f'<rect class="{kind}" x="{left:.0f}" y="{top:.0f}" width="{wide:.0f}" height="{high:.0f}" rx="14"/>']
    for number, row in enumerate(rows):
        spans = " ".join(f'<tspan class="{classes}">{escape(word)}</tspan>' for word, classes in row)
        drawn.append(f'<text x="{left + PADDING:.0f}" y="{top + PADDING + 12 + LINE * number:.0f}">{spans}</text>')
    return "\n".join(drawn), wide, high


def buttons(top: float, wide: float) -> str:
    drawn = []
    for number, row in enumerate(BUTTONS):
        each = (wide - GAP * (len(row) - 1)) / len(row)
        height = top + number * (TALL + GAP)
        for place, label in enumerate(row):
            left = MARGIN + place * (each + GAP)
            drawn.append(
                f'<rect class="button" x="{left:.0f}" y="{height:.0f}" width="{each:.0f}" height="{TALL}" rx="10"/>'
            )
            drawn.append(f'<text class="label" x="{left + each / 2:.0f}" y="{height + 23:.0f}">{label}</text>')
    return "\n".join(drawn)


def picture(claim: str, reply: str) -> str:
    room = WIDTH - 2 * MARGIN - 2 * PADDING - 40
    said, _, said_high = bubble([[(word, "") for word in claim.split()]], "said", MARGIN, room)
    words = Words()
    words.feed(reply)
    top = MARGIN + said_high + 10
    replied, wide, high = bubble(words.lines, "reply", top, room)
    below = top + high + 6
    height = below + len(BUTTONS) * (TALL + GAP) - GAP + MARGIN
    label = "A claim in Telegram and the reply of the bot"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" '
        f'height="{height:.0f}" role="img" aria-label="{label}">\n<style>{STYLE}</style>\n'
        f'<rect class="sky" width="{WIDTH}" height="{height:.0f}" rx="18"/>\n'
        f"{said}\n{replied}\n{buttons(below, wide)}\n</svg>\n"
    )


def readme(text: str, said: str) -> str:
    """The README with what the terminal shows between its marks."""
    before, rest = text.split(MARKS[0], 1)
    after = rest.split(MARKS[1], 1)[1]
    line = f'$ addsup check --as-of {DAY} "{CLAIM}"'
    return f"{before}{MARKS[0]}\n```text\n{line}\n{said.strip()}\n```\n{MARKS[1]}{after}"


def documents() -> dict[Path, str]:
    """Each file with what it should hold."""
    found = answer(CLAIM, knowledge.load(), DAY)
    return {
        PICTURE: picture(CLAIM, wording.reply(found)),
        README: readme(README.read_text(encoding="utf-8"), wording.plain(found)),
    }


def main() -> None:
    for file, text in documents().items():
        file.write_text(text, encoding="utf-8")
        print(f"{file.name} is up to date")


if __name__ == "__main__":
    main()
