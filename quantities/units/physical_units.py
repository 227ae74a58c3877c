"""Physical units: names, symbols and exact factors to the base unit of their dimension (see quantity.Unit)."""

from __future__ import annotations

from fractions import Fraction

from quantities.model.quantity import Dimension, Unit
from quantities.text.lexicon import words

_F = Fraction
_FOOT, _POUND = _F(3048, 10000), _F(45359237, 10**8)
_GALLON = _F(3785411784, 10**12)
_D = Dimension

# dimension: rows of (name, factor to the base unit, other words, symbols whose letter case counts)
_ROWS: dict[Dimension, list[tuple[str, Fraction | int | None, str, str]]] = {
    _D.LENGTH: [
        ("metre", 1, "meter", "m"),
        ("kilometre", 1000, "kilometer,kilometers,kms,click", "km Km KM"),
        ("decimetre", _F(1, 10), "decimeter", "dm"),
        ("centimetre", _F(1, 100), "centimeter,cms", "cm"),
        ("millimetre", _F(1, 1000), "millimeter,mms", "mm"),
        ("micrometre", _F(1, 10**6), "micrometer,micron", "\u00b5m um"),
        ("nanometre", _F(1, 10**9), "nanometer", "nm"),
        ("inch", _FOOT / 12, "inches", ""),
        ("foot", _FOOT, "feet", "ft ft."),
        ("yard", _FOOT * 3, "", "yd yds"),
        ("mile", _FOOT * 5280, "", "mi"),
        ("nautical mile", 1852, "", "nmi"),
        ("light year", 9460730472580800, "lightyear", "ly"),
        ("astronomical unit", 149597870700, "", "AU"),
        ("parsec", _F(30856775814913673), "", "pc."),
        ("furlong", _FOOT * 660, "", ""),
        ("fathom", _FOOT * 6, "", ""),
    ],
    _D.AREA: [
        ("acre", _F(40468564224, 10**7), "", ""),
        ("hectare", 10**4, "", "ha"),
        ("football pitch", 7140, "football pitches,soccer pitch,football field,soccer field,football fields", ""),
        ("square foot", _FOOT**2, "square feet,sq feet,sq foot", "sqft sq.ft"),
        ("square metre", 1, "square meter,sq metre,sq meter,sq m,sqm", "m2 m\u00b2 sqm"),
        ("square kilometre", 10**6, "square kilometer,sq km,square km", "km2 km\u00b2 sqkm"),
        ("square mile", (_FOOT * 5280) ** 2, "sq mile,sq mi", "mi2 mi\u00b2"),
        ("square yard", (_FOOT * 3) ** 2, "sq yard,sq yd", ""),
        ("square inch", (_FOOT / 12) ** 2, "square inches,sq inch,sq in", ""),
        ("square centimetre", _F(1, 10**4), "square centimeter,sq cm", "cm2 cm\u00b2"),
        ("square millimetre", _F(1, 10**6), "square millimeter", "mm2 mm\u00b2"),
    ],
    _D.VOLUME: [
        ("litre", _F(1, 1000), "liter", "l L lt"),
        ("decilitre", _F(1, 10**4), "deciliter", "dl"),
        ("centilitre", _F(1, 10**5), "centiliter", "cl"),
        ("millilitre", _F(1, 10**6), "milliliter,cc", "ml mL"),
        ("microlitre", _F(1, 10**9), "microliter", "\u00b5l \u00b5L"),
        ("hectolitre", _F(1, 10), "hectoliter", "hl"),
        ("cubic metre", 1, "cubic meter,cu m", "m3 m\u00b3"),
        ("cubic centimetre", _F(1, 10**6), "cubic centimeter,cu cm", "cm3 cm\u00b3"),
        ("cubic kilometre", 10**9, "cubic kilometer", "km3 km\u00b3"),
        ("cubic foot", _FOOT**3, "cubic feet,cu ft", "cf"),
        ("cubic yard", (_FOOT * 3) ** 3, "cu yd", ""),
        ("cubic inch", (_FOOT / 12) ** 3, "cubic inches,cu in", ""),
        ("gallon", _GALLON, "us gallon", "gal"),
        ("quart", _GALLON / 4, "us quart", "qt"),
        ("pint", _GALLON / 8, "us pint", "pt"),
        ("fluid ounce", _GALLON / 128, "us fluid ounce,fl oz", ""),
        ("tablespoon", _GALLON / 256, "tbsp", ""),
        ("teaspoon", _GALLON / 768, "tsp", ""),
        ("barrel", _GALLON * 42, "", "bbl bbls"),
        ("bushel", _F(3523907016688, 10**14), "", "bu"),
        ("acre foot", _FOOT * _F(40468564224, 10**7), "acre feet,acre-foot", ""),
    ],
    _D.MASS: [
        ("kilogram", 1, "kilogramme,kilo,kgs", "kg Kg KG"),
        ("gram", _F(1, 1000), "gramme", "g gm"),
        ("milligram", _F(1, 10**6), "milligramme", "mg"),
        ("microgram", _F(1, 10**9), "microgramme", "\u00b5g ug mcg"),
        ("metric ton", 1000, "tonne,metric tonne,metric tons", "t"),
        ("ton", _POUND * 2000, "short ton,us ton", ""),
        ("long ton", _POUND * 2240, "", ""),
        ("kiloton", 10**6, "kilotonne", "kt"),
        ("megaton", 10**9, "megatonne", "Mt"),
        ("gigaton", 10**12, "gigatonne", "Gt"),
        ("pound-mass", _POUND, "pound,lbs,lb", "lb lbs"),
        ("ounce", _POUND / 16, "us ounce", "oz"),
        ("troy ounce", _F(311034768, 10**10), "", "ozt"),
        ("stone", _POUND * 14, "", ""),
        ("carat", _F(1, 5000), "", "ct"),
        ("grain", _POUND / 7000, "", ""),
        ("dram", _POUND / 256, "drachm,drachma", ""),
        ("quintal", 100, "", ""),
    ],
    _D.SPEED: [
        ("mile per hour", _FOOT * 5280 / 3600, "", "mph MPH"),
        ("kilometre per hour", _F(1000, 3600), "", "kph km/h kmh kmph KPH"),
        ("metre per second", 1, "", "m/s"),
        ("knot", _F(1852, 3600), "", "kn. kt."),
        ("mach", _F(34029, 100), "", ""),
    ],
    _D.ENERGY: [
        ("joule", 1, "", "J"),
        ("kilojoule", 1000, "", "kJ KJ"),
        ("megajoule", 10**6, "", "MJ"),
        ("gigajoule", 10**9, "", "GJ"),
        ("watt-hour", 3600, "watt hour", "Wh"),
        ("kilowatt-hour", 3600 * 10**3, "kilowatt hour", "kWh KWh kwh KWH"),
        ("megawatt-hour", 3600 * 10**6, "megawatt hour", "MWh"),
        ("gigawatt-hour", 3600 * 10**9, "gigawatt hour", "GWh"),
        ("terawatt-hour", 3600 * 10**12, "terawatt hour", "TWh"),
        ("calorie", _F(4184, 1000), "", "cal"),
        ("kilocalorie", 4184, "", "kcal"),
        ("electronvolt", None, "", "eV"),
        ("british thermal unit", _F(105505585262, 10**8), "btu,btus", "Btu BTU"),
    ],
    _D.POWER: [
        ("watt", 1, "", "W"),
        ("milliwatt", _F(1, 1000), "", "mW"),
        ("kilowatt", 1000, "", "kW KW kw"),
        ("megawatt", 10**6, "", "MW"),
        ("gigawatt", 10**9, "", "GW"),
        ("terawatt", 10**12, "", "TW"),
        ("horsepower", _F(74569987158227022, 10**14), "brake horsepower", "hp HP bhp PS"),
    ],
    _D.DATA: [
        ("byte", 1, "", ""),
        ("bit", _F(1, 8), "", ""),
        ("kilobyte", 1000, "", "kB KB kb"),
        ("megabyte", 10**6, "meg", "MB"),
        ("gigabyte", 10**9, "gig,gigs", "GB gb Gb"),
        ("terabyte", 10**12, "", "TB tb"),
        ("petabyte", 10**15, "", "PB"),
        ("exabyte", 10**18, "", "EB"),
        ("zettabyte", 10**21, "", "ZB"),
        ("megabit", _F(10**6, 8), "", "mb Mb Mbit"),
        ("gigabit", _F(10**9, 8), "", "Gbit"),
        ("kilobit", 125, "", "kbit"),
        ("megabit per second", None, "", "Mbps mbps"),
        ("gigabit per second", None, "", "Gbps gbps"),
        ("kilobit per second", None, "", "kbps"),
    ],
    _D.TEMPERATURE: [
        ("celsius", None, "degrees celsius,degree celsius,degrees centigrade,degrees c,centigrade", "\u00b0C \u2103 C"),
        ("fahrenheit", None, "degrees fahrenheit,degree fahrenheit,degrees f", "\u00b0F \u2109 F"),
        ("kelvin", None, "degrees kelvin", ""),
        ("degree", None, "", "\u00b0 deg"),
    ],
    _D.TIME: [
        ("nanosecond", _F(1, 10**9), "", "ns"),
        ("microsecond", _F(1, 10**6), "", "\u00b5s"),
        ("millisecond", _F(1, 1000), "", "ms"),
        ("second", 1, "sec,secs", "s"),
        ("minute", 60, "min,mins", ""),
        ("hour", 3600, "hr,hrs", "h"),
        ("day", 86400, "", ""),
        ("week", 604800, "wk,wks", ""),
        ("fortnight", 1209600, "", ""),
        ("month", _F(31557600, 12), "mo,mos,mth,mths", ""),
        ("year", 31557600, "yr,yrs", ""),
        ("decade", 315576000, "", ""),
        ("century", 3155760000, "centuries", ""),
        ("millennium", 31557600000, "millennia", ""),
    ],
    _D.OTHER: [
        ("hertz", None, "", "Hz HZ hz"),
        ("kilohertz", None, "", "kHz KHz khz"),
        ("megahertz", None, "", "MHz mhz"),
        ("gigahertz", None, "", "GHz ghz"),
        ("volt", None, "", "V"),
        ("kilovolt", None, "", "kV"),
        ("ampere", None, "amp", "A"),
        ("milliampere", None, "milliamp", "mA"),
        ("milliampere-hour", None, "milliamp hour,milliampere hour,milliamp-hour", "mAh mah"),
        ("ampere-hour", None, "amp hour,amp-hour", "Ah"),
        ("ohm", None, "", "\u03a9"),
        ("newton", None, "", "N"),
        ("kilonewton", None, "", "kN"),
        ("newton metre", None, "newton meter", "Nm N-m"),
        ("pound-foot", None, "pound feet,pound foot,pound-feet", "lb-ft lbft"),
        ("foot pound-force", None, "foot pound,foot-pound,foot pounds", "ft-lb"),
        ("pascal", None, "", "Pa"),
        ("hectopascal", None, "", "hPa"),
        ("kilopascal", None, "", "kPa"),
        ("megapascal", None, "", "MPa"),
        ("gigapascal", None, "", "GPa"),
        ("bar", None, "", ""),
        ("millibar", None, "", "mbar"),
        ("atmosphere", None, "", "atm"),
        ("pound per square inch", None, "", "psi PSI"),
        ("kilopound per square inch", None, "", "ksi"),
        ("revolutions per minute", None, "revolutions per minute,rpms", "rpm RPM"),
        ("mile per gallon", None, "", "mpg MPG"),
        ("decibel", None, "", "dB db dBA"),
        ("lumen", None, "", "lm"),
        ("candela", None, "", "cd"),
        ("lux", None, "", "lx"),
        ("nit", None, "", ""),
        ("mole", None, "", "mol"),
        ("radian", None, "", "rad"),
        ("arcminute", None, "arc minute,minute of arc,minutes of arc", ""),
        ("arcsecond", None, "arc second,second of arc,seconds of arc", ""),
        ("turn", None, "", ""),
        ("sievert", None, "", "Sv"),
        ("millisievert", None, "", "mSv"),
        ("becquerel", None, "", "Bq"),
        ("tesla", None, "", ""),
        ("farad", None, "", ""),
        ("megapixel", None, "", "MP mp"),
        ("pixel", None, "", "px"),
        ("part per million", None, "parts per million,ppm", "ppm"),
        ("part per billion", None, "parts per billion,ppb", "ppb"),
        ("part per trillion", None, "parts per trillion,ppt", "ppt"),
        ("point per game", None, "", "ppg"),
        ("rebound per game", None, "", "rpg"),
        ("assist per game", None, "", "apg"),
        ("win above replacement", None, "wins above replacement", "WAR"),
    ],
}


def _build() -> tuple[dict[tuple[str, ...], Unit], dict[str, Unit]]:
    words: dict[tuple[str, ...], Unit] = {}
    symbols: dict[str, Unit] = {}
    for dimension, rows in _ROWS.items():
        for name, factor, others, marks in rows:
            unit = Unit(name, dimension, None if factor is None else Fraction(factor))
            for form in (name, *filter(None, others.split(","))):
                key = tuple(form.split())
                words.setdefault(key, unit)
                words.setdefault((*key[:-1], key[-1] + "s"), unit)
            for mark in marks.split():
                symbols[mark] = unit
    return words, symbols


WORDS, SYMBOLS = _build()
del WORDS[("bit",)], WORDS[("bars",)]
BY_NAME: dict[str, Unit] = {unit.name: unit for unit in (*WORDS.values(), *SYMBOLS.values())}
FIRST_WORDS: dict[str, int] = {}
for _key in WORDS:
    FIRST_WORDS[_key[0]] = max(FIRST_WORDS.get(_key[0], 0), len(_key))
# Units of one word that are more often a plain noun or verb when spaced away from the number, or name no unit alone.
NEEDS_PLURAL = words("stone grain turn bar tesla mole click nit mach dram")
