"""The words that a look-up is put in: "how many ... are there in ...", "how tall is ..."."""

from __future__ import annotations

# Words that a look-up is put in, which name nobody and nothing.
FRAME = frozenset(
    """
    a about all an and any around as at average be been big by can could count current currently data did do
    does each ever every figure figures find for from get give gives had has have how in is it its large last latest
    live living many me much need new newest now number numbers of on or over out own people per please recent s show
    size so statistics stats than that the their there these they this those to today total up us value was we
    were what what's when where which who will with work working works would year yearly years annual annually
    country state city company nation republic land person persons employ employs employed use uses using used
    made make makes spend spends receive receives earn earns cost costs weigh weighs away far long tall high deep fast
    heavy old wide hot winning win killed die dies died day days month months fit fits seat seats
    """.split()
)
# What is asked of an occupation or industry.
PAY = frozenset("salary salaries wage wages pay paid earn earns earnings income median mean".split())
JOBS = frozenset(
    "job jobs worker workers workforce employment employees staff industry sector america american".split()
)
# "How tall is Everest?": the word asked with, and the measures it may ask for.
ASKED: dict[str, tuple[str, ...]] = {
    "far": ("distance",),
    "old": ("age", "median_age"),
    "heavy": ("mass",),
    "weigh": ("mass",),
    "weighs": ("mass",),
    "tall": ("height",),
    "high": ("height",),
    "deep": ("depth",),
    "fast": ("speed",),
    "long": ("length", "distance"),
    "length": ("distance",),
    "money": ("revenue", "profit", "net_worth"),
    "wide": ("diameter",),
    "thick": ("thickness",),
    "hot": ("temperature",),
    "big": ("area", "population", "diameter", "employees"),
    "large": ("area", "population", "diameter", "employees"),
    "size": ("area", "population", "diameter", "employees"),
    "fit": ("capacity_people",),
    "seat": ("capacity_people",),
    "rich": ("net_worth", "gdp_per_head_ppp"),
    "expensive": ("price",),
    "cost": ("price",),
    "costs": ("price",),
    "work": ("employees", "employed", "labour_force"),
    "works": ("employees", "employed", "labour_force"),
    "employ": ("employees", "employed"),
    "live": ("population",),
    "earn": ("median_wage", "average_wage", "median_pay_gbp"),
    "earns": ("median_wage", "average_wage"),
    "salary": ("median_wage", "average_wage"),
    "use": ("users",),
    "uses": ("users",),
}
# Words after which another number is asked for than the one that is kept.
OTHERWISE = frozenset(
    "growth change increase decrease decline forecast projection share rate density under aged".split()
)
SPENDING = frozenset("spending budget cost costs spend spends".split())
NATION = frozenset({"national", "federal"})  # of a country, so not of the world
