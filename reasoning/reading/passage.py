"""A text read once: words in segments, quantities, names, dates. Everything later looks here, never at the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from knowledge import Library
from knowledge.model.entity import NameMention
from quantities import DateMention, Dimension, Form, PeriodKind, Quantity, Unit, read, split_sentences
from quantities.text.normalization import normalize
from quantities.text.tokenizer import NUMBER, WORD, Token, tokenize_padded
from reasoning.reading.compounds import join_compounds
from reasoning.reading.conclusions import join_conclusions
from reasoning.reading.event_dates import event_dates
from reasoning.reading.frames import blank_frames
from reasoning.reading.language import abbreviations, any_of, stem, words
from reasoning.reading.misspellings import Misspelling, mend_misspellings
from reasoning.reading.noise import blank_noise, part_signs
from reasoning.reading.small_names import find_small_names
from reasoning.reading.spelled_ones import with_numerals, with_one_unit
from reasoning.reading.unsaid_ages import as_ages

MOST_STATED = 10  # quantities of one sentence
MOST_WHOLE = 450  # characters of a text that is read as one sentence, too
OLDEST = 110  # years
MOST_TOKENS = 160  # of one sentence; what lies beyond is not reasoned about
LONG_WORD, FEWEST_LONG, SHOUTED = 4, 3, 0.7  # letters; how many such words, and what share of them, make a headline
_ARROW = re.compile(r"=>(?=\s*[^\w\s]?\d)")  # no bound
_BREAK = re.compile(r"[,;:()\[\]\"!?—–|•·]|\s-\s|\.\.\.|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: `place` is its index, `segment` the part of the sentence between signs that it stands in."""

    place: int
    low: str
    stem: str
    start: int
    end: int
    segment: int
    capital: bool
    is_word: bool


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity of the text with the places of its words."""

    quantity: Quantity
    places: frozenset[int]
    segment: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the text with the places of its words; `ids` may be meant, the likeliest first."""

    ids: tuple[str, ...]
    form: str
    places: frozenset[int]
    segment: int
    first: int
    last: int
    text: str


class Sentence:
    """One sentence with all that stands in it. `earlier` is the one before it, `signs` the places of emoji and bars."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        library: Library,
        names: tuple[NameMention, ...],
        mended: tuple[Misspelling, ...] = (),
        signs: tuple[int, ...] = (),
    ) -> None:
        self.earlier: Sentence | None = None
        self.text = text
        self.signs = tuple(sign for sign in signs if start <= sign < end)
        self.misspellings = tuple(one for one in mended if start <= one.start < end)
        self.span = (start, end)
        self.words = _split(text, start, end)
        written = with_numerals(text[start:end])
        self.reading = read(written)
        if not self.reading.quantities:
            written = with_one_unit(written)
            self.reading = read(written)
        self._rewritten = written != text[start:end]
        self._at = {place.start: place.place for place in self.words}
        shift = start
        dates = tuple(replace(one, span=(one.span[0] + shift, one.span[1] + shift)) for one in self.reading.dates)
        self.dates: tuple[DateMention, ...] = dates or tuple(event_dates(self.words, library))
        quantities = as_ages(join_compounds(self.reading.quantities, text[start:end]), text[start:end])
        found = [self._stated(one, shift) for one in quantities]
        self.names: tuple[Named, ...] = tuple(self._named(one) for one in names if start <= one.span[0] < end)
        self.trades: tuple[Named, ...] = tuple(
            self._named(replace(one, span=(one.span[0] + shift, one.span[1] + shift)))
            for one in library.occupations(text[start:end])
        )
        kept = [one for one in found if one is not None and not _is_set_off(self, one)]
        pairs = pairwise((*kept, None))
        kept = [one for one, then in pairs if one is not None and not _is_taken_back(self, one, then)]
        self.stated: tuple[Stated, ...] = tuple(kept)[:MOST_STATED]

    def places_of(self, start: int, end: int) -> frozenset[int]:
        """The places of the words that overlap a stretch of characters."""
        return frozenset(word.place for word in self.words if word.start < end and word.end > start)

    @cached_property
    def lows(self) -> tuple[str, ...]:
        return tuple(word.low for word in self.words)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(word.stem for word in self.words)

    @cached_property
    def places_by_stem(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for word in self.words:
            found.setdefault(word.stem, []).append(word.place)
        return found

    @cached_property
    def is_shouted(self) -> bool:
        """Whether the sentence is a headline: most of its longer words begin with a capital."""
        long = [word for word in self.words if word.is_word and len(word.low) >= LONG_WORD]
        return len(long) >= FEWEST_LONG and sum(word.capital for word in long) >= SHOUTED * len(long)

    @cached_property
    def number_places(self) -> frozenset[int]:
        """The places of numerals and of their units."""
        return frozenset(place for one in self.stated for place in one.places)

    @cached_property
    def known_places(self) -> frozenset[int]:
        """The places of the numbers with their units, of the names, trades and dates."""
        named = (one.places for one in (*self.names, *self.trades))
        return self.number_places.union(*named, *(self.places_of(*one.span) for one in self.dates))

    @cached_property
    def name_places(self) -> frozenset[int]:
        """The places of the names."""
        return frozenset(place for name in self.names for place in name.places)

    @cached_property
    def anyone_places(self) -> frozenset[int]:
        """The places of the words for whoever it is, "you" and "us"; the US is somebody."""
        return frozenset(word.place for word in self.words if word.low in words().anyone) - self.name_places

    @cached_property
    def core_places(self) -> frozenset[int]:
        """The places of numerals, their units and what they count, without what stands before or behind the noun."""
        return frozenset(place for one in self.stated for place in self._core(one))

    @cached_property
    def joined(self) -> tuple[tuple[Named, ...], ...]:
        """The names in groups, in order: those with nothing but "and" or a comma between them are together."""
        groups: list[tuple[Named, ...]] = []
        listed: list[bool] = []  # whether an "and" stands in the group, without which it is no list
        for name in sorted(self.names, key=lambda one: one.first):
            between = self.lows[groups[-1][-1].last + 1 : name.first] if groups else ()
            if (
                groups
                and all(low in words().joining for low in between)
                and (between or not self._is_around(groups[-1]))
            ):
                groups[-1] = (*groups[-1], name)
                listed[-1] |= bool(between)
            else:
                groups.append((name,))
                listed.append(False)
        pairs = zip(groups, listed, strict=True)
        return tuple(part for group, is_list in pairs for part in ([group] if is_list else [(one,) for one in group]))

    def _is_around(self, group: tuple[Named, ...]) -> bool:
        """Whether a group says where something is: "in Europe"."""
        first = group[0].first
        return not words().within.isdisjoint(self.lows[max(first - 2, 0) : first])

    @cached_property
    def apposed(self) -> frozenset[int]:
        """The places of the words between commas that only say who or what stands before: "X, the German carmaker,"."""
        classes, found = words(), frozenset[int]()
        opening = classes.article | classes.article_one | classes.possessive
        fronted = bool(self.lows) and self.lows[0] in classes.function - opening  # "with no traffic, a car drives"
        for segment in {word.segment for word in self.words[1:]} - {0, *(word.segment for word in self.words[-1:])}:
            inside = [word for word in self.words if word.segment == segment]
            own = frozenset(word.place for word in inside)
            first, behind = inside[0], self.words[inside[-1].place + 1]
            signs = {self.text[self.words[first.place - 1].end : first.start][:1], self.text[behind.start - 2]}
            tells = first.low in opening or self.text[: first.end].endswith("'s")  # "Peru's neighbour"
            if signs == {","} and tells and (not fronted or first.place - 1 in self.name_places):
                free = self.number_places.isdisjoint(own) and classes.auxiliary.isdisjoint(word.low for word in inside)
                found |= own if free and not own - {first.place} <= self.name_places else frozenset()
        return found

    @cached_property
    def ages(self) -> frozenset[int]:
        """The indexes of the numbers that say how old somebody is; see `ages_told`."""
        return frozenset(index for index, one in enumerate(self.stated) if _is_an_age(self, one))

    @cached_property
    def bound_places(self) -> frozenset[int]:
        """The places of the words before a numeral that only say how exact it is: "around 160"."""
        return frozenset(
            place
            for one in self.stated
            for place in one.places
            if place < min(self.places_of(*one.quantity.number_span), default=0)
        )

    def _core(self, one: Stated) -> frozenset[int]:
        quantity = one.quantity
        numeral = self.places_of(*quantity.number_span)
        noun = (
            stem((quantity.unit.noun or quantity.unit.name).split()[-1])
            if quantity.unit.name or quantity.unit.noun
            else ""
        )
        plain = quantity.unit.dimension in (Dimension.COUNT, Dimension.RATIO, Dimension.NONE)
        if quantity.form is Form.MULTIPLE or not plain:
            return one.places
        heads = {place for place in one.places if self.words[place].stem == noun}
        per = self.places_of(*self._period_span(quantity))
        return numeral | heads | per

    def _period_span(self, quantity: Quantity) -> tuple[int, int]:
        if quantity.period is None or not quantity.period.span[1]:
            return (0, 0)
        return quantity.period.span[0] + self.span[0], quantity.period.span[1] + self.span[0]

    def _stated(self, quantity: Quantity, shift: int) -> Stated | None:
        start, end = quantity.span[0] + shift, quantity.span[1] + shift
        places = self.places_of(start, end)
        if quantity.period is not None and quantity.period.kind is PeriodKind.PER and quantity.period.span[1]:
            places |= self.places_of(quantity.period.span[0] + shift, quantity.period.span[1] + shift)
        if not places:
            return None
        first = min(places)
        if quantity.unit.dimension is Dimension.COUNT and quantity.unit.name in ("time", "times"):
            quantity = replace(
                quantity, form=Form.MULTIPLE, unit=Unit("time", Dimension.RATIO, noun=quantity.unit.noun)
            )
        moved = replace(
            quantity,
            text=self.text[self.words[first].start : self.words[max(places)].end] if self._rewritten else quantity.text,
            span=(start, end),
            number_span=(quantity.number_span[0] + shift, quantity.number_span[1] + shift),
        )
        return Stated(moved, places, self.words[first].segment, first, max(places))

    def _named(self, mention: NameMention) -> Named:
        places = self.places_of(*mention.span)
        first = min(places, default=0)
        segment = self.words[first].segment if self.words else 0
        return Named(mention.entities, mention.form, places, segment, first, max(places, default=0), mention.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A whole text: its sentences, with what of it was blanked out as noise left out.

    `whole` is all of a short text as one sentence, where its numbers stand in several; else None.
    """

    text: str
    sentences: tuple[Sentence, ...]
    whole: Sentence | None = None


def read_passage(text: str, library: Library) -> Passage:
    """The text, read. Linear in its length."""
    written = _ARROW.sub("= ", normalize(text))
    signs, plain = part_signs(written), _restore_apostrophes(blank_noise(written), library)
    names = library.names(plain)
    plain, mended = mend_misspellings(plain, names, library)
    names = find_small_names(plain, library, library.names(plain) if mended else names)
    spans = [span for span in split_sentences(plain) if plain[span[0] : span[1]].strip()]
    plain = blank_frames(plain, spans, [name.span for name in names])
    names = tuple(name for name in names if plain[name.span[0] : name.span[1]].strip())
    spans = [(start + _indent(plain[start:end]), end) for start, end in spans if plain[start:end].strip()]
    spans = join_conclusions(plain, spans)
    sentences = [Sentence(plain, start, end, library, names, mended, signs) for start, end in spans]
    for one, following in pairwise(sentences):
        following.earlier = one
    with_numbers = [one for one in sentences if one.stated]
    few = sum(len(one.stated) for one in with_numbers) <= MOST_STATED
    if len(with_numbers) < 2 or not few or with_numbers[-1].span[1] - with_numbers[0].span[0] > MOST_WHOLE:
        return Passage(plain, tuple(sentences))
    span = with_numbers[0].span[0], with_numbers[-1].span[1]
    return Passage(plain, tuple(sentences), Sentence(plain, *span, library, names, mended, signs))


def _indent(text: str) -> int:
    """The number of spaces with which a text begins."""
    return len(text) - len(text.lstrip())


def _restore_apostrophes(text: str, library: Library) -> str:
    """ "nvidias revenue" as "nvidia  revenue": an s behind a name that is no word with it, is the possessive's."""
    known = library.entity_linker

    def mend(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < 5 or known.exact(word) or not known.exact(word[:-1]):
            return word
        return word[:-1] + " "

    return re.sub(r"\b[A-Za-z]{4,30}s\b(?!')", mend, text)


def _split(text: str, start: int, end: int) -> tuple[Word, ...]:
    found: list[Word] = []
    segment = 0
    last = start
    classes, in_full = words(), abbreviations()
    tokens: list[Token] = tokenize_padded(text, start, end)
    for token in tokens:
        if token.start < 0 or len(found) >= MOST_TOKENS:
            break
        if _BREAK.search(text, last, token.start + 1) is not None and found:
            segment += 1
        last = token.end
        if token.kind not in (WORD, NUMBER):
            continue
        if found and token.kind == NUMBER and found[-1].end == token.start and found[-1].is_word:
            before = found.pop()  # "co2" is one word
            low = before.low + token.lower
            found.append(replace(before, low=low, stem=stem(low), end=token.end))
            continue
        low = token.lower.replace("'s", "") if token.lower.endswith("'s") else token.lower
        low = in_full.get(low, low)
        if (found and low in classes.cut and found[-1].segment == segment) or (
            found and low in classes.saying and found[-1].low in classes.lead_in
        ):
            segment += 1
        capital = token.text[:1].isupper()
        found.append(Word(len(found), low, stem(low), token.start, token.end, segment, capital, token.kind == WORD))
    return tuple(found)


def is_bracketed(sentence: Sentence, one: Stated) -> bool:
    """Whether a quantity stands alone in brackets: "5 miles (8 km)"."""
    start, end = sentence.words[one.first].start, sentence.words[one.last].end
    return sentence.text[max(start - 1, 0) : start] == "(" and sentence.text[end : end + 1] == ")"


def is_paid(sentence: Sentence, one: Stated) -> bool:
    """Whether a word that pays stands right before a quantity: "paid 20", "cost about 300"."""
    number = min(sentence.places_of(*one.quantity.number_span), default=0)
    return not words().paying.isdisjoint(sentence.lows[max(min(one.first, number) - 1, 0) : number])


def ages_told(sentence: Sentence) -> frozenset[int]:
    """The indexes of the numbers that say how old somebody is, with no part in a sum: "a 57 year old", "i'm 45"."""
    return sentence.ages


def _is_an_age(sentence: Sentence, one: Stated) -> bool:
    """Whether a number says how old somebody is."""
    if one.quantity.value > OLDEST:
        return False
    before = [sentence.text[word.start : word.end].lower() for word in sentence.words[: one.first][-2:]]
    told = bool({*before[-1:], "_".join(before)} & words().telling_age) and one.quantity.period is None
    bare = one.quantity.unit.dimension is Dimension.NONE and one.quantity.form is Form.AMOUNT
    return one.quantity.unit.dimension is Dimension.AGE or (bare and told)


def _is_set_off(sentence: Sentence, one: Stated) -> bool:
    """Whether a number is an age between signs behind somebody: "Anna Berg, 58, keeps cows", "my son (9)"."""
    before, text, age = sentence.words[max(one.first - 2, 0) : one.first], sentence.text, one.quantity
    if (
        not before
        or one.first != one.last
        or not age.value.denominator == 1 <= OLDEST - age.value
        or age.unit != Unit()
    ):
        return False
    number = sentence.words[one.first]
    signs = (text[before[-1].end : number.start] + text[number.end : number.end + 1]).replace(" ", "")
    named = all(word.capital and word.is_word and word.place not in sentence.name_places for word in before)
    trades = any(before[-1].place in trade.places for trade in sentence.trades)
    somebody = before[-1].low in words().kin or trades or (named and (len(before) > 1 or signs == "()"))
    return signs in (",,", "()", ",.") and somebody


def _is_taken_back(sentence: Sentence, one: Stated, then: Stated | None) -> bool:
    """Whether a number is corrected by the next: "15 times as many... no wait, 28 times"."""
    if then is None or then.quantity.form is not one.quantity.form:
        return False
    between = sentence.text[sentence.words[one.last].end : sentence.words[then.first].start]
    said = rf"[-.,;:!?–—] ?{any_of(words().taking_back)}(?: wait)?(?:\W*$|\s*[-.,;:–—])"
    return re.search(said, between, re.IGNORECASE) is not None  # but not "5 euros a day, no interest, for 40 years"


def is_share(quantity: Quantity) -> bool:
    """Whether it is a part of something: a percentage, "1 in 5", a half."""
    return quantity.form in (Form.PERCENT, Form.RATIO)


def is_rate(quantity: Quantity) -> bool:
    """Whether a quantity is so much in a time."""
    return quantity.period is not None and quantity.period.kind is PeriodKind.PER


def is_time(quantity: Quantity) -> bool:
    """Whether it is a length of time."""
    return quantity.unit.dimension in (Dimension.TIME, Dimension.AGE)


def is_beside_noun(quantity: Quantity) -> bool:
    """Whether it says how large a single thing is: "a 15-person team"."""
    return "-" in quantity.text and quantity.unit.noun in words().beside_number
