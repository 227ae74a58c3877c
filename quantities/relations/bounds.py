"""Bounds: about, nearly, more than, at least, up to, and the odd synonyms that spun texts have for them."""

from __future__ import annotations

from quantities.model.quantity import Bound, Form
from quantities.parse_state import QuantityDraft, SentenceState
from quantities.text.lexicon import words

# What may stand before "than": every word of the kind, the synonym spinners' finds included.
_MORE = words(
    """more greater larger higher extra additional some-more bigger better longer older heavier wider taller upwards
    rather"""
)
_LESS = words(
    "less fewer lower smaller under reduction lesser shorter younger cheaper lighter beneath decreased reduced"
)

_PHRASES: dict[Bound, str] = {
    Bound.ABOUT: """about; around; roughly; approximately; approx; approx .; circa; ca; ca .; c .; ~; \u2248; \u2243;
        close to; in the region of; on the order of; in the order of; in the neighborhood of;
        in the neighbourhood of; an estimated; estimated; some; something like; or so; more or less;
        give or take; somewhere around; barely; scarcely; hardly; in the range of; of the order of; virtually;
        an average of about; say; upward of about; plus or minus; may be; as about""",
    Bound.NEARLY: """nearly; almost; close on; just about; not quite; practically; approaching; verging on; most;
        all but; nigh on""",
    Bound.MORE_THAN: """over; above; exceeding; exceeds; exceed; exceeded; in excess of; in surplus of;
        in overabundance of; upwards of; upward of; north of; beyond; surpassing; topping; topped; surpassed;
        surpasses; >; past the; well over; greater than; just over; more""",
    Bound.AT_LEAST: """at least; no less than; no fewer than; not less than; not fewer than; a minimum of; minimum of;
        minimum; \u2265; > =; at the very least; at a minimum; at slightest; no lower than; starting at""",
    Bound.LESS_THAN: """under; below; beneath; just under; just below; <; sub -; sub; south of; short of;
        well under; shy of""",
    Bound.AT_MOST: """at most; no more than; not more than; no greater than; a maximum of; maximum of; maximum;
        \u2264; < =; not exceeding; at the most; no higher than; does not exceed; capped at; not over; limited to""",
    Bound.UP_TO: """up to; as much as; as many as; as high as; to the tune of; a peak of; peaked at; upto""",
}


def _table() -> tuple[dict[tuple[str, ...], Bound], frozenset[str]]:
    table = {tuple(p.split()): bound for bound, text in _PHRASES.items() for p in text.split(";")}
    for kind, bound in ((_MORE, Bound.MORE_THAN), (_LESS, Bound.LESS_THAN)):
        for word in kind:
            for than in ("than", "then"):
                table[(*word.replace("-", " - ").split(), than)] = bound
    for few in ("as few as", "as little as", "as low as"):
        table[tuple(few.split())] = Bound.AT_LEAST
    del table[("more",)]
    return table, frozenset(key[-1] for key in table)


_BEFORE, _LAST_WORDS = _table()
_AFTER: dict[tuple[str, ...], Bound] = {
    ("or", "more"): Bound.AT_LEAST,
    ("or", "above"): Bound.AT_LEAST,
    ("or", "over"): Bound.AT_LEAST,
    ("or", "older"): Bound.AT_LEAST,
    ("or", "higher"): Bound.AT_LEAST,
    ("and", "above"): Bound.AT_LEAST,
    ("and", "over"): Bound.AT_LEAST,
    ("and", "up"): Bound.AT_LEAST,
    ("plus",): Bound.AT_LEAST,
    ("+",): Bound.AT_LEAST,
    ("or", "less"): Bound.AT_MOST,
    ("or", "fewer"): Bound.AT_MOST,
    ("or", "under"): Bound.AT_MOST,
    ("or", "below"): Bound.AT_MOST,
    ("or", "so"): Bound.ABOUT,
    ("-", "odd"): Bound.ABOUT,
    ("odd",): Bound.ABOUT,
    ("ish",): Bound.ABOUT,
    ("-", "plus"): Bound.AT_LEAST,
    ("or", "thereabouts"): Bound.ABOUT,
    ("at", "least"): Bound.AT_LEAST,
    ("at", "most"): Bound.AT_MOST,
    ("more", "or", "less"): Bound.ABOUT,
    ("and", "counting"): Bound.AT_LEAST,
}
# Fillers between the bound and the number.
_FILLERS = frozenset(
    [
        "a",
        "an",
        "the",
        "just",
        "only",
        "estimated",
        "total",
        "of",
        "another",
        "other",
        "some",
        "well",
        "by",
        "at",
        "to",
        "(",
        '"',
    ]
)
_MAY_SKIP = frozenset(
    [
        "a",
        "an",
        "the",
        "just",
        "another",
        "only",
        "(",
        '"',
        "'",
        "the",
        "whopping",
        "staggering",
        "about",
        "around",
        "nearly",
        "almost",
        "some",
        "roughly",
    ]
)
_LONGEST = 5


def find(sentence: SentenceState) -> None:
    """Gives each draft the bound that stands right before or right after it."""
    floor = -1
    for draft in sentence.drafts:
        if not draft.bounded:
            _before(sentence, draft, floor)
            if not draft.bounded:
                _after(sentence, draft)
        floor = draft.end
    _carry_into_brackets(sentence)


def _before(sentence: SentenceState, draft: QuantityDraft, floor: int) -> None:
    place = draft.start - 1
    for _ in range(3):
        if place <= floor:
            return
        found = _ending_at(sentence, place, floor)
        if found is not None and not _means_other(sentence, draft, found[1]):
            draft.bound, draft.start, draft.bounded = found[0], found[1], True
            _outer(sentence, draft, floor)
            return
        if sentence.lower[place] not in _MAY_SKIP:
            return
        place -= 1


def _outer(sentence: SentenceState, draft: QuantityDraft, floor: int) -> None:
    """Such as "more than about 20", "nearly over": the outer word is kept in the span, and wins if the inner one says
    only "about".
    """
    place = draft.start - 1
    found = _ending_at(sentence, place, floor) if place > floor else None
    if found is not None and not _means_other(sentence, draft, found[1]):
        draft.start = found[1]
        if draft.bound is Bound.ABOUT:
            draft.bound = found[0]


def _ending_at(sentence: SentenceState, place: int, floor: int) -> tuple[Bound, int] | None:
    """The longest bound phrase whose last token is `place`, and its first token."""
    if sentence.lower[place] not in _LAST_WORDS:
        return None
    for length in range(min(_LONGEST, place - floor), 0, -1):
        bound = _BEFORE.get(tuple(sentence.lower[place - length + 1 : place + 1]))
        if bound is not None:
            return bound, place - length + 1
    return None


_LINKING = words("for lasted lasting been took takes is was worth by of with has have had after to")


def _means_other(sentence: SentenceState, draft: QuantityDraft, first: int) -> bool:
    """After a quantity "over 5 years" is its period; "most 20", "may be" and "talk about 3" bound nothing."""
    low = sentence.lower[first]
    if low == "over" and draft.unit.name in PERIOD_UNITS and first == draft.start - 1:
        return sentence.lower[first - 1] not in _LINKING and first > 0 and _counts_before(sentence, draft)
    if low in ("may", "say"):
        return sentence.tokens[first - 1].text != ","
    if low == "most":
        return True
    if low in ("minimum", "maximum"):
        return first == draft.start - 1 and sentence.lower[first - 1] not in ("a", "the", "of")
    return low in ("about", "around") and sentence.lower[first - 1] in ("talk", "talking", "worry", "how")


PERIOD_UNITS = words("second minute hour day week month quarter year decade century")


def _counts_before(sentence: SentenceState, draft: QuantityDraft) -> bool:
    return sentence.draft_before(draft.start - 1) >= 0


def _after(sentence: SentenceState, draft: QuantityDraft) -> None:
    at = draft.end + 1
    for length in (3, 2, 1):
        bound = _AFTER.get(tuple(sentence.lower[at : at + length]))
        if bound is None:
            bound = _inside(sentence, draft, length)
            if bound is not None:
                draft.bound, draft.bounded = bound, True
                return
            continue
        if sentence.lower[at] in ("plus", "+", "odd") and sentence.is_number(at + 1):
            return
        draft.bound, draft.bounded, draft.end = bound, True, at + length - 1
        return


def _inside(sentence: SentenceState, draft: QuantityDraft, length: int) -> Bound | None:
    """A bound between the numeral and its noun: "400-odd people", "10 or more people", "50+ people"."""
    at = draft.last + 1
    if draft.end < at + length or draft.unit_first < at:
        return None
    return _AFTER.get(tuple(sentence.lower[at : at + length]))


def _carry_into_brackets(sentence: SentenceState) -> None:
    """What is said of a quantity holds for its conversion in brackets: "more than 50 km (31 miles)"."""
    for earlier, later in zip(sentence.drafts, sentence.drafts[1:], strict=False):
        opening = sentence.tokens[later.start - 1].text
        inside = opening == "(" and later.start - 1 == earlier.end + 1
        beside = opening == "/" and later.start - 1 == earlier.end + 1
        alike = (
            earlier.unit.dimension is later.unit.dimension and earlier.form is later.form and earlier.unit != later.unit
        )
        if (inside or beside) and alike and later.form is Form.AMOUNT and not later.bounded:
            later.bound = earlier.bound
