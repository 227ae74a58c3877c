"""How a sentence sets two sides against each other without a number: the comparing word, which way, and with whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quantities import Form
from reasoning.derivation.compared_names import agent_place, is_margin, names_beside
from reasoning.grounding.context import Context
from reasoning.model.leaf import Places
from reasoning.reading.language import words
from reasoning.reading.passage import Named, Sentence, Stated

NEXT_TO = 3  # words between a comparing word and the number that it bounds
MOST_BETWEEN = 8  # words from "than" to the name that is compared with
DENIED_BEFORE = 4  # words before a comparing word in which a denial turns it around
AS_FAR_AS = 6  # words from the one "as" to the other


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides: `ahead` are the names of the one, `behind` those of what it is compared with.

    `comparator` is ">" where the first is said to have more, "<" less, "=" as much. `pivot` is the place between them.
    """

    comparator: str
    pivot: int
    ahead: tuple[Named, ...]
    behind: tuple[Named, ...]
    places: Places
    is_than: bool


def read_comparisons(context: Context) -> Iterator[Comparison]:
    """The comparisons of a sentence: those of "than" and "as ... as", else those of a verb such as "outnumber"."""
    sentence = context.sentence
    more, less = _comparing(context)
    found = False
    for than in (place for place, low in enumerate(sentence.lows) if low in words().than):
        cue = _nearest(more | less, than, sentence)
        if cue is None or _bounds_a_number(than, sentence) or _is_any_other(than, sentence):
            continue
        found = True
        yield _comparison(context, than, cue, falls=cue in less, is_than=True)
    if found:
        return
    for first, last, cue in _as_much_as(context):
        found = True
        yield _comparison(context, last, cue, falls=None, is_than=True, start=first)
    even = None if found else _as_even(context)
    if even is not None:
        found = True
        yield even
    if found or not (more | less) or any(low in words().than for low in sentence.lows):
        return
    cue = max(more | less)
    doubled = any(_segment(place, sentence) == _segment(cue, sentence) for place in context.cue("double"))
    said = [one for index, one in enumerate(sentence.stated) if not is_margin(context, index)]
    if not doubled and not any(_says_how_much(one, cue, sentence) for one in said):
        yield _comparison(context, cue, cue, falls=cue in less, is_than=False)


def _as_even(context: Context) -> Comparison | None:
    """What is said to be the same of two: "X and Y have the same population", "as many ... as" aside."""
    cue = min(context.cue("even"), default=None)
    if cue is None or context.sentence.stated:
        return None
    found = _comparison(context, cue, cue, falls=None, is_than=True)
    if not found.behind and len(found.ahead) == 2:
        found = replace(found, ahead=found.ahead[:1], behind=found.ahead[1:])
    return found if found.comparator == "=" and found.ahead and found.behind else None


def _says_how_much(one: Stated, cue: int, sentence: Sentence) -> bool:
    """Whether a number says how much, so that nothing is set in order: "tops 3 million", "nine times as many"."""
    is_multiple = one.quantity.form is Form.MULTIPLE and one.segment == _segment(cue, sentence)
    within = cue in one.places and words().set_beside.isdisjoint(sentence.lows[: one.first])
    return is_multiple or within or 0 < one.first - cue <= NEXT_TO  # but "compared with X, Y has 3 more"


def _comparing(context: Context) -> tuple[Places, Places]:
    """The places of the words for more and for less; "longer" in "no longer" is none."""
    lows = context.sentence.lows
    ended = frozenset(p for p in range(1, len(lows)) if lows[p] in words().ending and lows[p - 1] in words().none)
    return context.cue("more") - ended, context.cue("less") - ended


def _nearest(cues: Places, than: int, sentence: Sentence) -> int | None:
    """The comparing word that belongs to a "than": the last one before it, else the first behind it."""
    before = [place for place in cues if place < than]
    behind = [place for place in cues if place > than and sentence.words[place].segment <= _segment(than, sentence) + 1]
    return max(before) if before else min(behind, default=None)


def _is_any_other(than: int, sentence: Sentence) -> bool:
    """Whether all others are compared with, which is a place among them: "than any other"."""
    behind = sentence.lows[than + 1 : than + 3]
    return len(behind) == 2 and behind[0] in words().any and behind[1] in words().other


def _bounds_a_number(than: int, sentence: Sentence) -> bool:
    """Whether a number, and no name, stands right behind a "than": "more than 3 million people"."""
    names = [name.first for name in sentence.names if name.first > than]
    until = min([than + NEXT_TO, *names])
    return any(than in one.places or than < one.first <= until for one in sentence.stated)


def _as_much_as(context: Context) -> Iterator[tuple[int, int, int]]:
    """The places of both words of each "as ... as" with a word for much between them, and of that word."""
    sentence = context.sentence
    if sentence.stated:
        return  # "twice as many as" has a number
    scale = context.cue("scale")
    for first, low in enumerate(sentence.lows):
        if low not in words().alike:
            continue
        last = next(
            (p for p in range(first + 2, min(first + AS_FAR_AS, len(sentence.lows))) if sentence.lows[p] == low), 0
        )
        between = scale & frozenset(range(first + 1, last))
        if last and between:
            yield first, last, min(between)


def _comparison(
    context: Context, pivot: int, cue: int, *, falls: bool | None, is_than: bool, start: int | None = None
) -> Comparison:
    sentence = context.sentence
    denial = _denial(sentence, cue if start is None else start)
    passive = None if is_than else agent_place(cue, sentence)
    behind = _run_behind(sentence, pivot)
    beside = () if is_than or behind else names_beside(sentence, cue)
    ahead = tuple(name for name in sentence.names if name.last < cue and name not in beside)[-1:] if beside else None
    names = sorted((name for name in sentence.names if name.last < cue), key=lambda name: name.last)
    comparator = "=" if falls is None else "<" if falls else ">"
    if denial:
        comparator = {"=": "<", "<": ">", ">": "<"}[comparator]
    if passive is not None:
        comparator = {"<": ">", ">": "<"}[comparator]
    is_than |= bool(names and behind) and behind[0].first - 1 == cue == names[-1].last + 1  # "Italy tops Greece"
    cues = context.cue("more") | context.cue("less")
    phrase = next(place for place in range(cue, -1, -1) if place - 1 not in cues)  # "falls short of"
    is_than |= phrase < cue and sentence.lows[cue] in words().part_of
    places = frozenset({pivot, *range(phrase, cue + 1)}) | denial | ({passive} if passive is not None else frozenset())
    places |= frozenset({start}) if start is not None else frozenset()
    ahead = ahead or _ahead(context, behind, cue)
    if not ahead and len(behind) == 1 and words().within & {*sentence.lows[behind[0].first - 2 : behind[0].first]}:
        ahead, behind = behind, ()  # "more cows than people in Uruguay"
    return Comparison(comparator, pivot, ahead, behind or beside, places, is_than)


def _denial(sentence: Sentence, cue: int) -> Places:
    """The places of the words that turn a comparing word around: "no longer bigger", "isn't bigger"."""
    segment = _segment(cue, sentence)
    for place in range(cue - 1, max(cue - DENIED_BEFORE, 0) - 1, -1):
        low = sentence.lows[place]
        if sentence.words[place].segment != segment or low in words().only:
            break
        if low in words().negation and words().factive.isdisjoint(sentence.lows[place + 1 : cue]):  # no "didn't know"
            return frozenset(range(place, cue)) if low in words().none and place + 1 < cue else frozenset({place})
    return frozenset()


def _run_behind(sentence: Sentence, pivot: int) -> tuple[Named, ...]:
    """The names right behind a place: "France and Spain together"."""
    behind = sorted((name for name in sentence.names if name.first > pivot), key=lambda name: name.first)
    if not behind or behind[0].first - pivot > MOST_BETWEEN or behind[0].segment > _segment(pivot, sentence) + 1:
        return ()
    return next(group for group in sentence.joined if behind[0] in group)


def _ahead(context: Context, behind: tuple[Named, ...], cue: int) -> tuple[Named, ...]:
    """The names of what is compared: the last ones in the part of the comparing word, else the first ones of all."""
    sentence = context.sentence
    others = [group for group in sentence.joined if not set(group) & set(behind)]
    if context.cue("summed"):
        return tuple(name for group in others for name in group if name.first < cue)
    segment = _segment(cue, sentence)
    near = [group for group in others if any(name.segment == segment for name in group)]
    before = [group for group in near if group[0].first < cue]
    return before[-1] if before else near[0] if near else others[0] if others else ()


def _segment(place: int, sentence: Sentence) -> int:
    return sentence.words[place].segment
