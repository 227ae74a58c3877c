"""Whether a loose reading is complete enough to be held against a claim: nothing in it is restricted or supposed."""

from __future__ import annotations

import re

from quantities import Dimension, Form
from reckoning.reading.statement import NEGATION, UNASSERTED, Statement
from reckoning.rough.topic import Topic

# "6 trillion more than when he took office" is a change.
COMPARED = re.compile(
    r"\b(?:more|higher|greater|larger|bigger|fewer|less|lower|smaller)\s+(?:[\w'-]+\s+){0,7}?than\s+(?:\w+\s+){0,3}?"
    r"(?:when|before|at the|in (?:19|20)\d\d|on the day)\b",
    re.IGNORECASE,
)
# Money of a year's worth: "in 2017 dollars" is no sum, and makes another measure of the one before it.
OLD_MONEY = re.compile(
    r"\b(?:19|20)\d\d\s+(?:US |international |constant )?(?:dollars?|euros?|pounds?|prices)\b", re.IGNORECASE
)
RANKED = re.compile(r"\b(?:top|bottom|richest|wealthiest|poorest|highest)\s+$", re.IGNORECASE)
NEEDED = frozenset({"need", "needs", "needed", "nobody"})  # these deny nothing here
DENIALS = NEGATION - {"without", "no"}  # "people without insurance" are people
PAUSE = re.compile(r"[,;:]\s|[()—]|\s[–-]{1,2}\s|[\"“”]")
# Words around a number that say nothing of what is counted.
RHETORIC = frozenset(
    """just only even simply still really very truly nearly almost upwards maybe perhaps well over under some up down
    now today currently already since ever every year years day days time times last next first who whom whose
    which that there these those because and or not no yes much many more most lot lots all any everybody
    everyone think know remember see seen say says said look want people person man woman men women folks
    americans citizens country nation state home world government federal national public our we us my your they
    them he she it i you here happens happened happening goes going went go gone get gets got getting come comes
    came coming left single average approximately estimated million billion trillion thousand hundreds irs cdc
    fbi according data report reports figures statistics show shows census bureau lol like wtf omg pls confirm
    did u tho bro haha smh mere merely alone whole entire lived abt into than began begin dead died dying
    president administration office took sworn inaugurated term when former senator congress great total annual
    annually yearly daily fact actually friends ladies gentlemen right so then again too also however current
    amount number level point responsible account accounts accounted passed topped surpassed exceeded reached reaches
    across rising falling growing hit hits climbed stands stood sits real southern takes take taking
    consume consumes eats devoted spends thats that's theres there's were we're we've they're it's don't doesn't live
    lives
    living""".split()
)
# What makes another thing of a number: a part, a comparison, a purpose, a supposition.
RESTRICTING = frozenset(
    """if would could should might may except without excluding including among between from whose
    because due caused related linked plan proposal bill act policy law program proposed wants want projected
    expected will could's unless except women's men's girls'
    women’s men’s female male graduate disabled elderly""".split()
)


def strange(statement: Statement, topic: Topic | None, known: frozenset[str] = frozenset()) -> list[str]:
    """The words that neither the program nor this reading explains, from the first word that counts to the next comma.

    What stands before a comma or behind one says something else: "..., pocket change really".
    """
    places = topic.places if topic is not None else frozenset[int]()
    start, end = _stretch(statement, places)
    loose = [w for w in statement.sentence.loose if start <= w.span[0] < end and w.span[0] not in places]
    unexplained = {text.lower() for text in statement.unexplained}
    return [w.lower for w in loose if w.lower in unexplained and w.lower not in RHETORIC | known]


def _stretch(statement: Statement, places: frozenset[int]) -> tuple[int, int]:
    """From the comma before the number and the words of the topic to the one behind them, within the clause."""
    inside = [place for place in places if statement.clause[0] <= place < statement.clause[1]]
    first, last = min([*inside, statement.span[0]]), max([*inside, statement.span[1]])
    text, at = statement.sentence.text, statement.sentence.span[0]
    start, end = statement.clause
    for match in PAUSE.finditer(text):
        if at + match.end() <= first:
            start = max(start, at + match.end())
        elif at + match.start() >= last:
            end = min(end, at + match.start())
            break
    return start, end


def is_in_old_money(statement: Statement) -> bool:
    """Whether the sentence reckons in the money of a year."""
    return statement.is_money and bool(OLD_MONEY.search(statement.sentence.text))


def is_said(statement: Statement) -> bool:
    """Whether it is said to be so: nothing in the clause denies it or supposes it."""
    lowers = [word.lower for word in statement.words if word.span[1] <= statement.span[0]]
    if is_in_old_money(statement):
        return False
    before = {word for at, word in enumerate(lowers) if at == 0 or lowers[at - 1] != "or"}  # "like it or not"
    return not (statement.lowers & UNASSERTED - NEEDED or before & DENIALS)


def is_core(statement: Statement, topic: Topic, known: frozenset[str] = frozenset()) -> bool:
    """Whether the words leave no doubt of what is counted; `known` are those that the kind itself explains."""
    if not topic.is_in(statement.clause) or not is_said(statement) or statement.is_plan or statement.is_past:
        return False
    if _is_restricted(statement, topic) or _is_narrowed(statement):
        return False
    modifiers = [m for m in statement.quantity.unit.modifiers if not _explains(statement, topic, m)]
    return not modifiers and not strange(statement, topic, known)


def _is_restricted(statement: Statement, topic: Topic) -> bool:
    """Whether a word of the clause narrows it, one of the topic's own or right before these left out: "die from"."""
    words = statement.words
    after = [word.span[0] for word in words[1:]] + [-1]
    return any(
        word.lower in RESTRICTING and not topic.places & {word.span[0], follows}
        for word, follows in zip(words, after, strict=True)
    )


def _is_narrowed(statement: Statement) -> bool:
    """Whether another number of the clause is a share, an age or a length: "one per cent of Americans is ..."."""
    start, end = statement.clause
    base, text = statement.sentence.span[0], statement.sentence.text
    others = [
        q
        for q in statement.sentence.quantities
        if q is not statement.quantity and not RANKED.search(text[max(0, q.span[0] - base - 24) : q.span[0] - base])
    ]
    narrows = (Dimension.TIME, Dimension.AGE)  # "unemployed for more than 6 months", "over 65"
    return any(
        start <= q.span[0] < end and (q.form in (Form.PERCENT, Form.RATIO) or q.unit.dimension in narrows)
        for q in others
    )


def _explains(statement: Statement, topic: Topic, modifier: str) -> bool:
    """Whether a word within the quantity is of the topic, a name, or counted so."""
    small = modifier.lower()
    if small in statement.counted_as.split() or small in RHETORIC:
        return True
    own = [*statement.sentence.between(*statement.span), *statement.words]
    bare = small.removesuffix("'s").rstrip(".")
    word = next((w for w in own if w.lower == small or w.lower.rstrip(".") == bare), None)
    if word is None:
        return False
    named = any(name.span[0] <= word.span[0] < name.span[1] for name in statement.names)
    return named or word.span[0] in topic.places
