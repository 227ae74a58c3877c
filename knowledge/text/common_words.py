"""Ordinary English words that are names too, and the small words around names that tell which of the two is meant.

Names from other languages or made up ("alibaba", "spain") are not here: they count however they are typed.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Names that are ordinary words so often that even a capital at the start of a sentence says nothing by itself.
COMMON = _words(
    """
    abs ace aid ally am apollo arm aurora ball bath best block boots box bury charter chase city compass cook cork deal
    delta derby discord discover dish eat fed figure focus gap gas gates general hue hull ice in indeed international it
    kelly key lead level lush man march match may men mercury messenger mobile monster morris national next nice orange
    pole poles polish prime progressive queens reading sage sale sap signal slack snap southern split spring sprint
    square stars state subway swede swedes target three titanic total tours twin twins un united unity ups us virgin
    visa was who x zoom
    """
)

# Names that are ordinary words in small letters; a capital tells, at the start of a sentence with the words after.
_CAPITALISED = _words(
    """
    adobe alphabet apple brest buffalo bush caterpillar chad chevron dane danes danish ford georgia guernsey guinea
    hamburger intel jersey jordan kiwi kiwis lincoln lowe male mesa meta musk oracle pentagon phoenix sandwich scotch
    shell surat telegram turkey turkeys
    """
)
_PHRASES = frozenset({"best buy", "home depot", "the home depot"})
COMMON |= _PHRASES
ORDINARY = COMMON | _CAPITALISED | {"the states"}

# First names and family names: with another name beside them they are a person's.
PERSONAL = _words(
    """
    aurora austin brooklyn carolina chad charlotte chase chelsea cleveland dakota dallas florence ford georgia hamilton
    henderson houston israel jackson jefferson jordan lexington lincoln london madison mars mercury morgan orlando paris
    phoenix preston savannah sydney venus victoria virginia washington
    """
)

# Short forms that stand for something else more often ("IT jobs", "8 AM", "OK"): only where the words after leave no
# doubt.
DOUBTFUL = _words(
    """
    ad ago ai al am an and ant are arm as at ba be bel ben by ca can car cd cm co col de do dom dr est et fin gb gin go
    he hi hr id ie if il in is it kg km la ma mac man mar mb md me mg ml mm mo mr ms mus my no nor ok on or pa pan per
    pm pol pr ps sc sg so sur tan to ton tun tv up va we
    """
)

# Short forms that nobody writes for anything else, even in small letters.
SAFE_SHORT = _words(
    """
    bbc bmw cnn dhl drc ebay eu gm hsbc ibm ikea imf kfc nasa nato nhs nyc opec tsmc uae uk usa ussr
    """
)

# Words after which "us" is we: "give us jobs".
GIVING = _words(
    """
    allow allowed allows among ask asked asks beat beats between bought bring brings brought buy buys call called calls
    contact cost costs email follow follows gave get gets give given gives giving got hate hates help helped helps join
    joined joining joins know knows leave leaves left lend lends lent let lets love loves made make makes making meet
    meets met need needs offer offered offers owe owed owes paid pay paying pays promise promised promises save saved
    saves saw see sell sells send sends sent show showed shows sold support supports take takes taught teach tell
    telling tells text told took trust trusts visit want wanted wants wish
    """
)

# Words after which persons may be ours: "good for us workers".
PREPOSITIONS = _words(
    """
    about against among and at by for from in of on or per than to with
    """
)

# What we may be: "us workers".
PERSONS = _words(
    """
    adults americans children citizens consumers employees families folks guys humans men parents people persons
    students taxpayers teachers voters women workers
    """
)

# What follows a country's name in small letters when the country is meant: "us debt".
OF_COUNTRIES = _words(
    """
    adults area army births budget businesses cars citizens coal companies congress crime currency deaths debt defence
    defense deficit dollar dollars economy electricity emissions employment energy exports families farmers farms firms
    gas gdp government gun health healthcare homes homicides hospitals household households housing immigrants
    immigration imports income inflation job jobs labor labour manufacturing market military oil payrolls people per pop
    population poverty president prison prisoners prisons residents revenue revenues roads schools senate soldiers
    spending steel stock students suicides tax taxes taxpayers trade treasury troops unemployment voters wage wages
    workers workforce
    """
)

# Adjectives that may stand between: "us federal debt".
SKIPPED = _words(
    """
    adult annual average civilian consumer current defence defense external federal foreign gross household labor labour
    median military national public real rural small total urban working young
    """
)

# What follows a company's name when the company is meant.
OF_COMPANIES = _words(
    """
    ceo customers earnings employed employee employees employs hired hires market payroll profit profits revenue
    revenues sales shares staff stock stores subscribers users warehouses workers workforce
    """
)

# Nouns before which a name is the owner's: "Target revenue".
OWNED = _words(
    """
    economy employees gdp pop population profit profits revenue sales staff stores users workforce
    """
)

# A name before one of these is the one who does it.
DOING = _words(
    """
    added adds aims alone already and announced announces borders borrowed borrows builds built can consumes corp could
    covers create created creates currently cut cuts earned earns emits emitted employ employed employs exported exports
    generated generates grew group had has have hire hired hires imported imports inc invest invested invests is laid
    lays loses lost made makes needs now opened opens operates owed owes owned owns paid pays planned plans plc pledged
    pledges produced produces promised promises received receives recruits reported reports runs said says sell sells
    shipped ships shrank sold spend spends spent used uses wants was will would
    """
)

# Words after which an ordinary word at the start of a sentence is no name: "Apple juice".
THINGS_AFTER = _words(
    """
    a an analysis breast brick bricks burger burgers cider comedy companies crumble curry dinner dinners farmers farms
    feathers game games her his house juice juices meat mound my orchard orchards our peel pie pies prices sandwich
    sandwiches sauce scheme script shock shoot skin soup that the their these this those tree trees your
    """
)

# Small words that are no noun: a name before them is no adjective, and one beside them no family name.
_SMALL = _words(
    """
    a about after against ago alive all also an any are as at be because been before being between both but by did die
    dies do does down drink drinks during each eat eats eight even every fewer five for four from he here how i if in
    into it its just less live lives living many may might more most much must nine no nor not of off on one only onto
    or out over per seven shall she should since six so some ten than that the then there these they this those three to
    today tomorrow too two under until up versus vs we were what when where which while who why with within without work
    worked works yesterday you
    """
)
FUNCTION = DOING | _SMALL

# Verbs that say little of who does it: "Reading is fun", but "Target will hire 5,000".
WEAK = _words(
    """
    already alone can could had has have is now was will would
    """
)

# What stands before a person's name: "President Lincoln".
HONORIFICS = _words(
    """
    aunt captain dr general governor judge justice king lady lord miss mr mrs ms president prince princess prof
    professor queen secretary senator sir uncle
    """
)

# Words before a people's word that is a person: "the average American", "every German".
ONE_OF = _words(
    """
    an any average each every one ordinary per single typical
    """
)

# Capitalised words before a place that are no first name: "South Georgia", "In Jordan".
TITLES = _words(
    """
    did does east from greater in kingdom like lower new north republic saudi says south upper west when
    """
)
