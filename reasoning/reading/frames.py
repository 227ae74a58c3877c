"""What a sentence says around its claim, blanked out like noise: who told it, what is felt, what was going on.

"My uncle told us over lunch that", "Crazy that", "According to the guide,", "While the kettle was boiling,", "tbh".
A frame holds no number: "half of them say that" is a claim. The names in it stay where the rest names nobody:
"Mexico's president said that 700 million people live there".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from quantities import read
from reasoning.reading.language import any_of, words

MOST_LEADING = 40  # words at the beginning of a sentence in which a frame may end
MOST_NESTED = 3  # frames in one another: "I read that she said that"
MOST_OF_TELLER = 8  # words from the sign to the word of telling: ", a former minister of the state said"
MOST_BEHIND = 7  # words from the word of saying to "that": "said on the steps on Tuesday that"
LEAST_CLAUSE = 4  # words of a clause that only tells what was going on
MOST_OF_FRAGMENT = 2  # words beside names and digits: "mln", "jobs"
MOST_ANSWERED = 5  # words from "and" to the end of "and my aunt said no"
FEWEST_LEFT = 2  # words that must be left for the claim
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_YEAR = re.compile(r"\b(?:1[789]|20)\d\d\b")
_SIGNS = re.compile(r",(?!\d)|[;:–—]")  # no "12,000"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Word:
    low: str
    start: int
    end: int
    part: int  # of the sentence between signs, counted from its beginning


def blank_frames(text: str, sentences: Sequence[Span], names: Sequence[Span]) -> str:
    """The text with the frames of its sentences turned into spaces; as long as before.

    >>> blank_frames("I read that it rains", [(0, 20)], [])
    '            it rains'
    """
    for start, end in sentences:
        text = _blank(text, [*_asides(text, start, end), *_told_between(text, start, end)], ())
        for _ in range(MOST_NESTED):
            frame = _leading(text, start, end, names)
            if frame is None:
                break
            text = _blank(text, [frame], _kept(text, frame, start, end, names))
        for _ in range(MOST_NESTED):
            frame = (
                _trailing(text, start, end) or _afterthought(text, start, end) or _of_oneself(text, start, end, names)
            )
            if frame is None:
                break
            text = _blank(text, [frame], _kept(text, frame, start, end, names))
    return text


def _blank(text: str, spans: Sequence[Span], kept: Sequence[Span]) -> str:
    for start, end in spans:
        left = list(" " * (end - start))
        for first, last in kept:
            left[first - start : last - start] = text[first:last]
        text = text[:start] + "".join(left) + text[end:]
    return text


def _kept(text: str, frame: Span, start: int, end: int, names: Sequence[Span]) -> list[Span]:
    """What of a frame the claim may need: its years, and its names where the rest of the sentence has none."""
    inside = [name for name in names if frame[0] <= name[0] and name[1] <= frame[1] and text[name[0] : name[1]].strip()]
    outside = any(start <= name[0] < end and not frame[0] <= name[0] < frame[1] for name in names)
    relative = [word.start for word in _tokens(text, *frame) if word.low in words().restricting]
    inside = [name for name in inside if not relative or name[0] < relative[0]]
    years = [(found.start(), found.end()) for found in _YEAR.finditer(text, *frame)]
    return years if outside and not _is_fragment(text, frame, (start, end), names) else [*years, *inside]


def _is_fragment(text: str, frame: Span, sentence: Span, names: Sequence[Span]) -> bool:
    """Whether what is left of a sentence only names and counts: who says "2 million jobs" speaks of their own."""
    classes = words()
    left = [
        word.low
        for word in _tokens(text, *sentence)
        if word.low.isalpha() and not any(first <= word.start < last for first, last in (frame, *names))
    ]
    return len(left) <= MOST_OF_FRAGMENT and classes.auxiliary.isdisjoint(left) and classes.link.isdisjoint(left)


def _asides(text: str, start: int, end: int) -> list[Span]:
    """The turns of speech of a sentence that claim nothing: "believe it or not"."""
    return [(found.start(), found.end()) for found in _aside_pattern().finditer(text, start, end)]


@cache
def _aside_pattern() -> re.Pattern[str]:
    phrases = sorted(words().asides, key=len, reverse=True)
    turns = "|".join(re.escape(one).replace("_", r"\W+") for one in phrases)
    opens = "|".join(sorted(words().saying))
    return re.compile(rf"(?<![\w'])(?:{turns})(?:\s+(?:{opens}))?(?![\w'])", re.IGNORECASE)


def _told_between(text: str, start: int, end: int) -> list[Span]:
    """Who told it, between two commas: "In 2015, according to the bureau, it was 5 %"."""
    signs, classes = [found.start() for found in _SIGNS.finditer(text, start, end)], words()
    found = []
    for first, last in pairwise(signs):
        part = list(_tokens(text, first, last))
        source = len(part) > FEWEST_LEFT and part[0].low in classes.source and part[1].low in classes.opening_source
        told = source or _is_told_by_somebody(part)
        if told and not _is_denied(part) and _is_free_of_numbers(text[first:last]):
            found.append((first, last))
    return found


def _leading(text: str, start: int, end: int, names: Sequence[Span]) -> Span | None:
    """The frame with which a sentence begins, up to where the claim begins; None for none."""
    found = list(_tokens(text, start, end))
    if len(found) <= FEWEST_LEFT:
        return None
    for last in (*_up_to_that(found), *_up_to_comma(text, found, names), *_up_to_and(found), *_up_to_whom(found)):
        frame = (found[0].start, last)
        if found[-FEWEST_LEFT].start >= last and _is_free_of_numbers(text[slice(*frame)]):
            return frame
    return None


def _tokens(text: str, start: int, end: int) -> Iterator[_Word]:
    part, before = 0, start
    for place, found in enumerate(_WORD.finditer(text, start, end)):
        if place > MOST_LEADING:
            return
        part += _SIGNS.search(text, before, found.start()) is not None
        before = found.end()
        yield _Word(found[0].lower(), found.start(), found.end(), part)


def _up_to_that(found: list[_Word]) -> Iterator[int]:
    """ "She said that", "crazy that", "I can't believe how": up to the word that opens what is said."""
    classes = words()
    for place, word in enumerate(found[1:], 1):
        is_how = word.low in classes.asking and found[place - 1].low in classes.factive  # "funny how"
        if word.low not in classes.saying and not is_how:
            continue
        framing = [at for at in range(max(place - MOST_BEHIND, 0), place) if found[at].low in classes.framing]
        if framing and not _is_denied(_part_of(found, framing[-1], place)) and not _restricts(found[: framing[-1]]):
            yield word.end
            return


def _up_to_whom(found: list[_Word]) -> Iterator[int]:
    """ "A colleague told me", "the guide insists": up to the word of telling, where a clause with a verb follows."""
    classes = words()
    for place, word in enumerate(found[1:-1], 1):
        told = word.low in classes.telling or (word.low in classes.claiming and _has_a_subject(found[:place]))
        if not told or _is_denied(_part_of(found, place, place)) or _restricts(found[:place]):
            continue
        if word.part and found[-1].part > word.part and found[0].part != word.part and _is_known(found[:place]):
            continue
        told = found[place + 1].low in classes.hearer
        rest = found[place + (2 if told else 1) :]
        if (
            rest
            and rest[0].low not in (classes.opening_told if told else classes.opening)
            and (told or any(one.low in classes.auxiliary and one.part == rest[0].part for one in rest[1:]))
        ):
            yield found[place + told].end
            return
    owner, thought = (
        found[0].low in classes.possessive,
        next((w for w in found[1:4] if w.low in classes.thinking), None),
    )
    if owner and thought is not None and not _is_denied(found[: found.index(thought)]):
        yield thought.end  # "my flatmate thinks"


def _has_a_subject(found: Sequence[_Word]) -> bool:
    """Whether words are an article and a noun of what claims something: "a post shared by thousands"."""
    return (
        len(found) > 1
        and found[0].low in words().definite | words().article_one
        and found[-1].low not in words().function
    )


def _is_known(found: list[_Word]) -> bool:
    """Whether a clause only says that somebody knows what stands before it: "Peru, a country I know well, has"."""
    classes = words()
    return (
        len(found) > 1
        and found[-1].low in classes.anyone | classes.first_person
        and not (found[-2].low in classes.function or found[-2].part != found[-1].part)
    )


def _up_to_comma(text: str, found: list[_Word], names: Sequence[Span]) -> Iterator[int]:
    """ "According to the guide,", "While the kettle was boiling,": up to the sign behind the clause."""
    classes = words()
    sign = _SIGNS.search(text, found[0].end)
    if sign is None:
        return
    clause = [word for word in found if word.end <= sign.start()]
    lows = {word.low for word in clause}
    if _is_denied(clause) and not lows & classes.meanwhile:
        return
    named = any(found[0].start <= name[0] < sign.start() for name in names)
    goes_on = len(clause) >= LEAST_CLAUSE and not lows.isdisjoint(classes.auxiliary | classes.first_person)
    is_scene = clause[0].low in classes.meanwhile and goes_on and not named
    is_source = clause[0].low in classes.source and not lows.isdisjoint(classes.framing | classes.telling)
    if is_scene or is_source:
        yield sign.end()


def _up_to_and(found: list[_Word]) -> Iterator[int]:
    """ "My sister was painting the hall, and": up to the word that joins what is claimed to what was going on.

    Not where the claim is about what went before: "the whale was huge, and it weighed 150 tonnes".
    """
    classes = words()
    for place in range(LEAST_CLAUSE, len(found) - LEAST_CLAUSE):
        before, word, after = found[place - 1], found[place], found[place + 1]
        dated = any(one.low[0].isdigit() for one in found[:place])
        if dated or word.low not in classes.joining_clauses or before.part == word.part == after.part:
            continue
        lows = {one.low for one in found[:place]}
        is_scene = not lows.isdisjoint(classes.past | classes.first_person | classes.possessive | classes.we)
        refers = after.low in classes.standing_in and found[place + 2].low not in classes.link | classes.being
        if is_scene and not refers and lows.isdisjoint(classes.than) and not _is_denied(found[:place]):
            yield word.end


def _trailing(text: str, start: int, end: int) -> Span | None:
    """ ", says the Guardian", "according to the guide": what stands behind the last sign; None where it is no frame."""
    classes = words()
    signs = [found.start() for found in _SIGNS.finditer(text, start, end)]
    pairs = list(pairwise(_tokens(text, start, end)))
    signs += [one.start for one, then in pairs if one.low in classes.source and then.low in classes.opening_source]
    if not signs or not text[start : signs[-1]].strip():
        return None
    found = list(_tokens(text, signs[-1], end))
    if not found or _is_denied(found):
        return None
    frame = signs[-1], found[-1].end
    if (
        len(found) > 1
        and found[0].low in classes.source
        and not {one.low for one in found}.isdisjoint(classes.framing | classes.telling)
    ):
        by = found[1].low in classes.opening_source  # "according to a survey of 2,000 people"
        counted = by and not _is_free_of_numbers(text[start : signs[-1]])
        return frame if counted or _is_free_of_numbers(text[signs[-1] : end]) else None
    told = found[0].low in classes.telling or _is_told_by_somebody(found)
    return frame if told and _is_free_of_numbers(text[signs[-1] : end]) else None


def _afterthought(text: str, start: int, end: int) -> Span | None:
    """ ", so he can't be blamed", ", and nobody talks about it", "- please pay by 5 pm": what follows on a claim."""
    classes = words()
    asked = _request_pattern().search(text, start, end)
    if asked is not None and not _is_free_of_numbers(text[start : asked.start()]):
        return asked.start(), end - (text[end - 1 : end] in ".!?")
    for sign in reversed([found.start() for found in _SIGNS.finditer(text, start, end)]):
        if not _is_free_of_numbers(text[sign:end]):
            return None
        found = list(_tokens(text, sign, end))
        if len(found) < LEAST_CLAUSE or not text[start:sign].strip() or _is_free_of_numbers(text[start:sign]):
            continue
        lows = [word.low for word in found]
        says = classes.auxiliary | classes.negation | classes.first_person | classes.possessive | classes.anyone
        is_clause = len(lows) > LEAST_CLAUSE and (not says.isdisjoint(lows) or len(lows) >= MOST_BEHIND)
        joined = lows[0] in classes.joining_clauses and is_clause
        comments = lows[0] in classes.drawing or (lows[2] in classes.why and lows[1] in classes.being)
        compares = not classes.than.isdisjoint(lows) or any(low == "most" or low.endswith("est") for low in lows)
        if (joined or comments) and not compares:
            return sign, found[-1].end
    return None


def _is_told_by_somebody(found: Sequence[_Word]) -> bool:
    """Whether words say no more than who told it, and where: ", the minister said in a talk show"."""
    classes = words()
    if not found:
        return False
    verb = next((place for place, word in enumerate(found[:MOST_OF_TELLER]) if word.low in classes.telling), 0)
    if not verb or found[0].low in classes.restricting | classes.joining_clauses | classes.conditional:
        return False
    rest = {word.low for word in found[verb + 1 :]}
    return len(rest) <= MOST_BEHIND and rest.isdisjoint(classes.auxiliary | classes.link | classes.being | {"that"})


def _of_oneself(text: str, start: int, end: int, names: Sequence[Span]) -> Span | None:
    """ "and I still take the bus", "meanwhile my bike is broken": how it is with the speaker, behind a number."""
    classes = words()
    own = classes.first_person | classes.we
    found = list(_tokens(text, start, end))
    for place, word in enumerate(found[FEWEST_LEFT:-1], FEWEST_LEFT):
        if word.low not in classes.joining_clauses:
            continue
        answered = found[-1].low in classes.answers and found[-2].low in classes.telling  # "and my aunt said no"
        if answered and place >= len(found) - MOST_ANSWERED and _is_free_of_numbers(text[word.start : end]):
            return word.start, found[-1].end
        if own.isdisjoint(one.low for one in found[place + 1 : place + 3]):
            continue
        unnamed = not any(name[0] >= word.start and name[0] < end for name in names)
        counted = not _is_free_of_numbers(text[start : word.start]) and _is_free_of_numbers(text[word.start : end])
        lows = {one.low for one in found[place:]}
        doubted = lows & classes.denial or (
            lows & classes.negation and lows & classes.lead_in
        )  # "and I don't believe it"
        return (word.start, found[-1].end) if counted and unnamed and not doubted else None
    return None


def _part_of(found: Sequence[_Word], place: int, last: int) -> list[_Word]:
    """The words before `last` in the part of the sentence, between signs, of the word at `place`."""
    return [word for word in found[:last] if word.part == found[place].part]


def _is_denied(found: Sequence[_Word]) -> bool:
    """Whether a frame denies what it frames: "nobody believes that", but not "I didn't know that"."""
    classes = words()
    denials = [place for place, word in enumerate(found) if word.low in classes.negation | classes.denial]
    return any(
        word.low in classes.denial or not any(after.low in classes.factive for after in found[place + 1 :])
        for place in denials
        for word in (found[place],)
    )


def _restricts(found: Sequence[_Word]) -> bool:
    """Whether those who say it are what is counted: "the number of people who believe that"."""
    classes = words()
    return any(
        word.low in classes.share_of or (word.low in classes.restricting and before.low in classes.people)
        for before, word in pairwise(found)
    ) or (bool(found) and found[0].low in classes.share_of)


def _is_free_of_numbers(text: str) -> bool:
    """Whether a stretch holds no quantity; years are none, nor how often a post was shared, or "by thousands"."""
    told = _passed_on_pattern().sub(" ", text)
    bare = _YEAR.sub(" ", told)
    if any(char.isdigit() for char in bare) or any(one.value != 1 for one in read(bare).quantities):
        return False
    return bare == told or not any(one.unit.name and one.value != 1 for one in read(told).quantities)  # "1900 km"


@cache
def _request_pattern() -> re.Pattern[str]:
    """A sign, and a word that asks somebody kindly."""
    return re.compile(rf"(?:[,;:–—]|\s-)\s{{0,3}}{any_of(words().asking_kindly)}\b", re.IGNORECASE)


@cache
def _passed_on_pattern() -> re.Pattern[str]:
    """How often something was shared, or by how many: "viewed 90,000 times", "shared by thousands"."""
    number = rf"(?:\d[\d.,]*[km]?(?: {any_of(words().scales)})?|{any_of(words().many)} of)"
    often = rf"(?:\w+ ){{0,2}}{number} {any_of(words().fold)}"
    return re.compile(
        rf"\b{any_of(words().seen_by_many)} (?:{often}|by (?:\w+ )?{any_of(words().many)})\b", re.IGNORECASE
    )
