"""What the verbs and the small words of a claim mean: one general table, odd synonyms included.

Forwarded texts have often been through a synonym spinner ("emanate jobs", "deposit billions"), so each sense lists what
a thesaurus gives for it, not only what people would write.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache


class Action(StrEnum):
    """What the subject of a claim does with the quantity."""

    CREATE = "create"
    SPEND = "spend"
    HAVE = "have"
    BE = "be"
    PLEDGE = "pledge"
    SPLIT = "split"
    GIVE = "give"
    COST = "cost"
    LOSE = "lose"
    CHANGE = "change"


# Base forms; the other forms are made by `_forms`, irregular ones stand in IRREGULAR.
SENSES: dict[Action, str] = {
    Action.CREATE: """create generate add produce bring provide make emanate originate formulate spawn engender
        establish deliver beget fashion invent hatch construct conceive fabricate concoct devise father parent
        effect build yield open hire recruit enlist supply secure introduce form manufacture birth breed initiate
        unleash mint manifest materialize actualize compose cause induce render offer found forge""",
    Action.SPEND: """invest spend deposit put pour inject plough plow sink pump channel lay splash shell expend
        endow advance devote allot allocate outlay disburse fund finance bankroll""",
    Action.HAVE: """have owe own hold possess count number boast house contain retain keep comprise include encompass
        harbour harbor inhabit populate live dwell reside""",
    Action.BE: """be equal total amount stand reach hit come mean represent constitute become remain run exceed top
        measure make""",
    Action.PLEDGE: """pledge promise commit announce vow affiance betroth guarantee swear plight earmark assure
        guarantee covenant bespeak""",
    Action.SPLIT: "split divide share distribute apportion spread partition parcel dole",
    Action.GIVE: "give hand get receive pay grant award gift bestow send donate",
    Action.COST: "cost price",
    Action.LOSE: "lose cut shed destroy kill axe eliminate slash scrap remove",
    Action.CHANGE: """grow rise increase climb jump surge soar swell expand gain fall drop decline decrease shrink
        sink slump plunge plummet tumble dip double triple quadruple halve""",
}

IRREGULAR: dict[str, tuple[str, ...]] = {
    "be": ("is", "are", "was", "were", "been", "being", "'s", "’s"),
    "have": ("has", "had", "having"),
    "make": ("made", "making"),
    "bring": ("brought",),
    "build": ("built",),
    "put": ("putting",),
    "sink": ("sank", "sunk"),
    "lay": ("laid",),
    "spend": ("spent",),
    "hold": ("held",),
    "keep": ("kept",),
    "come": ("came", "coming"),
    "become": ("became",),
    "stand": ("stood",),
    "mean": ("meant",),
    "run": ("ran", "running"),
    "swear": ("swore", "sworn"),
    "bespeak": ("bespoke", "bespoken"),
    "split": ("splitting",),
    "spread": (),
    "give": ("gave", "given", "giving"),
    "get": ("got", "gotten", "getting"),
    "pay": ("paid",),
    "send": ("sent",),
    "cut": ("cutting",),
    "lose": ("lost",),
    "shed": ("shedding",),
    "grow": ("grew", "grown"),
    "rise": ("rose", "risen"),
    "fall": ("fell", "fallen"),
    "swell": ("swollen",),
    "shrink": ("shrank", "shrunk"),
    "breed": ("bred",),
    "beget": ("begot", "begotten", "begetting"),
    "hit": ("hitting",),
    "cost": (),
}

# Nouns of the same sense: "the creation of 1 million jobs", "an investment of $50 billion".
NOUNS: dict[Action, str] = {
    Action.CREATE: "creation creations origination generation creator creating production addition formation",
    Action.SPEND: "investment investments spending outlay",
    Action.PLEDGE: "pledge promise commitment vow",
}

SYMBOLS = {"=": Action.BE, "~": Action.BE, "≈": Action.BE, ":": Action.BE}


def _forms(verb: str) -> set[str]:
    stem = verb.removesuffix("e")
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        past = stem + "ed"
    doubled = {verb + verb[-1] + "ed", verb + verb[-1] + "ing"} if verb[-1] in "ptmgnlb" else set()
    return {verb, third, past, stem + "ing", *doubled, *IRREGULAR.get(verb, ())}


@cache
def _table() -> dict[str, frozenset[Action]]:
    table: dict[str, set[Action]] = {}
    for action, verbs in SENSES.items():
        for verb in verbs.split():
            for form in _forms(verb):
                table.setdefault(form, set()).add(action)
    for action, nouns in NOUNS.items():
        for noun in nouns.split():
            table.setdefault(noun, set()).add(action)
    for symbol, action in SYMBOLS.items():
        table.setdefault(symbol, set()).add(action)
    return {form: frozenset(actions) for form, actions in table.items()}


def actions(word: str) -> frozenset[Action]:
    """The senses of one lower-case word; none for a word that is no verb here.

    >>> sorted(actions("emanating"))
    [<Action.CREATE: 'create'>]
    """
    return _table().get(word, frozenset())


# Adjectives a spinner swaps, to the one the knowledge uses.
ADJECTIVES = {
    "tiny": "small",
    "little": "small",
    "minute": "small",
    "smaller": "small",
    "petite": "small",
    "compact": "small",
    "modest": "small",
}

# Nouns a spinner swaps, singular, to those the knowledge counts in.
NOUN_SYNONYMS = {
    "gig": "job",
    "post": "job",
    "position": "job",
    "pursuit": "job",
    "occupation": "job",
    "employment": "job",
    "vacancy": "job",
    "folk": "people",
    "soul": "people",
    "individual": "people",
    "human": "people",
    "person": "people",
    "ppl": "people",
    "enterprise": "business",
    "firm": "business",
    "infant": "baby",
    "newborn": "baby",
}

# Words that change nothing of what is claimed: they may stand beside a reading without leaving it unexplained.
PLAIN = frozenset(
    """tell distance extent magnitude isnt arent wasnt doesnt dont isn't aren't wasn't isn’t aren’t wasn’t think
    guess kinda a an the of in at on to for from by with and or as that this these those it its it's they them
    their he she his her we our us you your i there here then so now today currently presently already just
    about around some roughly nearly almost approximately per each every all total overall altogether exactly
    precisely actually really apparently reportedly allegedly basically literally fact true right correct wow
    hey hi says said saying claims claim claimed claiming according told tells thinks believe reports reported
    report new heard read estimated estimates estimate will would shall could can may might must should going
    plans plan planned planning wants want aims aim hopes hope intends expects expected set also even still yet
    not no n't do does did million billion thousand trillion world worldwide globally country nation whole
    entire population number amount figure size big large alive living today's year years yr yrs lol omg btw imo
    pls please yes yeah ok okay well but is are was were be been being has have had u.s. my me way lot current
    latest among amongst between everyone everybody""".split()
)
