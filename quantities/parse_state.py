"""A sentence while it is read: its tokens, and the quantities that one rule after the other fills in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from fractions import Fraction

from quantities.model.quantity import Bound, DateMention, Direction, Form, Period, Role, Span, Unit
from quantities.text.tokenizer import PAD, Token

NO_UNIT = Unit()
ZERO = Fraction(0)


@dataclass(slots=True, eq=False)
class QuantityDraft:
    """A quantity that is not finished. Places are indices of tokens, both ends included.

    `first` and `last` hold the numeral, `start` and `end` all its words. `step` is the worth of its last digit that
    counts (0 where no precision is implied), `scale` the factor of its last scale word or letter. `others` are other
    values of the same digits; `other_units` other readings of "m" or "pound", as the factor on the value and the unit.
    `unit_first` is the first token of the unit, -1 where there is none; `noun_first` is where the noun counted stands,
    -1 where that is behind the number.
    """

    first: int
    last: int
    low: Fraction
    high: Fraction
    step: Fraction = ZERO
    scale: int = 1
    in_words: bool = False
    others: tuple[Fraction, ...] = ()
    start: int = -1
    end: int = -1
    form: Form = Form.AMOUNT
    unit: Unit = NO_UNIT
    unit_first: int = -1
    noun_first: int = -1
    other_units: tuple[tuple[Fraction, Unit], ...] = ()
    bound: Bound = Bound.EXACT
    bounded: bool = False
    direction: Direction = Direction.NONE
    role: Role = Role.LEVEL
    period: Period | None = None
    hyphened: bool = False
    is_fraction: bool = False
    dropped: bool = False

    def __post_init__(self) -> None:
        if self.start < 0:
            self.start, self.end = self.first, self.last

    @property
    def is_range(self) -> bool:
        """Whether the draft has two ends."""
        return self.low != self.high

    @property
    def is_bare(self) -> bool:
        """Whether nothing but a number has been found."""
        return self.form is Form.AMOUNT and self.unit is NO_UNIT

    def multiply(self, factor: Fraction | int) -> None:
        """Applies a scale that stands after the numeral."""
        self.low *= factor
        self.high *= factor
        self.step *= factor
        self.others = tuple(other * factor for other in self.others)


@dataclass(slots=True)
class SentenceState:
    """One sentence: `tokens` are padded (see tokenizer.tokenize_padded), `lower` are the same in lower case.

    `plain` is the whole text with its characters normalised. `taken` says why a token is no part of a number: it
    belongs to a date, a name, a code. `ignored` are the spans of such numbers with the reason.
    """

    plain: str
    tokens: list[Token]
    locale: str
    taken: dict[int, str] = field(default_factory=dict)
    drafts: list[QuantityDraft] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    ignored: list[tuple[Span, str]] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    words: frozenset[str] = frozenset()  # all tokens, as they are written and in lower case

    def __post_init__(self) -> None:
        self.lower = [token.lower for token in self.tokens]
        self.starts = [token.start for token in self.tokens[: self.size]]
        self.words = frozenset(self.lower).union(token.text for token in self.tokens)

    def place(self, character: int) -> int:
        """Returns the first token that starts at or after a character of the text."""
        return bisect_left(self.starts, character)

    def draft_before(self, i: int) -> int:
        """Returns the index in `drafts` of the last one that starts at token i or before; -1 if none."""
        return bisect_right(self.drafts, i, key=lambda draft: draft.start) - 1

    @property
    def size(self) -> int:
        """How many tokens the sentence has, without the padding."""
        return len(self.tokens) - PAD

    def span(self, first: int, last: int) -> Span:
        """Returns the characters from token `first` to token `last`."""
        return self.tokens[first].start, self.tokens[last].end

    def ignore(self, first: int, last: int, why: str) -> None:
        """Takes the tokens from `first` to `last` out of the numbers, with the reason."""
        for place in range(first, last + 1):
            self.taken[place] = why
        self.ignored.append((self.span(first, last), why))

    def glued(self, i: int) -> bool:
        """Whether token i follows the one before it without a space."""
        return self.tokens[i - 1].end == self.tokens[i].start

    def is_number(self, i: int) -> bool:
        """Whether token i is a number in digits."""
        return self.tokens[i].kind == "number"
