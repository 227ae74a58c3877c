"""Common English words by what they do beside a number."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A table of words, written as one text."""
    return frozenset(text.split())


PREPOSITIONS = words(
    """about above across after against along amid among amongst around as at before behind below beneath beside
    besides between beyond by despite down during except following for from in including inside into like minus near
    of off on onto out outside over past per plus regarding round since than through throughout to toward towards
    under underneath unlike until up upon versus via vs with within without worth according amounting"""
)
CONJUNCTIONS = words(
    """and or but nor so yet because although though while whereas if unless when whenever where wherever whether that
    which who whom whose what how why once"""
)
AUXILIARIES = words(
    """am is are was were be been being have has had having do does did doing will would shall should can could may
    might must ought cannot won't wouldn't can't couldn't don't doesn't didn't isn't aren't wasn't weren't hasn't
    haven't hadn't n't not"""
)
PRONOUNS = words(
    """i you he she it we they me him us them myself yourself himself herself itself ourselves themselves mine yours
    hers ours theirs someone somebody something anyone anybody anything everyone everybody everything none nobody
    nothing there here it's he's she's that's there's i'm we're they're you're i've we've they've"""
)
DETERMINERS = words(
    """the a an this that these those my your his her its our their every each any some no both either neither such
    another all"""
)
ADVERBS = words(
    """also already always ago again ahead alone altogether annually apart apiece away back barely combined currently
    daily earlier early else even ever eventually exactly far finally first further hourly however immediately
    initially instead just last later least less long longer merely monthly more most much nearly never next now
    nonetheless only overall overnight perhaps precisely previously quarterly quickly quite rather recently
    respectively roughly sharply simply slightly so sometimes soon still straight then therefore though today
    together tomorrow tonight too twice usually very weekly well worldwide yearly yesterday yet thick tall wide deep
    high strong apart"""
)
VERBS = words(
    """accounted account accounts according agree agreed announced appear appeared arrived ask asked bought became
    become becomes began begin begins bring brings brought call called came come comes cost costs cut died dropped
    earn earned eased edged employ employs employed ended expected face fall fallen falls fell found gained gave get
    gets getting give given gives go goes going gone got grew grow grown grows happen happened help helped hit hold
    holds invest invested joined jumped keep kept killed know last lasted leave left let like live lived lost made
    make makes making meant meet moved need needed occur occurred offer offered opened own owned paid pay pays play
    played plunged posted produce produced put ran ranked reach reached received remain remained remains reported
    requires rise risen rises rose run runs said saw say says see seen sell sells sent showed signed slid slipped
    sold spend spent stand stands started stay stayed stood stopped take taken takes carries covers contains
    includes seems shows brings becomes lets thinks tells knows keeps tell think thought told took traded tried
    tumbled turned used use uses visit voted walk want wanted wants went win won work worked would-be write wrote"""
)
COMPARATIVES = words(
    """cheaper higher lower better worse larger smaller bigger greater older younger taller shorter faster slower
    stronger weaker richer poorer fewer wider deeper heavier lighter longer louder hotter colder warmer cooler
    closer nearer dearer"""
)
# Verbs in -s that are plural nouns after a number: "24 home runs", "3 visits".
VERB_NOUNS = words("runs plays visits calls costs rises falls gains offers uses walks wins works turns hits cuts stays")
FUNCTION_WORDS = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS | DETERMINERS | ADVERBS

# Nouns whose plural is not the singular with an s; both forms to the singular that names the unit.
IRREGULAR: dict[str, str] = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "persons": "people",
    "person": "people",
    "ppl": "people",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "leaves": "leaf",
    "wolves": "wolf",
    "shelves": "shelf",
    "halves": "half",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "oxen": "ox",
    "series": "series",
    "species": "species",
    "analyses": "analysis",
    "crises": "crisis",
    "bases": "base",
    "viruses": "virus",
    "buses": "bus",
    "campuses": "campus",
    "bonuses": "bonus",
    "gases": "gas",
    "buses'": "bus",
    "movies": "movie",
    "cookies": "cookie",
    "ties": "tie",
    "pies": "pie",
    "calories": "calorie",
    "zombies": "zombie",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "bacteria": "bacterium",
    "cases": "case",
    "phases": "phase",
    "houses": "house",
    "horses": "horse",
    "nurses": "nurse",
    "purchases": "purchase",
    "purposes": "purpose",
    "courses": "course",
    "licenses": "license",
    "databases": "database",
    "caches": "cache",
    "headaches": "headache",
    "toes": "toe",
    "shoes": "shoe",
    "axes": "axe",
    "data": "data",
    **dict.fromkeys(["killed", "injured", "wounded", "dead", "missing", "homeless", "unemployed"], "people"),
}
# Plurals without a mark of it.
COLLECTIVE = words(
    """people men women children feet teeth mice geese staff personnel police troops crew cattle sheep fish deer
    aircraft spacecraft offspring percent police clergy swine salmon cod squid trout bison elk moose ppl lives sperm
    series species headquarters seed youth poultry livestock folk criteria bacteria media hostages killed injured
    wounded dead missing homeless unemployed"""
)

# Words in -s that are no plural nouns.
_NOT_PLURAL = words(
    """this its his hers was has is does as us yes plus minus versus thus always perhaps besides towards afterwards
    regardless whereas previous various serious famous religious dangerous enormous obvious conscious less across
    unless nevertheless nonetheless gas bus virus campus bonus status census focus class pass loss mass glass press
    process success access business illness fitness express congress progress address stress chess boss cross dress
    grass basis crisis analysis tennis diabetes physics economics politics mathematics news lens alias pros s ours
    theirs yours overseas indoors outdoors sometimes perhaps nowadays u.s us"""
)
# Plurals that stand before another plural as adjectives: "50 sales jobs".
ATTRIBUTIVE = words(
    """aircraft police staff youth women children livestock poultry sheep sales sports goods arms savings services
    communications operations rights jobs-related systems"""
)


def is_plural(low: str) -> bool:
    """Whether the word looks like a noun in the plural."""
    if low in COLLECTIVE or (low in IRREGULAR and low not in ("person", "series", "species", "data")):
        return True
    if len(low) < 4 or low[-1] != "s" or low in _NOT_PLURAL or low in VERBS:
        return False
    return not low.endswith(("ss", "us", "is", "'s", "ous")) or low == "menus"


def singular(low: str) -> str:
    """The singular of a plural noun, as the unit is named by it.

    >>> singular("businesses"), singular("babies"), singular("people")
    ('business', 'baby', 'people')
    """
    if low in IRREGULAR:
        return IRREGULAR[low]
    if not is_plural(low) and low not in VERB_NOUNS:
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zzes")) or low in ("heroes", "potatoes", "tomatoes", "echoes"):
        return low[:-2]
    return low.removesuffix("s")
