"""The world's money: codes, names, signs and small change."""

from __future__ import annotations

from fractions import Fraction

from quantities.model.quantity import Dimension, Unit
from quantities.text.lexicon import words

# code | name of the unit in English | other names | signs, written before or after the amount
_ROWS = """
USD|dollar|us dollar,u.s. dollar,american dollar,united states dollar,buck|$,us$,$us,u.s.$,usd$
EUR|euro|euros|€,eur€
GBP|pound sterling|british pound,uk pound,quid,sterling|£,gb£,ps
JPY|japanese yen|yen|¥,jp¥,y=
CNY|chinese yuan|yuan,renminbi,kuai,chinese renminbi|cn¥,rmb,元,rmb¥
INR|rupee|indian rupee|₹,rs,re,inr₹
AUD|australian dollar|aussie dollar|a$,$a,au$,aud$
CAD|canadian dollar||c$,$c,ca$,cad$,can$
HKD|hong kong dollar||hk$,$hk
NZD|new zealand dollar|kiwi dollar|nz$,$nz
SGD|singapore dollar|singaporean dollar|s$,sg$
TWD|new taiwan dollar|taiwan dollar,taiwanese dollar|nt$
CHF|swiss franc|franc|sfr,fr.
FRF|french franc||
BEF|belgian franc||
RUB|ruble|russian ruble,russian rouble,rouble|₽
KRW|south korean won|won,korean won|₩
BRL|brazilian real|reais,brazilian reais|r$,brl$
MXN|mexican peso||mex$,mx$,mxn$
ARS|argentine peso|argentinian peso|
CLP|chilean peso||clp$
COP|colombian peso||col$
PHP|philippine peso|filipino peso|₱
UYU|uruguayan peso||$u
CUP|cuban peso||
DOP|dominican peso||rd$
ZAR|south african rand|rand|r
SEK|swedish krona|swedish krone,swedish kronor,kronor|
NOK|norwegian krone|norwegian kroner,kroner|
DKK|danish krone|danish kroner|
ISK|icelandic krona|icelandic kronur|
CZK|czech koruna|koruna,czech crown,korunas|kč
PLN|polish zloty|zloty,zlotys,zloties|zł
HUF|hungarian forint|forint|ft.
RON|romanian leu|leu,lei|
BGN|bulgarian lev|lev,leva|
HRK|croatian kuna|kuna|kn
RSD|serbian dinar||
UAH|ukrainian hryvnia|hryvnia,hryvnias|₴
TRY|turkish lira|lira|₺
ILS|shekel|israeli shekel,new shekel,israeli new shekel|₪,nis
SAR|saudi riyal|saudi arabian riyal|
QAR|qatari riyal|qatari rial|
IRR|iranian rial||﷼
OMR|omani rial||
YER|yemeni rial||
AED|united arab emirates dirham|dirham,uae dirham|dhs
MAD|moroccan dirham||
KWD|kuwaiti dinar||kd
BHD|bahraini dinar||
JOD|jordanian dinar||
IQD|iraqi dinar||
DZD|algerian dinar||
TND|tunisian dinar||
LYD|libyan dinar||
EGP|egyptian pound||e£
LBP|lebanese pound|lebanese lira|
SYP|syrian pound||
SDG|sudanese pound||
PKR|pakistani rupee||
LKR|sri lankan rupee||ரூ
NPR|nepalese rupee|nepali rupee|
MUR|mauritian rupee||
SCR|seychellois rupee||
IDR|indonesian rupiah|rupiah,rupiahs|rp
MVR|maldivian rufiyaa|rufiyaa|
BDT|bangladeshi taka|taka|৳
THB|thai baht|baht|฿
VND|vietnamese dong|dong|₫
MYR|malaysian ringgit|ringgit|rm
KHR|cambodian riel|riel|៛
LAK|lao kip|kip,laotian kip|₭
MMK|burmese kyat|kyat,myanmar kyat|
MNT|mongolian tugrik|tugrik,tögrög,mongolian tögrög|₮
KZT|kazakhstani tenge|tenge,kazakh tenge|₸
UZS|uzbekistani som|uzbek som|
KGS|kyrgyzstani som||
TJS|tajikistani somoni|somoni|
TMT|turkmenistan manat|turkmen manat|
AZN|azerbaijani manat||₼
GEL|georgian lari|lari|₾
AMD|armenian dram|armenian dram|֏
AFN|afghan afghani|afghani,afghanis|؋
NGN|nigerian naira|naira|₦,n
GHS|ghanaian cedi|cedi,ghana cedi|₵,gh₵,gh¢,ghc
KES|kenyan shilling||ksh,kshs,sh,shs
TZS|tanzanian shilling||tsh
UGX|ugandan shilling||ush
SOS|somali shilling||
ETB|ethiopian birr|birr|
ZMW|zambian kwacha|kwacha|
MWK|malawian kwacha||
BWP|botswana pula|pula|
NAD|namibian dollar||n$
ZWL|zimbabwean dollar|zimbabwe dollar|zwl$
AOA|angolan kwanza|kwanza|
MZN|mozambican metical|metical,meticais|
XOF|west african cfa franc|cfa franc|cfa
XAF|central african cfa franc||fcfa
RWF|rwandan franc||
BIF|burundian franc||
CDF|congolese franc||
MGA|malagasy ariary|ariary|
GMD|gambian dalasi|dalasi|
SLL|sierra leonean leone|leone|
LRD|liberian dollar||
PEN|peruvian sol|nuevo sol,nuevos soles|s/.
BOB|bolivian boliviano|boliviano,bolivianos|
PYG|paraguayan guarani|guarani,guaraní,paraguayan guaraní|₲
VEF|venezuelan bolivar|bolivar,bolívar,bolivars,venezuelan bolívar|
CRC|costa rican colón|colon,colón,colones,colons,costa rican colon|₡
GTQ|guatemalan quetzal|quetzal|
HNL|honduran lempira|lempira|
NIO|nicaraguan córdoba|cordoba,nicaraguan cordoba|
PAB|panamanian balboa|balboa|
JMD|jamaican dollar||j$
TTD|trinidad and tobago dollar||tt$
BBD|barbadian dollar|barbados dollar|bds$
BSD|bahamian dollar||
BZD|belize dollar||bz$
BMD|bermudian dollar|bermuda dollar|
KYD|cayman islands dollar||ci$
XCD|east caribbean dollar||ec$
FJD|fijian dollar|fiji dollar|fj$
SBD|solomon islands dollar||si$
GYD|guyanese dollar|guyana dollar|
SRD|surinamese dollar||
BND|brunei dollar||
HTG|haitian gourde|gourde|
MOP|macanese pataca|pataca|mop$
PGK|papua new guinean kina|kina|
WST|samoan tala|tala|
TOP|tongan paʻanga|pa'anga|
ALL|albanian lek|lek|
MKD|macedonian denar|denar|
MDL|moldovan leu||
BYN|belarusian ruble|belarusian rouble|
BAM|bosnia and herzegovina convertible mark|convertible mark|
DEM|mark|german mark,deutsche mark,deutschmark,deutschemark|dm
FIM|finnish markka|markka,finnmark|
ITL|italian lira|italian lire,lire|
ESP|spanish peseta|peseta|
PTE|portuguese escudo|escudo|
NLG|dutch guilder|guilder|
ATS|austrian schilling|schilling|
GRD|greek drachma||
IEP|irish pound||
BTC|bitcoin||₿,xbt
ETH|ether|ethereum|
XRP|ripple||
LTC|litecoin||
DOGE|dogecoin||
"""

# Code words that are English words as well: a currency only in capitals.
_ALSO_WORDS = words("all try top bob mad cup pen php gel mop cop sos amd ron mur sek eth wst doge")
# name of small change: code of the whole, share of it, name of the unit
CENTS: dict[str, tuple[str, Fraction, str]] = {
    "cent": ("USD", Fraction(1, 100), "cent"),
    "penny": ("GBP", Fraction(1, 100), "penny"),
    "satoshi": ("BTC", Fraction(1, 10**8), "satoshi"),
    "paisa": ("INR", Fraction(1, 100), "paisa"),
    "mao": ("CNY", Fraction(1, 10), "mao"),
    "jiao": ("CNY", Fraction(1, 10), "jiao"),
    "fen": ("CNY", Fraction(1, 100), "fen"),
    "kopek": ("RUB", Fraction(1, 100), "kopek"),
    "centavo": ("MXN", Fraction(1, 100), "centavo"),
    "pfennig": ("DEM", Fraction(1, 100), "pfennig"),
}
CENT_FORMS: dict[str, str] = {
    **{form: name for name in CENTS for form in (name, name + "s")},
    "pence": "penny",
    "pennies": "penny",
    "paise": "paisa",
    "kopeks": "kopek",
    "kopecks": "kopek",
}


def _build() -> tuple[dict[str, Unit], dict[tuple[str, ...], Unit], dict[str, Unit], frozenset[str]]:
    codes: dict[str, Unit] = {}
    names: dict[tuple[str, ...], Unit] = {}
    signs: dict[str, Unit] = {}
    capitals: set[str] = set()
    for row in _ROWS.strip().splitlines():
        code, name, others, marks = row.split("|")
        unit = Unit(name, Dimension.MONEY, currency=code)
        codes[code.lower()] = unit
        for form in (name, *filter(None, others.split(","))):
            parts = tuple(form.replace(".", "").split())
            names.setdefault(parts, unit)
            names.setdefault((*parts[:-1], parts[-1] + "s"), unit)
        for mark in filter(None, marks.split(",")):
            signs[mark] = unit
        if code.lower() in _ALSO_WORDS:
            capitals.add(code.lower())
    return codes, names, signs, frozenset(capitals)


CODES, NAMES, SIGNS, IN_CAPITALS = _build()
CODES["rmb"] = CODES["cny"]
SIGN_WORDS = frozenset(s for s in SIGNS if s[0].isalpha() and s.isalnum())
NAMES[("pesos",)] = NAMES[("peso",)] = CODES["mxn"]
NAMES[("krone",)] = CODES["nok"]
NAMES[("krona",)] = NAMES[("kr",)] = CODES["sek"]
NAMES[("dinar",)] = NAMES[("dinars",)] = CODES["kwd"]
NAMES[("riyal",)] = NAMES[("riyals",)] = CODES["sar"]
NAMES[("rial",)] = NAMES[("rials",)] = CODES["irr"]
NAMES[("shilling",)] = NAMES[("shillings",)] = CODES["kes"]
POUND = CODES["gbp"]
NAMES[("pounds", "sterling")] = POUND
FIRST_WORDS: dict[str, int] = {}
for _words in NAMES:
    FIRST_WORDS[_words[0]] = max(FIRST_WORDS.get(_words[0], 0), len(_words))
